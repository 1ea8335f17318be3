package corpus

import "github.com/assaykit/assay/schema"

// Compile compiles the schema of a case. Generated code and the interpreter are both made from it, so they mean the same.
func (c Case) Compile() (*schema.Schema, error) {
	files := schema.Files{}
	src, err := files.Open(c.Schema)
	if err != nil {
		return nil, err
	}
	o := schema.Options{Load: files.Load, Formats: schema.AnnotateFormats}
	if c.Formats {
		o.Formats = schema.AssertFormats
	}
	return schema.Compile(src, "", o)
}
