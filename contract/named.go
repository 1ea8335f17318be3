package contract

import (
	"fmt"
	"net/url"
	"regexp"
	"strings"
)

// named finds the parameters of a path by their names.
type named struct {
	expression *regexp.Regexp
	names      []string
	slashes    bool // a parameter takes slashes
}

// between stands between the segments of a path that an expression is held against.
const between = "\x00"

// parseDescribed reads the path template of an API description. Beside braces, all characters stand for themselves.
func parseDescribed(text string) (template, *named, error) {
	if !strings.HasPrefix(text, "/") {
		return nil, nil, fmt.Errorf("found no slash at its start, wanted a path such as /users/{id}")
	}
	var t template
	n := named{}
	var pattern strings.Builder
	seen := map[string]bool{}
	for i, part := range segments(text) {
		if i > 0 {
			pattern.WriteString(between)
		}
		var s segment
		for rest := part; ; {
			literal, after, open := strings.Cut(rest, "{")
			if i := strings.IndexAny(literal, "}?#"); i >= 0 {
				return nil, nil, fmt.Errorf("found %q, wanted a path without query and fragment, and braces in pairs", literal[i:i+1])
			}
			if decoded, err := url.PathUnescape(literal); err == nil {
				literal = decoded
			}
			s = append(s, literal)
			pattern.WriteString(regexp.QuoteMeta(literal))
			if !open {
				break
			}
			name, next, closed := strings.Cut(after, "}")
			if !closed {
				return nil, nil, fmt.Errorf("found %q, wanted a closing brace in the same segment", "{"+after)
			}
			name, deep := strings.CutPrefix(name, "+")
			switch {
			case name == "":
				return nil, nil, fmt.Errorf("found {}, wanted a name within the braces")
			case seen[name]:
				return nil, nil, fmt.Errorf("found the parameter %q twice, wanted it once", name)
			}
			seen[name] = true
			n.names, n.slashes = append(n.names, name), n.slashes || deep
			switch {
			case deep && s[0] == "" && len(s) == 1 && next == "":
				pattern.WriteString(`(.*?)`) // it may be empty behind its slash, where it is the last
			case deep:
				pattern.WriteString(`(.+?)`)
			default:
				pattern.WriteString(`([^\x00]+?)`)
			}
			rest = next
		}
		t = append(t, s)
	}
	if len(n.names) == 0 {
		return t, nil, nil
	}
	expression, err := regexp.Compile(`(?s)^` + pattern.String() + `$`)
	if err != nil {
		return nil, nil, fmt.Errorf("found a path of which no expression can be made: %w", err)
	}
	n.expression = expression
	return t, &n, nil
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
	if p.named.deep() {
		return p.named.values(path, slash) != nil
	}
	return p.path.matches(path)
}

// endsInSlash reports whether the path of a URL does.
func endsInSlash(u *url.URL) bool { return strings.HasSuffix(u.EscapedPath(), "/") }
