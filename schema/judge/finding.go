package judge

import (
	"errors"
	"net/url"
	"strings"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule/format"
	"github.com/assaykit/assay/schema"
	v5 "github.com/santhosh-tekuri/jsonschema/v5"
)

// finding is one thing that the metaschema does not allow.
type finding struct {
	root    document.Value // of the resource
	pointer string         // from there to the value
	value   document.Value
	inName  bool // the fault is in the name of the member, not in its value
	keyword string
	message string   // of the engine
	demand  string   // what is wanted, where the interpreter says it
	kinds   []string // where the keyword is type: those that are wanted
}

// findings are the leaves of the engine's error.
func findings(root document.Value, err error) []finding {
	var invalid *v5.ValidationError
	if !errors.As(err, &invalid) {
		return []finding{{root: root, value: root, message: err.Error()}}
	}
	return leaves(root, invalid)
}

// leaves gives the innermost causes of an error, without those that are set aside. Of the branches of a
// choice it gives those that come closest.
func leaves(root document.Value, e *v5.ValidationError) []finding {
	if len(e.Causes) == 0 {
		f := newFinding(root, e)
		if f.aside() {
			return nil
		}
		return []finding{f}
	}
	choice := false
	switch keywordOf(e) {
	case "anyOf", "oneOf":
		choice = true
	}
	var all []finding
	var branches [][]finding
	for _, cause := range e.Causes {
		list := leaves(root, cause)
		if choice && len(list) == 0 {
			return nil // what was wrong with this branch is set aside, so the choice is met
		}
		branches = append(branches, list)
		all = append(all, list...)
	}
	if choice {
		return closest(decode(e.InstanceLocation), branches)
	}
	return all
}

// closest picks the branches of a choice that the author most likely meant: those whose faults are deeper than the
// choice itself, else those that the kind of the value fits. If it fits none, the kinds wanted are put
// together.
func closest(pointer string, branches [][]finding) []finding {
	var deeper, fitting, rest []finding
	for _, list := range branches {
		f := list[0]
		switch {
		case f.pointer != pointer:
			deeper = append(deeper, list...)
		case f.keyword != "type":
			fitting = append(fitting, list...)
		case len(rest) == 0:
			rest = append(rest, f)
		default:
			rest[0].kinds = append(rest[0].kinds, f.kinds...)
		}
	}
	if len(deeper) > 0 {
		return deeper
	}
	if len(fitting) > 0 {
		return fitting
	}
	return rest
}

func newFinding(root document.Value, e *v5.ValidationError) finding {
	f := finding{root: root, pointer: decode(e.InstanceLocation), keyword: keywordOf(e), message: e.Message}
	f.value = root.Lookup(f.pointer)
	f.inName = namesLast(e.KeywordLocation)
	if wanted, ok := strings.CutPrefix(f.message, "expected "); ok && f.keyword == "type" {
		wanted, _, _ = strings.Cut(wanted, ", but got ")
		f.kinds = strings.Split(wanted, " or ")
	}
	return f
}

// namesLast reports whether the last propertyNames on the way to an error is a keyword of the metaschema, and not the name of
// the keyword that it speaks of.
func namesLast(location string) bool {
	at := strings.LastIndex(location+"/", "/propertyNames/")
	return at >= 0 && !strings.HasSuffix(location[:at], "/properties")
}

// keywordOf is the keyword that an error is of: the last one in its location that is no index.
func keywordOf(e *v5.ValidationError) string {
	_, location, _ := strings.Cut(e.AbsoluteKeywordLocation, "#")
	tokens := strings.Split(location, "/")
	for i := len(tokens) - 1; i > 0; i-- {
		if strings.Trim(tokens[i], "0123456789") != "" {
			if i > 1 && tokens[i-1] == "dependencies" {
				return tokens[i-1]
			}
			return tokens[i]
		}
	}
	return ""
}

// decode undoes the percent-encoding that the engine gives its pointers, and what the names of members became.
func decode(pointer string) string {
	if plain, err := url.PathUnescape(pointer); err == nil {
		pointer = plain
	}
	return strings.ReplaceAll(pointer, "/"+unnamed, "/")
}

// aside reports whether a finding does not count: one of a regular expression, or one of a format that our own checker
// says is met.
func (f finding) aside() bool {
	if strings.HasPrefix(f.message, "patternProperty ") { // regexProperties of the engine's metaschemas of drafts 4 and 6
		return true
	}
	if f.keyword != "format" {
		return false
	}
	name := f.formatName()
	if name == "regex" {
		return true
	}
	check, known := format.Lookup(name)
	return known && f.value.Kind() == document.String && check(f.text())
}

// formatName is the name of the format that a message of the engine ends with, in single quotes.
func (f finding) formatName() string {
	_, name, _ := strings.Cut(f.message, " is not valid '")
	for {
		_, rest, more := strings.Cut(name, " is not valid '")
		if !more {
			return strings.TrimSuffix(name, "'")
		}
		name = rest
	}
}

// text is the string, or the member's name, that the finding is of.
func (f finding) text() string {
	if f.inName {
		return document.UnescapePointer(f.pointer[strings.LastIndexByte(f.pointer, '/')+1:])
	}
	return f.value.Text()
}

// problem says the finding in our words, with its place.
func (f finding) problem(src *schema.Source) schema.Problem {
	p := schema.Problem{File: src.Name, Message: f.words(), Code: schema.CodeMetaschema}
	switch {
	case f.value.IsZero():
		p.Position = f.root.Position()
	case f.inName:
		p.Position = f.value.Document().Position(f.value.Entry() - 1)
	default:
		p.Position = f.value.Position()
	}
	if f.pointer != "" {
		p.Message = f.pointer + ": " + p.Message
	}
	return p
}
