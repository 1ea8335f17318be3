package report

import (
	"bytes"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/assaykit/assay/contract"
	"github.com/assaykit/assay/rule"
)

// sarifInstances has a result for each violation.
type sarifInstances struct{ sarif }

func newSARIF(w io.Writer, o Options) Reporter[Result] { return &sarifInstances{newSARIFReport(w, o)} }

// Add writes the results of an invalid instance, and nothing for a valid one.
func (s *sarifInstances) Add(r Result) error {
	for _, f := range faults(r.Err) {
		at := sarifLocation{
			Physical: &sarifPhysical{s.options.artifact(r.Source), region(r, f)},
			Logical:  []sarifLogical{{f.InstanceLocation}},
		}
		lines := append([]string{f.line()}, explained(f.Violation, false)...)
		print := s.prints.of(s.options.name(r.Source), f.InstanceLocation, f.KeywordLocation)
		if err := s.finding(checkOf(f), "error", lines, []sarifLocation{at}, append(s.keywordLocation(f.Violation), s.misspelt(r, f)...), print, s.fixes(r, f)...); err != nil {
			return err
		}
	}
	return nil
}

// misspelt are the places of members that may be meant for those that are missing.
func (s *sarif) misspelt(r Result, f fault) []sarifLocation {
	var list []sarifLocation
	for _, m := range f.Misspelt {
		list = append(list, sarifLocation{
			Physical: &sarifPhysical{s.options.artifact(r.Source), region(r, fault{Violation: rule.Violation{Position: m.Position, Start: m.Start, End: m.End}})},
			Logical:  []sarifLogical{{m.InstanceLocation}},
			Message:  &sarifText{"this may be meant for it"},
		})
	}
	return list
}

// fixes are the words that may have been meant, each in the place of what was found.
func (s *sarif) fixes(r Result, f fault) []sarifFix {
	at := region(r, f)
	if at == nil || at.EndColumn == 0 {
		return nil // nothing says where it ends
	}
	var list []sarifFix
	for _, word := range f.Suggestion {
		text, err := encode(word)
		if err != nil {
			continue
		}
		quoted := strings.TrimSuffix(string(text), "\n")
		list = append(list, sarifFix{
			sarifText{"Write " + visible(quoted)},
			[]sarifChange{{s.options.artifact(r.Source), []sarifReplacement{{at, sarifText{quoted}}}}},
		})
	}
	return list
}

// region is where the value of a fault stands, up to its end if that is on the same line: of a large object the first line tells
// enough. It is nil where nothing is known.
func region(r Result, f fault) *sarifRegion {
	if f.Position.Line <= 0 {
		return nil
	}
	at := &sarifRegion{StartLine: f.Position.Line, StartColumn: max(0, f.Position.Column)}
	if at.StartColumn == 0 || r.Err.Syntax != nil || f.Start < 0 || f.End <= f.Start || f.End > len(r.Text) {
		return at
	}
	if value := r.Text[f.Start:f.End]; bytes.IndexByte(value, '\n') < 0 {
		at.EndLine, at.EndColumn = at.StartLine, at.StartColumn+utf8.RuneCount(value)
	}
	return at
}

// sarifExchanges has a result for each violation, or for each exchange that is not as it should be without one.
type sarifExchanges struct{ sarif }

func newExchangeSARIF(w io.Writer, o Options) Reporter[contract.Finding] {
	return &sarifExchanges{newSARIFReport(w, o)}
}

// Add writes the results of a finding, none for one that is valid, or skipped without that being a failure.
func (s *sarifExchanges) Add(f contract.Finding) error {
	fails := s.options.fails(f)
	if harmless(f) && !fails {
		return nil
	}
	level := "warning"
	if fails {
		level = "error"
	}
	at := sarifLocation{Physical: &sarifPhysical{Artifact: s.options.artifact(f.Source)}}
	if f.Line > 0 {
		at.Physical.Region = &sarifRegion{StartLine: f.Line}
	}
	head := "entry " + strconv.Itoa(f.Entry) + ": " + outcome(f)
	print := func(instance, keyword string) string {
		return s.prints.of(s.options.name(f.Source), f.Method, f.URL, strconv.Itoa(f.Status), string(f.Result), instance, keyword)
	}
	if f.Err == nil {
		return s.finding(checkOfResult(f.Result), level, []string{head + circumstances(f)}, []sarifLocation{at}, nil, print("", ""))
	}
	for _, v := range faults(f.Err) {
		at.Logical = []sarifLogical{{v.InstanceLocation}}
		lines := append([]string{v.line(), head}, explained(v.Violation, false)...)
		err := s.finding(checkOfExchange(v), level, lines, []sarifLocation{at}, s.keywordLocation(v.Violation),
			print(v.InstanceLocation, v.KeywordLocation))
		if err != nil {
			return err
		}
	}
	return nil
}
