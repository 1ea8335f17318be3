package pattern_test

import (
	"testing"

	"github.com/assaykit/assay/rule/pattern"
)

// FuzzCompile wants no panic of any text, and one verdict through all engines.
func FuzzCompile(f *testing.F) {
	for source, s := range shapes {
		f.Add(source, s)
	}
	f.Add(`^(?<n>a|b\b)*?(?!\k<n>)(?i:[^k-\d]{2,})`, "abc")
	f.Add(`(?ms)\p{L}[\u{1F600}-\u{1F64F}]\x41$|(?<=\W)\B`, "é😀A")
	f.Add(`(?:(a)|b)+\1{0,1001}`, "aba")
	f.Fuzz(func(t *testing.T, source, s string) {
		p, err := pattern.Compile(source)
		if err != nil || len(source) > 200 || len(s) > 100 {
			return
		}
		if err := pattern.Check(source); err != nil && source[0] != '(' && source[0] != '^' {
			t.Errorf("Compile takes %q, Check says %v", source, err)
		}
		agree(t, enginesOf(p), s)
	})
}
