package plan

import "github.com/assaykit/assay/rule"

// Two ways from a schema to another that meet at the same value, as those through the branches of an anyOf do, make the second be asked
// twice, and with each level of them twice as often. Where schemas lead back to themselves by such ways a document decides how many levels
// there are; where they do not, the schema. Functions on those ways count their calls (rule.Step).

const (
	// manyWays is how many ways from a schema to one value are so many that its calls are counted.
	manyWays = 256
	// mostWays is where counting ends.
	mostWays = 1 << 30
)

// ways finds the schemas that many ways may lead to.
type ways struct {
	order map[*rule.Schema]int // in which they were met, from 1
	low   map[*rule.Schema]int // the first that each leads back to, as far as is known
	open  []*rule.Schema       // that may lead back to each other
	// cycle is which cycle a schema belongs to, known once it is closed.
	cycle map[*rule.Schema]int
	// count is how many ways lead from a schema to one value below it, those within its cycle apart.
	count map[*rule.Schema]int
	many  map[*rule.Schema]bool
}

// multiplied are schemas that many ways may lead to from the given ones: in every cycle of them there is one.
func multiplied(from []*rule.Schema) map[*rule.Schema]bool {
	w := &ways{
		order: map[*rule.Schema]int{}, low: map[*rule.Schema]int{}, cycle: map[*rule.Schema]int{}, count: map[*rule.Schema]int{},
		many: map[*rule.Schema]bool{},
	}
	for _, s := range from {
		if w.order[s] == 0 {
			w.visit(s)
		}
	}
	return w.many
}

// visit finds the cycles among a schema and those below it, which are closed before it is (Tarjan's algorithm).
func (w *ways) visit(s *rule.Schema) {
	w.order[s] = len(w.order) + 1
	w.low[s] = w.order[s]
	w.open = append(w.open, s)
	for _, a := range s.Applicators {
		for _, sub := range a.Subschemas() {
			if w.order[sub] == 0 {
				w.visit(sub)
			}
			if w.cycle[sub] == 0 {
				w.low[s] = min(w.low[s], w.low[sub])
			}
		}
	}
	if w.low[s] == w.order[s] {
		w.closeCycle(s)
	}
}

// closeCycle takes a schema and those that it leads to and that lead back to it, mostly none.
func (w *ways) closeCycle(first *rule.Schema) {
	n := len(w.open) - 1
	for w.open[n] != first {
		n--
	}
	members := w.open[n:]
	w.open = w.open[:n]
	for _, s := range members {
		w.cycle[s] = w.order[first]
	}
	most := 0
	multiplies := false
	for _, s := range members {
		inPlace, below, meet := w.within(s)
		multiplies = multiplies || overlapping(inPlace) || len(inPlace) > 0 && below || meet
		most = max(most, w.ways(s))
	}
	for _, s := range members {
		w.count[s] = most
		if target := refersTo(s); multiplies && target != nil && w.cycle[target] == w.cycle[s] {
			w.many[target] = true
		}
		if most > manyWays {
			w.many[s] = true
		}
	}
}

// within are the schemas of its own cycle that a schema applies to the value itself, whether it applies some to what is in the value, and whether
// two of those may meet at one member or item.
func (w *ways) within(s *rule.Schema) (inPlace []*rule.Schema, below, meet bool) {
	named, patterns, items, contains := 0, 0, 0, 0
	for _, a := range s.Applicators {
		for _, sub := range a.Subschemas() {
			if w.cycle[sub] != w.cycle[s] {
				continue
			}
			switch a.(type) {
			case rule.Properties:
				named++
			case rule.PatternProperties:
				patterns++
			case rule.Items, rule.PrefixItems:
				items++
			case rule.Contains:
				contains++
			}
			if child(a) {
				below = true
			} else {
				inPlace = append(inPlace, sub)
			}
		}
	}
	return inPlace, below, patterns > 1 || patterns > 0 && named > 0 || contains > 0 && items > 0
}

// ways is how many ways lead from a schema to one value below it. Members of different names are different values.
func (w *ways) ways(s *rule.Schema) int {
	same, below, among := 1, 0, 0
	for _, a := range s.Applicators {
		for _, sub := range a.Subschemas() {
			n := w.count[sub] // none for those of its own cycle
			switch a.(type) {
			case rule.PatternProperties, rule.Contains:
				among += n
			default:
				if child(a) {
					below = max(below, n)
				} else {
					same += n
				}
			}
			same, among = min(same, mostWays), min(among, mostWays)
		}
	}
	return min(same+below+among, mostWays)
}

// child reports whether a keyword applies its schemas to what is in a value, not to the value itself.
func child(a rule.Applicator) bool {
	switch a.(type) {
	case rule.Properties, rule.PatternProperties, rule.AdditionalProperties, rule.PropertyNames, rule.UnevaluatedProperties,
		rule.PrefixItems, rule.Items, rule.Contains, rule.UnevaluatedItems, rule.Content:
		return true
	}
	return false
}

// overlapping reports whether two of some schemas may be asked about the same value: they are not of different types.
func overlapping(list []*rule.Schema) bool {
	var before rule.Types
	for _, s := range list {
		types := typesOf(s)
		if before&types != 0 {
			return true
		}
		before |= types
	}
	return false
}

// typesOf are the types that the keyword type of a schema names.
func typesOf(s *rule.Schema) rule.Types {
	for _, a := range Pure(s).Assertions {
		if t, is := a.(rule.Type); is {
			if t.Types&(rule.TypeNumber|rule.TypeInteger) != 0 {
				t.Types |= rule.TypeNumber | rule.TypeInteger
			}
			return t.Types
		}
	}
	return ^rule.Types(0)
}

// refersTo is the schema that one refers to; nil where it does not.
func refersTo(s *rule.Schema) *rule.Schema {
	for _, a := range s.Applicators {
		if ref, is := a.(*rule.Ref); is {
			return ref.Target
		}
	}
	return nil
}
