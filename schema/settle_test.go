package schema_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/assaykit/assay/schema"
)

// longChain is a chain of n schemas that each ask what all behind them leave unevaluated.
func longChain(n int) string {
	var b strings.Builder
	b.WriteString(`{"$ref": "#/$defs/d0", "$defs": {`)
	for i := range n {
		fmt.Fprintf(&b, `"d%d": {"$ref": "#/$defs/d%d", "properties": {"p%d": true}, "unevaluatedProperties": false},`, i, i+1, i)
	}
	fmt.Fprintf(&b, `"d%d": true}}`, n)
	return b.String()
}

// TestLongChain wants the memory that compiling a long chain takes to grow with its length, not with the square of it, and the
// verdicts to be right. Where a chain is short each schema has a list of its own, so growth is seen on long ones.
func TestLongChain(t *testing.T) {
	const n = 4000
	allocated := func(n int) (s *schema.Schema, bytes uint64) {
		text := longChain(n)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		s = compile(t, text, schema.Options{})
		runtime.ReadMemStats(&after)
		return s, after.TotalAlloc - before.TotalAlloc
	}
	_, half := allocated(n / 2)
	s, whole := allocated(n)
	if whole > 3*half {
		t.Errorf("compiling %d schemas allocates %d bytes, %d for half as many; wanted about twice as many", n, whole, half)
	}
	// The innermost schema knows of its own member only.
	for instance, wanted := range map[string]bool{`{}`: true, fmt.Sprintf(`{"p%d": 1}`, n-1): true, `{"p0": 1}`: false, `{"q": 1}`: false} {
		if err := s.Validate([]byte(instance)); (err == nil) != wanted {
			t.Errorf("%s: found the error %v, wanted the verdict %t", instance, err, wanted)
		}
	}
}
