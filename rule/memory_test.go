package rule_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
	"github.com/assaykit/assay/schema"
	"github.com/assaykit/assay/schema/suite"
)

// TestRememberedAnswers wants the verdicts of the official suite from an evaluation that remembers from its first reference on.
func TestRememberedAnswers(t *testing.T) {
	s, asked := suite.Open(t), 0
	for _, g := range s.Groups {
		compiled, err := s.Compile(g)
		if err != nil {
			continue // other tests say so
		}
		for _, c := range g.Tests {
			d, err := document.Parse(c.Data)
			if err != nil {
				t.Fatal(err)
			}
			asked++
			if want, found := compiled.Valid(d), compiled.Rule().ValidRemembering(d); found != want {
				t.Errorf("%s · %s: found %t from remembered answers, wanted %t", g.Name, c.Description, found, want)
			}
			for references := range 3 {
				if found := compiled.Rule().ExplainBriefly(d, references); (found == nil) != compiled.Valid(d) || found != nil && len(found.Violations) == 0 {
					t.Errorf("%s · %s: found %v by going into %d references", g.Name, c.Description, found, references)
				}
			}
		}
	}
	if asked == 0 {
		t.Error("found no cases, wanted the suite")
	}
}

// ladder is a schema of some steps, each of which leads to the next one twice.
func ladder(step, end string, steps int) string {
	var b strings.Builder
	fmt.Fprintf(&b, `{"$ref": "#/$defs/s0", "unevaluatedProperties": false, "$defs": {`)
	for i := range steps {
		fmt.Fprintf(&b, `"s%d": %s, `, i, strings.ReplaceAll(step, "NEXT", fmt.Sprintf(`{"$ref": "#/$defs/s%d"}`, i+1)))
	}
	fmt.Fprintf(&b, `"s%d": %s}}`, steps, end)
	return b.String()
}

// nested is an object in objects.
func nested(depth int, innermost string) string {
	return strings.Repeat(`{"x": `, depth) + innermost + strings.Repeat(`}`, depth)
}

// TestManyWays wants verdicts, and explanations of bounded size, on schemas that lead to the same value in more ways than could be gone.
func TestManyWays(t *testing.T) {
	const endless = 60 // steps: more than 10^18 ways
	again := `{"type": ["object", "boolean"], "not": {"const": true}, "anyOf": [
		{"properties": {"x": {"$ref": "#"}}, "minProperties": 1}, {"properties": {"x": {"$ref": "#"}}, "maxProperties": 3}]}`
	for _, c := range []struct {
		name, schema, text string
		want               bool
	}{
		{"allOf, valid", ladder(`{"allOf": [NEXT, NEXT]}`, `{"properties": {"x": true}}`, endless), `{"x": 1}`, true},
		{"allOf, what is left", ladder(`{"allOf": [NEXT, NEXT]}`, `{"properties": {"x": true}}`, endless), `{"x": 1, "y": 2}`, false},
		{"anyOf, valid by the last way", ladder(`{"anyOf": [{"minProperties": 2, "allOf": [NEXT]}, NEXT]}`, `{"properties": {"x": true}}`, endless), `{"x": 1}`, true},
		{"anyOf, invalid", ladder(`{"anyOf": [NEXT, NEXT]}`, `{"type": "array"}`, endless), `{"x": 1}`, false},
		{"oneOf, each accepts", ladder(`{"oneOf": [NEXT, NEXT]}`, `{"properties": {"x": true}}`, endless), `{"x": 1}`, false},
		{"not", ladder(`{"not": {"allOf": [NEXT, NEXT]}}`, `{"properties": {"x": true}}`, endless), `{}`, true},
		{"if", ladder(`{"if": NEXT, "then": NEXT, "else": NEXT}`, `{"properties": {"x": true}}`, endless), `{"x": 1}`, true},
		{"members by two keywords", ladder(`{"properties": {"x": NEXT}, "patternProperties": {"x": NEXT}}`, `{"type": "null"}`, endless), nested(endless, "null"), true},
		{"members by two keywords, invalid", ladder(`{"properties": {"x": NEXT}, "patternProperties": {"x": NEXT}}`, `{"type": "null"}`, endless), nested(endless, "0"), false},
		{"recursion, valid", again, nested(endless, "false"), true},
		{"recursion, invalid", again, nested(endless, "true"), false},
		{"recursion as deep as documents are, invalid", again, nested(document.MaxDepth, "true"), false},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := schema.MustCompile(c.schema)
			d, err := document.Parse([]byte(c.text))
			if err != nil {
				t.Fatal(err)
			}
			if found := s.Valid(d); found != c.want {
				t.Fatalf("found %t, wanted %t", found, c.want)
			}
			found := s.Explain(d)
			if (found == nil) != c.want {
				t.Fatalf("found the explanation %v of what is valid: %t", found, c.want)
			}
			if n, most := locations(found), 100<<20; n > most {
				t.Errorf("found locations of %d bytes, wanted at most %d", n, most)
			}
			if unit := s.Rule().Evaluate(d, rule.ShowValues); unit.Valid != c.want {
				t.Errorf("found an outcome that says %t, wanted %t", unit.Valid, c.want)
			}
		})
	}
}

// locations is how many bytes the locations of violations take.
func locations(e *rule.Error) int {
	if e == nil {
		return 0
	}
	n := 0
	for _, v := range e.Violations {
		n += len(v.KeywordLocation) + len(v.InstanceLocation) + locations(&rule.Error{Violations: v.Causes})
	}
	return n
}

// TestUnreadSecrets wants nothing shown where what marks secrets was not gone into.
func TestUnreadSecrets(t *testing.T) {
	s := schema.MustCompile(`{"properties": {"a": {"$ref": "#/$defs/any"}, "b": {"$ref": "#/$defs/secret"}, "c": {"const": 1}},
		"$defs": {"any": true, "secret": {"x-sensitive": true}}}`)
	d, err := document.Parse([]byte(`{"a": 0, "b": "hidden", "c": "hidden"}`))
	if err != nil {
		t.Fatal(err)
	}
	for references, wanted := range []string{"found a string of 6 characters", "found a string of 6 characters", `found "hidden"`} {
		if found := s.Rule().ExplainBriefly(d, references); !strings.Contains(found.Error(), wanted) {
			t.Errorf("found %q by going into %d references, wanted %q", found, references, wanted)
		}
	}
}

// TestTooManyViolations wants it said that there are more.
func TestTooManyViolations(t *testing.T) {
	s := schema.MustCompile(`{"items": {"type": "string"}}`)
	d, err := document.Parse([]byte(`[` + strings.Repeat("1,", 99) + `1]`))
	if err != nil {
		t.Fatal(err)
	}
	found := s.Rule().ExplainWithin(d, 10_000).Violations
	if n := len(found); n < 10 || n > 40 || found[n-1].Code() != rule.CodeTooManyViolations {
		t.Errorf("found %d violations, the last of which is %v, wanted some 30 and one that says so", n, found[n-1])
	}
	if found := s.Explain(d).Violations; len(found) != 100 {
		t.Errorf("found %d violations, wanted 100", len(found))
	}
}

// TestTooManyEvaluations wants no verdict where there is too much to evaluate.
func TestTooManyEvaluations(t *testing.T) {
	s := schema.MustCompile(`{"items": {"$ref": "#/$defs/item"}, "$defs": {"item": {"type": "string"}}}`)
	d, err := document.Parse([]byte(`[` + strings.Repeat(`"",`, 99) + `""]`))
	if err != nil {
		t.Fatal(err)
	}
	if found := s.Rule().TryWithin(d, 100); found != nil {
		t.Errorf("found %v, wanted a verdict", found)
	}
	if found := s.Rule().TryWithin(d, 99); found == nil || found.Violations[0].Code() != rule.CodeTooManyEvaluations {
		t.Errorf("found %v, wanted no verdict", found)
	}
}

// TestWideChoice wants a verdict on a long document whose every item is held against many schemas.
func TestWideChoice(t *testing.T) {
	const branches, items = 400, 8000 // more answers than are remembered at a time
	var b strings.Builder
	b.WriteString(`{"items": {"anyOf": [{"type": "null"}`)
	for i := range branches {
		fmt.Fprintf(&b, `, {"$ref": "#/$defs/d%d"}`, i)
	}
	b.WriteString(`]}, "$defs": {`)
	for i := range branches {
		fmt.Fprintf(&b, `"d%d": {"minimum": %d}, `, i, branches-i)
	}
	b.WriteString(`"last": true}}`)
	s := schema.MustCompile(b.String())
	for text, want := range map[string]bool{`[` + strings.Repeat("1,", items) + `1]`: true, `[` + strings.Repeat("1,", items) + `0]`: false} {
		d, err := document.Parse([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		if found := s.Valid(d); found != want {
			t.Errorf("found %t, wanted %t", found, want)
		}
	}
}

// randomSchema refers to three definitions in all ways that schemas have.
func randomSchema(r *rand.Rand, depth int) string {
	ref := func() string { return fmt.Sprintf(`{"$ref": "#/$defs/d%d"}`, r.IntN(3)) }
	if depth == 0 {
		return []string{`true`, `{"type": "object"}`, `{"type": "integer"}`, `{"required": ["a"]}`, `{"maxProperties": 1}`, `{"properties": {"a": true}}`, `{"minItems": 1}`}[r.IntN(7)]
	}
	sub := func() string {
		if r.IntN(3) == 0 {
			return ref()
		}
		return randomSchema(r, depth-1)
	}
	child := func() string { return []string{ref(), randomSchema(r, 0)}[r.IntN(2)] }
	words := []string{
		`"anyOf": [` + sub() + `, ` + sub() + `]`, `"allOf": [` + sub() + `, ` + sub() + `]`, `"oneOf": [` + sub() + `, ` + sub() + `]`, `"not": ` + sub(),
		`"if": ` + sub() + `, "then": ` + sub() + `, "else": ` + sub(), `"properties": {"a": ` + child() + `, "b": ` + child() + `}`, `"patternProperties": {"a": ` + child() + `}`,
		`"items": ` + child(), `"prefixItems": [` + child() + `]`, `"contains": ` + child(), `"dependentSchemas": {"a": ` + sub() + `}`, `"additionalProperties": ` + child(),
		`"unevaluatedProperties": ` + []string{"false", `{"type": "integer"}`, child()}[r.IntN(3)], `"unevaluatedItems": ` + []string{"false", child()}[r.IntN(2)],
	}
	r.Shuffle(len(words), func(i, j int) { words[i], words[j] = words[j], words[i] })
	list, seen := []string{}, map[string]bool{}
	for _, w := range words[:1+r.IntN(3)] {
		name, _, _ := strings.Cut(w, ":")
		if !seen[name] {
			seen[name] = true
			list = append(list, w)
		}
	}
	return `{` + strings.Join(list, ", ") + `}`
}

// randomValue has members and items that those schemas speak of.
func randomValue(r *rand.Rand, depth int) string {
	n := 6
	if depth == 0 {
		n = 3
	}
	switch r.IntN(n) {
	case 0:
		return "1"
	case 1:
		return `"x"`
	case 2:
		return `{}`
	case 3:
		return `[` + randomValue(r, depth-1) + `, ` + randomValue(r, depth-1) + `]`
	}
	return `{"a": ` + randomValue(r, depth-1) + `, "` + string("bc"[r.IntN(2)]) + `": ` + randomValue(r, depth-1) + `}`
}

// TestRememberedAtRandom wants what is remembered to change no verdict, also where answers say which children were evaluated.
func TestRememberedAtRandom(t *testing.T) {
	compared, valid := 0, 0
	for seed := range uint64(3000) {
		r := rand.New(rand.NewPCG(seed, 3))
		text := fmt.Sprintf(`{"$ref": "#/$defs/d0", "unevaluatedProperties": %s, "$defs": {"d0": %s, "d1": %s, "d2": %s}}`,
			[]string{"true", "false"}[r.IntN(2)], randomSchema(r, 2), randomSchema(r, 2), randomSchema(r, 1))
		s, err := schema.CompileText(text, schema.Options{})
		if err != nil {
			continue // a schema that leads to itself for the same value
		}
		for range 8 {
			instance := randomValue(r, 3)
			d, err := document.Parse([]byte(instance))
			if err != nil {
				t.Fatal(err)
			}
			want := s.Valid(d)
			compared++
			if want {
				valid++
			}
			if found := s.Rule().ValidRemembering(d); found != want {
				t.Fatalf("seed %d: found %t from remembered answers, wanted %t\n%s\nof\n%s", seed, found, want, text, instance)
			}
			if found := s.Explain(d); (found == nil) != want {
				t.Fatalf("seed %d: found the explanation %v of what is valid: %t\n%s\nof\n%s", seed, found, want, text, instance)
			}
			for n := range 2 {
				if found := s.Rule().ExplainBriefly(d, n); (found == nil) != want || found != nil && len(found.Violations) == 0 {
					t.Fatalf("seed %d: found the brief explanation %v of what is valid: %t\n%s\nof\n%s", seed, found, want, text, instance)
				}
			}
		}
	}
	if compared < 5000 || valid < compared/10 || valid > compared*9/10 {
		t.Errorf("compared %d verdicts, %d of them valid, wanted more of both", compared, valid)
	}
}
