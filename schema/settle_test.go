package schema_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/assaykit/assay/schema"
)

// TestLongChain compiles a long chain of schemas that each ask what all behind them leave unevaluated.
func TestLongChain(t *testing.T) {
	const n = 5000
	var b strings.Builder
	b.WriteString(`{"$ref": "#/$defs/d0", "$defs": {`)
	for i := range n {
		fmt.Fprintf(&b, `"d%d": {"$ref": "#/$defs/d%d", "properties": {"p%d": true}, "unevaluatedProperties": false},`, i, i+1, i)
	}
	fmt.Fprintf(&b, `"d%d": true}}`, n)
	start := time.Now()
	s := compile(t, b.String(), schema.Options{})
	if took := time.Since(start); took > 4*time.Second {
		t.Errorf("compiling took %v", took)
	}
	// The innermost schema knows of its own member only.
	for instance, wanted := range map[string]bool{`{}`: true, fmt.Sprintf(`{"p%d": 1}`, n-1): true, `{"p0": 1}`: false, `{"q": 1}`: false} {
		if err := s.Validate([]byte(instance)); (err == nil) != wanted {
			t.Errorf("%s: found the error %v, wanted the verdict %t", instance, err, wanted)
		}
	}
}
