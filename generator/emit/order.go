package emit

import (
	"slices"
	"strings"

	"github.com/assaykit/assay/document"
)

// member is a member of an object of the schema document.
type member struct {
	name  string
	value document.Value
}

// membersOf lists the members of an object, as they come or by name.
func membersOf(v document.Value, asTheyCome bool) []member {
	var list []member
	for name, value := range v.Members() {
		list = append(list, member{name.Text(), value})
	}
	if !asTheyCome {
		slices.SortFunc(list, func(a, b member) int { return strings.Compare(a.name, b.name) })
	}
	return list
}
