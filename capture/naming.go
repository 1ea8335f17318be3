package capture

import (
	"fmt"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Naming says how the files of a folder of bodies are named: what each tells of the exchange whose response it is the body of.
type Naming struct {
	pattern string
	names   *regexp.Regexp
	slash   string // what stands for a slash within a path, beside one
}

// placeholders are what a pattern may have, each with what it stands for. A slash is part of a path alone.
var placeholders = map[string]string{
	"method": `([A-Za-z]+)`,
	"host":   `([^/]+?)`,
	"path":   `(.+)`,
	"status": `([1-9][0-9][0-9])`,
	"name":   `([^/]*?)`,
}

// NamesError tells that a file's name does not fit the pattern.
type NamesError struct {
	Name    string // of the file, below its folder
	Pattern string
}

// Error says what was found and what was wanted.
func (e *NamesError) Error() string {
	return fmt.Sprintf("found the file name %s, wanted one such as %s", e.Name, e.Pattern)
}

// ParseNaming reads a pattern, which is the name of a file below its folder with placeholders:
//
//   - {path}: the path of the URL, which must be there. Slashes in it are those of folders, or __; {path:_} has another text for them.
//   - {method}: the method in any case; GET where the pattern has none.
//   - {status}: the status, three digits; 200 where the pattern has none.
//   - {host}: the host, with a port or without; the scheme is https, for it has to be one.
//   - {name}: anything but a slash, or nothing, that says nothing of the exchange.
//
// All else stands for itself: {method}/{path}/{status}.json fits GET/users/1/200.json, and {method}_{path:_}.{status}.json fits
// get_users_1.200.json. The error says what is wrong with a pattern.
func ParseNaming(pattern string) (*Naming, error) {
	n := &Naming{pattern: pattern, slash: "__"}
	var names strings.Builder
	var seen []string
	names.WriteString("^")
	for rest := pattern; rest != ""; {
		before, behind, is := strings.Cut(rest, "{")
		names.WriteString(regexp.QuoteMeta(before))
		if !is {
			break
		}
		inner, after, closed := strings.Cut(behind, "}")
		if !closed {
			return nil, fmt.Errorf("%s: found { without }, wanted both", pattern)
		}
		word, slash, given := strings.Cut(inner, ":")
		switch {
		case placeholders[word] == "" || given && (word != "path" || slash == ""):
			return nil, fmt.Errorf("%s: found {%s}, wanted {method}, {host}, {path}, {path:TEXT}, {status} or {name}", pattern, inner)
		case slices.Contains(seen, word) && word != "name":
			return nil, fmt.Errorf("%s: found {%s} twice, wanted it once", pattern, word)
		case before == "" && len(seen) > 0:
			return nil, fmt.Errorf("%s: found nothing between {%s} and {%s}, wanted a text that parts them", pattern, seen[len(seen)-1], word)
		case given:
			n.slash = slash
		}
		seen = append(seen, word)
		names.WriteString("(?P<" + word + ">" + placeholders[word] + ")")
		rest = after
	}
	if !slices.Contains(seen, "path") {
		return nil, fmt.Errorf("%s: found no {path}, wanted one", pattern)
	}
	names.WriteString("$")
	var err error
	n.names, err = regexp.Compile(names.String())
	return n, err
}

// String returns the pattern.
func (n *Naming) String() string { return n.pattern }

// read takes from a name what it tells.
func (n *Naming) read(below string) (h head, err error) {
	plain := unpacked(path.Clean(strings.ReplaceAll(below, `\`, "/")))
	found := n.names.FindStringSubmatch(plain)
	if found == nil {
		return h, &NamesError{Name: below, Pattern: n.pattern}
	}
	h = head{method: text{"GET", true}, status: integer{200, true}}
	host, route := "", ""
	for i, word := range n.names.SubexpNames() {
		switch word {
		case "method":
			h.method.value = strings.ToUpper(found[i])
		case "host":
			host = "https://" + found[i]
		case "path":
			route = strings.ReplaceAll(found[i], n.slash, "/")
		case "status":
			status, _ := strconv.Atoi(found[i]) // it has three digits
			h.status.value = int64(status)
		}
	}
	h.url = text{host + "/" + strings.TrimPrefix(route, "/"), true}
	if _, err := parseURL(h.url); err != nil {
		return h, fmt.Errorf("the path in the file name: %w", err)
	}
	return h, nil
}

// unpacked is a name without the ending of its compression.
func unpacked(name string) string {
	for _, ending := range []string{".gz", ".zst"} {
		if cut, is := strings.CutSuffix(name, ending); is {
			return cut
		}
	}
	return name
}
