package rule

import "github.com/assaykit/assay/document"

// Limit is a number that instances are compared with, exactly.
type Limit struct {
	Number  document.Decimal
	whole   int64
	isWhole bool
}

// NewLimit makes a limit of an exact number.
func NewLimit(n document.Decimal) Limit {
	l := Limit{Number: n}
	l.whole, l.isWhole = n.Int()
	return l
}

// ParseLimit is [NewLimit] for the text of a JSON number; it panics where text is none. Generated code uses it.
func ParseLimit(text string) Limit {
	n, ok := document.ParseDecimal(text)
	if !ok {
		panic("rule: " + text + " is no JSON number")
	}
	return NewLimit(n)
}

// Whole is the limit as an int64, where it is one.
func (l Limit) Whole() (n int64, ok bool) { return l.whole, l.isWhole }

// String is the limit as messages write it, cut where it is long.
func (l Limit) String() string {
	text := l.Number.String()
	if len(text) > longest {
		return text[:longest] + "… (" + Count(len(text), "character") + ")"
	}
	return text
}

// Compare is -1, 0 or 1 as the number at an entry is less than, equal to or greater than the limit.
func (l Limit) Compare(d *document.Document, at int) int {
	if l.isWhole {
		return d.CompareInt(at, l.whole)
	}
	return d.Compare(at, l.Number)
}

// Minimum is the keyword minimum (validation, section 6.2.4).
type Minimum struct{ Limit Limit }

func (Minimum) Keyword() string { return "minimum" }

func (k Minimum) Valid(d *document.Document, at int) bool {
	return d.Kind(at) != document.Number || k.Limit.Compare(d, at) >= 0
}

func (k Minimum) Wanted() string { return "at least " + k.Limit.String() }

func (Minimum) Found(*document.Document, int) string { return "" }

// Maximum is the keyword maximum (validation, section 6.2.2).
type Maximum struct{ Limit Limit }

func (Maximum) Keyword() string { return "maximum" }

func (k Maximum) Valid(d *document.Document, at int) bool {
	return d.Kind(at) != document.Number || k.Limit.Compare(d, at) <= 0
}

func (k Maximum) Wanted() string { return "at most " + k.Limit.String() }

func (Maximum) Found(*document.Document, int) string { return "" }

// ExclusiveMinimum is the keyword exclusiveMinimum (validation, section 6.2.5), and minimum in draft 4 where
// the boolean exclusiveMinimum stands beside it.
type ExclusiveMinimum struct {
	Limit Limit
	// Beside is true for draft 4's form, whose number is that of minimum.
	Beside bool
}

func (k ExclusiveMinimum) Keyword() string {
	if k.Beside {
		return "minimum"
	}
	return "exclusiveMinimum"
}

func (k ExclusiveMinimum) Valid(d *document.Document, at int) bool {
	return d.Kind(at) != document.Number || k.Limit.Compare(d, at) > 0
}

func (k ExclusiveMinimum) Wanted() string { return "more than " + k.Limit.String() }

func (ExclusiveMinimum) Found(*document.Document, int) string { return "" }

// ExclusiveMaximum is the keyword exclusiveMaximum (validation, section 6.2.3), and maximum in draft 4 where
// the boolean exclusiveMaximum stands beside it.
type ExclusiveMaximum struct {
	Limit Limit
	// Beside is true for draft 4's form, whose number is that of maximum.
	Beside bool
}

func (k ExclusiveMaximum) Keyword() string {
	if k.Beside {
		return "maximum"
	}
	return "exclusiveMaximum"
}

func (k ExclusiveMaximum) Valid(d *document.Document, at int) bool {
	return d.Kind(at) != document.Number || k.Limit.Compare(d, at) < 0
}

func (k ExclusiveMaximum) Wanted() string { return "less than " + k.Limit.String() }

func (ExclusiveMaximum) Found(*document.Document, int) string { return "" }

// MultipleOf is the keyword multipleOf (validation, section 6.2.1). Its number is greater than zero.
type MultipleOf struct{ Limit Limit }

func (MultipleOf) Keyword() string { return "multipleOf" }

func (k MultipleOf) Valid(d *document.Document, at int) bool {
	if d.Kind(at) != document.Number {
		return true
	}
	if k.Limit.isWhole {
		if n, ok := d.Int(at); ok {
			return n%k.Limit.whole == 0
		}
	}
	return d.MultipleOf(at, k.Limit.Number)
}

func (k MultipleOf) Wanted() string { return "a multiple of " + k.Limit.String() }

func (MultipleOf) Found(*document.Document, int) string { return "" }
