package rule_test

import (
	"fmt"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
	"github.com/assaykit/assay/schema"
)

func ExampleSchema_Output() {
	text, _ := document.Parse([]byte(`{"title": "Port", "type": "integer", "minimum": 1}`))
	s, err := schema.Compile(&schema.Source{URI: "https://example.com/port", Name: "port.json", Document: text}, "", schema.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, instance := range []string{"8080", "0"} {
		d, _ := document.Parse([]byte(instance))
		fmt.Printf("%s\n", s.Rule().Output(d, rule.List, rule.ShowValues))
	}
	// Output:
	// {"valid":true,"details":[{"valid":true,"evaluationPath":"","schemaLocation":"https://example.com/port#","instanceLocation":"","annotations":{"title":"Port"}}]}
	// {"valid":false,"details":[{"valid":false,"evaluationPath":"","schemaLocation":"https://example.com/port#","instanceLocation":"","errors":{"minimum":"found 0, wanted at least 1"},"droppedAnnotations":{"title":"Port"}}]}
}
