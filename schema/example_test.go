package schema_test

import (
	"errors"
	"fmt"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
	"github.com/assaykit/assay/schema"
)

func ExampleCompile() {
	text := `{
	"type": "object",
	"required": ["name"],
	"properties": {"name": {"type": "string", "minLength": 1}, "age": {"type": "integer", "minimum": 0}}
}`
	d, err := document.Parse([]byte(text))
	if err != nil {
		fmt.Println(err)
		return
	}
	s, err := schema.Compile(&schema.Source{URI: "https://example.com/person.json", Name: "person.json", Document: d}, "", schema.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(s.Validate([]byte(`{"name": "Ada", "age": 36}`)))
	fmt.Println(s.Validate([]byte(`{"name": "", "age": -1}`)))
	// Output:
	// <nil>
	// 1:10: /name: found 0 characters, wanted at least 1 character (minLength)
	// 1:21: /age: found -1, wanted at least 0 (minimum)
}

func ExampleCompile_problems() {
	d, err := document.Parse([]byte("{\n  \"minLength\": -1,\n  \"tpye\": \"string\"\n}"))
	if err != nil {
		fmt.Println(err)
		return
	}
	_, err = schema.Compile(&schema.Source{URI: "file:///s.json", Name: "s.json", Document: d}, "", schema.Options{})
	fmt.Println(err)
	// Output:
	// s.json:2:16: minLength: found -1, wanted a non-negative integer
}

func ExampleSchema_Validate() {
	d, err := document.Parse([]byte(`{"properties": {"id": {"type": "integer"}}}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	s, err := schema.Compile(&schema.Source{URI: "https://example.com/s.json", Name: "s.json", Document: d}, "", schema.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	var invalid *rule.Error
	if errors.As(s.Validate([]byte("{\n \"id\": \"7\"}")), &invalid) {
		for _, v := range invalid.Violations {
			fmt.Println(v.Position.Line, v.InstanceLocation, v.AbsoluteKeywordLocation)
		}
	}
	// Output:
	// 2 /id https://example.com/s.json#/properties/id/type
}
