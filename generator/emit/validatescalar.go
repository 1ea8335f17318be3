package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/generator/plan"
	"github.com/assaykit/assay/rule"
	"github.com/assaykit/assay/rule/pattern"
)

// formatFuncs are the functions of package format.
var formatFuncs = map[string]string{
	"date-time": "DateTime", "date": "Date", "time": "Time", "duration": "Duration",
	"email": "Email", "idn-email": "IDNEmail", "hostname": "Hostname", "idn-hostname": "IDNHostname",
	"ipv4": "IPv4", "ipv6": "IPv6", "uri": "URI", "uri-reference": "URIReference", "iri": "IRI",
	"iri-reference": "IRIReference", "uri-template": "URITemplate", "json-pointer": "JSONPointer",
	"relative-json-pointer": "RelativeJSONPointer", "regex": "Regex", "uuid": "UUID",
}

// text is what is demanded of strings, but for a choice of many:
//
//	d.Runes(at) >= 1 && patternT(d.Text(at)) && format.URI(d.Text(at))
func (w *writer) text(s *rule.Schema, a at) condition {
	list := countOf(s).text(a)
	for _, assertion := range s.Assertions {
		switch k := assertion.(type) {
		case rule.Pattern:
			list = append(list, w.matches(k.Pattern, a))
		case rule.Format:
			list = append(list, test(func() *jen.Statement { return jen.Qual(formatPath, formatFuncs[k.Name]).Call(ask("Text", a)) }))
		}
	}
	return and(list...)
}

// matches is patternT(d.Text(at)), or patternT(d, d.Text(at)) for a pattern that can take long.
func (w *writer) matches(p *pattern.Pattern, a at) condition {
	source := p.String()
	value := w.plan.PatternOf(source)
	if p.Limit() > 0 {
		return test(func() *jen.Statement {
			return w.use("pattern", value, jen.Qual(rulePath, "MatcherIn").Call(jen.Lit(source))).Call(jen.Id("d"), ask("Text", a))
		}).wide(len(value.Name) + len("d, "))
	}
	return test(func() *jen.Statement {
		return w.use("pattern", value, jen.Qual(rulePath, "Matcher").Call(jen.Lit(source))).Call(ask("Text", a))
	}).wide(len(value.Name))
}

// choices are the strings of each enum that has many, which take a switch.
func choices(s *rule.Schema) (lists [][]string) {
	for _, a := range s.Assertions {
		if values, ok := valuesOf(a); ok && !plan.Few(values) {
			if texts := choice(values); texts != nil {
				lists = append(lists, texts)
			}
		}
	}
	return lists
}

// choice are the strings of values that are strings, and perhaps null, and nothing else.
func choice(values []document.Value) []string {
	texts, _ := plan.Texts(values)
	return texts
}

// number is what is demanded of numbers:
//
//	d.Integer(at) && d.CompareInt(at, 1) >= 0
func (w *writer) number(s *rule.Schema, a at) condition {
	var list []condition
	for _, assertion := range s.Assertions {
		switch k := assertion.(type) {
		case rule.Type:
			switch {
			case k.Types.Has(rule.TypeNumber) || !k.Types.Has(rule.TypeInteger):
			case k.Literal:
				list = append(list, byLiteral("Type", a, func() []jen.Code {
					return []jen.Code{jen.Id("Types").Op(":").Qual(rulePath, "TypeInteger"), jen.Id("Literal").Op(":").True()}
				}))
			default:
				list = append(list, test(asking("Integer", a)).wide(len("d.Integer(m+1)")-usual))
			}
		case rule.Minimum:
			list = append(list, w.limit(">=", "<", k.Limit, a))
		case rule.Maximum:
			list = append(list, w.limit("<=", ">", k.Limit, a))
		case rule.ExclusiveMinimum:
			list = append(list, w.limit(">", "<=", k.Limit, a))
		case rule.ExclusiveMaximum:
			list = append(list, w.limit("<", ">=", k.Limit, a))
		case rule.MultipleOf:
			list = append(list, byLiteral("MultipleOf", a, func() []jen.Code {
				return []jen.Code{jen.Id("Limit").Op(":").Add(w.limitValue(k.Limit))}
			}))
		}
	}
	return and(list...)
}

// limit compares with a number: d.CompareInt(at, 1) >= 0, or limit0Dot5.Compare(d, at) >= 0.
func (w *writer) limit(op, opposite string, l rule.Limit, a at) condition {
	if n, ok := l.Whole(); ok {
		return compareInt(a, op, opposite, n)
	}
	return compareLit(func() *jen.Statement { return w.limitValue(l).Dot("Compare").Call(jen.Id("d"), a()) }, op, opposite, 0)
}

// byLiteral asks the rule itself: (rule.MultipleOf{Limit: limit0Dot5}).Valid(d, at).
func byLiteral(name string, a at, fields func() []jen.Code) condition {
	return test(func() *jen.Statement {
		return jen.Parens(jen.Qual(rulePath, name).Values(fields()...)).Dot("Valid").Call(jen.Id("d"), a())
	})
}

func (w *writer) limitValue(l rule.Limit) *jen.Statement {
	v := w.plan.LimitOf(l)
	return w.use("limit", v, jen.Qual(rulePath, "ParseLimit").Call(jen.Lit(v.Text)))
}
