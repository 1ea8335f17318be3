package contract

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/assaykit/assay/rule"
)

// someFindings are of all kinds, more of them undocumented than are told apart.
func someFindings(r *rand.Rand, n, paths int) []Finding {
	results := []Result{Valid, Invalid, UndocumentedOperation, UndocumentedStatus, UndocumentedMediaType, Skipped}
	list := make([]Finding, n)
	for i := range list {
		f := Finding{
			Source: fmt.Sprintf("capture-%d.har", r.IntN(4)), Entry: r.IntN(50) + 1, Line: r.IntN(9),
			Method: "get", Status: 200 + r.IntN(3), Result: results[r.IntN(len(results))],
		}
		switch f.Result {
		case UndocumentedOperation:
			f.URL = fmt.Sprintf("https://api.example.com/%s?key=REDACTED", strings.Repeat("x", 1+r.IntN(9))+fmt.Sprint("/word", string(rune('a'+r.IntN(paths))), string(rune('a'+r.IntN(paths))), string(rune('a'+r.IntN(paths)))))
		case Invalid:
			f.Operation, f.Documented = "GET /users/{id}", "2XX"
			f.Err = &rule.Error{Violations: []rule.Violation{
				{Keyword: "type", KeywordLocation: fmt.Sprintf("/properties/m%d/type", r.IntN(5)), InstanceLocation: fmt.Sprintf("/%d/m", r.IntN(100))},
				{Found: "no body", Wanted: "a body"},
			}}
		default:
			f.Operation, f.Documented = fmt.Sprintf("GET /things/%d", r.IntN(5)), []string{"", "200", "default"}[r.IntN(3)]
		}
		list[i] = f
	}
	return list
}

// However the findings are spread over summaries, and in whatever order these are merged, directly or through their JSON form,
// the sum has the same bytes.
func TestSummariesAddUp(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for round := range 30 {
		paths, n := 3, 400
		if round == 0 {
			paths, n = 26, 10*MostKinds
		}
		findings := someFindings(r, n, paths)
		whole := NewSummary()
		for _, f := range findings {
			whole.Add(f)
		}
		want := whole.JSON()
		if round == 0 && whole.Undocumented.Others() == 0 {
			t.Fatal("found no kinds beyond the bound, wanted some")
		}

		r.Shuffle(len(findings), func(i, j int) { findings[i], findings[j] = findings[j], findings[i] })
		parts := make([]*Summary, 1+r.IntN(6))
		for i := range parts {
			parts[i] = NewSummary()
		}
		for _, f := range findings {
			parts[r.IntN(len(parts))].Add(f)
		}
		for len(parts) > 1 {
			i := r.IntN(len(parts) - 1)
			a, b := parts[i], parts[i+1]
			if r.IntN(2) == 0 {
				a, b = b, a
			}
			if r.IntN(2) == 0 {
				var err error
				if b, err = ParseSummary(b.JSON()); err != nil {
					t.Fatal(err)
				}
			}
			before := string(b.JSON())
			a.Merge(b)
			if string(b.JSON()) != before {
				t.Fatal("merging changed the summary that was taken in")
			}
			parts = append(parts[:i:i], append([]*Summary{a}, parts[i+2:]...)...)
		}
		if got := parts[0].JSON(); string(got) != string(want) {
			t.Fatalf("round %d: found\n%s\nwanted\n%s", round, got, want)
		}
	}
}

func TestSummaryOfAContract(t *testing.T) {
	object := typed("test:object", rule.TypeObject)
	c := mustCheck(t, Options{},
		Route{Method: "GET", Path: "/users/{id}", Status: "200", Schema: object},
		Route{Method: "GET", Path: "/users/{id}", Status: "default", Schema: object},
		Route{Method: "DELETE", Path: "/users/{id}", Status: "204", Schema: object},
	)
	s := c.Summary()
	for _, url := range []string{"https://a.example/users/1", "https://a.example/groups/1234/x", "https://a.example/groups/99/x", "https://a.example/v2/0f8fad5b-d9cb-469f-a165-70867728950e"} {
		s.Add(c.Check(exchange(t, "GET", url, 200, `{}`)))
	}
	if want := map[string][]string{"GET /users/{id}": {"default"}, "DELETE /users/{id}": nil}; !reflect.DeepEqual(s.Unseen(), want) {
		t.Errorf("found %v unseen, wanted %v", s.Unseen(), want)
	}
	kinds := s.Undocumented.Kinds()
	if len(kinds) != 2 || kinds[Key{Operation: "GET a.example/groups/{…}/x"}].Count != 2 || kinds[Key{Operation: "GET a.example/v2/{…}"}].Count != 1 {
		t.Errorf("found %v undocumented, wanted two kinds", kinds)
	}
}

func TestParseSummaryRefuses(t *testing.T) {
	part := func(text string) string {
		return `{"version": 2, "operations": {"GET /": {"rejected": {"parts": {"p": ` + text + `}}}}}`
	}
	member := func(text string) string { return part(`{"schemas": {"s": {"members": {"m": ` + text + `}}}}`) }
	if _, err := ParseSummary([]byte(member(`{"seen": 1, "numbers": {"min": 1, "max": 2.5}}`))); err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{
		``, `[]`, `{}`, `{"version": 1}`, `{"version": 2, "operations": {"GET /": null}}`, `{"version": 2, "undocumented": null}`,
		`{"version": 2, "violations": {"others": -1}}`, `{"version": 2, "violations": {"kinds": [{"count": 0}]}}`, `{"version": 2, "exchanges": "1"}`,
		`{"version": 2, "exchanges": -1}`, `{"version": 2, "results": {"valid": -1}}`, `{"version": 2, "beyond": null}`, `{"version": 2, "operations": {"GET /": {"statuses": {"200": -1}}}}`,
		part(`null`), part(`{"bodies": -1}`), part(`{"schemas": {"s": null}}`), part(`{"schemas": {"s": {"values": -1}}}`), part(`{"schemas": {"s": {"enum": {"a": -1}}}}`),
		part(`{"schemas": {"s": {"branches": {"a": -1}}}}`), member(`null`), member(`{"seen": -1}`), member(`{"lengths": {"min": -1, "max": 1}}`), member(`{"digits": {"min": 2, "max": 1}}`),
		member(`{"numbers": {"min": 1.0, "max": 2}}`), member(`{"numbers": {"min": 2, "max": 1}}`), member(`{"numbers": {"min": "x", "max": 1}}`), member(`{"numbers": {}}`),
	} {
		if s, err := ParseSummary([]byte(text)); err == nil {
			t.Errorf("%s: found %s, wanted an error", text, s.JSON())
		}
	}
}

// Names that are folded and kinds that are not told apart, both at once, make no difference to how tallies add up: one that is beyond the
// bound in a part, before it is known that it is to be folded, is beyond it in the whole.
func TestFoldedNamesAddUp(t *testing.T) {
	drift := func(operation, schema, member string) Drift {
		return Drift{Key: Key{Operation: operation, Schema: schema, Member: member}, Count: 1, Types: []string{"string"}}
	}
	var a, b []Drift
	for i := range MostKinds - 42 {
		a = append(a, drift(fmt.Sprintf("A%05d", i), "", ""))
	}
	for i := range 43 {
		a = append(a, drift("B", "s", fmt.Sprintf("}%02d", i)))
	}
	for i := range MostNames + 10 {
		b = append(b, drift("B", "s", fmt.Sprintf("|%02d", i)))
	}
	sum := func(lists ...[]Drift) *Tally {
		tally := newTally()
		for _, d := range slices.Concat(lists...) {
			tally.count(d, Place{Source: "a.har", Entry: 1})
		}
		return tally
	}
	whole := sum(a, b)
	want, _ := whole.MarshalJSON()
	for name, parts := range map[string][]*Tally{"a, b": {sum(a), sum(b)}, "b, a": {sum(b), sum(a)}, "four": {sum(a[9000:]), sum(b[20:]), sum(a[:9000]), sum(b[:20])}} {
		all := newTally()
		for _, p := range parts {
			p.trim()
			all.merge(p)
		}
		if got, _ := all.MarshalJSON(); string(got) != string(want) {
			t.Errorf("%s: found another sum of the parts than the whole, %d others and %d", name, all.Others(), whole.Others())
		}
	}
	var many []Drift
	for i := range 2*MostKinds + 10 {
		many = append(many, drift("C", "s", fmt.Sprintf("n%05d", i)))
	}
	if k := sum(many).Kinds()[drift("C", "s", anyName).Key]; k.Count != len(many)-MostNames || k.First != (Place{Source: "a.har", Entry: 1}) {
		t.Errorf("found %d members folded, first in %s, wanted all but %d, first in a.har: entry 1", k.Count, k.First, MostNames)
	}
	if n := sum(b).Kinds()[drift("B", "s", anyName).Key].Count; n != 10 {
		t.Errorf("found %d members folded, wanted 10", n)
	}
}

// Types of a summary that was read are in order, each once, whatever order they had.
func TestTypesAreInOrder(t *testing.T) {
	s, err := ParseSummary([]byte(`{"version": 2, "undocumentedMembers": {"kinds": [{"operation": "GET /", "member": "m", "count": 1, "types": ["string", "null", "string"]}]}}`))
	if err != nil {
		t.Fatal(err)
	}
	if k := s.Members.Kinds()[Key{Operation: "GET /", Member: "m"}]; !slices.Equal(k.Types, []string{"null", "string"}) {
		t.Errorf("found the types %v, wanted null and string", k.Types)
	}
}

// Summaries of two contracts merge to the same, whichever is taken into which.
func TestSummariesOfTwoContracts(t *testing.T) {
	read := func(at string, nullable bool) *Summary {
		s, err := ParseSummary(fmt.Appendf(nil, `{"version": 2, "operations": {"GET /": {"accepted": {"parts": {"p": {"bodies": 1, "schemas": {"s": {"at": %q, "values": 1,
			"members": {"m": {"seen": 1, "nullable": %t}}}}}}}}}}`, at, nullable))
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	a, b := read("/x", true), read("/a/b", false)
	a.Merge(read("/a/b", false))
	b.Merge(read("/x", true))
	if string(a.JSON()) != string(b.JSON()) {
		t.Errorf("found\n%s\nand\n%s", a.JSON(), b.JSON())
	}
	if s := a.Operations["GET /"].Accepted.Parts["p"].Schemas["s"]; s.At != "/x" || !s.Members["m"].Nullable {
		t.Errorf("found %+v, wanted the nearer place and what either declares", s)
	}
}
