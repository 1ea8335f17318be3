package pattern

import (
	"fmt"
	"maps"
	"regexp/syntax"
	"slices"
	"unicode/utf8"
)

// Limits of a table. What is larger stays with its other matcher.
const (
	maxInstructions = 400
	maxStates       = 200
	maxSteps        = 200_000 // some milliseconds
)

// subsets makes a table from the program of package regexp by the subset construction: a state of the table is a set of
// the program's instructions.
type subsets struct {
	prog  *syntax.Prog
	table *table
	rows  map[string]uint16 // where the row of each set begins
	todo  []row             // those that are not filled
	steps int               // that were taken so far
	as    []rune            // one character of each class
}

// row is a state of the table: the instructions that wait for a character, or for the end of the text.
type row struct {
	members []uint32
	start   bool
	at      uint16
}

// newTable is the table of a pattern, nil where it would be large, or where it asks what stands around a place other than
// the text's ends.
func newTable(text string) *table {
	tree, err := syntax.Parse(text, syntax.Perl)
	if err != nil {
		return nil
	}
	prog, err := syntax.Compile(tree.Simplify())
	if err != nil || len(prog.Inst) > maxInstructions {
		return nil
	}
	for _, in := range prog.Inst {
		if in.Op == syntax.InstEmptyWidth && syntax.EmptyOp(in.Arg)&^(syntax.EmptyBeginText|syntax.EmptyEndText) != 0 {
			return nil
		}
	}
	s := &subsets{prog: prog, table: &table{next: make([]uint16, firstRow)}, rows: map[string]uint16{}}
	s.classes()
	s.table.start = s.state(s.closure(map[uint32]bool{}, uint32(prog.Start), syntax.EmptyBeginText), true)
	for len(s.todo) > 0 {
		if len(s.rows) > maxStates || s.steps > maxSteps {
			return nil
		}
		last := len(s.todo) - 1
		r := s.todo[last]
		s.todo = s.todo[:last]
		s.fill(r)
	}
	return s.table
}

// classes groups the characters by the instructions that take them.
func (s *subsets) classes() {
	byTakers := map[string]uint8{}
	for c := rune(0); c < utf8.RuneSelf; c++ {
		takers := make([]byte, 0, len(s.prog.Inst))
		for i := range s.prog.Inst {
			if s.takes(uint32(i), c) {
				takers = append(takers, '1')
			} else {
				takers = append(takers, '0')
			}
		}
		class, known := byTakers[string(takers)]
		if !known {
			class = uint8(len(byTakers))
			byTakers[string(takers)] = class
			s.as = append(s.as, c)
		}
		s.table.class[c] = class
	}
	beyond := uint8(len(s.as))
	for c := utf8.RuneSelf; c < len(s.table.class); c++ {
		s.table.class[c] = beyond
	}
	s.table.end = uint16(beyond) + 1
}

// takes reports whether an instruction reads the character.
func (s *subsets) takes(pc uint32, c rune) bool {
	switch in := &s.prog.Inst[pc]; in.Op {
	case syntax.InstRune, syntax.InstRune1, syntax.InstRuneAny, syntax.InstRuneAnyNotNL:
		return in.MatchRune(c)
	}
	return false
}

// closure adds to a set the instructions that are reached from one without reading a character.
func (s *subsets) closure(set map[uint32]bool, pc uint32, here syntax.EmptyOp) map[uint32]bool {
	if set[pc] {
		return set
	}
	s.steps++
	set[pc] = true
	switch in := &s.prog.Inst[pc]; in.Op {
	case syntax.InstAlt, syntax.InstAltMatch:
		s.closure(set, in.Out, here)
		s.closure(set, in.Arg, here)
	case syntax.InstCapture, syntax.InstNop:
		s.closure(set, in.Out, here)
	case syntax.InstEmptyWidth:
		if syntax.EmptyOp(in.Arg)&^here == 0 {
			s.closure(set, in.Out, here)
		}
	}
	return set
}

// state is the state of a set. A new one is put on the list of those that need a row. The start is a state of its own,
// for there the text begins.
func (s *subsets) state(set map[uint32]bool, start bool) uint16 {
	if s.matches(set) {
		return accepted
	}
	is := row{start: start}
	for _, pc := range slices.Sorted(maps.Keys(set)) {
		switch in := &s.prog.Inst[pc]; in.Op {
		case syntax.InstRune, syntax.InstRune1, syntax.InstRuneAny, syntax.InstRuneAnyNotNL:
			is.members = append(is.members, pc)
		case syntax.InstEmptyWidth:
			if syntax.EmptyOp(in.Arg) == syntax.EmptyEndText { // the others have been followed, or never are
				is.members = append(is.members, pc)
			}
		}
	}
	if len(is.members) == 0 {
		return refused
	}
	key := fmt.Sprint(is)
	at, known := s.rows[key]
	if !known {
		at = uint16(len(s.table.next))
		s.rows[key] = at
		s.table.next = append(s.table.next, make([]uint16, len(s.as)+2)...)
		is.at = at
		s.todo = append(s.todo, is)
	}
	return at
}

func (s *subsets) matches(set map[uint32]bool) bool {
	for pc := range set {
		if s.prog.Inst[pc].Op == syntax.InstMatch {
			return true
		}
	}
	return false
}

// fill fills the row of a state. Behind every character the pattern may begin anew, for it matches anywhere in the text.
func (s *subsets) fill(r row) {
	for class, c := range s.as {
		s.steps += len(r.members)
		set := map[uint32]bool{}
		for _, pc := range r.members {
			if s.takes(pc, c) {
				s.closure(set, s.prog.Inst[pc].Out, 0)
			}
		}
		to := s.state(s.closure(set, uint32(s.prog.Start), 0), false)
		s.table.next[int(r.at)+class] = to
	}
	s.table.next[int(r.at)+len(s.as)] = unknown
	here := syntax.EmptyEndText
	if r.start {
		here |= syntax.EmptyBeginText
	}
	set := map[uint32]bool{}
	for _, pc := range r.members {
		if s.prog.Inst[pc].Op == syntax.InstEmptyWidth {
			s.closure(set, pc, here)
		}
	}
	if s.matches(set) {
		s.table.next[r.at+s.table.end] = accepted
	}
}
