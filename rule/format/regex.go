package format

import "github.com/assaykit/assay/rule/pattern"

// Regex reports whether s is a regular expression by ECMA-262 (JSON Schema
// Validation 2020-12, section 7.3.8). A pattern that no engine at hand can match
// is one all the same; only groups nested too deep to read are refused.
func Regex(s string) bool { return pattern.Check(s) == nil }
