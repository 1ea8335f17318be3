package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/assaykit/assay/generator/plan"
	"github.com/assaykit/assay/rule"
)

// tests writes for each type a test that reads documents and writes them again, and one that fuzzes it.
func (w *writer) tests(f *jen.File) {
	for _, n := range w.plan.Types {
		if !n.Part {
			w.test(f, n)
		}
	}
	w.model(f)
	w.roundTrip(f)
	sameJSON(f)
}

// test is
//
//	var samplesOfT = []string{`{}`}
//
//	func TestT(t *testing.T) {
//		for _, text := range samplesOfT {
//			if err := ValidateT([]byte(text)); err != nil {
//				t.Errorf("%s: %v", text, err)
//			}
//			roundTrip[T](t, []byte(text), ValidateT)
//		}
//	}
//
//	func FuzzT(f *testing.F) {
//		for _, text := range samplesOfT {
//			f.Add([]byte(text))
//		}
//		f.Fuzz(func(t *testing.T, text []byte) { roundTrip[T](t, text, ValidateT) })
//	}
//
// with jsonT.Check for a type without ValidateT.
func (w *writer) test(f *jen.File, n *plan.Named) {
	samples, validate := "samplesOf"+n.Name, jen.Id("Validate"+n.Name)
	if !n.Own {
		validate = codec(n).Dot("Check")
	}
	bytes := func() jen.Code { return jen.Index().Byte().Parens(jen.Id("text")) }
	each := func(body ...jen.Code) jen.Code {
		return jen.For(jen.List(jen.Id("_"), jen.Id("text")).Op(":=").Range().Id(samples)).Block(body...)
	}
	trip := func(text jen.Code) *jen.Statement {
		return jen.Id("roundTrip").Index(jen.Id(n.Name)).Call(jen.Id("t"), text, validate.Clone())
	}
	f.Line()
	comment(f.Group, samples+" are documents that satisfy the schema.")
	f.Var().Id(samples).Op("=").Index().String().ValuesFunc(func(g *jen.Group) {
		texts := w.Samples(append([]*rule.Schema{n.Schema}, n.Also...)...)
		for _, text := range texts {
			g.Line().Add(quoted(text))
		}
		if len(texts) > 0 {
			g.Line()
		}
	})
	f.Line()
	f.Func().Id("Test" + n.Name).Params(jen.Id("t").Op("*").Qual("testing", "T")).Block(each(
		jen.If(jen.Err().Op(":=").Add(validate.Clone()).Call(bytes()), jen.Err().Op("!=").Nil()).Block(
			jen.Id("t").Dot("Errorf").Call(jen.Lit("%s: %v"), jen.Id("text"), jen.Err())),
		trip(bytes()),
	))
	f.Line()
	f.Func().Id("Fuzz"+n.Name).Params(jen.Id("f").Op("*").Qual("testing", "F")).Block(
		each(jen.Id("f").Dot("Add").Call(bytes())),
		jen.Id("f").Dot("Fuzz").Call(jen.Func().Params(jen.Id("t").Op("*").Qual("testing", "T"), jen.Id("text").Index().Byte()).Add(oneLine(trip(jen.Id("text"))))),
	)
}

// model is
//
//	type model[T any] interface {
//		*T
//		UnmarshalJSON([]byte) error
//		MarshalJSON() ([]byte, error)
//		Equal(T) bool
//	}
func (w *writer) model(f *jen.File) {
	f.Line()
	comment(f.Group, "model is a pointer to a type of the package.")
	f.Type().Id("model").Types(jen.Id("T").Any()).InterfaceFunc(func(g *jen.Group) {
		g.Op("*").Id("T")
		g.Id("UnmarshalJSON").Params(jen.Index().Byte()).Error()
		g.Id("MarshalJSON").Params().Add(textResult())
		if w.Equal {
			g.Id("Equal").Params(jen.Id("T")).Bool()
		}
	})
}

// roundTrip is
//
//	func roundTrip[T any, P model[T]](t *testing.T, text []byte, validate func([]byte) error) {
//		...
//	}
//
// Its text stands here as it will stand there: it does not depend on the schema.
func (w *writer) roundTrip(f *jen.File) {
	fail := func(format string, args ...jen.Code) jen.Code {
		return jen.Id("t").Dot("Fatalf").Call(append([]jen.Code{jen.Lit(format)}, args...)...)
	}
	text, written, err := jen.Id("text"), jen.Id("written"), jen.Err()
	p := jen.Id("P").Call(jen.New(jen.Id("T")))
	body := []jen.Code{
		jen.Id("t").Dot("Helper").Call(),
		jen.If(jen.Id("validate").Call(text).Op("!=").Nil()).Block(jen.Return()),
		jen.Id("v").Op(":=").Add(p),
		jen.If(jen.Err().Op(":=").Id("v").Dot("UnmarshalJSON").Call(text), jen.Err().Op("!=").Nil()).Block(
			jen.Var().Id("unfit").Op("*").Qual(fieldPath, "FitError"),
			jen.If(jen.Op("!").Qual("errors", "As").Call(err, jen.Op("&").Id("unfit"))).Block(fail("%s is valid and cannot be read: %v", text, err)),
			jen.Return(),
		),
		jen.List(written, err).Op(":=").Id("v").Dot("MarshalJSON").Call(),
		jen.If(jen.Err().Op("!=").Nil()).Block(fail("%s cannot be written: %v", text, err)),
		jen.If(jen.Op("!").Id("sameJSON").Call(text, written)).Block(fail("%s is written as %s", text, written)),
		jen.If(jen.Err().Op(":=").Id("validate").Call(written), jen.Err().Op("!=").Nil()).Block(fail("%s is written as %s, which is not valid: %v", text, written, err)),
		jen.Id("again").Op(":=").Add(p),
		jen.If(jen.Err().Op(":=").Id("again").Dot("UnmarshalJSON").Call(written), jen.Err().Op("!=").Nil()).Block(fail("%s is written as %s, which cannot be read: %v", text, written, err)),
	}
	if w.Equal {
		body = append(body, jen.If(jen.Op("!").Id("v").Dot("Equal").Call(jen.Op("*").Id("again"))).Block(fail("%s differs once it is written and read again", text)))
	}
	f.Line()
	comment(f.Group, "roundTrip wants text that is valid to be read and written again without a loss, or not to fit its Go type.")
	f.Func().Id("roundTrip").Types(jen.Id("T").Any(), jen.Id("P").Id("model").Index(jen.Id("T"))).Params(
		jen.Id("t").Op("*").Qual("testing", "T"), jen.Id("text").Index().Byte(), jen.Id("validate").Func().Params(jen.Index().Byte()).Error(),
	).Block(body...)
}

// sameJSON is
//
//	func sameJSON(a, b []byte) bool {
//		d, err := document.Parse(a)
//		if err != nil {
//			return false
//		}
//		e, err := document.Parse(b)
//		return err == nil && document.Equal(d.Root(), e.Root())
//	}
func sameJSON(f *jen.File) {
	parse := func(d, of string) jen.Code {
		return jen.List(jen.Id(d), jen.Err()).Op(":=").Qual(documentPath, "Parse").Call(jen.Id(of))
	}
	root := func(d string) jen.Code { return jen.Id(d).Dot("Root").Call() }
	f.Line()
	comment(f.Group, "sameJSON compares texts by their values.")
	f.Func().Id("sameJSON").Params(jen.List(jen.Id("a"), jen.Id("b")).Index().Byte()).Bool().Block(
		parse("d", "a"),
		jen.If(jen.Err().Op("!=").Nil()).Block(jen.Return(jen.False())),
		parse("e", "b"),
		jen.Return(jen.Err().Op("==").Nil().Op("&&").Qual(documentPath, "Equal").Call(root("d"), root("e"))),
	)
}
