package generator

import (
	"cmp"
	"fmt"
	"go/build/constraint"
	"go/token"
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/generator/plan"
)

// OptionError is why an option cannot be used.
type OptionError struct {
	Option string // its name in a configuration, such as build-tags
	Within string // the JSON Pointer below it to what is wrong; "" for all of it
	Err    error  // what was found and what was wanted
}

// Error begins with the option.
func (e *OptionError) Error() string { return e.Option + ": " + e.Err.Error() }

// Unwrap gives what was found and what was wanted.
func (e *OptionError) Unwrap() error { return e.Err }

func wrong(option, message string, args ...any) error {
	return &OptionError{Option: option, Err: fmt.Errorf(message, args...)}
}

// wrongWithin is the same for a part of an option.
func wrongWithin(option, pointer, message string, args ...any) error {
	return &OptionError{Option: option, Within: pointer, Err: fmt.Errorf(message, args...)}
}

// Check reports the first option that cannot be used, as an *[OptionError].
func (o Options) Check() error {
	if !token.IsIdentifier(o.Package) || o.Package == "_" {
		return wrong("package", "found %q, wanted a name that a Go package may have", o.Package)
	}
	if o.Type != "" && (!token.IsIdentifier(o.Type) || !token.IsExported(o.Type)) {
		return wrong("type", "found %q, wanted a Go name that begins with a capital letter", o.Type)
	}
	return o.Style.Check()
}

// Check reports the first option that cannot be used, as an *[OptionError]. What passes can stand in Go source without
// being more there than it is meant for.
func (s Style) Check() error {
	return cmp.Or(
		checkHeader(s.Header),
		checkBuildTags(s.BuildTags),
		known("layout", s.Layout, SingleLayout, KindsLayout, TypesLayout),
		known("optional", s.Optional, FieldOptional, PointerOptional),
		known("numbers", s.Numbers, FloatNumbers, ExactNumbers),
		checkFormats(s.Formats),
		checkInitialisms(s.Initialisms),
		checkImports(s.Imports),
		checkEmit(s.Emit),
		known("read-only", s.ReadOnly, KeepAccess, OmitAccess),
		known("write-only", s.WriteOnly, KeepAccess, OmitAccess),
	)
}

// known wants an option to be one of some words, or not given.
func known[T ~string](option string, found T, words ...T) error {
	if found == "" || slices.Contains(words, found) {
		return nil
	}
	return wrong(option, "found %q, wanted one of %s", found, joined(words))
}

func joined[T ~string](words []T) string {
	texts := make([]string, len(words))
	for i, w := range words {
		texts[i] = string(w)
	}
	return strings.Join(texts, ", ")
}

// checkHeader wants text that is a comment and nothing else: "// +build" would be a build constraint.
func checkHeader(header string) error {
	for line := range strings.Lines(header) {
		line = strings.TrimSuffix(line, "\n")
		if i := strings.IndexFunc(line, func(r rune) bool {
			return r != '\t' && unicode.IsControl(r) || r == unicode.ReplacementChar || r == '\ufeff'
		}); i >= 0 {
			return wrong("header", "found %q in it, wanted lines of text", line[i:i+1])
		}
		if constraint.IsPlusBuild("// "+line) || constraint.IsGoBuild(strings.TrimSpace("//"+line)) {
			return wrong("header", "found the build constraint %q, wanted it under build-tags", line)
		}
	}
	return nil
}

// checkBuildTags wants one expression, as //go:build has it.
func checkBuildTags(expression string) error {
	if expression == "" {
		return nil
	}
	if strings.ContainsFunc(expression, unicode.IsControl) {
		return wrong("build-tags", "found %q, wanted one line", expression)
	}
	if _, err := constraint.Parse("//go:build " + expression); err != nil {
		return wrong("build-tags", "found %q (%w), wanted an expression such as linux && !race", expression, err)
	}
	return nil
}

func checkFormats(formats map[string]Format) error {
	for _, name := range slices.Sorted(maps.Keys(formats)) {
		if _, err := plan.ParseGoType(formats[name].GoType); err != nil {
			return wrongWithin("formats", "/"+document.EscapePointer(name)+"/go-type", "%s: %w", name, err)
		}
	}
	return nil
}

var initialism = regexp.MustCompile(`^[A-Z][A-Z0-9]+$`)

func checkInitialisms(words []string) error {
	for i, w := range words {
		if !initialism.MatchString(w) {
			return wrongWithin("initialisms", fmt.Sprintf("/%d", i), "found %q, wanted a word of capital letters and digits such as SKU", w)
		}
	}
	return nil
}

func checkImports(imports []Import) error {
	for n, i := range imports {
		if i.Schema == "" {
			return wrong("imports", "found no schema for %s, wanted the beginning of its URI", i.Package)
		}
		if err := plan.Importable(i.Package); err != nil {
			return wrongWithin("imports", fmt.Sprintf("/%d/package", n), "%w", err)
		}
	}
	return nil
}

func checkEmit(extras []Extra) error {
	for _, e := range extras {
		if err := known("emit", e, CodecExtra, ValidatorExtra, ConstructorsExtra, EqualExtra, StringExtra, TestsExtra, V2Extra); err != nil || e == "" {
			return cmp.Or(err, wrong("emit", "found an empty word, wanted codec and its like"))
		}
	}
	for _, need := range needs {
		if slices.Contains(extras, need.extra) && !slices.ContainsFunc(extras, func(e Extra) bool { return slices.Contains(need.oneOf, e) }) {
			return wrong("emit", "found %s alone, wanted %s beside it", need.extra, strings.ReplaceAll(joined(need.oneOf), ", ", " or "))
		}
	}
	return nil
}

// needs are the extras that do nothing without another.
var needs = []struct {
	extra Extra
	oneOf []Extra
}{
	{ConstructorsExtra, []Extra{CodecExtra, ValidatorExtra}},
	{EqualExtra, []Extra{CodecExtra, ValidatorExtra}},
	{TestsExtra, []Extra{CodecExtra}},
	{TestsExtra, []Extra{ValidatorExtra}},
	{V2Extra, []Extra{CodecExtra}},
}
