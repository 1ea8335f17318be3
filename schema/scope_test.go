package schema_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/assaykit/assay/schema"
)

// web is a schema document of n resources, each of which refers to all. body says what else one has.
func web(dialect string, n int, body func(i int) string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "{\"$schema\": %q, \"$id\": \"http://x/\", \"$ref\": \"r0\", \"$defs\": {", dialect)
	for i := range n {
		fmt.Fprintf(&b, "\n\"r%d\": {\"$id\": \"r%d\", %s, \"properties\": {", i, i, body(i))
		for j := range n {
			fmt.Fprintf(&b, "\"p%d\": {\"$ref\": \"r%d\"}, ", j, j)
		}
		b.WriteString(`"end": false}},`)
	}
	return strings.TrimSuffix(b.String(), ",") + "}}"
}

const (
	v2019 = "https://json-schema.org/draft/2019-09/schema"
	v2020 = "https://json-schema.org/draft/2020-12/schema"
	v1    = "https://json-schema.org/v1"
)

// TestScopesThatMakeNoDifference compiles many resources with dynamic anchors that refer to each other: there are
// exponentially many dynamic scopes, few of which matter.
func TestScopesThatMakeNoDifference(t *testing.T) {
	own := func(i int) string { return fmt.Sprintf(`"$dynamicAnchor": "a%d"`, i) }
	for _, c := range []struct {
		name, dialect string
		body          func(i int) string
	}{
		{"nothing refers to the anchors", v2020, own},
		{"nothing refers to the anchors of v1", v1, own},
		{"each resource alone has its anchor", v2020, func(i int) string {
			return own(i) + fmt.Sprintf(`, "items": {"$dynamicRef": "#a%d"}`, i)
		}},
		{"each resource alone has its anchor in v1", v1, func(i int) string {
			return own(i) + fmt.Sprintf(`, "items": {"$dynamicRef": "#a%d"}`, i)
		}},
		{"all have the same anchors", v2020, func(i int) string {
			return `"$dynamicAnchor": "a", "items": {"$dynamicAnchor": "b", "items": {"$dynamicRef": "#a"}}, "not": {"$dynamicRef": "#b"}`
		}},
		{"all have the same anchors in v1", v1, func(i int) string {
			return `"$dynamicAnchor": "a", "items": {"$dynamicAnchor": "b", "items": {"$dynamicRef": "#a"}}, "not": {"$dynamicRef": "#b"}`
		}},
		{"all are recursive", v2019, func(i int) string { return `"$recursiveAnchor": true, "items": {"$recursiveRef": "#"}` }},
	} {
		for _, n := range []int{16, 200} {
			t.Run(fmt.Sprintf("%s, %d resources", c.name, n), func(t *testing.T) {
				s := compile(t, web(c.dialect, n, c.body), schema.Options{})
				if err := s.Validate([]byte(`{"p1": {"p2": {"end": 1}}}`)); err == nil {
					t.Error("found the verdict valid, wanted invalid")
				}
			})
		}
	}
}

// TestTooManyScopes wants a schema whose dynamic references have a meaning of their own in exponentially many scopes to be
// refused with a place.
func TestTooManyScopes(t *testing.T) {
	for dialect, mark := range map[string]string{v2020: "#", v1: ""} {
		text := web(dialect, 40, func(i int) string {
			return fmt.Sprintf(`"$dynamicAnchor": "a%d", "items": {"$dynamicRef": "%sa%d"}`, i/2, mark, i/2)
		})
		_, err := schema.Compile(source(t, "file:///s.json", text), "", schema.Options{})
		var list *schema.Error
		if !errors.As(err, &list) || len(list.Problems) != 1 || list.Problems[0].Position.Line == 0 || !strings.Contains(err.Error(), "too many dynamic scopes") {
			t.Errorf("%s: found the error %v, wanted one problem with its place", dialect, err)
		}
	}
}

// TestAnchorsFoundLate holds that a dynamic reference sees anchors of resources that were entered before anything showed that
// they matter.
func TestAnchorsFoundLate(t *testing.T) {
	load := library(t, map[string]string{
		"http://x/list":   `{"$id": "http://x/list", "items": {"$dynamicRef": "#item"}, "$defs": {"i": {"$dynamicAnchor": "item"}}}`,
		"http://x/hidden": `{"$id": "http://x/hidden", "$ref": "#/unknown/0", "unknown": [{"$dynamicRef": "#item"}], "$defs": {"i": {"$dynamicAnchor": "item"}}}`,
		"http://x/deep": `{"$id": "http://x/deep", "$dynamicRef": "#to", "$defs": {
			"t": {"$dynamicAnchor": "to", "type": "null"}, "i": {"$dynamicAnchor": "item"}}}`,
	})
	for _, c := range []struct{ name, text, valid, invalid string }{
		{"in another document", `{"$ref": "http://x/list", "$defs": {"i": {"$dynamicAnchor": "item", "type": "string"}}}`, `["a"]`, `[1]`},
		{"in an unknown keyword", `{"$ref": "http://x/hidden", "$defs": {"i": {"$dynamicAnchor": "item", "type": "string"}}}`, `"a"`, `1`},
		{"behind another dynamic reference", `{"$ref": "http://x/deep", "$defs": {"i": {"$dynamicAnchor": "item", "type": "string"},
			"t": {"$dynamicAnchor": "to", "$ref": "http://x/list"}}}`, `["a"]`, `[1]`},
		{"in two scopes", `{"properties": {
			"a": {"$id": "http://x/a", "$ref": "list", "$defs": {"i": {"$dynamicAnchor": "item", "type": "string"}}},
			"b": {"$id": "http://x/b", "$ref": "list", "$defs": {"i": {"$dynamicAnchor": "item", "type": "number"}}},
			"c": {"$ref": "http://x/list"}}}`, `{"a": ["a"], "b": [1], "c": ["a", 1]}`, `{"a": ["a"], "b": ["a"]}`},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := compile(t, c.text, schema.Options{Load: load})
			if err := s.Validate([]byte(c.valid)); err != nil {
				t.Errorf("found %v, wanted %s to be valid", err, c.valid)
			}
			if err := s.Validate([]byte(c.invalid)); err == nil {
				t.Errorf("found %s valid, wanted it to be invalid", c.invalid)
			}
		})
	}
}
