package rule_test

import (
	"testing"
	"time"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
	"github.com/assaykit/assay/rule/pattern"
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

// TestMatchesShareTheirTime wants no verdict where patterns that can take long have taken all of the time that a document has for them, and verdicts
// where no such pattern is asked.
func TestMatchesShareTheirTime(t *testing.T) {
	slow := rule.Schema{Assertions: []rule.Assertion{rule.Pattern{Pattern: pattern.MustCompile(`^(?!x)(a|b)\1$`)}}}
	fast := rule.Schema{Assertions: []rule.Assertion{rule.Pattern{Pattern: pattern.MustCompile(`^(a|b)+$`)}}}
	for spent, decided := range map[time.Duration]bool{9 * time.Second: true, 11 * time.Second: false} {
		d, err := document.Parse([]byte(`"aa"`))
		if err != nil {
			t.Fatal(err)
		}
		d.Spend(spent)
		e := slow.Explain(d, rule.ShowValues)
		if (e == nil) != decided || slow.Valid(d) != decided || e != nil && e.Violations[0].Code() != rule.CodeUndecided {
			t.Errorf("%v: found %v", spent, e)
		}
		if !fast.Valid(d) {
			t.Errorf("%v: found no verdict where no pattern can take long", spent)
		}
		generated := rule.MatcherIn(`^(?!x)(a|b)\1$`)
		if ok, has := rule.Try(func(d *document.Document, at int) bool { return generated(d, d.Text(at)) }, d); ok != decided || has != decided {
			t.Errorf("%v: found %t, decided: %t", spent, ok, has)
		}
	}
}
