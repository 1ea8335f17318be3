package plan

import (
	"strconv"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
)

// enum decides on lists of strings, and of integers.
func (p *planner) enum(s subject) Type {
	if !s.listed || !s.known {
		return nil
	}
	e := &Enum{}
	switch s.kinds {
	case rule.TypeString:
		e.Of = String
	case rule.TypeInteger:
		e.Of = Int64
	default:
		return nil
	}
	for _, value := range s.values {
		if value.Kind() == document.Null {
			continue
		}
		c, ok := constant(value)
		if !ok {
			return nil // an integer beyond 64 bits
		}
		e.Values = append(e.Values, c)
	}
	if len(e.Values) == 1 {
		e.Values[0].Doc = doc(s.owner())
	}
	named := p.declare(s.conjunction)
	named.Is = e
	return named
}

// constant is a value as a Go constant; ok is false for integers that an int64 cannot hold.
func constant(value document.Value) (c Constant, ok bool) {
	c.JSON = string(value.Document().AppendSorted(nil, value.Entry()))
	switch value.Kind() {
	case document.String:
		c.Text, c.Of = value.Text(), String
	case document.Boolean:
		c.Of = Bool
	case document.Number:
		if n, is := value.Document().Decimal(value.Entry()).Int(); is {
			c.Of, c.JSON = Int64, strconv.FormatInt(n, 10)
		} else if value.Document().Integer(value.Entry()) {
			return c, false
		}
	}
	return c, true
}

// nameValues gives the constants of an enum their names. Those of strings are called by their texts, those of
// integers by their digits.
func (sp speller) nameValues(e *Enum) {
	var names naming
	for i := range e.Values {
		c := &e.Values[i]
		set := func(name string) { c.Name = name }
		if e.Of == Int64 {
			names.add(c.JSON, set, spelledNumber(c.JSON))
			continue
		}
		names.add(c.Text, set, sp.exported(c.Text), sp.exported(spelled(c.Text)), sp.exported("Value", spelled(c.Text)), sp.exported(letterCase(c.Text), spelled(c.Text)))
	}
	names.settle()
}

// spelledNumber is an integer as a part of a name.
func spelledNumber(text string) string {
	if text[0] == '-' {
		return "Minus" + text[1:]
	}
	return text
}

// merged is the enum of the values of several; open says that there are others.
func merged(list []*Enum, open bool) *Enum {
	e := &Enum{Of: list[0].Of, Open: open}
	has := map[string]bool{}
	for _, one := range list {
		e.Open = e.Open || one.Open
		for _, c := range one.Values {
			if !has[c.JSON] {
				has[c.JSON] = true
				e.Values = append(e.Values, c)
			}
		}
	}
	return e
}
