package emit

import (
	"strconv"

	"github.com/dave/jennifer/jen"
)

// oneLine is a function's body on the line of its head: { return f(x) }.
func oneLine(body jen.Code) *jen.Statement {
	return jen.Custom(jen.Options{Open: "{", Close: "}"}, body)
}

// packed are expressions on as few lines as they fit on. The first stands on the line of what goes before, which is column long.
func packed(list []string, column int) []jen.Code {
	var out []jen.Code
	for _, expression := range list {
		if column += len(expression) + len(", "); column > width && len(out) > 0 {
			column = len(expression) + len(", ")
			out = append(out, jen.Line().Op(expression))
			continue
		}
		out = append(out, jen.Op(expression))
	}
	return out
}

// composite are the elements of a composite literal: on its line where they fit there, which is column long, else on
// lines of their own.
//
//	{a, b}
//
//	{
//		a, b, c,
//		d, e,
//	}
func composite(list []string, column int) *jen.Statement {
	whole := column
	for _, expression := range list {
		whole += len(expression) + len(", ")
	}
	elements := packed(list, 0)
	if whole > width {
		elements[0] = jen.Line().Add(elements[0])
		elements = append(elements, jen.Line())
	}
	return jen.Values(elements...)
}

// quotedAll are strings as Go.
func quotedAll(texts []string) []string {
	out := make([]string, len(texts))
	for i, text := range texts {
		out[i] = strconv.Quote(text)
	}
	return out
}
