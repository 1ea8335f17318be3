package generator_test

import (
	"testing"

	"github.com/assaykit/assay/generator/sample"
)

// TestSamples wants documents for the schema of every story that has any, and each to be valid.
func TestSamples(t *testing.T) {
	for _, s := range openStories(t) {
		s.generate(t)
		texts := sample.Of(s.schema.Rule())
		if len(texts) == 0 && s.name != "nothing_valid" {
			t.Errorf("%s: found no sample", s.name)
		}
		for _, text := range texts {
			if err := s.schema.Validate([]byte(text)); err != nil {
				t.Errorf("%s: %s: %v", s.name, text, err)
			}
		}
	}
}
