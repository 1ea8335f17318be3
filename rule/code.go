package rule

// The codes of what is wrong where no keyword is not satisfied. Everywhere else the code is the keyword's name.
const (
	CodeFalseSchema        = "false-schema"         // the schema false allows no value
	CodeSyntax             = "syntax"               // the text is no document
	CodeDuplicateName      = "duplicate-name"       // an object has a member name twice
	CodeEmpty              = "empty"                // there is no document in the text
	CodeNothingAt          = "nothing-at"           // a document has no instance where it should have some
	CodeLimit              = "limit"                // the text or its document has more of something than is allowed
	CodeUndecided          = "undecided"            // there is no verdict
	CodeTooManyEvaluations = "too-many-evaluations" // there is no verdict, for the schema has too many ways to try
	CodeTooManyViolations  = "too-many-violations"  // there are more than are listed
	CodeUnexpectedlyValid  = "unexpectedly-valid"   // it was wanted to be invalid
)

// Code names the kind of violation, the same in all versions: the keyword, or one of the codes above.
func (v Violation) Code() string {
	switch {
	case v.Keyword != "":
		return v.Keyword
	case v.Fault != "":
		return v.Fault
	case v.AbsoluteKeywordLocation != "":
		return CodeFalseSchema
	}
	return CodeSyntax
}
