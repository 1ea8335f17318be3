package pattern_test

import (
	"strings"
	"sync"
	"testing"

	"github.com/assaykit/assay/rule/pattern"
)

func TestTables(t *testing.T) {
	for source, strings := range map[string][]string{
		`^$`: {"", "a"}, `$^`: {"", "a"}, `^`: {"", "a"}, `$`: {"", "a", "é"}, `a$`: {"", "a", "ab", "ba", "éa"}, `^a`: {"a", "ab", "ba", "aé"},
		`a|^b$|c$`: {"a", "xa", "b", "bb", "xb", "c", "xc", "cx"}, `(a|b)*c`: {"c", "abac", "ab", "é"}, `^(?:[^a-c]|c)+$`: {"", "c", "xc", "a", "é"},
		`(?:^a|b$)`: {"a", "ax", "xb", "bx"}, `(?:$^|x)`: {"", "x", "y"}, `^.$`: {"a", "\n", "ab", "é"}, `a{2,4}`: {"a", "aa", "aba"}, `(?i:k)`: {"k", "K", "\u212a"},
		`^[Yy][Ee][Ss]$`: {"yes", "YES", "no", "yess", ""}, `^(?:0|[1-9]\d*)\.\d+(?:-[a-z]+)?$`: {"1.2", "01.2", "1.2-a", "1.2-"},
	} {
		p := pattern.MustCompile(source)
		if _, ok := p.ThroughTable(); !ok {
			t.Errorf("%s has no table", source)
		}
		engines := enginesOf(p)
		for _, s := range strings {
			agree(t, engines, s)
		}
	}
}

// What depends on more than the ends of the text, or is large, has no table.
func TestNoTable(t *testing.T) {
	for _, source := range []string{`\bx`, `x\B`, `^[a-z]{1,500}$`, `(a|b)*a(a|b){9}`, `(?=a)b`, `(?m:^a)`} {
		if _, ok := pattern.MustCompile(source).ThroughTable(); ok {
			t.Errorf("%s has a table", source)
		}
	}
}

// The table comes while others match.
func TestTableComesUnderUse(t *testing.T) {
	p := pattern.MustCompile(`^[a-f]+(?:-[0-9]+)*$`)
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for n := range 100 {
				good := "abc" + strings.Repeat("-12", n%5)
				if !p.MatchString(good) || p.MatchString(good+"-") || p.MatchString("é"+good) {
					t.Error("a wrong verdict")
				}
			}
		})
	}
	all.Wait()
}
