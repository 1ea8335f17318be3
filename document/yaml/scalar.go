package yaml

import (
	"math/big"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"github.com/assaykit/assay/document"
	library "gopkg.in/yaml.v3"
)

// The scalars of the core schema (YAML 1.2, section 10.3.2).
var (
	number   = lazily(`^([-+]?)(\.[0-9]+|[0-9]+(?:\.[0-9]*)?)((?:[eE][-+]?[0-9]+)?)$`)
	based    = lazily(`^0(?:o[0-7]+|x[0-9a-fA-F]+)$`)
	infinite = lazily(`^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$`)
)

// lazily compiles a regular expression when it is first asked for: programs that read no YAML start without it.
func lazily(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}

// maxBased is how many characters an integer may have that is not decimal: changing the base of a number costs more than
// reading it.
const maxBased = 4096

func null(s string) bool {
	return s == "" || s == "~" || s == "null" || s == "Null" || s == "NULL"
}

func boolean(s string) (value, ok bool) {
	switch s {
	case "true", "True", "TRUE":
		return true, true
	case "false", "False", "FALSE":
		return false, true
	}
	return false, false
}

// jsonNumber writes a number of the core schema in JSON's syntax, as it is where it is such; "" where the scalar is
// no number. An integer has neither point nor exponent.
func jsonNumber(s string) (text string, integer bool) {
	if s == "" || !strings.Contains("+-.0123456789", s[:1]) {
		return "", false
	}
	if based().MatchString(s) {
		n, _ := new(big.Int).SetString(s, 0)
		return n.String(), true
	}
	part := number().FindStringSubmatch(s)
	if part == nil {
		return "", false
	}
	whole, fraction, point := strings.Cut(part[2], ".")
	if whole = strings.TrimLeft(whole, "0"); whole == "" {
		whole = "0"
	}
	if point && fraction == "" {
		fraction = "0"
	}
	if point {
		whole += "." + fraction
	}
	return strings.TrimPrefix(part[1], "+") + whole + part[3], !point && part[3] == ""
}

// scalar adds a scalar. Its place is given, for an alias has one of its own.
func (b *builder) scalar(n *library.Node, p document.Position) error {
	tag := tagOf(n)
	switch tag {
	case "!!str", "!!binary", "!!timestamp":
		return placed(p, b.out.String(n.Value, p))
	case "!!null", "!!bool", "!!int", "!!float":
		return b.core(n.Value, tag, p)
	}
	if n.Style&^library.TaggedStyle != 0 {
		return placed(p, b.out.String(n.Value, p))
	}
	return b.core(n.Value, "", p)
}

// core adds a plain scalar by the core schema. Where there is a tag, the scalar must be of that type.
func (b *builder) core(s, tag string, p document.Position) error {
	if len(s) > maxBased && based().MatchString(s) {
		return unexpected(p, "an integer of "+strconv.Itoa(len(s))+" characters that is not decimal",
			"at most "+strconv.Itoa(maxBased))
	}
	truth, isBoolean := boolean(s)
	text, integer := jsonNumber(s)
	switch {
	case (tag == "" || tag == "!!null") && null(s):
		b.out.Null(p)
	case (tag == "" || tag == "!!bool") && isBoolean:
		b.out.Boolean(truth, p)
	case text != "" && (tag == "" || tag == "!!float" || tag == "!!int" && integer):
		return placed(p, b.out.Number(text, p))
	case (tag == "" || tag == "!!float") && infinite().MatchString(s):
		return unexpected(p, s, "a number that JSON has")
	case tag == "":
		return placed(p, b.out.String(s, p))
	default:
		return unexpected(p, "the tag "+tag+" on a scalar that is none", "a scalar of this type")
	}
	return nil
}
