package rule_test

import (
	"testing"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
	"github.com/assaykit/assay/schema"
)

// TestExplanationsAgree wants the keywords that are to blame, and no others, where what one keyword says depends on what others came to.
func TestExplanationsAgree(t *testing.T) {
	for _, test := range []struct{ schema, instance, wanted string }{
		{`{"anyOf": [{"properties": {"a": true}, "unevaluatedProperties": {"type": "string"}}, {"type": "null"}]}`, `{"b": 1}`, "/anyOf"},
		{`{"anyOf": [{"prefixItems": [true], "unevaluatedItems": {"type": "string"}}, {"type": "null"}]}`, `[1, 1]`, "/anyOf"},
		{`{"allOf": [{"properties": {"a": true}, "unevaluatedProperties": {"type": "integer"}}], "unevaluatedProperties": false, "required": ["z"]}`, `{"a": 1, "b": 1}`, "/required"},
		{`{"allOf": [{"prefixItems": [true], "unevaluatedItems": {"type": "integer"}}], "unevaluatedItems": false, "minItems": 3}`, `[1, 1]`, "/minItems"},
	} {
		s, err := schema.CompileText(test.schema, schema.Options{})
		if err != nil {
			t.Fatal(err)
		}
		instance, err := document.Parse([]byte(test.instance))
		if err != nil {
			t.Fatal(err)
		}
		e := s.Rule().Explain(instance, rule.ShowValues)
		if e == nil || len(e.Violations) != 1 || e.Violations[0].KeywordLocation != test.wanted {
			t.Errorf("%s with %s: found %v, wanted a violation of %s alone", test.instance, test.schema, e, test.wanted)
		}
	}
}

// TestCodesOfSyntax wants the code of a text that is no document to tell why.
func TestCodesOfSyntax(t *testing.T) {
	for text, wanted := range map[string]string{`[1`: rule.CodeSyntax, `{"a": 1, "a": 1}`: rule.CodeDuplicateName, `[[1]]`: rule.CodeLimit} {
		_, err := document.ParseWithin([]byte(text), 1, document.Limits{Depth: 1})
		if found := rule.SyntaxError(err).Violations[0].Code(); found != wanted {
			t.Errorf("%s: found the code %s, wanted %s", text, found, wanted)
		}
	}
}

func TestTypesHas(t *testing.T) {
	number, text := rule.TypeNumber, rule.TypeString
	if both := number | text; !both.Has(number) || !both.Has(both) || number.Has(both) || number.Has(text) {
		t.Error("found sets of types with others than were put into them")
	}
}
