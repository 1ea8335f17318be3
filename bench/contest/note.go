package contest

import (
	"fmt"
	"strings"
)

// noteLimit is how much is told of why a contender does not take part.
const noteLimit = 160

// note says among the results, where the report finds it, that a contender does not take part, and why.
func note(name string, why error) {
	text := strings.Join(strings.Fields(why.Error()), " ")
	if len(text) > noteLimit {
		text = text[:noteLimit] + "…"
	}
	fmt.Printf("note %s %s\n", name, text)
}
