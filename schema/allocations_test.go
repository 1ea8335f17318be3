//go:build !race

package schema_test

import (
	"testing"

	"github.com/assaykit/assay/schema"
)

// Judging a valid text takes no memory. (Under the race detector, what is pooled may be dropped.)
func TestValidateAllocatesNothing(t *testing.T) {
	s := compile(t, `{
		"type": "object", "required": ["kind", "id"], "unevaluatedProperties": false,
		"properties": {"kind": {"enum": ["a", "b"]}, "id": {"type": "integer"}, "tags": {"type": "array", "items": {"type": "string", "pattern": "^[a-z]+$"}}},
		"oneOf": [{"properties": {"kind": {"const": "a"}, "size": {"type": "number", "minimum": 0}}}, {"properties": {"kind": {"const": "b"}}}]
	}`, schema.Options{})
	text := []byte(`{"kind": "a", "id": 12, "size": 1.5, "tags": ["x", "y"]}`)
	if n := testing.AllocsPerRun(200, func() {
		if err := s.Validate(text); err != nil {
			t.Fatal(err)
		}
	}); n != 0 {
		t.Errorf("%v allocations, want none", n)
	}
}
