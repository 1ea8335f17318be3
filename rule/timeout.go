package rule

import (
	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule/pattern"
)

// noVerdict ends an evaluation in which a pattern ran out of time: any answer could be wrong. It is
// raised by Matches and ends in Try, Valid or Explain.
type noVerdict struct{ err error }

// Matches reports whether a pattern matches a string. Where the match runs out of time it does not return:
// the evaluation ends without a verdict, in [Try] or in the method of Schema that began it.
func Matches(p *pattern.Pattern, s string) bool {
	matched, err := p.Match(s)
	if err != nil {
		panic(noVerdict{err})
	}
	return matched
}

// Try asks a validating function about the root of a document. It is false, too, where the function came to no verdict;
// [Schema.Explain] says so then.
func Try(valid func(d *document.Document, at int) bool, d *document.Document) (ok bool) {
	returned := false
	defer func() {
		if !returned {
			ok = false
			again(recover())
		}
	}()
	ok = valid(d, 0)
	returned = true // so that nothing is recovered where nothing panicked, which takes time
	return ok
}

// again panics again, but for an evaluation without a verdict.
func again(panicked any) {
	if _, is := panicked.(noVerdict); !is {
		panic(panicked)
	}
}

// undecided recovers from an evaluation without a verdict.
func undecided(then func(error)) {
	switch r := recover().(type) {
	case nil:
	case noVerdict:
		then(r.err)
	default:
		panic(r)
	}
}

// undecidedError is the error of a document on which there is no verdict.
func undecidedError(err error) *Error {
	return &Error{Violations: []Violation{{
		Fault: CodeUndecided,
		Found: "no verdict, for a pattern ran out of time", Wanted: "an answer: " + err.Error(),
	}}}
}
