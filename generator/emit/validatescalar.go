package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/assaykit/assay/rule"
)

// formatFuncs are the functions of package format.
var formatFuncs = map[string]string{
	"date-time": "DateTime", "date": "Date", "time": "Time", "duration": "Duration",
	"email": "Email", "idn-email": "IDNEmail", "hostname": "Hostname", "idn-hostname": "IDNHostname",
	"ipv4": "IPv4", "ipv6": "IPv6", "uri": "URI", "uri-reference": "URIReference", "iri": "IRI",
	"iri-reference": "IRIReference", "uri-template": "URITemplate", "json-pointer": "JSONPointer",
	"relative-json-pointer": "RelativeJSONPointer", "regex": "Regex", "uuid": "UUID",
}

// text are the statements for strings.
func (c compiler) text() []demand {
	var list []demand
	for _, a := range c.check.Schema.Assertions {
		switch k := a.(type) {
		case rule.MinLength:
			list = append(list, mustNot(ask("Runes", id("at")), "<", ">=", jen.Lit(k.N)))
		case rule.MaxLength:
			list = append(list, mustNot(ask("Runes", id("at")), ">", "<=", jen.Lit(k.N)))
		case rule.Pattern:
			list = append(list, mustCall(matches(c.pattern("pattern", k.Pattern.String()), "at")))
		case rule.Format:
			list = append(list, mustCall(jen.Qual(formatPath, formatFuncs[k.Name]).Call(ask("Text", id("at")))))
		default:
			if texts, _ := textsOf(a); texts != nil {
				list = append(list, isText(texts))
			}
		}
	}
	return list
}

// pattern is a call that gives a compiled pattern.
func (c compiler) pattern(what, source string) *jen.Statement {
	return c.lazy(what, jen.Op("*").Qual(patternPath, "Pattern"), jen.Qual(patternPath, "MustCompile").Call(jen.Lit(source)))
}

// matches is rule.Matches(pattern, d.Text(at)).
func matches(pattern *jen.Statement, at string) *jen.Statement {
	return jen.Qual(rulePath, "Matches").Call(pattern, ask("Text", id(at)))
}

// isText is
//
//	switch d.Text(at) {
//	case "a", "b":
//	default:
//		return false
//	}
func isText(texts []string) demand {
	if len(texts) == 1 {
		return mustNot(ask("Text", id("at")), "!=", "==", jen.Lit(texts[0]))
	}
	seen := map[string]bool{}
	return run(jen.Switch(ask("Text", id("at"))).Block(
		jen.Case(jen.ListFunc(func(g *jen.Group) {
			for _, text := range texts {
				if !seen[text] {
					g.Line().Lit(text)
				}
				seen[text] = true
			}
		})),
		jen.Default().Block(jen.Return(jen.False())),
	))
}

// number are the statements for numbers.
func (c compiler) number() []demand {
	var list []demand
	for _, a := range c.check.Schema.Assertions {
		switch k := a.(type) {
		case rule.Type:
			switch {
			case k.Types.Has(rule.TypeNumber) || !k.Types.Has(rule.TypeInteger):
			case k.Literal:
				list = append(list, mustCall(jen.Parens(jen.Qual(rulePath, "Type").Values(jen.Dict{
					jen.Id("Types"): jen.Qual(rulePath, "TypeInteger"), jen.Id("Literal"): jen.True(),
				})).Dot("Valid").Call(jen.Id("d"), jen.Id("at"))))
			default:
				list = append(list, mustCall(ask("Integer", id("at"))))
			}
		case rule.Minimum:
			list = append(list, c.limit("Minimum", "minimum", "<", ">=", k.Limit))
		case rule.Maximum:
			list = append(list, c.limit("Maximum", "maximum", ">", "<=", k.Limit))
		case rule.ExclusiveMinimum:
			list = append(list, c.limit("ExclusiveMinimum", "exclusiveMinimum", "<=", ">", k.Limit))
		case rule.ExclusiveMaximum:
			list = append(list, c.limit("ExclusiveMaximum", "exclusiveMaximum", ">=", "<", k.Limit))
		case rule.MultipleOf:
			list = append(list, c.literal("MultipleOf", "multipleOf", k.Limit))
		}
	}
	return list
}

// limit compares with a number:
//
//	if d.CompareInt(at, 1) < 0 {
//		return false
//	}
func (c compiler) limit(typeName, what, op, opposite string, l rule.Limit) demand {
	if n, ok := l.Whole(); ok {
		return mustNot(jen.Id("d").Dot("CompareInt").Call(jen.Id("at"), jen.Lit(int(n))), op, opposite, jen.Lit(0))
	}
	return c.literal(typeName, what, l)
}

// literal asks the rule itself:
//
//	var minimumOfT = sync.OnceValue(func() rule.Minimum { return rule.Minimum{Limit: rule.ParseLimit("0.5")} })
func (c compiler) literal(typeName, what string, l rule.Limit) demand {
	made := jen.Qual(rulePath, typeName).Values(jen.Dict{
		jen.Id("Limit"): jen.Qual(rulePath, "ParseLimit").Call(jen.Lit(l.Number.String())),
	})
	return mustCall(c.lazy(what, jen.Qual(rulePath, typeName), made).Dot("Valid").Call(jen.Id("d"), jen.Id("at")))
}
