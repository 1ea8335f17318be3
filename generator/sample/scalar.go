package sample

import (
	"strconv"
	"strings"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
)

// ofFormat are strings of formats.
var ofFormat = map[string]string{
	"date-time": "2026-01-02T03:04:05Z", "date": "2026-01-02", "time": "03:04:05Z", "duration": "P1DT2H",
	"email": "ann@example.com", "idn-email": "ann@example.com", "hostname": "example.com", "idn-hostname": "example.com",
	"ipv4": "192.0.2.1", "ipv6": "2001:db8::1", "uri": "https://example.com/a?b=c", "uri-reference": "/a?b=c",
	"iri": "https://example.com/a", "iri-reference": "/a", "uri-template": "https://example.com/{id}",
	"json-pointer": "/a/0", "relative-json-pointer": "1/a", "regex": "^a+$", "uuid": "f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
}

// strings yields some by format and pattern, and one that is long enough.
func (m *maker) strings(f *facts, _ int, more yield) bool {
	texts := []string{}
	for _, a := range f.assertions {
		switch k := a.(type) {
		case rule.Format:
			texts = append(texts, ofFormat[k.Name])
		case rule.Pattern:
			if text, ok := matching(k.Pattern.String()); ok {
				texts = append(texts, text)
				if missing := f.shortest - len([]rune(text)); missing > 0 && text != "" {
					last := []rune(text)[len([]rune(text))-1:]
					texts = append(texts, text+strings.Repeat(string(last), missing))
				}
			}
		}
	}
	if f.shortest > largest {
		return true
	}
	texts = append(texts, "text"+strings.Repeat("x", max(0, f.shortest-4)), strings.Repeat("x", max(1, f.shortest)), "é\"\\\n", "")
	for _, text := range texts {
		if !more(string(document.AppendString(nil, text))) {
			return false
		}
	}
	return true
}

// numbers yields some at the limits and some small ones.
func (m *maker) numbers(f *facts, _ int, more yield) bool {
	texts := []string{"1", "1.5", "0", "-1"}
	limit := func(n document.Decimal, steps ...int64) {
		texts = append(texts, n.String())
		whole, err := strconv.ParseFloat(n.String(), 64)
		for _, step := range steps {
			if err == nil && whole > -1e15 && whole < 1e15 {
				texts = append(texts, strconv.FormatFloat(whole+float64(step), 'f', -1, 64), strconv.FormatInt(int64(whole)+step, 10))
			}
		}
	}
	for _, a := range f.assertions {
		switch k := a.(type) {
		case rule.Minimum:
			limit(k.Limit.Number, 1)
		case rule.Maximum:
			limit(k.Limit.Number, -1)
		case rule.ExclusiveMinimum:
			limit(k.Limit.Number, 1)
		case rule.ExclusiveMaximum:
			limit(k.Limit.Number, -1)
		case rule.MultipleOf:
			limit(k.Limit.Number)
		}
	}
	for _, text := range texts {
		if !more(text) {
			return false
		}
	}
	return true
}
