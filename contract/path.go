package contract

import (
	"cmp"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// template is a path with parameters: its segments.
type template []segment

// segment is the literal texts around the parameters of a segment, percent-decoded: one text where it has no
// parameter, two where it has one, and so on.
type segment []string

// parseTemplate reads a path template.
func parseTemplate(text string) (template, error) {
	if !strings.HasPrefix(text, "/") {
		return nil, errors.New("found no slash at its start, wanted a path such as /users/{id}")
	}
	if i := strings.IndexAny(text, "?#"); i >= 0 {
		return nil, fmt.Errorf("found %q, wanted a path without query and fragment", text[i:i+1])
	}
	var t template
	names := map[string]bool{}
	for _, part := range segments(text) {
		s, err := parseSegment(part, names)
		if err != nil {
			return nil, err
		}
		t = append(t, s)
	}
	return t, nil
}

// segments splits a path as it is written. A slash at its end makes no segment.
func segments(path string) []string {
	path = strings.TrimSuffix(strings.TrimPrefix(path, "/"), "/")
	if path == "" {
		return nil
	}
	return strings.Split(path, "/")
}

// parseSegment reads a segment of a template; names are the parameters met so far.
func parseSegment(text string, names map[string]bool) (segment, error) {
	if strings.HasPrefix(text, ":") {
		return nil, fmt.Errorf("found %q, wanted {%s} for a parameter or %%3A for a colon", text, text[1:])
	}
	var s segment
	for {
		literal, rest, open := strings.Cut(text, "{")
		literal, err := parseLiteral(literal)
		if err != nil {
			return nil, err
		}
		s = append(s, literal)
		if !open {
			return s, nil
		}
		name, after, closed := strings.Cut(rest, "}")
		if !closed {
			return nil, fmt.Errorf("found %q, wanted a closing brace in the same segment", "{"+rest)
		}
		if err := checkParameter(name, names); err != nil {
			return nil, err
		}
		names[name], text = true, after
	}
}

// parseLiteral decodes literal text of a template.
func parseLiteral(text string) (string, error) {
	switch {
	case strings.Contains(text, "}"):
		return "", errors.New("found a closing brace without an opening one, wanted %7D where it is meant literally")
	case strings.Contains(text, "*"):
		return "", errors.New("found *, wanted {name} for a parameter or %2A where it is meant literally")
	}
	literal, err := url.PathUnescape(text)
	if err != nil {
		return "", fmt.Errorf("found the escape %s, wanted %% and two hexadecimal digits", escapeOf(err))
	}
	return literal, nil
}

// escapeOf quotes the escape that an error of package url is about.
func escapeOf(err error) string {
	var escape url.EscapeError
	errors.As(err, &escape)
	return strconv.Quote(string(escape))
}

// checkParameter refuses names that other tools read as more than a name ({id:[0-9]+}, {path...}, {+path}), for they
// would promise what is not kept.
func checkParameter(name string, names map[string]bool) error {
	bad := strings.ContainsFunc(name, func(c rune) bool {
		return !unicode.IsLetter(c) && !unicode.IsDigit(c) && !strings.ContainsRune("_-.$@ ", c)
	})
	switch {
	case name == "":
		return errors.New("found {}, wanted a name within the braces")
	case bad, strings.HasSuffix(name, "."):
		return fmt.Errorf("found the parameter %q, wanted a plain name", name)
	case names[name]:
		return fmt.Errorf("found the parameter %q twice, wanted it once", name)
	}
	return nil
}

// matches reports whether the percent-decoded segments of a path fit the template.
func (t template) matches(path []string) bool {
	return slices.EqualFunc(t, path, segment.matches)
}

// matches reports whether a percent-decoded segment fits. Each literal text is taken where it first fits, which
// finds a fit wherever there is one.
func (s segment) matches(text string) bool {
	last := len(s) - 1
	if last == 0 {
		return text == s[0]
	}
	text, ok := strings.CutPrefix(text, s[0])
	if !ok {
		return false
	}
	for _, literal := range s[1:last] {
		if text == "" {
			return false
		}
		i := strings.Index(text[1:], literal)
		if i < 0 {
			return false
		}
		text = text[1+i+len(literal):]
	}
	return len(text) > len(s[last]) && strings.HasSuffix(text, s[last])
}

// compare puts the template first that is more literal in the leftmost segment where they differ in
// that. The shorter comes first, so that the order is total.
func (t template) compare(u template) int {
	if c := cmp.Compare(len(t), len(u)); c != 0 {
		return c
	}
	for i := range t {
		if c := t[i].narrowness(u[i]); c != 0 {
			return c
		}
	}
	return slices.CompareFunc(t, u, func(a, b segment) int { return slices.Compare(a, b) })
}

// narrowness puts literal segments before others, and those with more literal text before those with less.
func (s segment) narrowness(o segment) int {
	if (len(s) == 1) != (len(o) == 1) {
		return cmp.Compare(len(s), len(o))
	}
	if len(s) == 1 {
		return 0
	}
	return cmp.Or(
		cmp.Compare(len(strings.Join(o, "")), len(strings.Join(s, ""))),
		cmp.Compare(len(o), len(s)), // {a}{b} takes two characters at least
	)
}

// pathOf is the percent-decoded segments of a URL's path.
func pathOf(u *url.URL) []string {
	list := segments(u.EscapedPath())
	for i, text := range list {
		if decoded, err := url.PathUnescape(text); err == nil {
			list[i] = decoded
		}
	}
	return list
}
