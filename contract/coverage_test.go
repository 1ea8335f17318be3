package contract_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/assaykit/assay/capture"
	"github.com/assaykit/assay/contract"
	"github.com/google/go-cmp/cmp"
)

// someBody is a body of the schema below, with members, values and names of all kinds.
func someBody(r *rand.Rand, depth int) any {
	o := map[string]any{}
	for _, name := range []string{"id", "kind", "tags", "next", "extra", "other", "né", "m\xff", fmt.Sprint("n", string(rune('a'+r.IntN(26))), string(rune('a'+r.IntN(26)))), fmt.Sprint(r.IntN(1e6))} {
		if r.IntN(3) > 0 {
			continue
		}
		switch name {
		case "id":
			o[name] = []any{r.IntN(1e6), -1.5, 1e40, nil}[r.IntN(4)]
		case "kind":
			o[name] = []any{"a", "b", "c", "beyond", "new"}[r.IntN(5)]
		case "tags":
			o[name] = []any{strings.Repeat("x", r.IntN(20)), "y"}[:r.IntN(3)]
		case "next":
			if depth > 0 {
				o[name] = someBody(r, depth-1)
			}
		default:
			o[name] = []any{1, "x", nil, true, []any{}, map[string]any{"a": 1}}[r.IntN(6)]
		}
	}
	return o
}

const someSchema = `{"type": "object", "properties": {"id": {"type": ["number", "null"]}, "kind": {"anyOf": [{"enum": ["a", "b"]}, {"enum": ["c"]}, {"type": "string"}]},
	"tags": {"type": "array", "items": {"type": "string"}}, "next": {"$ref": "#"}}}`

// However exchanges are spread over checkers and summaries, and in whatever order these are merged, directly or through their JSON form, the sum
// has the same bytes.
func TestCoverageAddsUp(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for round := range 12 {
		o := contract.Options{ShowValues: round%2 == 0}
		exchanges := make([]*capture.Exchange, 300)
		for i := range exchanges {
			body, err := json.Marshal(someBody(r, 3))
			if err != nil {
				t.Fatal(err)
			}
			exchanges[i] = answer([]string{"GET", "POST"}[r.IntN(2)], []int{200, 201, 404, 500}[r.IntN(4)], i+1, string(body))
			exchanges[i].Source = fmt.Sprintf("capture-%d\xff.har", r.IntN(3))
		}
		sum := func(list []*capture.Exchange) *contract.Summary {
			c := covering(t, compiled(t, someSchema), o)
			s := c.Summary()
			for _, x := range list {
				s.Add(c.Check(x))
			}
			return s
		}
		whole := sum(exchanges)
		want := string(whole.JSON())
		if round == 0 && (len(whole.Beyond.Kinds()) == 0 || !strings.Contains(want, `"member": "{…}"`)) {
			t.Fatal("found no values beyond enums, or no names that are folded, wanted both")
		}
		r.Shuffle(len(exchanges), func(i, j int) { exchanges[i], exchanges[j] = exchanges[j], exchanges[i] })
		n := 1 + r.IntN(5)
		parts := make([]*contract.Summary, n)
		for i := range parts {
			parts[i] = sum(exchanges[i*len(exchanges)/n : (i+1)*len(exchanges)/n])
		}
		r.Shuffle(n, func(i, j int) { parts[i], parts[j] = parts[j], parts[i] })
		all := contract.NewSummary()
		for i, p := range parts {
			if i%2 == 0 {
				var err error
				if p, err = contract.ParseSummary(p.JSON()); err != nil {
					t.Fatal(err, string(parts[i].JSON()))
				}
			}
			before := string(p.JSON())
			all.Merge(p)
			if string(p.JSON()) != before {
				t.Fatal("merging changed the summary that was taken in")
			}
		}
		if diff := cmp.Diff(strings.Split(want, "\n"), strings.Split(string(all.JSON()), "\n")); diff != "" {
			t.Fatalf("round %d, %d parts (-wanted +found):\n%.3000s", round, n, diff)
		}
	}
}

// FuzzParseSummary wants a text to be refused, or to be a summary whose JSON form reads as the same one and merges.
func FuzzParseSummary(f *testing.F) {
	f.Add(`{"version": 2}`)
	f.Add(`{"version": 2, "exchanges": 9223372036854775807, "operations": {"GET /": {"accepted": {"parts": {"p": {"bodies": 1, "schemas": {"s": {"at": "/a", "values": 1}}}}}}}}`)
	f.Add(`{"version": 2, "undocumentedMembers": {"kinds": [{"operation": "\ud800", "member": "{…}", "count": 9223372036854775807, "types": ["b", "a", "b"], "first": {"source": "\ud800"}}], "others": 1}}`)
	f.Add(`{"version": 2, "operations": {"o": {"rejected": {"parts": {"p": {"schemas": {"s": {"members": {"m": {"seen": 1, "numbers": {"min": 1, "max": 1e9}}}}}}}}}}}`)
	f.Fuzz(func(t *testing.T, text string) {
		s, err := contract.ParseSummary([]byte(text))
		if err != nil {
			return
		}
		once := string(s.JSON())
		again, err := contract.ParseSummary([]byte(once))
		if err != nil {
			t.Fatalf("found %v for\n%s", err, once)
		}
		if got := string(again.JSON()); got != once {
			t.Fatalf("found\n%s\nwanted\n%s", got, once)
		}
		if len(again.News(s)) > 0 {
			t.Fatalf("found %v new beside itself", again.News(s))
		}
		again.Merge(s)
		if _, err := contract.ParseSummary(again.JSON()); err != nil {
			t.Fatalf("found %v for a sum", err)
		}
	})
}
