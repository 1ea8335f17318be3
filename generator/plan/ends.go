package plan

import (
	"slices"
	"strings"
)

// long is how many letters a name may have before it begins later on the way than at a definition, or the root.
const long = 35

// end is the last part of a way: words for a name.
type end []string

// ends are parts of a way from some step to its end. The first says enough: it begins at the innermost definition, or else at the
// start, which stands for the document; later where that makes a long name, but not with a single word. Each further one has one
// word more.
func (sp speller) ends(start string, steps []step) (list []end) {
	all := slices.Concat([]step{{start, ofDefinition}}, steps)
	from := sp.enough(all)
	for ; from >= 0; from-- {
		if all[from].is == ofElement {
			continue // an item of what?
		}
		var words end
		for _, s := range all[from:] {
			words = append(words, s.word)
		}
		list = append(list, words)
	}
	return list
}

// enough is the index of the step at which the shortest name begins. The words of variants at the end do not count, so
// that they begin where the name of their union does.
func (sp speller) enough(all []step) int {
	last := len(all)
	for last > 0 && all[last-1].is == ofVariant {
		last--
	}
	from := anchor(all)
	best := from
	for i := from; i < last; i++ {
		if all[i].is == ofElement || all[i].is == ofBranch {
			continue
		}
		var list end
		for _, s := range all[i:last] {
			list = append(list, s.word)
		}
		name := sp.joined(list)
		if i > from && len(words(name)) < 2 {
			break // one word alone says too little
		}
		if best = i; len(name) <= long {
			break
		}
	}
	return best
}

// joined is a name of words one after the other, of which none says again what the one before it ends with: Transaction and
// TransactionData are TransactionData.
func (sp speller) joined(names end) string {
	var list []string
	for _, name := range names {
		more := words(name)
		list = append(list, more[repeated(list, more):]...)
	}
	return sp.exported(list...)
}

// repeated counts the words at the end of a list that another, longer one begins with.
func repeated(list, more []string) int {
	for n := min(len(list), len(more)-1); n > 0; n-- {
		if slices.EqualFunc(list[len(list)-n:], more[:n], strings.EqualFold) {
			return n
		}
	}
	return 0
}

// spelled is the end with its punctuation written out.
func (e end) spelled() end {
	list := slices.Clone(e)
	for i, w := range list {
		list[i] = spelled(w)
	}
	return list
}

// proposals are names for what is at the route, the shortest first. start is the word for the document, which comes last.
func (sp speller) proposals(r route, start string) (list []string) {
	for _, steps := range [][]step{r.plain, r.full} {
		for _, e := range sp.ends(start, steps) {
			list = append(list, sp.joined(e))
			if r.defined() {
				list = append(list, sp.exported(e.spelled()...), sp.exported(append(e.spelled(), letterCase(r.definition()))...))
			}
		}
	}
	exact := sp.ends(start, r.exact)
	for _, e := range exact {
		list = append(list, sp.exported(e...))
	}
	for _, e := range exact {
		list = append(list, sp.exported(e.spelled()...))
	}
	// Where nothing else tells it apart, the keywords on the way do.
	whole := slices.Concat(end{start}, r.tokens)
	return append(list, sp.exported(whole...), sp.exported(whole.spelled()...))
}
