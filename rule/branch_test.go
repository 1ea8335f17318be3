package rule_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/assaykit/assay/rule"
)

// TestNearest has which branch comes nearest, and by what each is refused.
func TestNearest(t *testing.T) {
	kinds := `{"oneOf": [
		{"properties": {"kind": {"const": "circle"}, "radius": {"type": "number"}}, "required": ["kind", "radius"], "additionalProperties": false},
		{"properties": {"kind": {"const": "box"}, "sizes": {"type": "array", "items": {"type": "number"}}}, "required": ["kind", "sizes"], "additionalProperties": false}
	]}`
	tests := []struct {
		name, schema, instance string
		wanted                 []string // branches, each with the keyword and the place of what is decisive
	}{
		{"type", `{"anyOf": [{"type": "string"}, {"type": "integer", "minimum": 3}]}`, `2`, []string{"1 minimum ", "0 type "}},
		{"a tag", kinds, `{"kind": "box", "radius": 1}`, []string{"1 required ", "0 const /kind"}},
		{"a tag, and much is wrong within", kinds, `{"kind": "box", "sizes": [` + strings.Repeat(`"a",`, 300) + `1]}`, []string{"1 type /sizes/0", "0 const /kind"}},
		{"a misspelt tag", kinds, `{"kind": "circel", "sizes": []}`, []string{"0 const /kind", "1 const /kind"}},
		{"no tag", kinds, `{"radius": 1}`, []string{"0 required ", "1 required "}},
		{"another kind of value", kinds, `7`, nil},
		{"a choice within", `{"anyOf": [{"type": "object"}, {"anyOf": [{"type": "null"}, {"type": "integer", "minimum": 3}]}]}`, `2`, []string{"1 anyOf ", "0 type "}},
		{"a choice within that is farther", `{"anyOf": [{"anyOf": [{"type": "null"}, {"type": "array"}]}, {"maximum": 1}]}`, `2`, []string{"1 maximum ", "0 anyOf "}},
		{"false", `{"anyOf": [false, {"maximum": 1}]}`, `2`, []string{"1 maximum ", "0  "}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			err := compiled(t, test.schema).Explain(parse(t, test.instance), rule.ShowValues)
			if err == nil {
				if test.wanted != nil {
					t.Fatal("the instance is valid")
				}
				return // nothing in the schema speaks of such a value
			}
			var got []string
			total := 0
			for _, b := range err.Violations[0].Branches() {
				got = append(got, fmt.Sprintf("%d %s %s", b.Number, b.Decisive.Keyword, b.Decisive.InstanceLocation))
				total += len(b.Violations)
			}
			if test.wanted != nil {
				if diff := cmp.Diff(test.wanted, got); diff != "" {
					t.Errorf("the branches differ (-want +got):\n%s", diff)
				}
			}
			if total != len(err.Violations[0].Causes) {
				t.Errorf("found %d violations in branches, wanted all %d", total, len(err.Violations[0].Causes))
			}
		})
	}
	if b := (rule.Violation{Keyword: "contentSchema", Causes: []rule.Violation{{Keyword: "type"}}}).Branches(); b != nil {
		t.Errorf("found %v for a keyword without branches", b)
	}
}

// TestNestedChoices wants choices within choices to be explained, however deep they are.
func TestNestedChoices(t *testing.T) {
	text := `{"type": "string"}`
	for range 60 {
		text = `{"anyOf": [` + text + `, {"type": "null"}]}`
	}
	if err := compiled(t, text).Explain(parse(t, `1`), rule.ShowValues); len(err.Violations) != 1 {
		t.Errorf("found %v", err)
	}
}
