package contract

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"net/url"
	"strings"

	"github.com/assaykit/assay/capture/secret"
	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
)

// shown is how far findings show what a capture holds.
type shown struct {
	values rule.Values // of bodies and paths
	apart  rule.Values // of headers, cookies and queries, which are not even told apart
	all    bool
}

// newShown says it by the options.
func newShown(o Options) shown {
	if o.ShowSecrets {
		all := rule.Values{Revealed: true}
		return shown{values: all, apart: all, all: true}
	}
	return shown{values: rule.Values{Hidden: !o.ShowValues, Sum: newSum(o.HashKey), Secret: secret.Looks}, apart: rule.HideValues}
}

// of is how far values of parameters are shown, by where these are.
func (s shown) of(in string) rule.Values {
	if in == "path" {
		return s.values
	}
	return s.apart
}

// word is a text of a capture that findings have as it is, unless it looks like a token.
func (s shown) word(text string) string {
	if s.all {
		return text
	}
	return secret.Segment(text)
}

// url is the URL of an exchange. Segments of the path that stand for one of some values are hidden.
func (s shown) url(u *url.URL, values ...string) string {
	if s.all {
		return u.String()
	}
	return redactURL(u, values)
}

// sensitive are the parameters of the path that a schema marks as sensitive.
func (r *Request) sensitive() []string {
	if r == nil {
		return nil
	}
	var names []string
	for _, p := range r.Parameters {
		if p.In == "path" && p.Schema != nil && marked(p.Schema, map[*rule.Schema]bool{}) {
			names = append(names, p.Name)
		}
	}
	return names
}

// sensitive are the texts in the path of a URL that a schema marks as sensitive.
func (op *operation) sensitive(u *url.URL) []string {
	if len(op.hidden) == 0 {
		return nil
	}
	values := op.routes[0].named.values(pathOf(u), endsInSlash(u))
	var texts []string
	for _, name := range op.hidden {
		texts = append(texts, strings.Split(values[name], "/")...)
	}
	return texts
}

// place is where in a body a violation is: names of members are data where an object is a map.
func (s shown) place(f Finding) Finding {
	if f.Err != nil && !s.all {
		hideNames(f.Err.Violations)
	}
	return f
}

func hideNames(list []rule.Violation) {
	for i := range list {
		v := &list[i]
		v.InstanceLocation = secret.Pointer(v.InstanceLocation)
		for k := range v.Misspelt {
			v.Misspelt[k].InstanceLocation = secret.Pointer(v.Misspelt[k].InstanceLocation)
		}
		hideNames(v.Causes)
	}
}

// sumDigits is how many hexadecimal digits of a hash are shown. They are to tell the values of one run apart, not to name them for good.
const sumDigits = 8

// longestSummed is how many bytes an array or object has at most that is hashed: violations of what stands in each other would hash the
// innermost again and again.
const longestSummed = 64 << 10

// newSum makes what tells hidden values apart: HMAC-SHA-256 (RFC 2104) of what is equal of equal values. Without a key it makes one, so that nobody can
// try values against the hashes of a report.
func newSum(key []byte) func(document.Value) string {
	if len(key) == 0 {
		key = []byte(rand.Text())
	}
	return func(v document.Value) string {
		if start, end := v.Document().Span(v.Entry()); v.Kind() >= document.Array && end-start > longestSummed {
			return ""
		}
		h := hmac.New(sha256.New, key)
		_, _ = h.Write(appendEqual(nil, v.Document(), v.Entry())) // a hash takes everything
		return hex.EncodeToString(h.Sum(nil))[:sumDigits]
	}
}
