package report

import (
	"strconv"
	"strings"

	"github.com/assaykit/assay/document"
)

const (
	// mostAlike is how many violations of one kind are shown of a source.
	mostAlike = 5
	// mostKinds is how many kinds of violations of a source are told apart. What is of another is shown.
	mostKinds = 1000
)

// folds are the violations of one source that are shown by a few of their kind. A kind is one demand of the schema on values that differ
// by where they are: the items of an array, the records of a file.
type folds struct {
	source string
	kinds  map[kind]*fold
	order  []*fold // those of which some are not shown
}

// kind is what violations that are alike have in common. What members are missing, or too many, is told of each.
type kind struct{ keyword, wanted, members string }

// fold is a kind with how many there are of it.
type fold struct {
	shown, hidden int
	pointer       []string // the instance location, with a star where those of the hidden ones differ
	words         string   // what the first of them has to say
	first, last   document.Position
}

// begin is called for each instance. It returns the kinds of the source before, as far as some are not shown.
func (f *folds) begin(source string) []*fold {
	if f.source == source && f.kinds != nil {
		return nil
	}
	ended := f.order
	f.source, f.kinds, f.order = source, map[kind]*fold{}, nil
	return ended
}

// hides counts a violation, and reports whether enough of its kind are shown.
func (f *folds) hides(v fault) bool {
	if v.Keyword == "" && v.AbsoluteKeywordLocation == "" {
		return false // of a text that is no document
	}
	k := kind{keyword: v.KeywordLocation, wanted: v.Wanted}
	switch v.Keyword {
	case "required", "dependentRequired", "dependencies", "additionalProperties", "unevaluatedProperties":
		k.members = v.Found
	}
	of := f.kinds[k]
	if of == nil {
		if len(f.kinds) == mostKinds {
			return false
		}
		of = &fold{}
		f.kinds[k] = of
	}
	if of.shown < mostAlike {
		of.shown++
		return false
	}
	tokens := strings.Split(v.InstanceLocation, "/")
	if of.hidden++; of.hidden == 1 {
		of.pointer, of.first, of.words = tokens, v.Position, "wanted "+v.Wanted
		if v.Worded != "" {
			of.words = v.Worded
		}
		f.order = append(f.order, of)
	}
	of.last = v.Position
	for i := range of.pointer {
		if len(tokens) != len(of.pointer) || tokens[i] != of.pointer[i] {
			of.pointer[i] = "*"
		}
	}
	return true
}

// line says how many of a kind are not shown, and where they are.
func (f *fold) line(source string, s style) string {
	return s.place(place(source, f.first)) + ": " + s.message(f.text()) + "\n"
}

func (f *fold) text() string {
	text := "… and " + strconv.Itoa(f.hidden) + " more like it"
	if f.last != f.first && f.last.Line > 0 {
		text += ", to " + strconv.Itoa(f.last.Line) + ":" + strconv.Itoa(f.last.Column)
	}
	if pointer := strings.Join(f.pointer, "/"); pointer != "" {
		text += ": " + visible(pointer)
	}
	return text + ": " + visible(f.words)
}
