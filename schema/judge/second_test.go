package judge

import (
	"strings"
	"testing"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/schema"
)

func TestSecond(t *testing.T) {
	other := source(t, `{"$defs": {"id": {"type": "integer", "minimum": 1}}}`)
	other.URI = "file:///other.json"
	tests := []struct {
		name, schema, fragment, instance string
		options                          schema.Options
		want                             bool
	}{
		{"valid", `{"type": "string"}`, "", `"a"`, schema.Options{}, true},
		{"invalid", `{"type": "string"}`, "", `1`, schema.Options{}, false},
		{"a part of the document", `{"$defs": {"n": {"type": "number"}}}`, "/$defs/n", `"a"`, schema.Options{}, false},
		{"a reference to another document", `{"$ref": "other.json#/$defs/id"}`, "", `0`, schema.Options{}, false},
		{"formats are asserted", `{"format": "ipv4"}`, "", `"a"`, schema.Options{}, false},
		{"formats are annotations", `{"format": "ipv4"}`, "", `"a"`, schema.Options{Default: schema.Draft7, Formats: schema.AnnotateFormats}, true},
		{"templates are none of URIs", `{"format": "uri-template"}`, "", `"https://a.example/b{/c}{?d,e}"`, schema.Options{}, true},
		{"what is no template", `{"format": "uri-template"}`, "", `"https://a.example/b{"`, schema.Options{}, false},
		{"the default draft", `{"items": [{"type": "null"}]}`, "", `[1]`, schema.Options{Default: schema.Draft7}, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			opinion, err := Second(source(t, test.schema), test.fragment, test.options, other)
			if err != nil {
				t.Fatal(err)
			}
			d, err := document.Parse([]byte(test.instance))
			if err != nil {
				t.Fatal(err)
			}
			got, err := opinion.Valid(d)
			if err != nil || got != test.want {
				t.Errorf("found %v, %v, wanted %v", got, err, test.want)
			}
		})
	}
}

func TestSecondHasNoOpinion(t *testing.T) {
	for name, text := range map[string]string{
		"its patterns are Go's":        `{"pattern": "^(?!x)"}`,
		"a number is too long for it":  `{"minimum": 1e9999999}`,
		"a document is not to be had":  `{"$ref": "https://example.com/other.json"}`,
		"the document is not a schema": `{"type": 5}`,
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := Second(source(t, text), "", schema.Options{}); err == nil {
				t.Error("found an opinion, wanted an error")
			}
		})
	}
	opinion, err := Second(source(t, `{"type": "number"}`), "", schema.Options{})
	if err != nil {
		t.Fatal(err)
	}
	d, err := document.Parse([]byte(`1e9999999`))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := opinion.Valid(d); err == nil || !strings.Contains(err.Error(), "beyond") {
		t.Errorf("found %v, wanted an error of the number", err)
	}
}
