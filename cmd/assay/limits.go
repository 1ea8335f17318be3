package main

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/document/yaml"
	"github.com/assaykit/assay/rule"
	"github.com/assaykit/assay/schema/remote"
	"github.com/spf13/cobra"
)

// limits are what inputs may have at most. They keep a small file from taking all of the memory, or of the day.
type limits struct {
	document.Limits
	aliases int // that a document of YAML may gain by its aliases, in values and names
	ratio   int // of what is unpacked to what is packed
	rule    rule.Limits
}

// defaultLimits hold unless --limits says otherwise.
func defaultLimits() limits {
	return limits{document.DefaultLimits, yaml.MaxExpansion, 200, rule.Limits{}}
}

// limitNames are the limits, each with its default as people write it.
const limitNames = "size=1GiB,depth=1024,digits=10000,string=256MiB,members=16777216,aliases=1000000,ratio=200," + ruleLimitNames

// ruleLimitNames are those of evaluations. That of evaluations is larger for large documents, where nothing else is said.
const ruleLimitNames = "evaluations=67108864,violations=64MiB,match=1s"

// add gives a command the flag.
func (l *limits) add(cmd *cobra.Command) {
	*l = defaultLimits()
	cmd.Flags().Func("limits", "what a text may have at most, a `list`\n(default "+limitNames+")", l.set)
}

// set reads a list of limits.
func (l *limits) set(list string) error {
	to := limitList{
		"size": bytesOf(&l.Size), "string": bytesOf(&l.String), "depth": countOf(&l.Depth), "digits": countOf(&l.Digits), "members": countOf(&l.Members),
		"aliases": countOf(&l.aliases), "ratio": countOf(&l.ratio),
	}
	to.addRule(&l.rule)
	if err := to.set(list, limitNames); err != nil {
		return err
	}
	return l.Limits.Check()
}

// limitList is what reads each limit, by its name.
type limitList map[string]func(value string) bool

func (l limitList) addRule(r *rule.Limits) {
	l["evaluations"], l["violations"], l["match"] = countOf(&r.Evaluations), bytesOf(&r.Violations), timeOf(&r.Match)
}

// set reads a list, name=value and name=value. names are those that there are.
func (l limitList) set(list, names string) error {
	for part := range strings.SplitSeq(list, ",") {
		name, value, _ := strings.Cut(part, "=")
		if set := l[name]; set == nil || !set(value) {
			return fmt.Errorf("found %q, wanted some of %s", part, names)
		}
	}
	return nil
}

func bytesOf[N int | int64](to *N) func(string) bool {
	return func(value string) bool {
		n, ok := remote.ParseSize(value)
		*to = N(n)
		return ok
	}
}

func countOf(to *int) func(string) bool {
	return func(value string) bool {
		n, err := strconv.Atoi(value)
		*to = n
		return err == nil && n > 0
	}
}

func timeOf(to *time.Duration) func(string) bool {
	return func(value string) bool {
		t, err := time.ParseDuration(value)
		*to = t
		return err == nil && t > 0
	}
}

// exceeded is the error for a document that another reader than that of JSON made, if it has more than the limits allow.
func (l *limits) exceeded(d *document.Document) *rule.Error {
	at, limit := d.Exceeded(l.Limits)
	if limit == nil {
		return nil
	}
	return &rule.Error{
		Violations: []rule.Violation{{Fault: rule.CodeLimit, Position: d.Position(at), Found: "more", Wanted: limit.Wanted()}}, Syntax: limit,
	}
}
