package secret

import (
	"encoding/base64"
	"regexp"
	"strings"
	"unicode/utf8"
)

// shortest is how many bytes a text has at least that is shaped like a token.
const shortest = 8

// Looks reports whether a text is shaped like a token or another credential, or holds one: a token of a known issuer, a JSON Web Token, a PEM block, a
// URL with userinfo or a signature, a cookie with its attributes, a number of a payment card, a UUID, or a long run of characters that no words make.
func Looks(text string) bool {
	if len(text) < shortest {
		return false
	}
	if random(text) || card(text) || uuid(text) || authorizes(text) {
		return true
	}
	for i := range shapes {
		if s := &shapes[i]; strings.Contains(text, s.part) && s.whole.MatchString(text) {
			return true
		}
	}
	return false
}

// shape is a form that those who issue tokens gave them to be known by, or one of a text that holds credentials. It may stand anywhere in a text.
type shape struct {
	part  string // what it always has, which is looked for first, for that is quick
	whole *regexp.Regexp
}

var shapes = []shape{
	{"eyJ", regexp.MustCompile(`\beyJ[\w-]{6,}\.[\w-]{4,}`)}, // JSON Web Tokens (RFC 7519): {" in base64url
	// GitHub and GitLab.
	{"gh", regexp.MustCompile(`gh[opusr]_\w{16,}`)},
	{"github_pat_", regexp.MustCompile(`github_pat_\w{16,}`)},
	{"glpat-", regexp.MustCompile(`glpat-[\w-]{16,}`)},
	// Stripe, OpenAI and Anthropic, and those who follow them.
	{"k_", regexp.MustCompile(`[spra]k_(?:live|test|prod)_\w{8,}`)},
	{"sk-", regexp.MustCompile(`\bsk-(?:proj|ant|live|test)-[\w-]{8,}|\bsk-\w{20,}`)},
	{"whsec_", regexp.MustCompile(`whsec_\w{8,}`)},
	// Slack.
	{"xox", regexp.MustCompile(`xox[abeoprs]-[\w-]{8,}`)},
	{"xapp-", regexp.MustCompile(`xapp-[\w-]{8,}`)},
	{"hooks.slack.com/services/", regexp.MustCompile(`services/\w`)},
	// AWS.
	{"A", regexp.MustCompile(`\bA(?:KIA|SIA|GPA|IDA|ROA|NPA|BIA|CCA)[A-Z0-9]{12,}`)},
	// Google.
	{"AIza", regexp.MustCompile(`AIza[\w-]{30,}`)},
	{"ya29.", regexp.MustCompile(`ya29\.[\w-]{16,}`)},
	{"GOCSPX-", regexp.MustCompile(`GOCSPX-[\w-]{16,}`)},
	// Others with a word of their own in front.
	{"SG.", regexp.MustCompile(`SG\.[\w-]{16,}\.[\w-]{16,}`)},
	{"_", regexp.MustCompile(`\b(?:hf|npm|dop_v1|shpat|shpss|shpca|dckr_pat|lin_api)_\w{20,}`)},
	{"pypi-", regexp.MustCompile(`pypi-[\w-]{20,}`)},
	{"-----BEGIN ", regexp.MustCompile(`-----BEGIN [A-Z0-9 ]+-----`)}, // PEM (RFC 7468)
	{"://", regexp.MustCompile(`://[^\s/?#@"']+@`)},                   // URLs with userinfo
	// Queries that are signed, or have a token: X-Amz-Signature, sig, access_token.
	{"=", regexp.MustCompile(`(?:^|[?&;])(?i:x-(?:amz|goog)-[a-z-]+|sig|signature|[a-z_-]*(?:token|secret|passw(?:or)?d|credential|api[_-]?key|accesskeyid|policy))=[^&\s]{4,}`)},
	{";", regexp.MustCompile(`^[^\s=;,"{}]+=[^;]*;.*\b(?i:httponly|samesite|max-age|expires|path)\b`)}, // Set-Cookie (RFC 6265, section 4.1)
}

// uuid reports whether a text has a UUID (RFC 9562), as sessions and keys are. One that begins with nothing but zeros is nobody's.
func uuid(text string) bool {
	for from := 0; ; from++ {
		i := strings.IndexByte(text[from:], '-')
		if i < 0 {
			return false
		}
		if from += i; from >= 8 && from+28 <= len(text) && isUUID(text[from-8:from+28]) {
			return true
		}
	}
}

func isUUID(text string) bool {
	for i := range len(text) {
		if dash := i == 8 || i == 13 || i == 18 || i == 23; dash != (text[i] == '-') || !dash && !strings.Contains(hexDigits, text[i:i+1]) {
			return false
		}
	}
	return !strings.HasPrefix(text, "00000000")
}

// authorization is what stands behind the name of a scheme in Authorization (RFC 9110, section 11.4). In prose a word does.
var authorization = regexp.MustCompile(`\b(?i:(bearer)|basic)\s+([\w.~+/=-]{6,})`)

// authorizes reports whether a text has credentials behind the name of their scheme.
func authorizes(text string) bool {
	lower := strings.ToLower(text)
	if !strings.Contains(lower, "bearer") && !strings.Contains(lower, "basic") {
		return false
	}
	for _, m := range authorization.FindAllStringSubmatch(text, -1) {
		bearer, credentials := m[1] != "", strings.TrimRight(m[2], "=.")
		if bearer && !isWord(credentials) {
			return true
		}
		if pair, err := base64.RawStdEncoding.DecodeString(credentials); !bearer && err == nil && utf8.Valid(pair) && strings.Contains(string(pair), ":") {
			return true
		}
	}
	return false
}

// isWord reports whether a text is of small letters alone, but for the first.
func isWord(text string) bool {
	return text == "" || strings.Trim(text[1:], "abcdefghijklmnopqrstuvwxyz-") == ""
}

// card reports whether a text is the number of a payment card: 13 to 19 digits (ISO/IEC 7812-1) of an issuer of such, in groups or not, with
// their check digit.
func card(text string) bool {
	if len(text) > 23 || text[0] < '2' || text[0] > '6' {
		return false
	}
	digits, sum, apart := 0, 0, true
	for i := len(text) - 1; i >= 0; i-- {
		c := text[i]
		if c == ' ' || c == '-' {
			if apart {
				return false
			}
			apart = true
			continue
		}
		if apart = false; c < '0' || c > '9' {
			return false
		}
		n := int(c - '0')
		if digits%2 == 1 {
			n = n*2%10 + n/5
		}
		sum += n
		digits++
	}
	return digits >= 13 && digits <= 19 && sum%10 == 0
}
