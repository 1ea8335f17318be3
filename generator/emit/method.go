package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/assaykit/assay/generator/plan"
)

// codecMethods are those that read and write:
//
//	func (v *T) UnmarshalJSON(b []byte) error       { return jsonT.Unmarshal(b, v) }
//	func (v T) MarshalJSON() ([]byte, error)        { return v.copied().Marshal() }
//	func (v T) AppendJSON(b []byte) ([]byte, error) { return v.copied().Append(b) }
//
// The last is for types that stand for schemas of their own: others are written with those that they are part of.
func (w *writer) codecMethods(f *jen.File, n *plan.Named) {
	if !w.Codec {
		return
	}
	unchecked := "MarshalJSON writes v as JSON text. It does not check the schema"
	if w.Validator {
		unchecked += "; Validate does"
	}
	b, self := jen.Id("b"), jen.Id("v").Id(n.Name)
	w.about(f, n, "UnmarshalJSON reads JSON text that satisfies the schema. The error is a *rule.Error that lists every violation, "+
		"or a *field.FitError where a valid value does not fit its Go type; v is then as it was.")
	f.Func().Params(jen.Id("v").Op("*").Id(n.Name)).Id("UnmarshalJSON").Add(textParam()).Error().Add(forward(n, "Unmarshal", b, jen.Id("v")))
	w.about(f, n, unchecked+".")
	f.Func().Params(self).Id("MarshalJSON").Params().Add(textResult()).Add(written("Marshal"))
	if !n.Own {
		return
	}
	w.about(f, n, "AppendJSON appends what MarshalJSON writes. After an error it returns b as it was.")
	f.Func().Params(self).Id("AppendJSON").Add(textParam()).Add(textResult()).Add(written("Append", b))
}

// validatorMethods are those that check:
//
//	func (v T) Validate() error        { return v.copied().Validate() }
//	func ValidateT(b []byte) error     { return jsonT.Check(b) }
//
// The last is for types that stand for schemas of their own.
func (w *writer) validatorMethods(f *jen.File, n *plan.Named) {
	if !w.Validator {
		return
	}
	w.about(f, n, "Validate checks v, as it would be written, against the schema. The error is a *rule.Error that lists every violation.")
	f.Func().Params(jen.Id("v").Id(n.Name)).Id("Validate").Params().Error().Add(written("Validate"))
	if !n.Own {
		return
	}
	w.about(f, n, "Validate"+n.Name+" checks JSON text against the schema. It builds no value, and allocates nothing where the text is valid. "+
		"The error is a *rule.Error that lists every violation.")
	f.Func().Id("Validate" + n.Name).Add(textParam()).Error().Add(forward(n, "Check", jen.Id("b")))
}

// copiedMethod writes what the methods that write have in common:
//
//	func (v *T) copied() field.Copied { return field.Copy(jsonT, v) }
func (w *writer) copiedMethod(f *jen.File, n *plan.Named) {
	w.about(f, n, "copied is v for a method that writes it.")
	f.Func().Params(jen.Id("v").Op("*").Id(n.Name)).Id("copied").Params().Qual(fieldPath, "Copied").Add(
		oneLine(jen.Return(jen.Qual(fieldPath, "Copy").Call(codec(n), jen.Id("v")))))
}

// about is the comment of a method of the root.
func (w *writer) about(f *jen.File, n *plan.Named, text string) {
	if n == w.plan.Root {
		f.Line()
		comment(f.Group, text)
	}
}

// textParam is (b []byte), and textResult ([]byte, error).
func textParam() *jen.Statement { return jen.Params(jen.Id("b").Index().Byte()) }

func textResult() *jen.Statement { return jen.Params(jen.Index().Byte(), jen.Error()) }

// written is { return v.copied().Method(args) }.
func written(method string, args ...jen.Code) *jen.Statement {
	return oneLine(jen.Return(jen.Id("v").Dot("copied").Call().Dot(method).Call(args...)))
}

// forward is { return jsonT.Method(args) }.
func forward(n *plan.Named, method string, args ...jen.Code) *jen.Statement {
	return oneLine(jen.Return(codec(n).Dot(method).Call(args...)))
}
