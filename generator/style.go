package generator

import (
	"slices"

	"github.com/assaykit/assay/generator/emit"
	"github.com/assaykit/assay/generator/plan"
	"github.com/assaykit/assay/generator/sample"
)

// plan are the options that decide on types and names. Files have other URIs while a package is planned: rename says which.
func (o Options) plan(rename func(uri string) string) plan.Options {
	p := plan.Options{
		Root: o.Type, Initialisms: o.Initialisms, Pointers: o.Optional == PointerOptional, ExactNumbers: o.Numbers == ExactNumbers,
		OmitReadOnly: o.ReadOnly == OmitAccess, OmitWriteOnly: o.WriteOnly == OmitAccess,
		Formats: map[string]plan.GoType{}, Declared: o.Declared,
	}
	if o.emits(StringExtra) {
		p.SecretMethods = []string{"Format", "String", "GoString", "LogValue"}
	}
	if o.emits(ConstructorsExtra) {
		p.Defaults = true
		p.Functions = append(p.Functions, "New")
	}
	if o.emits(EqualExtra) {
		p.Methods = append(p.Methods, "Equal")
	}
	if o.emits(TestsExtra) {
		p.Functions = append(p.Functions, "Test", "Fuzz")
	}
	for name, f := range o.Formats {
		p.Formats[name], _ = plan.ParseGoType(f.GoType) // checked before
	}
	for _, i := range o.Imports {
		p.Imports = append(p.Imports, plan.Import{Schema: rename(i.Schema), Path: i.Package})
	}
	return p
}

// layouts are those of package emit; kinds is the default.
var layouts = map[Layout]emit.Layout{SingleLayout: emit.Single, TypesLayout: emit.Types}

// emits reports whether something is written beside the types.
func (s Style) emits(e Extra) bool {
	if s.Emit == nil {
		return slices.Contains(defaultExtras, e)
	}
	return slices.Contains(s.Emit, e)
}

// emit are the options that decide on what is written.
func (s Style) emit() emit.Options {
	options := emit.Options{
		Layout: layouts[s.Layout], Codec: s.emits(CodecExtra), Validator: s.emits(ValidatorExtra), String: s.emits(StringExtra),
		Constructors: s.emits(ConstructorsExtra), Equal: s.emits(EqualExtra), V2: s.emits(V2Extra),
	}
	if s.emits(TestsExtra) {
		options.Samples = sample.Of
	}
	return options
}
