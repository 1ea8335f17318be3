// Package format judges strings by the formats that JSON Schema names: dates,
// addresses, host names, identifiers and pointers, each by the specification
// that defines it. It knows nothing of schemas or documents: a checker takes
// the decoded string and answers yes or no, so the interpreter and generated
// code call the same functions.
package format

import (
	"slices"
	"strings"
)

// Checker reports whether a string is of the format.
type Checker func(s string) bool

// entry is one row of the table of formats.
type entry struct {
	name  string
	check Checker
}

// formats is sorted by name, so that Lookup can search it by halves. A sorted
// slice needs no work at start-up, as a map would.
var formats = []entry{
	{"date", Date},
	{"date-time", DateTime},
	{"duration", Duration},
	{"email", Email},
	{"hostname", Hostname},
	{"idn-email", IDNEmail},
	{"idn-hostname", IDNHostname},
	{"ipv4", IPv4},
	{"ipv6", IPv6},
	{"iri", IRI},
	{"iri-reference", IRIReference},
	{"json-pointer", JSONPointer},
	{"regex", Regex},
	{"relative-json-pointer", RelativeJSONPointer},
	{"time", Time},
	{"uri", URI},
	{"uri-reference", URIReference},
	{"uri-template", URITemplate},
	{"uuid", UUID},
}

// Lookup returns the checker of a format name, as the drafts 4 to v1 spell it
// (JSON Schema Validation 2020-12, section 7.3). ok is false for a name that no
// specification defines; names are compared exactly.
func Lookup(name string) (check Checker, ok bool) {
	i, ok := slices.BinarySearchFunc(formats, name, func(f entry, name string) int {
		return strings.Compare(f.name, name)
	})
	if !ok {
		return nil, false
	}
	return formats[i].check, true
}

// Names lists all the format names in order. The slice is the caller's own.
func Names() []string {
	names := make([]string, 0, len(formats))
	for _, f := range formats {
		names = append(names, f.name)
	}
	return names
}
