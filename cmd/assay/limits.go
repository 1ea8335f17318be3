package main

import (
	"fmt"
	"strconv"
	"strings"

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
}

// defaultLimits hold unless --limits says otherwise.
func defaultLimits() limits {
	return limits{document.DefaultLimits, yaml.MaxExpansion, 200}
}

// limitNames are the limits, each with its default as people write it.
const limitNames = "size=1GiB,depth=1024,digits=10000,string=256MiB,members=16777216,aliases=1000000,ratio=200"

// add gives a command the flag.
func (l *limits) add(cmd *cobra.Command) {
	*l = defaultLimits()
	cmd.Flags().Func("limits", "what a text may have at most, a `list`\n(default "+limitNames+")", l.set)
}

// set reads a list of limits.
func (l *limits) set(list string) error {
	sizes := map[string]*int{"size": &l.Size, "string": &l.String}
	counts := map[string]*int{"depth": &l.Depth, "digits": &l.Digits, "members": &l.Members, "aliases": &l.aliases, "ratio": &l.ratio}
	for part := range strings.SplitSeq(list, ",") {
		name, value, _ := strings.Cut(part, "=")
		ok := false
		if to := sizes[name]; to != nil {
			var n int64
			n, ok = remote.ParseSize(value)
			*to = int(n)
		} else if to := counts[name]; to != nil {
			n, err := strconv.Atoi(value)
			ok = err == nil && n > 0
			*to = n
		}
		if !ok {
			return fmt.Errorf("found %q, wanted some of %s", part, limitNames)
		}
	}
	return l.Limits.Check()
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
