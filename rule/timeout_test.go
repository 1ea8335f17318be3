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
	for _, f := range []func(*document.Document, int) bool{rule.IsNumber, rule.IsString} {
		if ok, decided := rule.Try(f, d); ok != f(d, 0) || !decided {
			t.Errorf("found %t (decided: %t), wanted the answer of the function", ok, decided)
		}
	}
	defer func() {
		if p := recover(); p != "broken" {
			t.Errorf("found the panic %v, wanted broken", p)
		}
	}()
	rule.Try(func(*document.Document, int) bool { panic("broken") }, d)
}
