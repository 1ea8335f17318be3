package contract

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestKnows holds kinds against what a baseline knows of them.
func TestKnows(t *testing.T) {
	baseline := NewSummary()
	count := func(kind DriftKind, key Key) {
		baseline.tally(kind).count(Drift{Kind: kind, Key: key, Count: 1}, Place{Source: "a.har", Entry: 1})
	}
	count(DriftKind(UndocumentedStatus), Key{Operation: "GET /", Status: "404", Rejected: true})
	count(UndocumentedMember, Key{Operation: "GET /", Schema: "few", Member: "a"})
	count(UndocumentedMember, Key{Operation: "GET /", Schema: "few", Member: anyName})
	for i := range MostNames + 1 {
		count(UndocumentedMember, Key{Operation: "GET /", Schema: "many", Member: fmt.Sprintf("m%02d", i)})
	}
	count(BeyondEnum, Key{Operation: "GET /", Schema: "shown", Value: `"a"`})
	count(BeyondEnum, Key{Operation: "GET /", Schema: "hidden"})
	for i := range MostKinds + 1 {
		count(DriftKind(UndocumentedOperation), Key{Operation: fmt.Sprintf("GET /%05d", i)})
	}
	tests := []struct {
		kind DriftKind
		key  Key
		want bool
	}{
		{DriftKind(UndocumentedStatus), Key{Operation: "GET /", Status: "404", Rejected: true}, true},
		{DriftKind(UndocumentedStatus), Key{Operation: "GET /", Status: "404"}, false},
		{DriftKind(UndocumentedStatus), Key{Operation: "PUT /", Status: "404", Rejected: true}, false},
		{DriftKind(Invalid), Key{Operation: "GET /"}, false},
		{UndocumentedMember, Key{Operation: "GET /", Schema: "few", Member: "a"}, true},
		{UndocumentedMember, Key{Operation: "GET /", Schema: "few", Member: "b"}, false},
		{UndocumentedMember, Key{Operation: "GET /", Schema: "many", Member: "unheard"}, true},
		{UndocumentedMember, Key{Operation: "GET /", Schema: "others", Member: "m00"}, false},
		{BeyondEnum, Key{Operation: "GET /", Schema: "shown", Value: `"a"`}, true},
		{BeyondEnum, Key{Operation: "GET /", Schema: "shown", Value: `"b"`}, false},
		{BeyondEnum, Key{Operation: "GET /", Schema: "shown"}, true},
		{BeyondEnum, Key{Operation: "GET /", Schema: "hidden", Value: `"b"`}, true},
		{BeyondEnum, Key{Operation: "GET /", Schema: "neither"}, false},
		{DriftKind(UndocumentedOperation), Key{Operation: "GET /00000"}, true},
		{DriftKind(UndocumentedOperation), Key{Operation: "GET /00000x"}, false},
		{DriftKind(UndocumentedOperation), Key{Operation: "GET /99999"}, true}, // may be among those that are not told apart
		{WiderRange, Key{Operation: "GET /"}, false},
	}
	for _, test := range tests {
		if got := baseline.Knows(Drift{Kind: test.kind, Key: test.key}); got != test.want {
			t.Errorf("%s %+v: found %t, wanted %t", test.kind, test.key, got, test.want)
		}
	}
}

// TestWider holds what was seen against a baseline, a range at a time.
func TestWider(t *testing.T) {
	summary := func(members string) *Summary {
		s, err := ParseSummary([]byte(`{"version": 2, "operations": {"GET /": {"rejected": {"parts": {"p": {"schemas": {"s": ` + members + `}}}}}}}`))
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	baseline := summary(`{"members": {"a": {"seen": 1, "lengths": {"min": 2, "max": 4}, "numbers": {"min": 1, "max": 2.5}}, "b": {"seen": 0}},
		"items": {"seen": 1, "counts": {"min": 0, "max": 0}}, "others": {"seen": 1, "digits": {"min": 1, "max": 1}}}`)
	tests := []struct {
		name, now string
		want      []string
	}{
		{"the same", `{"members": {"a": {"seen": 9, "lengths": {"min": 2, "max": 4}}}}`, nil},
		{"within", `{"members": {"a": {"seen": 9, "lengths": {"min": 3, "max": 3}}}}`, nil},
		{"nothing to hold against", `{"members": {"a": {"seen": 9, "digits": {"min": 3, "max": 3}}, "b": {"seen": 1, "lengths": {"min": 1, "max": 9}}, "c": {"seen": 1, "lengths": {"min": 1, "max": 9}}}}`, nil},
		{"longer", `{"members": {"a": {"seen": 9, "lengths": {"min": 3, "max": 5}}}}`, []string{"a: lengths from 3 to 5, which were from 2 to 4,"}},
		{"shorter", `{"members": {"a": {"seen": 9, "lengths": {"min": 0, "max": 3}}}}`, []string{"a: lengths from 0 to 3, which were from 2 to 4,"}},
		{"numbers", `{"members": {"a": {"seen": 9, "numbers": {"min": -1, "max": 2}}}}`, []string{"a: numbers from -1 to 2, which were from 1 to 2.5,"}},
		{"items and others", `{"items": {"seen": 1, "counts": {"min": 1, "max": 1}}, "others": {"seen": 1, "digits": {"min": 2, "max": 2}}}`,
			[]string{": numbers of items from 1 to 1, which were from 0 to 0,", "{…}: digits from 2 to 2, which were from 1 to 1,"}},
	}
	for _, test := range tests {
		var got []string
		for _, n := range summary(test.now).News(baseline) {
			if n.Kind != WiderRange || !n.Key.Rejected || n.Key.Part != "p" || n.Key.Schema != "s" {
				t.Errorf("%s: found %+v, wanted a wider range of the schema", test.name, n)
			}
			got = append(got, n.Key.Member+": "+n.Note)
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-wanted +found):\n%s", test.name, diff)
		}
	}
}
