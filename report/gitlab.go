package report

import (
	"io"
	"strconv"

	"github.com/assaykit/assay/contract"
)

// gitlab writes the code quality report of GitLab: a list of issues, each written at once.
type gitlab struct {
	w       io.Writer
	options Options
	prints  fingerprints
	begun   bool
}

// gitlabIssue has the members that GitLab reads: https://docs.gitlab.com/ci/testing/code_quality/.
type gitlabIssue struct {
	Description string         `json:"description"`
	Check       string         `json:"check_name"`
	Fingerprint string         `json:"fingerprint"`
	Severity    string         `json:"severity"`
	Location    gitlabLocation `json:"location"`
}

type gitlabLocation struct {
	Path  string      `json:"path"`
	Lines gitlabLines `json:"lines"`
}

type gitlabLines struct {
	Begin int `json:"begin"`
}

// The severities of GitLab that the report has.
const (
	gitlabBlocker  = "blocker"  // it was not checked at all
	gitlabCritical = "critical" // it is no document
	gitlabMajor    = "major"
	gitlabMinor    = "minor" // it does not count as a failure
)

// issue writes an issue on a line of its own. One without a line stands on the first, for GitLab shows no other; parts tell it
// from others of its file.
func (g *gitlab) issue(severity, check, description, source string, line int, parts ...string) error {
	name := g.options.name(source)
	issue, err := encode(gitlabIssue{
		description, check, g.prints.of(name, append([]string{check}, parts...)...), severity, gitlabLocation{name, gitlabLines{max(1, line)}},
	})
	if err != nil {
		return err
	}
	before := ",\n"
	if !g.begun {
		before = "[\n"
		g.begun = true
	}
	_, err = io.WriteString(g.w, before+string(issue[:len(issue)-1]))
	return err
}

// Omit writes an issue for what was not checked.
func (g *gitlab) Omit(o Omission) error {
	return g.issue(gitlabBlocker, notChecked, visible(o.Reason), o.Source, 0)
}

// Close ends the list.
func (g *gitlab) Close() error {
	end := "\n]\n"
	if !g.begun {
		end = "[]\n"
	}
	_, err := io.WriteString(g.w, end)
	return err
}

// gitlabInstances has an issue for each violation.
type gitlabInstances struct{ gitlab }

func newGitLab(w io.Writer, o Options) Reporter[Result] {
	return &gitlabInstances{gitlab{w: w, options: o}}
}

// Add writes the issues of an invalid instance, and nothing for a valid one.
func (g *gitlabInstances) Add(r Result) error {
	for _, f := range faults(r.Err) {
		c, severity := checkOf(f), gitlabMajor
		if unread(f) {
			severity = gitlabCritical
		}
		if err := g.issue(severity, c.name, f.line(), r.Source, f.Position.Line, f.InstanceLocation, f.KeywordLocation); err != nil {
			return err
		}
	}
	return nil
}

// gitlabExchanges has an issue for each violation, or for each exchange that is not as it should be without one.
type gitlabExchanges struct{ gitlab }

func newExchangeGitLab(w io.Writer, o Options) Reporter[contract.Finding] {
	return &gitlabExchanges{gitlab{w: w, options: o}}
}

// Add writes the issues of a finding, none for one that is valid, or skipped without that being a failure.
func (g *gitlabExchanges) Add(f contract.Finding) error {
	fails := g.options.fails(f)
	if harmless(f) && !fails {
		return nil
	}
	severity := gitlabMinor
	if fails {
		severity = gitlabMajor
	}
	head := answered(f)
	parts := []string{f.Method, f.URL, strconv.Itoa(f.Status)}
	if f.Err == nil {
		return g.issue(severity, checkOfResult(f.Result).name, head+visible(string(f.Result))+circumstances(f), f.Source, f.Line, parts...)
	}
	for _, v := range faults(f.Err) {
		at := append(parts[:len(parts):len(parts)], v.InstanceLocation, v.KeywordLocation)
		if err := g.issue(severity, checkOfExchange(v).name, head+v.line(), f.Source, f.Line, at...); err != nil {
			return err
		}
	}
	return nil
}
