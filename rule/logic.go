package rule

import (
	"strconv"
	"strings"
)

// AllOf is the keyword allOf (core, section 10.2.1.1): the instance satisfies each schema.
type AllOf struct{ Schemas []*Schema }

func (k AllOf) Subschemas() []*Schema { return k.Schemas }

func (AllOf) Keyword() string { return "allOf" }

func (k AllOf) Valid(r *Run, at int) bool {
	for _, s := range k.Schemas {
		if !s.valid(r, at) {
			return false
		}
	}
	return true
}

func (k AllOf) Explain(x *Explanation, at int) bool {
	ok := true
	for i, s := range k.Schemas {
		if !x.Apply(s, at, "allOf", strconv.Itoa(i)) {
			ok = false
		}
	}
	return ok
}

// AnyOf is the keyword anyOf (core, section 10.2.1.2): the instance satisfies at least one schema.
type AnyOf struct{ Schemas []*Schema }

func (k AnyOf) Subschemas() []*Schema { return k.Schemas }

func (AnyOf) Keyword() string { return "anyOf" }

func (k AnyOf) Valid(r *Run, at int) bool {
	ok := false
	for _, s := range k.Schemas {
		if r.attempt(s, at) {
			if ok = true; !r.tracking {
				break
			}
		}
	}
	return ok
}

func (k AnyOf) Explain(x *Explanation, at int) bool {
	accepted, causes := x.branches("anyOf", k.Schemas, at)
	if len(accepted) > 0 {
		return true
	}
	x.Report("anyOf", "a value that "+oneOfSchemas(len(k.Schemas), "")+" of anyOf accepts", "", at, causes...)
	return false
}

// oneOfSchemas are the schemas of a choice, to follow "a value that".
func oneOfSchemas(n int, exactly string) string {
	if n == 1 {
		return "the one schema"
	}
	return exactly + "one of the " + strconv.Itoa(n) + " schemas"
}

// OneOf is the keyword oneOf (core, section 10.2.1.3): the instance satisfies one schema and no more.
type OneOf struct{ Schemas []*Schema }

func (k OneOf) Subschemas() []*Schema { return k.Schemas }

func (OneOf) Keyword() string { return "oneOf" }

func (k OneOf) Valid(r *Run, at int) bool {
	n := 0
	for _, s := range k.Schemas {
		if r.attempt(s, at) {
			if n++; n > 1 {
				return false
			}
		}
	}
	return n == 1
}

func (k OneOf) Explain(x *Explanation, at int) bool {
	accepted, causes := x.branches("oneOf", k.Schemas, at)
	wanted := "a value that " + oneOfSchemas(len(k.Schemas), "exactly ") + " of oneOf accepts"
	switch len(accepted) {
	case 0:
		x.Report("oneOf", wanted, "", at, causes...)
	case 1:
		return true
	default:
		which := make([]string, len(accepted))
		for i, n := range accepted {
			which[i] = "/oneOf/" + strconv.Itoa(n)
		}
		x.Report("oneOf", wanted, "a value that "+Count(len(which), "schema")+" accept ("+strings.Join(which, ", ")+")", at)
	}
	return false
}

// Not is the keyword not (core, section 10.2.1.4): the instance does not satisfy the schema.
type Not struct{ Schema *Schema }

func (k Not) Subschemas() []*Schema { return []*Schema{k.Schema} }

func (Not) Keyword() string { return "not" }

func (k Not) Valid(r *Run, at int) bool { return !r.apart(k.Schema, at) }

func (k Not) Explain(x *Explanation, at int) bool {
	if ok, _ := x.Trial(func() bool { return x.Apply(k.Schema, at, "not") }); !ok {
		return true
	}
	x.Report("not", "a value that the schema of not refuses", "", at)
	return false
}

// If is the keyword if with then and else beside it (core, section 10.2.2). Then and Else
// are nil where the schema does not have them.
type If struct{ If, Then, Else *Schema }

func (k If) Subschemas() []*Schema {
	list := []*Schema{k.If}
	if k.Then != nil {
		list = append(list, k.Then)
	}
	if k.Else != nil {
		list = append(list, k.Else)
	}
	return list
}

func (If) Keyword() string { return "if" }

func (k If) Valid(r *Run, at int) bool {
	if k.Then == nil && k.Else == nil && !r.tracking {
		return true
	}
	if r.attempt(k.If, at) {
		return k.Then == nil || k.Then.valid(r, at)
	}
	return k.Else == nil || k.Else.valid(r, at)
}

func (k If) Explain(x *Explanation, at int) bool {
	accepted, _ := x.Trial(func() bool { return x.Apply(k.If, at, "if") })
	switch {
	case accepted && k.Then != nil:
		return x.Apply(k.Then, at, "then")
	case !accepted && k.Else != nil:
		return x.Apply(k.Else, at, "else")
	}
	return true
}

// Ref is the keyword $ref (core, section 8.2.3.1), and $dynamicRef and $recursiveRef, which are settled when a schema is
// compiled: the instance satisfies the schema referred to.
type Ref struct {
	Name   string // $ref, $dynamicRef or $recursiveRef
	To     string // the reference as the schema has it
	Target *Schema
}

func (k *Ref) Subschemas() []*Schema { return []*Schema{k.Target} }

func (k *Ref) Keyword() string { return k.Name }

func (k *Ref) Valid(r *Run, at int) bool {
	if r.left--; r.left < 0 {
		return r.beyond(k, at)
	}
	return k.Target.valid(r, at)
}

func (k *Ref) Explain(x *Explanation, at int) bool { return x.follow(k, at) }
