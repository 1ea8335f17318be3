package contract

import (
	"fmt"
	"math/rand/v2"
	"reflect"
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
	for _, text := range []string{
		``, `[]`, `{}`, `{"version": 1}`, `{"version": 2, "operations": {"GET /": null}}`, `{"version": 2, "undocumented": null}`,
		`{"version": 2, "violations": {"others": -1}}`, `{"version": 2, "violations": {"kinds": [{"count": 0}]}}`, `{"version": 2, "exchanges": "1"}`,
	} {
		if s, err := ParseSummary([]byte(text)); err == nil {
			t.Errorf("%s: found %s, wanted an error", text, s.JSON())
		}
	}
}

// Names that are folded and kinds that are not told apart, both at once, make no difference to how tallies add up.
func TestFoldedNamesAddUp(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	parts := make([]*Tally, 4)
	for i := range parts {
		parts[i] = newTally()
	}
	whole := newTally()
	for range 80_000 {
		name := fmt.Sprintf("%s%d", []string{"n", "\u00e9", "~"}[r.IntN(3)], r.IntN(40))
		if r.IntN(20) == 0 {
			name = anyName
		}
		d := Drift{Key: Key{Operation: "GET /", Schema: fmt.Sprintf("s%d", r.IntN(400)), Member: name}, Count: 1 + r.IntN(3), Types: []string{"string"}}
		at := Place{Source: "a.har", Entry: r.IntN(1000)}
		whole.count(d, at)
		parts[r.IntN(len(parts))].count(d, at)
	}
	sum := newTally()
	for _, p := range parts {
		sum.merge(p)
	}
	want, _ := whole.MarshalJSON()
	got, _ := sum.MarshalJSON()
	if string(got) != string(want) {
		t.Errorf("found another sum of the parts than the whole")
	}
	if whole.Others() == 0 || whole.Kinds()[Key{Operation: "GET /", Schema: "s0", Member: anyName}].Count == 0 {
		t.Error("found nothing folded, or nothing beyond the bound, wanted both")
	}
}
