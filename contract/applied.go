package contract

import (
	"slices"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
)

// applied are the schemas that are for one value: those that lead to it, those that they refer to and combine, and the branches that accept it.
type applied struct {
	*walk
	at      int
	schemas []appliedSchema
	hidden  bool
	// lists are the schemas with a list of values that the value is not in and need not be.
	lists []string
}

// appliedSchema is a schema for a value. A condition says which others are: it declares members, and nothing in it counts as seen.
type appliedSchema struct {
	*rule.Schema
	*shape
	condition bool
}

// add adds a schema with those that it applies in place.
func (a *applied) add(s *rule.Schema, condition bool) {
	sh := a.shapes.of(s)
	if a.met[appliedSchema{s, sh, false}] == a.turn || condition && a.met[appliedSchema{s, sh, true}] == a.turn {
		return
	}
	a.met[appliedSchema{s, sh, condition}] = a.turn
	a.schemas = append(a.schemas, appliedSchema{s, sh, condition})
	a.hidden = a.hidden || s.Sensitive
	for _, k := range s.Applicators {
		switch k := k.(type) {
		case *rule.Ref, rule.AllOf:
			for _, sub := range k.Subschemas() {
				a.add(sub, condition)
			}
		case rule.If:
			a.decide(sh, k, condition)
		default:
			a.choose(sh, k, condition)
		}
	}
}

// decide adds the branch of an if that is for the value.
func (a *applied) decide(sh *shape, k rule.If, condition bool) {
	word, s := "else", k.Else
	if k.If.ValidAt(a.document, a.at) {
		word, s = "then", k.Then
		a.add(k.If, true)
	}
	if s != nil {
		a.branch(sh, branch{word, s}, condition)
	}
}

// choose adds the branches of a keyword that are for the value.
func (a *applied) choose(sh *shape, k rule.Applicator, condition bool) {
	refusedList, acceptedList := false, false
	for i, b := range branches(k) {
		is := a.shapes.of(b.schema)
		lists := is.lists>>a.document.Kind(a.at)&1 != 0
		if a.chosen(k, i) {
			acceptedList = acceptedList || lists
			a.branch(sh, b, condition)
			continue
		}
		refusedList = refusedList || lists
		a.hidden = a.hidden || is.marked
	}
	if refusedList && !acceptedList && !condition {
		a.lists = append(a.lists, sh.location)
	}
}

// chosen reports whether a branch of a keyword, by its index, is for the value.
func (a *applied) chosen(k rule.Applicator, i int) bool {
	switch k := k.(type) {
	case rule.DependentSchemas:
		return a.document.Kind(a.at) == document.Object && a.document.Find(a.at, k.Each[i].On) >= 0
	case rule.PropertyDependencies:
		return k.Each[i].Applies(a.document, a.at)
	}
	return k.Subschemas()[i].ValidAt(a.document, a.at)
}

// branch adds a branch that is for the value.
func (a *applied) branch(sh *shape, b branch, condition bool) {
	if !condition {
		addInto(&a.schema(sh).Branches, map[string]int{b.name: 1})
	}
	a.add(b.schema, condition)
}

// note counts the value for a schema that has something to see.
func (a *applied) note(sh *shape) {
	c := a.schema(sh)
	c.Values++
	kind := a.document.Kind(a.at)
	if kind == document.Object {
		c.Objects++
	}
	if word := a.listed(sh, kind); word != "" && !a.hidden {
		addInto(&c.Enum, map[string]int{word: 1})
	}
}

// listed is the value as the list of a schema has it; "" where that has none, or not this one.
func (a *applied) listed(sh *shape, kind document.Kind) string {
	v := a.document.Value(a.at)
	i := slices.IndexFunc(sh.enum, func(w document.Value) bool { return document.Equal(v, w) })
	switch {
	case i >= 0:
		return sh.listed[i]
	case sh.extensible && slices.ContainsFunc(sh.enum, func(w document.Value) bool { return w.Kind() == kind }):
		a.lists = append(a.lists, sh.location)
	case sh.enum == nil && kind == document.Boolean && len(sh.listed) > 0:
		return v.JSON()
	}
	return ""
}

// beyond counts the value once for each list that it is not in. It is not shown unless that is asked for.
func (a *applied) beyond() {
	for _, location := range a.lists {
		key := Key{Schema: location}
		if !a.values.Hidden && !a.hidden {
			if text := a.document.Value(a.at).JSON(); len(text) <= longestListed && !a.secret(text) {
				key.Value = text
			}
		}
		a.drift(BeyondEnum, key)
	}
}
