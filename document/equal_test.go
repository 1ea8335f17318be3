package document

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// classes are values that are equal within a line and unequal across lines.
var classes = [][]string{
	{`null`}, {`true`}, {`false`},
	{`0`, `-0`, `0.0`, `0e10`, `-0E-5`}, {`1`, `1.0`, `10e-1`, `0.1E+1`}, {`-1`, `-1.00`}, {`1e400`, `10e399`}, {`1e401`}, {`0.1`, `1e-1`},
	{`9007199254740992`}, {`9007199254740993`},
	{`""`}, {`"a"`, `"\u0061"`}, {`"1"`}, {`"null"`}, {`"é"`, `"\u00e9"`}, {`"e\u0301"`}, {`"😀"`, `"\ud83d\uDE00"`}, {`"/"`, `"\/"`},
	{`[]`, `[ ]`}, {`[[]]`}, {`[[],[]]`}, {`[null]`}, {`[1,2]`, `[1.0,20e-1]`}, {`[2,1]`}, {`[1,[2]]`}, {`[[1],2]`}, {`[1,2,3]`},
	{`{}`}, {`[{}]`}, {`{"a":1}`, `{"\u0061":1.0}`}, {`{"a":null}`}, {`{"b":1}`}, {`{"a":{}}`}, {`{"a":[]}`},
	{`{"a":1,"b":2}`, `{"b":2,"a":1}`}, {`{"a":2,"b":1}`, `{"b":1.0,"a":2}`}, {`{"a":1,"b":2,"c":3}`, `{"c":3,"b":2,"a":1}`, `{"b":2,"a":1,"c":3}`},
	{`{"a":{"b":1,"c":[{"d":1,"e":2}]}}`, `{"a":{"c":[{"e":2,"d":1}],"b":1}}`}, {`{"a":{"b":1,"c":[{"d":2,"e":1}]}}`},
	{`{"a":1,"b":1}`, `{"b":1,"a":1}`}, {`{"":0}`}, {`{"":1}`}, {`[0]`}, {`["a","b"]`}, {`["ab"]`}, {`["b","a"]`},
}

func TestEqualAndHash(t *testing.T) {
	for i, class := range classes {
		for _, x := range class {
			a := parse(t, x).Root()
			for j, other := range classes {
				for _, y := range other {
					b := parse(t, y).Root()
					if got, want := Equal(a, b), i == j; got != want {
						t.Errorf("%s equals %s: got %v, want %v", x, y, got, want)
					}
					if i == j && a.Hash() != b.Hash() {
						t.Errorf("%s and %s have two hashes", x, y)
					}
					if i != j && a.Hash() == b.Hash() {
						t.Errorf("%s and %s have one hash", x, y)
					}
				}
			}
		}
	}
}

func TestEqualWithinOneDocument(t *testing.T) {
	root := parse(t, `[{"a":[1,"\n"],"b":2},{"b":2.0,"a":[1e0,"\u000a"]},{"a":[1,"\n"]}]`).Root()
	first, second, third := root.Lookup("/0"), root.Lookup("/1"), root.Lookup("/2")
	if !Equal(first, second) || first.Hash() != second.Hash() || Equal(first, third) {
		t.Errorf("got %v, %v, want the first two equal only", Equal(first, second), Equal(first, third))
	}
}

func TestEqualAcrossKindsOfDocuments(t *testing.T) {
	var b Builder
	build(t, &b, parse(t, `{"a":["\n",1.50,true,null],"é":{}}`).Root())
	built := b.Document().Root()
	for text, want := range map[string]bool{`{"é":{},"a":["\u000A",1.5,true,null]}`: true, `{"é":{},"a":["\n",1.5,true]}`: false} {
		parsed := parse(t, text).Root()
		if Equal(built, parsed) != want || Equal(parsed, built) != want || (built.Hash() == parsed.Hash()) != want {
			t.Errorf("%s: got %v, want %v", text, !want, want)
		}
	}
}

func TestEqualObjectsOfAnyOrder(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for _, n := range []int{2, 8, 9, 30, 1000} {
		members := make([]string, n)
		for i := range members {
			members[i] = fmt.Sprintf(`"name %d":%d`, i, i%7)
		}
		write := func() string { return "{" + strings.Join(members, ",") + "}" }
		a := parse(t, write()).Root()
		for range 5 {
			r.Shuffle(n, func(i, j int) { members[i], members[j] = members[j], members[i] })
			b := parse(t, write()).Root()
			if !Equal(a, b) || a.Hash() != b.Hash() {
				t.Fatalf("%d members in another order: got unequal", n)
			}
		}
		slices.Reverse(members)
		was := members[n/2]
		for _, instead := range []string{`"another":1`, was[:strings.LastIndex(was, ":")] + ":8", was + ".5"} {
			members[n/2] = instead
			if b := parse(t, write()).Root(); Equal(a, b) || Equal(b, a) {
				t.Fatalf("%d members, %s instead of %s: got equal", n, instead, was)
			}
		}
		members[n/2] = was
	}
}

func TestEqualDeepest(t *testing.T) {
	text := strings.Repeat(`[{"a":`, MaxDepth/2) + "%d" + strings.Repeat("}]", MaxDepth/2)
	a, b, c := parse(t, fmt.Sprintf(text, 1)).Root(), parse(t, fmt.Sprintf(text, 1)).Root(), parse(t, fmt.Sprintf(text, 2)).Root()
	if !Equal(a, b) || Equal(a, c) || a.Hash() != b.Hash() || a.Hash() == c.Hash() {
		t.Error("the deepest values are not compared")
	}
}
