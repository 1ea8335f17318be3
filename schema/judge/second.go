package judge

import (
	"fmt"
	"net/url"
	"strings"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule/format"
	"github.com/assaykit/assay/schema"
	v5 "github.com/santhosh-tekuri/jsonschema/v5"
)

// Opinion is a schema as another engine understands it. Any number of goroutines may use it.
type Opinion struct{ schema *v5.Schema }

// Second compiles a schema with the second engine. src is the schema document, fragment the part of it and o the
// options, as [schema.Compile] had them; others are the documents that its references lead to. The error
// says why the second engine cannot give an opinion; that is no fault of the schema.
func Second(src *schema.Source, fragment string, o schema.Options, others ...*schema.Source) (opinion *Opinion, err error) {
	defer func() {
		if p := recover(); p != nil {
			opinion, err = nil, fmt.Errorf("the second engine failed: %v", p)
		}
	}()
	c := v5.NewCompiler()
	c.LoadURL = refuse
	if draft, ok := drafts[o.Default]; ok {
		c.Draft = draft
	}
	c.AssertFormat = o.Formats == schema.AssertFormats
	if !c.AssertFormat {
		// The engine would still assert formats in drafts up to 7.
		for name := range v5.Formats {
			c.Formats[name] = func(any) bool { return true }
		}
	}
	// The engine takes a template for a URI, so that {/sha} and its like are refused (RFC 6570, section 3).
	c.Formats["uri-template"] = func(v any) bool {
		text, is := v.(string)
		return !is || !c.AssertFormat || format.URITemplate(text)
	}
	for _, s := range append([]*schema.Source{src}, others...) {
		numbers := converter{}
		numbers.value(s.Document.Root())
		if numbers.long > 0 {
			return nil, fmt.Errorf("%s has a number that is beyond the second engine", s.Name)
		}
		if err := c.AddResource(s.URI, strings.NewReader(s.Document.Root().JSON())); err != nil {
			return nil, err
		}
	}
	uri := src.URI
	if fragment != "" {
		uri += "#" + (&url.URL{Fragment: fragment}).EscapedFragment()
	}
	compiled, err := c.Compile(uri)
	if err != nil {
		return nil, err
	}
	return &Opinion{compiled}, nil
}

// drafts are the engine's own.
var drafts = map[schema.Draft]*v5.Draft{
	schema.Draft4: v5.Draft4, schema.Draft6: v5.Draft6, schema.Draft7: v5.Draft7,
	schema.Draft2019: v5.Draft2019, schema.Draft2020: v5.Draft2020,
}

// Valid is the second engine's verdict on a document. The error says why it cannot give one.
func (o *Opinion) Valid(d *document.Document) (bool, error) {
	c := converter{}
	instance := c.value(d.Root())
	if c.long > 0 {
		return false, fmt.Errorf("a number is beyond the second engine")
	}
	switch err := validate(o.schema, instance).(type) {
	case nil:
		return true, nil
	case *v5.ValidationError:
		return false, nil
	default:
		return false, err
	}
}
