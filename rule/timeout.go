package rule

import (
	"errors"
	"time"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule/pattern"
)

// noVerdict ends an evaluation in which a pattern ran out of time, or there is too much to evaluate: any answer could be wrong. It is
// raised by Matches and ends in Try, Valid or Explain. It has what a violation says.
type noVerdict struct{ code, found, wanted string }

// Matches reports whether a pattern matches a string. Where the match runs out of time it does not return:
// the evaluation ends without a verdict, in [Try] or in the method of Schema that began it.
func Matches(p *pattern.Pattern, s string) bool {
	matched, err := p.Match(s)
	if err != nil {
		outOfTime(err)
	}
	return matched
}

// mostMatches is how many matches that took all of their time a document may have. Each may take a second, and many strings are short.
const mostMatches = 10

// MatchesIn is [Matches] for a string of a document. All such matches of patterns that can take long may take as much time together as
// mostMatches of them.
func MatchesIn(d *document.Document, p *pattern.Pattern, s string) bool {
	limit := p.Limit()
	if limit == 0 {
		return Matches(p, s)
	}
	begun := time.Now()
	matched, err := p.Match(s)
	if spent := d.Spend(time.Since(begun)); err == nil && spent > mostMatches*limit {
		err = errors.New("the matches of the document took too long")
	}
	if err != nil {
		outOfTime(err)
	}
	return matched
}

// outOfTime ends an evaluation whose patterns took too long.
func outOfTime(err error) {
	panic(noVerdict{CodeUndecided, "no verdict, for a pattern ran out of time", "an answer: " + err.Error()})
}

// Try asks a validating function about the root of a document that nobody else asks about. It is not decided where the function came to
// no verdict; then [Schema.Valid] is to be asked, which goes about it in another way.
func Try(valid func(d *document.Document, at int) bool, d *document.Document) (ok, decided bool) {
	defer func() {
		if !decided {
			ok = false
			again(recover())
		}
	}()
	ok = valid(d, 0)
	d.StopTicking() // a valid document is decoded by some of the functions, at no more cost for each of its values
	return ok, true // so that nothing is recovered where nothing panicked, which takes time
}

// Step counts a call of a validating function that may be called many times for one value, since the ways to it multiply. There is no
// verdict where they do.
func Step(d *document.Document) {
	if d.Tick() > referencesAnEntry*d.Entries()+referencesMore {
		tooManyWays("calls of the functions of generated code that suit the document")
	}
}

// again panics again, but for an evaluation without a verdict.
func again(panicked any) {
	if _, is := panicked.(noVerdict); !is {
		panic(panicked)
	}
}

// undecided recovers from an evaluation without a verdict.
func undecided(then func(noVerdict)) {
	switch r := recover().(type) {
	case nil:
	case noVerdict:
		then(r)
	default:
		panic(r)
	}
}

// undecidedError is the error of a document on which there is no verdict.
func undecidedError(why noVerdict) *Error { return &Error{Violations: []Violation{why.violation()}} }

// Undecided is the error of a document on which there is no verdict, for those who recover from its absence themselves.
func (n noVerdict) Undecided() error { return undecidedError(n) }

func (n noVerdict) violation() Violation {
	return Violation{Fault: n.code, Found: n.found, Wanted: n.wanted}
}
