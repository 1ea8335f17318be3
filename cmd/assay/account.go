package main

import (
	"bytes"
	"io"

	"github.com/assaykit/assay/contract"
	"github.com/assaykit/assay/report"
)

// account begins the summary of the run, where it is wanted or a baseline is held against it.
func (c *contractCommand) account(check *traffic, read *readFiles) (err error) {
	if c.baseline != "" {
		read.addBaseline(c.baseline, c.in)
		if check.baseline, err = c.readBaseline(c.baseline); err != nil {
			return err
		}
	}
	for _, out := range []struct{ flag, name string }{{"--summary", c.summary}, {"--coverage", c.coverage}} {
		if out.name == "" {
			continue
		}
		if err := read.refuse(out.flag, out.name); err != nil {
			return err
		}
	}
	if c.summary != "" || c.coverage != "" || c.baseline != "" {
		check.summary = check.checker.Summary()
	}
	return nil
}

// keep writes the summary where it is wanted.
func (c *contractCommand) keep(sum *contract.Summary) error {
	if c.summary != "" {
		if err := c.writeOut(c.summary, sum.JSON()); err != nil {
			return err
		}
	}
	if c.coverage == "" {
		return nil
	}
	return c.writeOut(c.coverage, toldOf(sum, report.CoverageHTML, report.Options{}))
}

// toldOf is a summary in a form for people.
func toldOf(sum *contract.Summary, write func(w io.Writer, s *contract.Summary, o report.Options) error, o report.Options) []byte {
	var text bytes.Buffer
	o.Version, o.Time = versionText(), began()
	_ = write(&text, sum, o) // a buffer takes all
	return text.Bytes()
}
