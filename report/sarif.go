package report

import (
	"io"
	"net/url"
	"strings"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
)

// sarif writes the format that code scanning services read. A run has its results before all else, so that each is
// written at once: only the rules that were broken, and what was not checked, are kept until the end.
type sarif struct {
	w         io.Writer
	options   Options
	prints    fingerprints
	rules     []sarifRule
	numbers   map[string]int // of the rules, by id
	omissions []sarifNotification
	begun     bool
}

func newSARIFReport(w io.Writer, o Options) sarif {
	return sarif{w: w, options: o, rules: []sarifRule{}, numbers: map[string]int{}, omissions: []sarifNotification{}}
}

const (
	sarifOpening = `{"$schema":"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",` +
		`"version":"2.1.0","runs":[{"columnKind":"unicodeCodePoints","results":[`
	homepage = "https://github.com/assaykit/assay"
	// printName is the name and version of the way in which fingerprints are made.
	printName = "assay/v1"
)

// finding writes a result on a line of its own: what was broken, where, what tells it from others, and what would mend it.
func (s *sarif) finding(c check, level string, lines []string, locations, related []sarifLocation, print string, fixes ...sarifFix) error {
	result, err := encode(sarifResult{
		RuleID: c.name, RuleIndex: s.rule(c), Level: level, Message: sarifMessage(lines),
		Locations: locations, Related: related, Prints: map[string]string{printName: print}, Fixes: fixes,
	})
	if err != nil {
		return err
	}
	before := ",\n"
	if !s.begun {
		before = sarifOpening + "\n"
		s.begun = true
	}
	_, err = io.WriteString(s.w, before+string(result[:len(result)-1]))
	return err
}

// rule is the number of a rule, which is new where it was not broken before.
func (s *sarif) rule(c check) int {
	n, known := s.numbers[c.name]
	if !known {
		n = len(s.rules)
		s.numbers[c.name] = n
		s.rules = append(s.rules, newSARIFRule(c))
	}
	return n
}

// newSARIFRule says what a check is, and what to do where it fails.
func newSARIFRule(c check) sarifRule {
	r := sarifRule{ID: c.name, Short: sarifText{c.summary}, HelpURI: c.help(), Configuration: sarifConfiguration{"error"}}
	if text := remedyOf(c.name).text; text != "" {
		r.Help = &sarifText{text}
	}
	return r
}

// sarifMessage is a message of some lines. In those of SARIF [a](b) is a link, which no payload may make. Braces stay as they are:
// they are placeholders only where there are arguments, and patterns are full of them.
func sarifMessage(lines []string) sarifText {
	return sarifText{strings.ReplaceAll(strings.Join(lines, "\n"), "](", `\](`)}
}

// Omit keeps an omission for the end.
func (s *sarif) Omit(o Omission) error {
	s.omissions = append(s.omissions, sarifNotification{
		Descriptor: sarifDescriptor{notChecked}, Level: "error", Message: sarifMessage([]string{visible(o.Source) + ": " + visible(o.Reason)}),
		Locations: []sarifLocation{{Physical: &sarifPhysical{Artifact: s.options.artifact(o.Source)}}},
	})
	return nil
}

// Close writes the rules and the outcome of the run, and ends the document.
func (s *sarif) Close() error {
	root := sarifArtifact{Description: &sarifText{"the folder that assay was started in"}}
	if s.options.Folder != "" {
		root.URI = strings.TrimSuffix(fileURI(s.options.Folder), "/") + "/"
	}
	ending, err := encode(sarifRun{
		Tool:        sarifTool{sarifDriver{"Assay", s.options.Version, homepage, s.rules}},
		Bases:       map[string]sarifArtifact{sourceRoot: root},
		Invocations: []sarifInvocation{{len(s.omissions) == 0, s.omissions}},
	})
	if err != nil {
		return err
	}
	before := "\n"
	if !s.begun {
		before = sarifOpening
	}
	_, err = io.WriteString(s.w, before+"],"+strings.TrimSuffix(string(ending[1:]), "\n")+"]}\n")
	return err
}

// keywordLocation is where the keyword stands that is not satisfied; there is none for a text that is no document.
func (s *sarif) keywordLocation(v rule.Violation) []sarifLocation {
	if v.AbsoluteKeywordLocation == "" {
		return nil
	}
	uri, pointer, _ := strings.Cut(v.AbsoluteKeywordLocation, "#")
	if plain, err := url.PathUnescape(pointer); err == nil {
		pointer = plain
	}
	message := sarifMessage([]string{fault{Violation: v}.demand()})
	l := sarifLocation{Logical: []sarifLogical{{pointer}}, Message: &message}
	if a := s.options.schemaArtifact(uri); a != nil {
		l.Physical = &sarifPhysical{Artifact: a}
	}
	if s.options.Place != nil {
		if file, at, ok := s.options.Place(v.AbsoluteKeywordLocation); ok {
			l.Physical = s.placed(file, at)
		}
	}
	return []sarifLocation{l}
}

// placed is a place in a schema document by what errors call that: a file or a URI.
func (s *sarif) placed(file string, at document.Position) *sarifPhysical {
	artifact := s.options.artifact(file)
	if strings.Contains(file, "://") {
		artifact = s.options.schemaArtifact(file)
	}
	if artifact == nil {
		return nil
	}
	p := &sarifPhysical{Artifact: artifact}
	if at.Line > 0 {
		p.Region = &sarifRegion{StartLine: at.Line, StartColumn: max(0, at.Column)}
	}
	return p
}
