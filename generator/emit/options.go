package emit

import "github.com/assaykit/assay/rule"

// Options say what is written beside the types themselves. The zero value is the types alone.
type Options struct {
	Layout    Layout
	Codec     bool // UnmarshalJSON and MarshalJSON
	Validator bool // Validate and ValidateT
	String    bool // String and its like, where there are secrets
	// Constructors are NewT, with defaults.
	Constructors bool
	Equal        bool
	V2           bool // the methods of encoding/json/v2
	// Samples are documents that satisfy schemas, for tests; without them no tests are written.
	Samples func(...*rule.Schema) []string
}

// coding reports whether there is something that reads values or writes them: then each type says what it looks like in JSON, and
// has a validator, without which nothing is read.
func (o Options) coding() bool { return o.Codec || o.Validator }
