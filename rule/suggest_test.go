package rule_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
	"github.com/assaykit/assay/schema"
)

// compiled is the rule of a schema text.
func compiled(t testing.TB, text string) *rule.Schema {
	t.Helper()
	s, err := schema.Compile(&schema.Source{Name: "schema.json", URI: "file:///schema.json", Document: parse(t, text)}, "", schema.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return s.Rule()
}

// TestSuggestions has what violations suggest, all of them in the order of their places.
func TestSuggestions(t *testing.T) {
	closed := `{"properties": {"color": true, "font-size": true, "id": true}, "additionalProperties": false}`
	tests := []struct {
		name, schema, instance string
		wanted                 []string // nil: no violation suggests anything
	}{
		{"a letter more", closed, `{"colour": 1}`, []string{"color"}},
		{"letters swapped", closed, `{"colro": 1}`, []string{"color"}},
		{"another case", closed, `{"COLOR": 1}`, []string{"color"}},
		{"another case of a short name", closed, `{"ID": 1}`, []string{"id"}},
		{"without separators", closed, `{"fontSize": 1}`, []string{"font-size"}},
		{"another separator, and a letter wrong", closed, `{"font_syze": 1}`, []string{"font-size"}},
		{"a short name", closed, `{"ix": 1}`, nil},
		{"too far", closed, `{"flavour": 1}`, nil},
		{"a name that is there already", closed, `{"colour": 1, "color": 2}`, nil},
		{"a name that may not be there either", `{"properties": {"color": false}, "additionalProperties": false}`, `{"colour": 1}`, nil},
		{"two equally near", `{"properties": {"port_a": true, "port_b": true}, "additionalProperties": false}`, `{"port_c": 1}`, []string{"port_a or port_b"}},
		{"three equally near", `{"properties": {"port_a": true, "port_b": true, "port_d": true}, "additionalProperties": false}`, `{"port_c": 1}`, nil},
		{"one nearer than another", `{"properties": {"colours": true, "colour": true}, "additionalProperties": false}`, `{"colou": 1}`, []string{"colour"}},
		{"unevaluated, names known", `{"allOf": [{"properties": {"color": true}}], "unevaluatedProperties": false}`, `{"colour": 1}`, []string{"color"}},
		{"unevaluated, names not known", `{"anyOf": [{"properties": {"color": true}}, {"$ref": "#/$defs/a"}], "unevaluatedProperties": false,
			"$defs": {"a": {"properties": {"weight": true}, "if": {"properties": {"height": true}}}}}`, `{"colour": 1, "wieght": 2, "heigth": 3}`, []string{"color", "weight", "height"}},
		{"propertyNames", `{"propertyNames": {"enum": ["color", "size"]}}`, `{"colour": 1}`, []string{"color"}},
		{"enum", `{"enum": ["green", "blue", 7, null]}`, `"gren"`, []string{"green"}},
		{"enum of another kind", `{"enum": ["7"]}`, `7`, nil},
		{"const", `{"const": "green"}`, `"Green"`, []string{"green"}},
		{"const of another kind", `{"const": ["green"]}`, `"green"`, nil},
		{"an empty string", `{"enum": ["", "a"]}`, `"b"`, nil},
		{"not ASCII", `{"enum": ["größe"]}`, `"GRÖSSE"`, []string{"größe"}},
		{"not ASCII, a letter wrong", `{"enum": ["straße"]}`, `"STRASE"`, []string{"straße"}},
		{"no names at all", `{"additionalProperties": false}`, `{"a": 1}`, nil},
		{"a long text", `{"enum": ["` + strings.Repeat("a", 65) + `"]}`, `"` + strings.Repeat("a", 64) + `"`, nil},
		{"within what is sensitive", `{"x-sensitive": true, "properties": {"color": {"enum": ["green"]}}, "additionalProperties": false}`, `{"colour": 1, "color": "gren"}`, nil},
		{"what another keyword marks later", `{"allOf": [{"properties": {"color": {"enum": ["green"]}}}, {"properties": {"color": {"x-sensitive": true}}}]}`, `{"color": "gren"}`, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			err := compiled(t, test.schema).Explain(parse(t, test.instance), rule.ShowValues)
			if err == nil {
				t.Fatal("the instance is valid")
			}
			var got []string
			for _, v := range err.Violations {
				if len(v.Suggestion) > 0 {
					got = append(got, strings.Join(v.Suggestion, " or "))
				}
			}
			if diff := cmp.Diff(test.wanted, got); diff != "" {
				t.Errorf("the suggestions differ (-want +got):\n%s\n%v", diff, err)
			}
		})
	}
}

// TestQuestion has the words of suggestions in messages. What was wanted is not asked for once more.
func TestQuestion(t *testing.T) {
	tests := []struct{ schema, instance, wanted string }{
		{`{"properties": {"color": true, "size": true}, "additionalProperties": false}`, `{"colour": 1}`,
			`found the member "colour", wanted only "color" or "size"; did you mean "color"?`},
		{`{"properties": {"port_a": true, "port_b": true}, "additionalProperties": false}`, `{"port_c": 1}`,
			`found the member "port_c", wanted only "port_a" or "port_b"`},
		{`{"enum": ["port_a", "port_b", "x"]}`, `"port_c"`, `found "port_c", wanted one of "port_a", "port_b" or "x"; did you mean "port_a" or "port_b"?`},
		{`{"const": "green"}`, `"gren"`, `found "gren", wanted "green"`},
		{`{"properties": {"color": true}, "additionalProperties": false}`, `{"colour": 1}`, `found the member "colour", wanted only "color"`},
	}
	for _, test := range tests {
		err := compiled(t, test.schema).Explain(parse(t, test.instance), rule.ShowValues)
		if got := err.Violations[0].Message(); got != test.wanted {
			t.Errorf("found %q, wanted %q", got, test.wanted)
		}
	}
}

// TestMisspelt wants a member that is missing to be looked for among those that the schema does not know.
func TestMisspelt(t *testing.T) {
	declared := `{"properties": {"color": true, "size": true}, "patternProperties": {"^x": true}, "required": ["color", "size"]}`
	tests := []struct {
		name, schema, instance, found string
		misspelt                      []string
	}{
		{"one", declared, `{"size": 1, "colour": 2}`, `no member "color" but "colour"`, []string{"/colour"}},
		{"both", declared, `{"siz/e": 1, "colour": 2}`, `no members "color" or "size" but "colour" and "siz/e"`, []string{"/colour", "/siz~1e"}},
		{"one of two", declared, `{"colour": 2}`, `no members "color" or "size" but "colour"`, []string{"/colour"}},
		{"none", declared, `{"size": 1, "flavour": 2}`, `no member "color"`, nil},
		{"two", declared, `{"size": 1, "colour": 2, "colors": 3}`, `no member "color"`, nil},
		{"a member that is known", `{"properties": {"color": true, "colour": true}, "required": ["color"]}`, `{"colour": 1}`, `no member "color"`, nil},
		{"a member whose pattern is known", `{"properties": {"color": true}, "patternProperties": {"^c": true}, "required": ["color"]}`, `{"colour": 1}`, `no member "color"`, nil},
		{"a name that is not declared", `{"properties": {"size": true}, "required": ["color"]}`, `{"colour": 1}`, `no member "color"`, nil},
		{"within what is sensitive", `{"x-sensitive": true, "properties": {"color": true}, "required": ["color"]}`, `{"colour": 1}`, `no member "color"`, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			err := compiled(t, test.schema).Explain(parse(t, test.instance), rule.ShowValues)
			v := err.Violations[0]
			if v.Keyword != "required" || v.Found != test.found {
				t.Errorf("found %q by %s, wanted %q", v.Found, v.Keyword, test.found)
			}
			var got []string
			for _, m := range v.Misspelt {
				got = append(got, m.InstanceLocation)
				if name := document.EscapePointer(strings.Trim(test.instance[m.Start:m.End], `"`)); "/"+name != m.InstanceLocation || m.Position.Column != m.Start+1 {
					t.Errorf("found %+v, which is the place of %s", m, name)
				}
			}
			if diff := cmp.Diff(test.misspelt, got); diff != "" {
				t.Errorf("the members differ (-want +got):\n%s", diff)
			}
		})
	}
}

// TestSuggestionsHide wants nothing told of values where they are hidden. Names are shown there, so what they look like is, too.
func TestSuggestionsHide(t *testing.T) {
	s := compiled(t, `{"properties": {"color": {"enum": ["green"]}, "size": {"const": "large"}}, "additionalProperties": false, "propertyNames": {"enum": ["color", "size"]}}`)
	err := s.Explain(parse(t, `{"color": "gren", "sise": "largee"}`), rule.HideValues)
	got := map[string][]string{}
	for _, v := range err.Violations {
		got[v.Keyword+" at "+v.InstanceLocation] = v.Suggestion
	}
	wanted := map[string][]string{"additionalProperties at /sise": {"size"}, "enum at /sise": nil, "enum at /color": nil}
	if diff := cmp.Diff(wanted, got); diff != "" {
		t.Errorf("the suggestions differ (-want +got):\n%s", diff)
	}
}

// TestSuggestionsHaveABound wants an object of very many unknown members, of a schema with very many names, to be looked at in part:
// the first members have suggestions, the last have none, and each is reported.
func TestSuggestionsHaveABound(t *testing.T) {
	const n = 10_000
	var names, members []string
	for i := range n {
		names = append(names, fmt.Sprintf(`"name_%05d_of_many": true`, i))
		members = append(members, fmt.Sprintf(`"nmae_%05d_of_many": 1`, i))
	}
	s := compiled(t, `{"properties": {`+strings.Join(names, ",")+`}, "additionalProperties": false}`)
	err := s.Explain(parse(t, `{`+strings.Join(members, ",")+`}`), rule.ShowValues)
	if len(err.Violations) != n {
		t.Fatalf("found %d violations, wanted %d", len(err.Violations), n)
	}
	looked := 0
	for _, v := range err.Violations {
		if len(v.Suggestion) > 0 {
			looked++
		}
	}
	if first := err.Violations[0]; looked > 6 || len(first.Suggestion) != 1 || first.Suggestion[0] != "name_00000_of_many" {
		t.Errorf("found %d suggestions, the first %q", looked, first.Suggestion)
	}
}

// TestEdits has the ways in which words differ.
func TestEdits(t *testing.T) {
	tests := []struct {
		a, b          string
		limit, wanted int
	}{
		{"", "", 3, 0}, {"a", "", 3, 1}, {"", "ab", 3, 2}, {"color", "colour", 3, 1}, {"color", "colro", 3, 1}, {"color", "clor", 3, 1},
		{"color", "cxlxr", 3, 2}, {"color", "flavor", 3, 3}, {"color", "flavor", 9, 4}, {"größe", "große", 3, 1}, {"abcdef", "uvwxyz", 2, 2}, {"a", "abcdef", 2, 2},
	}
	for _, test := range tests {
		for _, got := range []int{rule.Edits(test.a, test.b, test.limit), rule.Edits(test.b, test.a, test.limit)} {
			if got != test.wanted {
				t.Errorf("%q and %q, at most %d: found %d, wanted %d", test.a, test.b, test.limit, got, test.wanted)
			}
		}
	}
}

// FuzzSuggestions wants no document to make an explanation panic, and suggestions to be of the schema's words alone.
func FuzzSuggestions(f *testing.F) {
	s := compiled(f, `{"properties": {"color": {"enum": ["green", "größe"]}, "font-size": {"const": "large"}}, "required": ["color"], "additionalProperties": false}`)
	words := map[string]bool{"color": true, "font-size": true, "green": true, "größe": true, "large": true}
	f.Add(`{"colour": "gren", "font_size": "Large"}`)
	f.Fuzz(func(t *testing.T, text string) {
		d, err := document.Parse([]byte(text))
		if err != nil {
			return
		}
		e := s.Explain(d, rule.ShowValues)
		if e == nil {
			return
		}
		for _, v := range e.Violations {
			for _, w := range v.Suggestion {
				if !words[w] {
					t.Errorf("found the suggestion %q in %q", w, text)
				}
			}
		}
	})
}
