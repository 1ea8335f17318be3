package secret

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Header reports whether a header of that name carries what lets somebody in: Authorization, Cookie and Set-Cookie, those that speak of a token, key,
// secret, password, session or signature, and those that a [Member] would by that name.
func Header(name string) bool {
	name = strings.ToLower(name)
	return Member(name) || slices.ContainsFunc(inHeaders, func(word string) bool { return strings.Contains(name, word) })
}

// HeaderName reports whether the name of a header looks like a token itself. Names of headers are read in one case, by which much of what tokens
// look like is lost; but no name in use has a digit within a word of 16 letters and digits, so that is enough.
func HeaderName(name string) bool {
	if Looks(name) || Looks(strings.ToLower(name)) || Looks(strings.ToUpper(name)) {
		return true
	}
	return slices.ContainsFunc(strings.FieldsFunc(name, isJoint), func(word string) bool {
		return len(word) >= longHeaderWord && strings.ContainsAny(word, "0123456789")
	})
}

const longHeaderWord = 16

var inHeaders = []string{"auth", "cookie", "token", "key", "secret", "password", "session", "signature", "credential", "passwd", "csrf"}

// Member reports whether a member, a field of a form or a parameter of that name holds a credential by what it is called: password, access_token, apiKey,
// X-Session-Id. What a name ends with says what it is of, so token_type is none, nor is a key by itself.
func Member(name string) bool {
	w := words(name)
	if len(w) == 0 {
		return false
	}
	if slices.ContainsFunc(w, func(s string) bool { return slices.Contains(anywhere, s) }) {
		return !slices.Contains(about, w[len(w)-1])
	}
	last := w[len(w)-1]
	if slices.Contains(atEnd, last) {
		return true
	}
	return len(w) > 1 && slices.Contains(pairs, w[len(w)-2]+" "+last)
}

// Words that make a name one of a credential: wherever they stand, at its end, and in twos at its end. Those of the last list say that a name is
// only about one.
var (
	anywhere = []string{"password", "passwords", "passcode", "csrf", "xsrf", "passwd", "passphrase", "secret", "secrets", "credential", "credentials", "authorization"}
	atEnd    = []string{"token", "apikey", "pwd", "otp", "cvv", "cvc", "pin", "cookie", "cookies", "jwt", "ssn", "accesstoken", "sessionid", "sid", "privatekey", "refreshtoken", "authtoken", "apitoken", "idtoken", "apikeys"}
	pairs    = []string{"api key", "private key", "access key", "secret key", "signing key", "encryption key", "auth key", "session id", "session key", "api keys", "private keys", "access keys", "key pem", "api pass"}
	about    = []string{"type", "url", "uri", "name", "names", "policy", "expiry", "expires", "length", "required", "enabled", "at", "count", "strength"}
)

// small reports whether a text begins with a small letter, as what follows the first letter of a word does: Token in APIToken.
func small(text string) bool {
	c, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLower(c)
}

// words are those of a name in snake_case, kebab-case or camelCase, in lower case and without digits.
func words(name string) []string {
	var b strings.Builder
	var before rune
	for i, c := range name {
		if unicode.IsDigit(c) {
			continue // password2 is a password
		}
		switch {
		case !unicode.IsLetter(c):
			c = ' '
		case unicode.IsUpper(c) && unicode.IsLower(before), unicode.IsUpper(c) && unicode.IsUpper(before) && small(name[i+utf8.RuneLen(c):]):
			b.WriteByte(' ')
		}
		b.WriteRune(unicode.ToLower(c))
		before = c
	}
	return strings.Fields(b.String())
}
