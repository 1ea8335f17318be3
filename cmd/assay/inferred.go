package main

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/assaykit/assay/capture"
	"github.com/assaykit/assay/contract"
	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/schema/infer"
	"github.com/spf13/cobra"
)

// operation is what responses have in common that one schema is for.
type operation struct{ method, path, status string }

func (o operation) String() string { return o.method + " " + o.path + " " + o.status }

// file is the name of its schema's file.
func (o operation) file() string {
	name := strings.Map(func(r rune) rune {
		switch {
		case 'a' <= r && r <= 'z', '0' <= r && r <= '9', r == '-', r == '.':
			return r
		case r == '{' || r == '}':
			return -1
		}
		return '_'
	}, strings.ToLower(o.method+o.path+"_"+o.status))
	return strings.Trim(strings.ReplaceAll(name, "__", "_"), "_.") + ".json"
}

// exchangesSeen is what was seen of each operation.
type exchangesSeen map[operation]*infer.Sample

// add takes in the response of an exchange, where it is JSON.
func (e exchangesSeen) add(x *capture.Exchange) error {
	m := x.Response
	if x.URL == nil || x.Status == 0 || m.State != capture.BodyRecorded || len(m.Body) == 0 || !contract.IsJSON(m.MediaType) {
		return nil
	}
	d, err := document.Parse(m.Body)
	if err != nil {
		return fmt.Errorf("the body is not JSON: %w", err)
	}
	o := operation{strings.ToUpper(x.Method), contract.Template(x.URL), fmt.Sprint(x.Status)}
	if e[o] == nil {
		e[o] = &infer.Sample{}
	}
	e[o].Add(d.Root())
	d.Release()
	return nil
}

// operations are those that were seen, in order.
func (e exchangesSeen) operations() []operation {
	return slices.SortedFunc(maps.Keys(e), func(a, b operation) int {
		return strings.Compare(a.path+" "+a.method+" "+a.status, b.path+" "+b.method+" "+b.status)
	})
}

// write writes what the command line asks for.
func (c *inferCommand) write(cmd *cobra.Command) error {
	list := c.exchanges.operations()
	switch {
	case c.operation != "":
		i := slices.IndexFunc(list, func(o operation) bool { return o.String() == c.operation })
		if i < 0 {
			return c.unseen(fmt.Sprintf("--operation: found no response of %q", c.operation), list)
		}
		c.seen.Merge(c.exchanges[list[i]])
	case c.out != "":
		if c.seen.Count() > 0 {
			return usage(cmd, "--out: found documents that are of no operation, wanted captures alone")
		}
		return c.writeEach(list)
	case len(list) == 1 && c.seen.Count() == 0:
		c.seen.Merge(c.exchanges[list[0]])
	case len(list) > 0:
		return c.unseen(fmt.Sprintf("found %d operations, wanted one schema for each in --out DIR, or one of them by --operation", len(list)), list)
	}
	if c.seen.Count() == 0 {
		return &failure{max(c.status, statusUsage), fmt.Errorf("assay: found no document to learn from, wanted at least one")}
	}
	if c.options.NoEnums {
		c.seen.Forget()
	}
	if c.sample != "" {
		if err := c.writeOut(c.sample, c.seen.JSON()); err != nil {
			return err
		}
	}
	return c.writeOut(c.output, c.seen.Schema(c.options))
}

// unseen is the error of a choice among operations, with a line for each there is.
func (c *inferCommand) unseen(found string, list []operation) error {
	lines := []string{"assay: " + found + "; those of the captures are"}
	for _, o := range list {
		lines = append(lines, fmt.Sprintf("  '%s' (%d)", o, c.exchanges[o].Count()))
	}
	return &failure{statusUsage, fmt.Errorf("%s", strings.Join(lines, "\n"))}
}

// writeEach writes the schema of each operation, and the routes that lead to them.
func (c *inferCommand) writeEach(list []operation) error {
	if len(list) == 0 {
		return &failure{max(c.status, statusUsage), fmt.Errorf("assay: found no response with a body of JSON, wanted at least one")}
	}
	if err := os.MkdirAll(c.out, 0o755); err != nil {
		return &failure{statusUsage, fmt.Errorf("%s: cannot be made: %w", c.out, reason(err))}
	}
	routes := []string{"contract:", "  routes:"}
	names := map[string]int{}
	for _, o := range list {
		name := o.file()
		if names[name]++; names[name] > 1 {
			name = fmt.Sprintf("%s_%d.json", strings.TrimSuffix(name, ".json"), names[name])
		}
		options := c.options
		if options.Title == "" {
			options.Title = o.String()
		}
		path := filepath.Join(c.out, name)
		if err := c.writeOut(path, c.exchanges[o].Schema(options)); err != nil {
			return err
		}
		routes = append(routes, fmt.Sprintf("    - {method: %s, path: %q, status: %s, schema: %q}", o.method, o.path, o.status, filepath.ToSlash(path)))
	}
	return c.writeOut(dash, []byte(strings.Join(routes, "\n")+"\n"))
}
