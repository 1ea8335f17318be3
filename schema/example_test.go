package schema_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/assaykit/assay/document/yaml"
	"github.com/assaykit/assay/rule"
	"github.com/assaykit/assay/schema"
)

var person = schema.MustCompile(`{
	"type": "object",
	"required": ["name"],
	"properties": {"name": {"type": "string", "minLength": 1}, "age": {"type": "integer", "minimum": 0}}
}`)

// A schema that is part of the program is compiled once; any number of goroutines may use it.
func ExampleMustCompile() {
	fmt.Println(person.Validate([]byte(`{"name": "Ada", "age": 36}`)))
	fmt.Println(person.Validate([]byte(`{"name": "", "age": -1}`)))
	// Output:
	// <nil>
	// 1:10: /name: found 0 characters, wanted at least 1 character (minLength)
	// 1:21: /age: found -1, wanted at least 0 (minimum)
}

func ExampleCompileText() {
	_, err := schema.CompileText("{\n  \"minLength\": -1,\n  \"tpye\": \"string\"\n}", schema.Options{})
	fmt.Println(err)
	// Output:
	// schema:2:16: minLength: found -1, wanted a non-negative integer
}

// What looks like a keyword and is none checks nothing: it is a warning, not an error.
func ExampleSchema_warnings() {
	s, err := schema.CompileText(`{"tpye": "string"}`, schema.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(s.Warnings[0])
	// Output:
	// schema:1:2: found the unknown keyword "tpye", did you mean "type"? It checks nothing
}

// The schema of a file, which refers to others beside it, in JSON or YAML.
func ExampleFiles_Compile() {
	dir, err := os.MkdirTemp("", "")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	for name, text := range map[string]string{
		"order.yaml": "properties:\n  id: {$ref: id.json}\n",
		"id.json":    `{"type": "string", "format": "uuid"}`,
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			fmt.Println(err)
			return
		}
	}

	files := schema.Files{Decode: yaml.Decode}
	s, err := files.Compile(filepath.Join(dir, "order.yaml"), "", schema.Options{Formats: schema.AssertFormats})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(s.Validate([]byte(`{"id": "7"}`)))
	// Output:
	// 1:8: /id: found "7", wanted a UUID such as 2eb8aa08-aa98-11ea-b4aa-73b441d16380 (format)
}

// Errors are data: each violation says where in the instance and in the schema it is.
func ExampleSchema_Validate() {
	var invalid *rule.Error
	if errors.As(person.Validate([]byte("{\n \"name\": 7}")), &invalid) {
		for _, v := range invalid.Violations {
			fmt.Println(v.Position.Line, v.InstanceLocation, v.Keyword, v.AbsoluteKeywordLocation)
			fmt.Println(v.Message())
		}
	}
	// Output:
	// 2 /name type https://schema.invalid/#/properties/name/type
	// found 7, wanted a string
}

func ExampleSchema_ValidateReader() {
	fmt.Println(person.ValidateReader(strings.NewReader(`{"name": "Ada"} {"name": "Grace"}`)))
	// Output:
	// 1:17: found '{', wanted the end of the text
}

// Go values are checked as the JSON that they become: structs by their tags, and what was decoded into an any.
func ExampleSchema_ValidateValue() {
	type user struct {
		Name string `json:"name"`
		Age  int    `json:"age,omitempty"`
	}
	fmt.Println(person.ValidateValue(user{Name: "Ada", Age: -1}))

	var decoded any
	if err := json.Unmarshal([]byte(`{"age": 36}`), &decoded); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(person.ValidateValue(decoded))
	fmt.Println(person.ValidateValue(map[string]any{"name": make(chan int)}))
	// Output:
	// /age: found -1, wanted at least 0 (minimum)
	// found no member "name", wanted every required member (required)
	// /name: found a chan int (json: unsupported type: chan int), wanted a value that JSON can say
}
