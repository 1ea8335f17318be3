package rule_test

import (
	"testing"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
)

// TestTryPanics wants panics that are no missing verdict to go on.
func TestTryPanics(t *testing.T) {
	d, err := document.Parse([]byte(`1`))
	if err != nil {
		t.Fatal(err)
	}
	if !rule.Try(rule.IsNumber, d) || rule.Try(rule.IsString, d) {
		t.Error("found another answer than that of the function")
	}
	defer func() {
		if p := recover(); p != "broken" {
			t.Errorf("found the panic %v, wanted broken", p)
		}
	}()
	rule.Try(func(*document.Document, int) bool { panic("broken") }, d)
}
