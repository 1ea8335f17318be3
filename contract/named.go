package contract

import (
	"errors"
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strings"
)

// named finds the parameters of a path by their names.
type named struct {
	expression *regexp.Regexp
	names      []string
	slashes    bool // a parameter takes slashes
	first      int  // the segments in front of the first one that does
}

// between stands between the segments of a path that an expression is held against.
const between = "\x00"

// parseDescribed reads the path template of an API description. Beside braces, all characters stand for themselves.
func parseDescribed(text string) (template, *named, error) {
	if !strings.HasPrefix(text, "/") {
		return nil, nil, errors.New("found no slash at its start, wanted a path such as /users/{id}")
	}
	var t template
	n := &named{}
	var pattern strings.Builder
	pattern.WriteString("(?s)^")
	for i, part := range segments(text) {
		if i > 0 {
			pattern.WriteString(between)
		}
		s, err := n.segment(part, &pattern)
		if err != nil {
			return nil, nil, err
		}
		if !n.slashes {
			n.first++
		}
		t = append(t, s)
	}
	pattern.WriteByte('$')
	if len(n.names) == 0 {
		return t, nil, nil
	}
	var err error
	if n.expression, err = regexp.Compile(pattern.String()); err != nil {
		return nil, nil, fmt.Errorf("found a path of which no expression can be made: %w", err)
	}
	return t, n, nil
}

// segment reads a segment and adds it to the expression.
func (n *named) segment(text string, pattern *strings.Builder) (segment, error) {
	var s segment
	for rest := text; ; {
		literal, after, open := strings.Cut(rest, "{")
		if i := strings.IndexAny(literal, "}?#"); i >= 0 {
			return nil, fmt.Errorf("found %q, wanted a path without query and fragment, and braces in pairs", literal[i:i+1])
		}
		if decoded, err := url.PathUnescape(literal); err == nil {
			literal = decoded
		}
		s = append(s, literal)
		pattern.WriteString(regexp.QuoteMeta(literal))
		if !open {
			return s, nil
		}
		name, next, closed := strings.Cut(after, "}")
		if !closed {
			return nil, fmt.Errorf("found %q, wanted a closing brace in the same segment", "{"+after)
		}
		if err := n.parameter(name, len(s) == 1 && literal == "" && next == "", pattern); err != nil {
			return nil, err
		}
		rest = next
	}
}

// parameter adds a parameter to the expression; alone says that it is all of its segment.
func (n *named) parameter(name string, alone bool, pattern *strings.Builder) error {
	name, deep := strings.CutPrefix(name, "+")
	switch {
	case name == "":
		return errors.New("found {}, wanted a name within the braces")
	case slices.Contains(n.names, name):
		return fmt.Errorf("found the parameter %q twice, wanted it once", name)
	}
	n.names, n.slashes = append(n.names, name), n.slashes || deep
	switch {
	case deep && alone:
		pattern.WriteString(`(.*?)`) // it may be empty behind its slash, where it is the last
	case deep:
		pattern.WriteString(`(.+?)`)
	default:
		pattern.WriteString(`([^\x00]+?)`)
	}
	return nil
}

// deep reports whether a parameter takes slashes.
func (n *named) deep() bool { return n != nil && n.slashes }

// values are the texts that the parameters stand for in a path, which may end in a slash.
func (n *named) values(path []string, slash bool) map[string]string {
	if n == nil {
		return nil
	}
	text := strings.Join(path, between)
	found := n.expression.FindStringSubmatch(text)
	if found == nil && slash && n.slashes {
		found = n.expression.FindStringSubmatch(text + between)
	}
	if found == nil {
		return nil
	}
	values := map[string]string{}
	for i, name := range n.names {
		values[name] = strings.ReplaceAll(found[i+1], between, "/")
	}
	return values
}

// fits reports whether a path, which may end in a slash, is one that the place governs.
func (p place) fits(path []string, slash bool) bool {
	if !p.named.deep() {
		return p.path.matches(path)
	}
	// What comes first tells most of them apart, and an expression takes its time.
	first := p.named.first
	return len(path) >= first && p.path[:first].matches(path[:first]) && p.named.values(path, slash) != nil
}

// endsInSlash reports whether the path of a URL does.
func endsInSlash(u *url.URL) bool { return strings.HasSuffix(u.EscapedPath(), "/") }
