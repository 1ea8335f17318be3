package field_test

import (
	"encoding/json"
	"fmt"

	"github.com/assaykit/assay/field"
)

func ExampleMaybe() {
	type patch struct {
		Name field.Maybe[string] `json:"name,omitzero"`
	}
	for _, text := range []string{`{}`, `{"name": null}`, `{"name": "Ada"}`} {
		var p patch
		if err := json.Unmarshal([]byte(text), &p); err != nil {
			fmt.Println(err)
			continue
		}
		name, ok := p.Name.Get()
		written, err := json.Marshal(p)
		fmt.Println(p.Name.IsZero(), p.Name.IsNull(), ok, name, string(written), err)
	}
	// Output:
	// true false false  {} <nil>
	// false true false  {"name":null} <nil>
	// false false true Ada {"name":"Ada"} <nil>
}

func ExampleOptional() {
	var limit field.Optional[int]
	fmt.Println(limit.Or(10))
	limit.Set(0)
	fmt.Println(limit.Or(10))
	limit.Clear()
	fmt.Println(limit.IsZero())
	// Output:
	// 10
	// 0
	// true
}

func ExampleNullable() {
	parent := field.NotNull("root")
	fmt.Println(parent.Get())
	parent.SetNull()
	fmt.Println(parent.IsNull())
	// Output:
	// root true
	// true
}
