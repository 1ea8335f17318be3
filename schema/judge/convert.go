package judge

import (
	"cmp"
	"encoding/json"
	"strconv"

	"github.com/assaykit/assay/document"
)

// converter turns values of a document into what the engine takes.
type converter struct {
	// standIns lets numbers that are too long for the engine be replaced by shorter ones that are alike in
	// sign, in being integers, and in being equal to no other number. Without it they are only counted.
	standIns bool
	long     int // numbers found that are too long
	// skip are schemas that are to be passed over: {}, which is a schema in every draft, stands in their places.
	skip map[document.Value]bool
	// unnamed takes the place of the name "" of a member.
	unnamed string
}

// unnamed is for the name "" of a member of a schema, which the engine leaves out of the locations that it gives. A name of noncharacters is in no schema.
const unnamed = "\ufdd0\ufdd1"

// longest is how many digits a number may have for the engine. It turns each into a big.Rat, so that one of a
// few characters, 1e999999, would take megabytes.
const longest = 400

func (c *converter) value(v document.Value) any {
	switch v.Kind() {
	case document.Boolean:
		return v.True()
	case document.Number:
		return c.number(v.Text())
	case document.String:
		return v.Text()
	case document.Array:
		list := make([]any, 0, v.Len())
		for _, item := range v.Items() {
			list = append(list, c.value(item))
		}
		return list
	case document.Object:
		if c.skip[v] {
			return map[string]any{}
		}
		object := make(map[string]any, v.Len())
		for name, value := range v.Members() {
			object[cmp.Or(name.Text(), c.unnamed)] = c.value(value)
		}
		return object
	}
	return nil
}

func (c *converter) number(text string) any {
	if short(text) {
		return json.Number(text)
	}
	c.long++
	d, ok := document.ParseDecimal(text)
	if !c.standIns || !ok || d.Sign() == 0 {
		return json.Number("0")
	}
	stand := strconv.Itoa(c.long) + "e" + strconv.Itoa(2*longest)
	if !d.Integer() {
		stand = strconv.Itoa(c.long) + "e-" + strconv.Itoa(2*longest)
	}
	if d.Sign() < 0 {
		stand = "-" + stand
	}
	return json.Number(stand)
}

// short reports whether a number, written out, has at most about as many digits as longest.
func short(text string) bool {
	if len(text) > longest {
		return false
	}
	for i := range len(text) {
		if text[i] == 'e' || text[i] == 'E' {
			n, err := strconv.Atoi(text[i+1:])
			return err == nil && -longest <= n && n <= longest
		}
	}
	return true
}
