package pattern_test

import (
	"fmt"

	"github.com/assaykit/assay/rule/pattern"
)

func Example() {
	p := pattern.MustCompile(`^(?!test)\p{Lowercase}+$`)
	fmt.Println(p.MatchString("größe"), p.MatchString("tests"))
	// Output: true false
}

func ExampleCompile() {
	_, err := pattern.Compile(`^\d+\Z`)
	fmt.Println(err)
	// Output: pattern "^\\d+\\Z": offset 4: found \Z, wanted $
}
