package report

import "github.com/assaykit/assay/contract"

// check is what a violation breaks, under a name that stays the same from run to run: that of the keyword, or a name of our own
// where no keyword speaks.
type check struct {
	name    string
	summary string // what it demands, in a sentence
	uri     string // the section of the specification, "" where there is none
}

// The checks that are no keywords.
var (
	syntaxCheck   = check{"syntax", "A text is JSON or YAML, and there is at least one value in it.", ""}
	falseCheck    = check{"false-schema", "The schema false allows no value.", core + "4.3.2"}
	responseCheck = check{"response", "A recorded response has a body in which the governed value can be found.", ""}
)

// resultChecks are those of exchanges that break no keyword.
var resultChecks = map[contract.Result]check{
	contract.UndocumentedOperation: {"undocumented-operation", "The contract has a route for every operation that is called.", ""},
	contract.UndocumentedStatus:    {"undocumented-status", "The contract documents every status that an operation answers with.", ""},
	contract.UndocumentedMediaType: {"undocumented-media-type", "The contract documents every media type that an operation answers with.", ""},
	contract.Skipped:               {"skipped", "A recorded response can be checked.", ""},
}

// checkOf is the check that a fault of an instance breaks.
func checkOf(f fault) check {
	switch {
	case f.Keyword != "":
		return keywordCheck(f.Keyword)
	case f.AbsoluteKeywordLocation != "":
		return falseCheck
	}
	return syntaxCheck
}

// checkOfExchange is the check that a fault of an exchange breaks.
func checkOfExchange(f fault) check {
	if c := checkOf(f); c != syntaxCheck {
		return c
	}
	return responseCheck
}

// checkOfResult is the check that an exchange without a fault breaks.
func checkOfResult(r contract.Result) check {
	if c, ok := resultChecks[r]; ok {
		return c
	}
	return check{name: string(r), summary: "An exchange keeps the contract."}
}
