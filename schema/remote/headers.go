package remote

import (
	"bytes"
	"fmt"
	"net"
	"net/http"
	"net/textproto"
	"slices"
	"strings"
)

// headersVariable is the variable of the environment that headers are read from.
const headersVariable = "ASSAY_HEADERS"

// Headers are what hosts are told, for registries that want to know who asks. Each goes to its host alone, and by https alone.
type Headers struct {
	of     map[string]http.Header // by host and port
	hidden *strings.Replacer
	// credentials are the values that say who asks, as they are and without a scheme such as Bearer (RFC 9110, section 11.4).
	credentials []string
}

// ParseHeaders reads a header a line, HOST[:PORT] NAME: VALUE; blank lines are passed over. The error says which line is none
// and nothing of what it says.
func ParseHeaders(text string) (*Headers, error) {
	h := &Headers{of: map[string]http.Header{}}
	var secrets []string
	n := 0
	for line := range strings.SplitSeq(text, "\n") {
		n++
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		host, header, _ := strings.Cut(line, " ")
		name, value, found := strings.Cut(strings.TrimSpace(header), ":")
		value = strings.TrimSpace(value)
		if !found || !isToken(name) || !isValue(value) {
			return nil, fmt.Errorf("%s: line %d: found no header, wanted HOST[:PORT] NAME: VALUE", headersVariable, n)
		}
		if _, _, err := net.SplitHostPort(host); err != nil {
			host = net.JoinHostPort(strings.Trim(host, "[]"), "443")
		}
		host = strings.ToLower(host)
		if h.of[host] == nil {
			h.of[host] = http.Header{}
		}
		h.of[host].Add(textproto.CanonicalMIMEHeaderKey(name), value)
		// The value as a whole goes before its words, such as what is behind Bearer.
		for _, secret := range append([]string{value}, strings.Fields(value)...) {
			if len(secret) >= shortest {
				secrets = append(secrets, secret, mask)
			}
		}
		_, rest, _ := strings.Cut(value, " ")
		for _, secret := range []string{value, rest} {
			if len(secret) >= 2*shortest && saysWho(name) {
				h.credentials = append(h.credentials, secret)
			}
		}
	}
	h.hidden = strings.NewReplacer(secrets...)
	return h, nil
}

// mask stands for a secret, and shortest is how long one is at least: to hide every 1 because of "Version: 1" would spoil messages.
const (
	mask     = "•••••"
	shortest = 4
)

// hide is a text in which no value of a header is left.
func (h *Headers) hide(text string) string {
	if h == nil {
		return text
	}
	return h.hidden.Replace(text)
}

// holds reports whether a text has the value of a header in it.
func (h *Headers) holds(text string) bool { return h.hide(text) != text }

// saysWho reports whether a header is one whose values are secrets. Those of others, such as Accept, may well be in a schema.
func saysWho(name string) bool {
	name = strings.ToLower(name)
	return slices.ContainsFunc([]string{"auth", "cookie", "token", "key", "secret", "pass"}, func(word string) bool { return strings.Contains(name, word) })
}

// betrayed reports whether a document has a credential in it: servers that show what they were told are there for tests.
func (h *Headers) betrayed(text []byte) bool {
	return h != nil && slices.ContainsFunc(h.credentials, func(c string) bool { return bytes.Contains(text, []byte(c)) })
}

// add gives a request the headers of its host.
func (h *Headers) add(r *http.Request) {
	if h == nil || r.URL.Scheme != "https" {
		return
	}
	for name, values := range h.of[hostPort(r.URL)] {
		r.Header[name] = values
	}
}

// isToken reports whether a text can be the name of a header (RFC 9110, section 5.6.2).
func isToken(text string) bool {
	return text != "" && strings.IndexFunc(text, func(c rune) bool {
		letter := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
		return !letter && !strings.ContainsRune("!#$%&'*+-.^_`|~", c)
	}) < 0
}

// isValue reports whether a text can be the value of a header (RFC 9110, section 5.5).
func isValue(text string) bool {
	return text != "" && strings.IndexFunc(text, func(c rune) bool { return c < ' ' && c != '\t' || c == 0x7f }) < 0
}
