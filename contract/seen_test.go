package contract_test

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/assaykit/assay/capture"
	"github.com/assaykit/assay/contract"
	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
	"github.com/assaykit/assay/schema"
	"github.com/google/go-cmp/cmp"
)

// compiled is a schema of a text, in the file s.json.
func compiled(t testing.TB, text string) *rule.Schema {
	t.Helper()
	d, err := document.Parse([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	s, err := schema.Compile(&schema.Source{Name: "s.json", URI: "file:///home/somebody/s.json", Document: d}, "", schema.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return s.Rule()
}

// covering is a checker of GET / and POST /, whose responses and requests go by one schema.
func covering(t testing.TB, s *rule.Schema, o contract.Options) *contract.Checker {
	t.Helper()
	o.Coverage = true
	request := &contract.Request{Content: []contract.Content{{MediaType: "application/json", Schema: s}}}
	c, err := contract.NewChecker([]contract.Route{
		{Method: "GET", Path: "/", Status: "200", MediaType: "application/json", Schema: s},
		{Method: "GET", Path: "/", Status: "default", MediaType: "application/json", Schema: s},
		{Method: "POST", Path: "/", Status: "200", MediaType: "application/json", Schema: s, Described: true, Request: request},
	}, o)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// answer is an exchange with a JSON body, as the entry of a capture.
func answer(method string, status, entry int, body string) *capture.Exchange {
	message := capture.Message{MediaType: "application/json", Body: []byte(body), State: capture.BodyRecorded}
	return &capture.Exchange{Source: "a.har", Entry: entry, Method: method, URL: &url.URL{Scheme: "https", Host: "h", Path: "/"}, Status: status,
		Request: message, Response: message}
}

// summed is what a summary has of some bodies, each a response of GET with status 200.
func summed(t testing.TB, o contract.Options, text string, bodies ...string) (*contract.Summary, *contract.PartCoverage) {
	t.Helper()
	c := covering(t, compiled(t, text), o)
	sum := c.Summary()
	for i, body := range bodies {
		f := c.Check(answer("GET", 200, i+1, body))
		if f.Result != contract.Valid {
			t.Fatalf("%s: found %s %v, wanted a valid body", body, f.Result, f.Err)
		}
		sum.Add(f)
	}
	return sum, sum.Operations["GET /"].Accepted.Parts["response 200 application/json"]
}

// TestWhatIsSeenOfSchemas holds bodies against what the coverage has of them, a line for each thing that can be seen.
func TestWhatIsSeenOfSchemas(t *testing.T) {
	tests := []struct {
		name, schema string
		bodies       []string
		want         string
	}{
		{"members", `{"properties": {"a": {"type": "string"}, "b": {"type": ["integer", "null"]}, "c": {}}, "required": ["a"]}`,
			[]string{`{"a": "x", "b": null}`, `{"a": "xyz", "b": 120}`, `{"a": "", "b": 7}`},
			`s.json at "": 3 values, 3 objects
				a: 3, required, lengths 0-3
				b: 3, 1 null, nullable, digits 1-3
				c: 0`},
		{"what combines", `{"$ref": "#/$defs/base", "allOf": [{"properties": {"b": {}}}], "$defs": {"base": {"properties": {"a": {"$ref": "#/$defs/leaf"}}}, "leaf": {"properties": {"x": {}, "y": {}}}}}`,
			[]string{`{"a": {"x": 1}}`},
			`s.json#/$defs/base at "": 1 values, 1 objects
				a: 1
			s.json#/$defs/leaf at "/a": 1 values, 1 objects
				x: 1, digits 1-1
				y: 0
			s.json#/allOf/0 at "": 1 values, 1 objects
				b: 0`},
		{"branches", `{"oneOf": [{"type": "integer"}, {"type": "string", "enum": ["a", "b"]}, {"type": "boolean"}]}`,
			[]string{`1`, `2`, `"b"`},
			`s.json at "": 3 values, 0 objects
				oneOf/0: 2
				oneOf/1: 1
				oneOf/2: 0
			s.json#/oneOf/1 at "": 1 values, 0 objects
				"a": 0
				"b": 1
			s.json#/oneOf/2 at "": 0 values, 0 objects
				false: 0
				true: 0`},
		{"conditions", `{"if": {"properties": {"kind": {"const": "a"}}, "required": ["kind"]}, "then": {"properties": {"x": {}}}, "else": {"properties": {"y": {}}},
			"dependentSchemas": {"card": {"properties": {"address": {}}}}}`,
			[]string{`{"kind": "a", "x": 1}`, `{"card": 1}`},
			`s.json at "": 2 values, 2 objects
				dependentSchemas/card: 1
				else: 1
				then: 1
			s.json#/dependentSchemas/card at "": 1 values, 1 objects
				address: 0
			s.json#/else at "": 1 values, 1 objects
				y: 0
			s.json#/then at "": 1 values, 1 objects
				x: 1, digits 1-1`},
		{"a condition that is what follows", `{"if": {"$ref": "#/$defs/a"}, "then": {"$ref": "#/$defs/a"}, "$defs": {"a": {"properties": {"x": {}}}}}`, []string{`{"x": 1}`},
			`s.json at "": 1 values, 1 objects
				then: 1
			s.json#/$defs/a at "": 1 values, 1 objects
				x: 1, digits 1-1`},
		{"maps and arrays", `{"additionalProperties": {"type": "array", "items": {"type": "string"}, "prefixItems": [{"type": "boolean"}]}, "patternProperties": {"^x-": {"type": "integer"}}}`,
			[]string{`{"k": [true, "ab", "c"], "x-1": 5, "j": []}`},
			`s.json at "": 1 values, 1 objects
				others: 3, counts 0-3, digits 1-1
			s.json#/additionalProperties at "/{…}": 2 values, 0 objects
				items: 3, lengths 1-2
			s.json#/additionalProperties/prefixItems/0 at "/{…}/*": 1 values, 0 objects
				false: 0
				true: 1`},
		{"itself", `{"properties": {"next": {"$ref": "#"}, "id": {}}, "type": ["object", "null"]}`,
			[]string{`{"id": 1, "next": {"next": {"id": 2, "next": null}}}`},
			`s.json at "": 4 values, 3 objects
				id: 2, digits 1-1
				next: 3, 1 null, nullable`},
		{"values and their spelling", `{"enum": [1, "é", {"b": 1, "a": [2]}, null, 2]}`,
			[]string{`1.0`, `{"a": [2], "b": 1}`, `"\u00e9"`},
			`s.json at "": 3 values, 1 objects
				"é": 1
				1: 1
				2: 0
				null: 0
				{"a":[2],"b":1}: 1`},
		{"never", `{"properties": {"a": false, "b": {"items": false}}, "additionalProperties": false}`, []string{`{"b": []}`},
			`s.json at "": 1 values, 1 objects
				b: 1, counts 0-0`},
		{"true", `true`, []string{`{"a": 1}`}, ``},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			sum, part := summed(t, contract.Options{}, test.schema, test.bodies...)
			if part.Bodies != len(test.bodies) {
				t.Errorf("found %d bodies, wanted %d", part.Bodies, len(test.bodies))
			}
			if diff := cmp.Diff(strings.ReplaceAll(test.want, "\t", ""), told(part)); diff != "" {
				t.Errorf("(-wanted +found):\n%s", diff)
			}
			if text := string(sum.JSON()); strings.Contains(text, "somebody") {
				t.Errorf("found a folder of the machine in %s", text)
			}
		})
	}
}

// told writes a coverage.
func told(p *contract.PartCoverage) string {
	var lines []string
	for location, s := range p.Schemas {
		text := []string{fmt.Sprintf("%s at %q: %d values, %d objects", location, s.At, s.Values, s.Objects)}
		var below []string
		member := func(name string, m *contract.MemberCoverage) {
			if m == nil {
				return
			}
			line := fmt.Sprintf("%s: %d", name, m.Seen)
			if m.Null > 0 {
				line += fmt.Sprintf(", %d null", m.Null)
			}
			if m.Nullable {
				line += ", nullable"
			}
			if m.Required {
				line += ", required"
			}
			for i, r := range []*contract.Range{m.Lengths, m.Counts, m.Digits} {
				if r != nil {
					line += fmt.Sprintf(", %s %d-%d", []string{"lengths", "counts", "digits"}[i], r.Min, r.Max)
				}
			}
			below = append(below, line)
		}
		for name, m := range s.Members {
			member(name, m)
		}
		member("others", s.Others)
		member("items", s.Items)
		for name, n := range s.Branches {
			below = append(below, fmt.Sprintf("%s: %d", name, n))
		}
		for name, n := range s.Enum {
			below = append(below, fmt.Sprintf("%s: %d", name, n))
		}
		slices.Sort(below)
		lines = append(lines, strings.Join(append(text, below...), "\n"))
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

// TestDriftOfValidBodies holds bodies against what is undocumented in them, and what is beyond the enums.
func TestDriftOfValidBodies(t *testing.T) {
	const members = `{"properties": {"id": {}, "at": {"allOf": [{"properties": {"x": {}}}, {"properties": {"y": {}}}]}}}`
	tests := []struct {
		name, schema, body string
		want               []string
	}{
		{"none", members, `{"id": 1, "at": {"x": 1, "y": 2}}`, nil},
		{"one", members, `{"id": 1, "nick": "x"}`, []string{"undocumented-member s.json nick 1 string"}},
		{"within", members, `{"at": {"z": 1.5}}`, []string{"undocumented-member s.json#/properties/at/allOf/0 z 1 number"}},
		{"often", `{"items": {"properties": {"id": {}}}}`, `[{"a": 1}, {"a": null}, {"b": []}]`,
			[]string{"undocumented-member s.json#/items a 2 integer,null", "undocumented-member s.json#/items b 1 array"}},
		{"data for names", members, `{"7f3e9a00": 1, "2026-01-01": 1, "a@example.com": 1, "a b": 1, "": 1, "` + strings.Repeat("k", 41) + `": 1}`,
			[]string{"undocumented-member s.json {…} 6 integer"}},
		{"a map", `{"additionalProperties": {"type": "integer"}}`, `{"a": 1}`, nil},
		{"a map of anything", `{"type": "object", "additionalProperties": true}`, `{"a": 1}`, nil},
		{"members and anything", `{"properties": {"id": {}}, "additionalProperties": true}`, `{"a": 1}`, []string{"undocumented-member s.json a 1 integer"}},
		{"members and a map", `{"properties": {"id": {}}, "additionalProperties": {"type": "integer"}}`, `{"a": 1}`, nil},
		{"an object", `{"type": "object"}`, `{"a": 1, "b": 1}`, []string{"undocumented-member s.json {…} 2 integer"}},
		{"anything", `{}`, `{"a": 1}`, nil},
		{"a pattern", `{"properties": {"id": {}}, "patternProperties": {"^x-": {}}}`, `{"x-a": 1}`, nil},
		{"the other branch", `{"oneOf": [{"properties": {"a": {"type": "string"}}, "required": ["a"]}, {"properties": {"b": {}}, "required": ["b"]}]}`, `{"b": 1, "a": 1}`,
			[]string{"undocumented-member s.json#/oneOf/1 a 1 integer"}},
		{"a condition", `{"if": {"properties": {"kind": {"const": "a"}}}, "then": {"properties": {"x": {}}}}`, `{"kind": "a", "x": 1}`, nil},
		{"unevaluated", `{"allOf": [{"properties": {"a": {}}}], "unevaluatedProperties": {"type": "integer"}}`, `{"a": "x", "b": 1}`, nil},
		{"unevaluated by branches", `{"anyOf": [{"properties": {"a": {"type": "string"}}, "required": ["a"]}, {"required": ["c"]}], "unevaluatedProperties": {"type": "integer"}}`,
			`{"a": "x", "b": 1}`, nil},
		{"sensitive", `{"properties": {"s": {"x-sensitive": true, "properties": {"id": {}}}}}`, `{"s": {"nick": 1}}`,
			[]string{"undocumented-member s.json#/properties/s {…} 1 integer"}},

		{"an open enum", `{"anyOf": [{"enum": ["a"]}, {"type": "string"}]}`, `"b"`, []string{"beyond-enum s.json  1 "}},
		{"a value of it", `{"anyOf": [{"enum": ["a"]}, {"type": "string"}]}`, `"a"`, nil},
		{"another type", `{"anyOf": [{"enum": ["a"]}, {"type": "integer"}, {"type": "null"}]}`, `1`, nil},
		{"another list", `{"anyOf": [{"enum": ["a"]}, {"const": "b"}]}`, `"b"`, nil},
		{"behind a reference", `{"anyOf": [{"$ref": "#/$defs/e"}, {"type": "string"}], "$defs": {"e": {"enum": ["a"]}}}`, `"b"`, []string{"beyond-enum s.json  1 "}},
		{"x-extensible-enum", `{"type": "string", "x-extensible-enum": ["a"]}`, `"b"`, []string{"beyond-enum s.json  1 "}},
		{"a value of x-extensible-enum", `{"type": "string", "x-extensible-enum": ["a"]}`, `"a"`, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			c := covering(t, compiled(t, test.schema), contract.Options{})
			f := c.Check(answer("GET", 200, 1, test.body))
			if f.Result != contract.Valid || (f.Reason != "") != (test.want != nil) {
				t.Errorf("found %s, %q, wanted a valid body with a reason: %t", f.Result, f.Reason, test.want != nil)
			}
			var got []string
			for _, d := range f.Seen.Drifts {
				got = append(got, fmt.Sprintf("%s %s %s%s %d %s", d.Kind, d.Key.Schema, d.Key.Member, d.Key.Value, d.Count, strings.Join(d.Types, ",")))
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-wanted +found):\n%s", diff)
			}
		})
	}
}

// TestManyNamesAreFolded wants a body of many names to be told of by the first of them, and by how many there are.
func TestManyNamesAreFolded(t *testing.T) {
	const names = 1000
	body := `{"id": 1`
	for i := range names {
		body += fmt.Sprintf(`, "%c%c%c": 1`, 'a'+i/100, 'a'+i/10%10, 'a'+i%10)
	}
	f := covering(t, compiled(t, `{"properties": {"id": {}}}`), contract.Options{}).Check(answer("GET", 200, 1, body+"}"))
	total, folded := 0, 0
	for _, d := range f.Seen.Drifts {
		if total += d.Count; d.Key.Member == "{…}" {
			folded = d.Count
		}
	}
	if n := len(f.Seen.Drifts); n > 2*contract.MostNames || total != names || folded < names-2*contract.MostNames || f.Seen.Drifts[0].Key.Member != "aaa" {
		t.Errorf("found %d kinds of %d members, %d folded, the first %q, wanted some of %d, the first of them apart", n, total, folded, f.Seen.Drifts[0].Key.Member, names)
	}
}

// TestValuesAreShownOnDemand wants neither numbers nor values beyond enums in a summary, unless they are asked for and not sensitive.
func TestValuesAreShownOnDemand(t *testing.T) {
	const text = `{"properties": {"n": {"type": "number"}, "e": {"anyOf": [{"enum": ["a"]}, {"type": "string"}]},
		"s": {"x-sensitive": true, "properties": {"n": {}, "e": {"anyOf": [{"enum": ["a"]}, {"type": "string"}]}, "b": {"type": "boolean"}}}}}`
	body := `{"n": 41729, "e": "beyond", "s": {"n": 90210, "e": "s3cr3t", "b": true}}`
	hidden, _ := summed(t, contract.Options{}, text, body)
	shown, _ := summed(t, contract.Options{ShowValues: true}, text, body)
	for value, want := range map[string]bool{"41729": true, "beyond\\\"": true, "90210": false, "s3cr3t": false, `"true": 1`: false} {
		if strings.Contains(string(hidden.JSON()), value) {
			t.Errorf("found %s in a summary that shows no values", value)
		}
		if got := strings.Contains(string(shown.JSON()), value); got != want {
			t.Errorf("%s: found %t in a summary that shows values, wanted %t", value, got, want)
		}
	}
}

// TestSidesAreApart wants what was rejected apart from what was accepted, and nothing of what was not judged.
func TestSidesAreApart(t *testing.T) {
	c := covering(t, compiled(t, `{"properties": {"a": {}}}`), contract.Options{})
	sum := c.Summary()
	for i, x := range []*capture.Exchange{
		answer("GET", 200, 1, `{"a": 1}`), answer("GET", 404, 2, `{"b": 1}`), answer("GET", 304, 3, ``), answer("GET", 201, 4, `{"b": 1}`), answer("POST", 200, 5, `{"b": 1}`),
	} {
		if i == 2 {
			x.Response.Body = nil
		}
		sum.Add(c.Check(x))
	}
	get, post := sum.Operations["GET /"], sum.Operations["POST /"]
	for _, got := range []struct {
		name  string
		side  contract.Side
		total int
		parts map[string]int
	}{
		{"GET accepted", get.Accepted, 3, map[string]int{"response 200 application/json": 1, "response default application/json": 1}},
		{"GET rejected", get.Rejected, 1, map[string]int{"response default application/json": 1}},
		{"POST accepted", post.Accepted, 1, map[string]int{"response 200 application/json": 1, "request body application/json": 1}},
		{"POST rejected", post.Rejected, 0, map[string]int{}},
	} {
		parts := map[string]int{}
		for name, p := range got.side.Parts {
			parts[name] = p.Bodies
		}
		if diff := cmp.Diff(got.parts, parts); diff != "" || got.side.Exchanges != got.total {
			t.Errorf("%s: found %d exchanges, wanted %d; parts (-wanted +found):\n%s", got.name, got.side.Exchanges, got.total, diff)
		}
	}
	rejected := 0
	for key := range sum.Members.Kinds() {
		if key.Rejected {
			rejected++
		}
	}
	if n := len(sum.Members.Kinds()); n != 4 || rejected != 1 {
		t.Errorf("found %d kinds of undocumented members, %d of them rejected, wanted 4 and 1", n, rejected)
	}
}

// TestNothingIsSeenUnasked wants a checker that is not asked for coverage to leave findings as they were.
func TestNothingIsSeenUnasked(t *testing.T) {
	c, err := contract.NewChecker([]contract.Route{{Method: "GET", Path: "/", Schema: compiled(t, `{"properties": {"a": {}}}`)}}, contract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if f := c.Check(answer("GET", 200, 1, `{"b": 1}`)); f.Seen != nil || f.Reason != "" {
		t.Errorf("found %v and %q, wanted neither", f.Seen, f.Reason)
	}
}

// TestRecursionEnds wants schemas that lead back to themselves, in every way, to be gone through in the end.
func TestRecursionEnds(t *testing.T) {
	for _, text := range []string{
		`{"anyOf": [{"type": "integer"}, {"$ref": "#/$defs/a"}], "$defs": {"a": {"items": {"$ref": "#"}, "additionalProperties": {"$ref": "#"}}}}`,
		`{"$dynamicAnchor": "n", "properties": {"l": {"$dynamicRef": "#n"}, "r": {"$dynamicRef": "#n"}}}`,
		`{"if": {"$ref": "#/$defs/a"}, "then": {"$ref": "#/$defs/a"}, "else": {"items": {"$ref": "#"}}, "$defs": {"a": {"properties": {"l": {"$ref": "#"}}}}}`,
	} {
		body := `[]`
		for range 200 {
			body = `{"l": [` + body + `], "r": {}}`
		}
		c := covering(t, compiled(t, text), contract.Options{})
		sum := c.Summary()
		sum.Add(c.Check(answer("GET", 200, 1, body)))
		if p := sum.Operations["GET /"].Accepted.Parts["response 200 application/json"]; p.Bodies != 1 {
			t.Errorf("%s: found %d bodies, wanted 1", text, p.Bodies)
		}
	}
}
