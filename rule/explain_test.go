package rule_test

import (
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
)

// TestPlaces wants a violation to say where it is, in the instance, in the schema and in the text.
func TestPlaces(t *testing.T) {
	item := &rule.Schema{Location: "test:#/$defs/item", Assertions: []rule.Assertion{rule.Type{Types: rule.TypeInteger}}}
	ref := &rule.Schema{Location: "test:#/properties/a~1b/items", Applicators: []rule.Applicator{&rule.Ref{Name: "$ref", Target: item, To: "#/$defs/item"}}}
	list := &rule.Schema{Location: "test:#/properties/a~1b", Applicators: []rule.Applicator{rule.Items{Name: "items", Schema: ref}}}
	root := &rule.Schema{Location: "test:", Applicators: []rule.Applicator{rule.NewProperties([]rule.Property{{Name: "a/b", Schema: list}})}}
	text := "{\n  \"a/b\": [1, \"zwölf\",\n 3.5]}"
	err := root.Explain(parse(t, text), rule.ShowValues)
	if err == nil || len(err.Violations) != 2 {
		t.Fatalf("found %v, wanted two violations", err)
	}
	wanted := rule.Violation{
		InstanceLocation: "/a~1b/1", KeywordLocation: "/properties/a~1b/items/$ref/type", AbsoluteKeywordLocation: "test:#/$defs/item/type",
		Keyword: "type", Wanted: "an integer", Found: `"zwölf"`, Position: document.Position{Line: 2, Column: 14},
		Start: strings.Index(text, `"zwölf"`), End: strings.Index(text, `"zwölf"`) + len(`"zwölf"`),
	}
	if diff := cmp.Diff(wanted, err.Violations[0]); diff != "" {
		t.Errorf("the violation differs (-want +got):\n%s", diff)
	}
	if got := err.Violations[1].Position; got != (document.Position{Line: 3, Column: 2}) {
		t.Errorf("found the second violation at %v, wanted 3:2", got)
	}
}

// TestOrder wants violations in the order of the text, whatever the order of keywords.
func TestOrder(t *testing.T) {
	s := schemaOf(
		rule.NewProperties([]rule.Property{{Name: "a", Schema: integers}}),
		rule.PatternProperties{Each: []rule.PatternProperty{{Pattern: expression(t, "."), Schema: texts}}},
		rule.MinProperties{N: 5},
	)
	err := s.Explain(parse(t, `{"b": 1, "a": null, "c": 2}`), rule.ShowValues)
	var places []string
	for _, v := range err.Violations {
		places = append(places, v.InstanceLocation+" "+v.Keyword)
	}
	wanted := []string{" minProperties", "/b type", "/a type", "/a type", "/c type"}
	if !slices.Equal(places, wanted) {
		t.Errorf("found %q, wanted %q", places, wanted)
	}
}

// TestCauses wants what the branches of anyOf and oneOf have against a value, the nearest first, and nothing of it
// beside.
func TestCauses(t *testing.T) {
	for _, s := range []*rule.Schema{
		schemaOf(rule.AnyOf{Schemas: []*rule.Schema{integers, positive}}), schemaOf(rule.OneOf{Schemas: []*rule.Schema{integers, positive}}),
	} {
		err := s.Explain(parse(t, `0.5`), rule.ShowValues)
		if len(err.Violations) != 1 {
			t.Fatalf("found %d violations, wanted 1: %v", len(err.Violations), err)
		}
		keyword := s.Applicators[0].Keyword()
		var causes []string
		for _, c := range err.Violations[0].Causes {
			causes = append(causes, c.KeywordLocation+": "+c.Message())
		}
		wanted := []string{"/" + keyword + "/1/minimum: found 0.5, wanted at least 1", "/" + keyword + "/0/type: found 0.5, wanted an integer"}
		if !slices.Equal(causes, wanted) {
			t.Errorf("found the causes %q, wanted %q", causes, wanted)
		}
	}
}

// TestHiddenValues wants no text of a value in an explanation that hides values.
func TestHiddenValues(t *testing.T) {
	s := schemaOf(rule.NewProperties([]rule.Property{
		{Name: "s", Schema: schemaOf(rule.Type{Types: rule.TypeNull}, rule.Pattern{Pattern: expression(t, "^x")}, rule.Const{Value: value(t, `1`)})},
		{Name: "n", Schema: schemaOf(rule.Maximum{Limit: rule.ParseLimit("1")}, rule.Type{Types: rule.TypeNull})},
		{Name: "b", Schema: schemaOf(rule.Type{Types: rule.TypeNull})}, {Name: "z", Schema: schemaOf(rule.Type{Types: rule.TypeString})},
	}))
	err := s.Explain(parse(t, `{"s": "SECRET", "n": 424242, "b": true, "z": null}`), rule.HideValues)
	for _, part := range []string{"SECRET", "424242", "true"} {
		if strings.Contains(err.Error(), part) {
			t.Errorf("found %q in\n%v", part, err)
		}
	}
	for _, part := range []string{"found a string of 6 characters", "found a number", "found a boolean", "found null"} {
		if !strings.Contains(err.Error(), part) {
			t.Errorf("found no %q in\n%v", part, err)
		}
	}
}

// TestSensitive wants what a schema marks to be shown by no violation, whichever keyword speaks of it first.
func TestSensitive(t *testing.T) {
	secret := &rule.Schema{Location: "test:#/secret", Sensitive: true, Assertions: []rule.Assertion{rule.MaxLength{N: 3}}}
	s := schemaOf(
		rule.AllOf{Schemas: []*rule.Schema{schemaOf(rule.NewProperties([]rule.Property{{Name: "key", Schema: integers}}))}},
		rule.NewProperties([]rule.Property{{Name: "key", Schema: secret}}),
		rule.Not{Schema: schemaOf(rule.Required{Names: []string{"key"}})},
	)
	text := `{"key": "SECRET"}`
	err := s.Explain(parse(t, text), rule.ShowValues)
	if strings.Contains(err.Error(), "SECRET") || len(err.Violations) != 3 {
		t.Errorf("found\n%v\nwanted three violations without the secret", err)
	}
	start := strings.Index(text, `"SECRET"`)
	if diff := cmp.Diff([]rule.Span{{Start: start, End: start + len(`"SECRET"`)}}, err.Sensitive); diff != "" {
		t.Errorf("the sensitive spans differ (-want +got):\n%s", diff)
	}
}

// TestLongValues wants long values cut, with their length.
func TestLongValues(t *testing.T) {
	long := strings.Repeat("ä", 100)
	err := integers.Explain(parse(t, `"`+long+`"`), rule.ShowValues)
	if wanted := `1:1: found "` + long[:120] + `"… (100 characters), wanted an integer (type)`; err.Error() != wanted {
		t.Errorf("found %q, wanted %q", err, wanted)
	}
	err = texts.Explain(parse(t, strings.Repeat("1", 100)), rule.ShowValues)
	if wanted := `1:1: found a number of 100 bytes, wanted a string (type)`; err.Error() != wanted {
		t.Errorf("found %q, wanted %q", err, wanted)
	}
}

// TestControlCharacters wants no character of a value to reach a terminal as it is.
func TestControlCharacters(t *testing.T) {
	err := integers.Explain(parse(t, `"\u001b[31m\n\u202e"`), rule.ShowValues)
	if wanted := `1:1: found "\x1b[31m\n\u202e", wanted an integer (type)`; err.Error() != wanted {
		t.Errorf("found %q, wanted %q", err, wanted)
	}
}

// TestSyntaxError wants the error for a text that is no JSON to have one violation without a keyword, and to unwrap.
func TestSyntaxError(t *testing.T) {
	_, fault := document.Parse([]byte("{\n \"a\": tru}"))
	err := rule.SyntaxError(fault)
	var syntax *document.SyntaxError
	if !errors.As(err, &syntax) || !errors.Is(err, fault) {
		t.Error("the syntax error is not found within")
	}
	v := err.Violations[0]
	if len(err.Violations) != 1 || v.Keyword != "" || v.Position != (document.Position{Line: syntax.Line, Column: syntax.Column}) || v.Position.Line != 2 {
		t.Errorf("found %+v, wanted one violation at line 2 without a keyword", err.Violations)
	}
}

// TestMemoryIsNotKept wants an error to outlive the document and its text.
func TestMemoryIsNotKept(t *testing.T) {
	text := []byte(`{"a": 12345, "b": "bcdef"}`)
	d, err := document.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	s := schemaOf(rule.NewProperties([]rule.Property{{Name: "a", Schema: texts}, {Name: "b", Schema: integers}}))
	found := s.Explain(d, rule.ShowValues)
	before := strings.Clone(found.Error())
	d.Release()
	for i := range text {
		text[i] = '#'
	}
	if other, err := document.Parse([]byte(`[987654321, "overwritten"]`)); err == nil {
		defer other.Release()
	}
	if found.Error() != before {
		t.Errorf("the error changed to %q, wanted %q", found, before)
	}
}

// TestSharedSchema evaluates one schema from many goroutines.
func TestSharedSchema(t *testing.T) {
	s := schemaOf(rule.UniqueItems{}, rule.Contains{Schema: integers, Min: 1, Max: -1}, rule.Items{Name: "items", Schema: schemaOf(
		rule.AnyOf{Schemas: []*rule.Schema{positive, texts}}, rule.NewEnum(values(t, `[1, "a", 0]`)))})
	wanted := s.Explain(parse(t, `[1, "b", 0, 0]`), rule.ShowValues).Error()
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			for range 50 {
				d, err := document.Parse([]byte(`[1, "b", 0, 0]`))
				if err != nil {
					t.Error(err)
					return
				}
				if got := s.Explain(d, rule.ShowValues).Error(); got != wanted || s.Valid(d) {
					t.Errorf("found %q, wanted %q", got, wanted)
				}
				d.Release()
			}
		})
	}
	wait.Wait()
}

// TestTypes wants the words for types, and none for names that are no types.
func TestTypes(t *testing.T) {
	for _, name := range []string{"null", "boolean", "number", "integer", "string", "array", "object"} {
		if is, ok := rule.ParseType(name); !ok || !strings.HasSuffix(is.String(), name) {
			t.Errorf("%s: found %s (%t)", name, is, ok)
		}
	}
	for _, name := range []string{"", "String", "float", "any"} {
		if is, ok := rule.ParseType(name); ok {
			t.Errorf("%q: found %s, wanted none", name, is)
		}
	}
}
