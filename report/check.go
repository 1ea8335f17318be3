package report

import (
	"github.com/assaykit/assay/contract"
	"github.com/assaykit/assay/rule"
)

// check is what a violation breaks, under its code, which stays the same from run to run: the name of the keyword, or a name of
// our own where no keyword speaks.
type check struct {
	name    string
	summary string // what it demands, in a sentence
	uri     string // the section of the specification, "" where there is none
}

// help is where the check is explained: the section of the specification, or our own list of codes.
func (c check) help() string {
	if c.uri != "" || remedyOf(c.name).text == "" {
		return c.uri
	}
	return homepage + "/blob/main/docs/errors.md#" + c.name
}

// Codes of reports alone.
const (
	notChecked = "not-checked"
)

// ownChecks are those that are no keywords.
var ownChecks = []check{
	{rule.CodeFalseSchema, "The schema false allows no value.", core + "4.3.2"},
	{rule.CodeSyntax, "A text is of its language: JSON, or what its file's name says, such as YAML or TOML.", ""},
	{rule.CodeDuplicateName, "An object has each member name once.", ""},
	{rule.CodeEmpty, "There is at least one document in a text.", ""},
	{rule.CodeNothingAt, "A document has what --at leads to.", ""},
	{rule.CodeLimit, "A text and its document are not larger than is allowed: in bytes, depth, digits, members and aliases.", ""},
	{rule.CodeUndecided, "There is a verdict on every instance.", ""},
	{rule.CodeTooManyEvaluations, "There is a verdict without more evaluations than memory has room for.", ""},
	{rule.CodeTooManyViolations, "All that is wrong with an instance can be listed.", ""},
	{rule.CodeUnexpectedlyValid, "An instance that is wanted to be invalid is.", ""},
	{notChecked, "Every input can be read, and its schema be used.", ""},
	{contract.CodeResponse, "A recorded response has a body in which the governed value can be found.", ""},
	{contract.CodeRequest, "A recorded request has the parameters that the contract requires, and a body that can be read by it.", ""},
	{string(contract.UndocumentedOperation), "The contract has a route for every operation that is called.", ""},
	{string(contract.UndocumentedStatus), "The contract documents every status that an operation answers with.", ""},
	{string(contract.UndocumentedMediaType), "The contract documents every media type that an operation answers with.", ""},
	{string(contract.UndocumentedMember), "The contract declares every member of a body, and lists every value of an open enum.", ""},
	{string(contract.Skipped), "A recorded response can be checked.", ""},
}

// checkOf is the check that a fault of an instance breaks.
func checkOf(f fault) check {
	if f.Keyword != "" {
		return keywordCheck(f.Keyword)
	}
	return ownCheck(f.Code())
}

// checkOfExchange is the check that a fault of an exchange breaks.
func checkOfExchange(f fault) check {
	if f.Code() == rule.CodeSyntax {
		return ownCheck(contract.CodeResponse)
	}
	return checkOf(f)
}

// checkOfResult is the check that an exchange without a fault breaks. A valid one does by what the contract does not document.
func checkOfResult(r contract.Result) check {
	if r == contract.Valid {
		return ownCheck(string(contract.UndocumentedMember))
	}
	return ownCheck(string(r))
}

// ownCheck is the check of a code that is no keyword.
func ownCheck(code string) check {
	for _, c := range ownChecks {
		if c.name == code {
			return c
		}
	}
	return check{name: code, summary: "An exchange keeps the contract."}
}

// unread reports whether a fault is of a text that holds no document that could be checked.
func unread(f fault) bool {
	return f.Keyword == "" && (f.Code() == rule.CodeSyntax || f.Code() == rule.CodeDuplicateName || f.Code() == rule.CodeEmpty)
}
