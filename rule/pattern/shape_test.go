package pattern_test

import (
	"math/rand/v2"
	"testing"

	"github.com/assaykit/assay/rule/pattern"
)

// shapes are patterns that must not need an engine, and a string each that they match.
var shapes = map[string]string{
	``: "x", `^`: "x", `$`: "x", `abc`: "xabcx", `^abc`: "abcd", `abc$`: "xabc", `^abc$`: "abc", `^é$`: "é",
	`^[a-z]+$`: "abc", `^[a-z]*$`: "", `^[a-z]{2,4}$`: "abc", `^[^a-c]{2}$`: "é\n", `^\S+$`: "aé", `\S`: " a", `[a-c]+`: "xa",
	`^(a|bc|d)$`: "bc", `^(?:a|bc)`: "bcd", `^(a|)$`: "", `^.*$`: "abc", `^.*`: "\n", `.*`: "\n", `^.+`: "a",
	`^[a-z][a-z0-9_-]*$`: "a-1", `^\d{4}-\d{2}-\d{2}$`: "2024-01-02", `^v?\d+\.\d+$`: "v1.22", `^x-`: "x-y",
	`^a$|^b`: "bc", `^[a-c]?[d-f]*[g-i]+`: "adeg", `^#([0-9a-f]{3})$`: "#0af", `^[]$|a`: "a",
	`^(?!a)[a-z]+$`: "ba", `^(?=.)(?!ab|c$)`: "c1",
}

func TestShapesNeedNoEngine(t *testing.T) {
	for source, s := range shapes {
		p := pattern.MustCompile(source)
		switch p.Engine() {
		case "pattern.linear", "pattern.backtracking":
			t.Errorf("%s: needs %s", source, p.Engine())
		}
		if !p.MatchString(s) {
			t.Errorf("%s does not match %q", source, s)
		}
		if n := testing.AllocsPerRun(20, func() { p.MatchString(s) }); n != 0 && p.Engine() != "pattern.all" {
			t.Errorf("%s allocates %v times", source, n)
		}
	}
}

// TestShapesAgree holds each shape against the engines on the same pattern.
func TestShapesAgree(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for source, matching := range shapes {
		engines := enginesOf(pattern.MustCompile(source))
		for range 400 {
			s := mutated(random, matching)
			agree(t, engines, s)
		}
	}
}

// enginesOf returns the pattern as compiled, and through each engine that can do it.
func enginesOf(p *pattern.Pattern) []*pattern.Pattern {
	engines := []*pattern.Pattern{p}
	if q, ok := p.ThroughLinear(); ok {
		engines = append(engines, q)
	}
	if q, ok := p.ThroughTable(); ok {
		engines = append(engines, q)
	}
	if q, ok := p.ThroughBacktracking(); ok {
		engines = append(engines, q)
	}
	return engines
}

func agree(t *testing.T, engines []*pattern.Pattern, s string) {
	t.Helper()
	want, wantErr := engines[0].Match(s)
	for _, q := range engines[1:] {
		got, err := q.Match(s)
		if err == nil && wantErr == nil && got != want {
			t.Fatalf("%s on %q: %s says %v, %s says %v", q, s, engines[0].Engine(), want, q.Engine(), got)
		}
	}
}

var alphabet = []string{"a", "b", "c", "d", "g", "z", "A", "0", "1", "9", "-", "_", ".", "#", "v", "x", "\n", " ", "é", "\u2028", "😀", "\xff", "\uFFFD", "\x00"}

func mutated(random *rand.Rand, s string) string {
	for range random.IntN(4) {
		at := random.IntN(len(s) + 1)
		piece := alphabet[random.IntN(len(alphabet))]
		switch random.IntN(3) {
		case 0:
			s = s[:at] + piece + s[at:]
		case 1:
			s = s[:at] + piece + s[min(at+1, len(s)):]
		case 2:
			s = s[:at] + s[min(at+1, len(s)):]
		}
	}
	return s
}
