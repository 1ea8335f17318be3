package contract

import (
	"encoding/json"
	"fmt"

	"github.com/assaykit/assay/document"
)

// Numbers is from the least to the greatest number that was seen, as the captures have them. Of equal ones, such as 1 and 1.0, it is
// the shortest that a decimal can be written as.
type Numbers struct {
	Min json.Number `json:"min"`
	Max json.Number `json:"max"`
}

// longestNumber is how many characters a number may have to be kept.
const longestNumber = 60

// merge is the range of both; neither changes.
func (r *Numbers) merge(other *Numbers) *Numbers {
	switch {
	case other == nil:
		return r
	case r == nil:
		return &Numbers{other.Min, other.Max}
	}
	whole := *r
	if compareNumbers(other.Min, r.Min) < 0 {
		whole.Min = other.Min
	}
	if compareNumbers(other.Max, r.Max) > 0 {
		whole.Max = other.Max
	}
	return &whole
}

// compareNumbers compares two texts of numbers, which are known to be some.
func compareNumbers(a, b json.Number) int {
	x, _ := document.ParseDecimal(string(a))
	y, _ := document.ParseDecimal(string(b))
	return x.Compare(y)
}

func (r *Numbers) check() error {
	if r == nil {
		return nil
	}
	for _, n := range []json.Number{r.Min, r.Max} {
		if d, ok := document.ParseDecimal(string(n)); !ok || len(n) > longestNumber || d.String() != string(n) {
			return fmt.Errorf("found a number that no summary has, wanted one of at most %d characters, in its shortest form", longestNumber)
		}
	}
	if compareNumbers(r.Min, r.Max) > 0 {
		return fmt.Errorf("found a range of numbers from %s to %s, wanted one up", r.Min, r.Max)
	}
	return nil
}
