package rule

import (
	"fmt"
	"testing"

	"github.com/assaykit/assay/document"
)

// Names that are made to have one hash are found all the same, and in bounds: see nameTable.
func TestCollidingNamesAreFound(t *testing.T) {
	const n = 3000
	var members []Property
	text := []byte("{")
	name := func(i int) string { return fmt.Sprintf("aaaaaaaa%06dmiddlemi%012dbbbbbbbb", i, i) }
	for i := range n {
		members = append(members, Property{name(i), &Schema{Never: i == n/2}})
		text = fmt.Appendf(text, "%q:%d,", name(i), i)
	}
	text[len(text)-1] = '}'
	d, err := document.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	table := newNameTable(members, []string{name(7), name(7), "absent"})
	if table.byName == nil || table.steps > 64+16*n || table.required != 2 {
		t.Errorf("%d steps, by name: %v, required: %d", table.steps, table.byName != nil, table.required)
	}
	i := 0
	for m, end := 1, d.End(0); m < end; m = d.End(m + 1) {
		if found := table.find(d, m); found == nil || found.schema != members[i].Schema || found.required != (i == 7) {
			t.Fatalf("%s: found %+v", d.Text(m), found)
		}
		i++
	}
}
