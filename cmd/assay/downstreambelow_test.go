package main

import (
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// below calls the tool in folders below an assay.yaml, for several packages at once.
func (d *downstream) below(t *testing.T) {
	for _, folder := range []string{".", "billing", "shop/read"} {
		if stdout, stderr, status := d.try(t, folder, "go", "tool", "assay", "generate", "--check"); status != 0 || stdout+stderr != "" {
			t.Errorf("in %s: exit status %d, wanted 0 and no word\n%s%s", folder, status, stdout, stderr)
		}
	}
	before := d.age(t)
	schema := strings.Replace(d.files["billing/invoice.yaml"], "minLength: 1", "minLength: 2", 1)
	d.write(t, "billing/invoice.yaml", []byte(strings.Replace(schema, "title: Invoice", "title: Bill", 1)))
	stdout, stderr, status := d.try(t, "billing", "go", "tool", "assay", "generate", "--check")
	if status != 1 || stderr != "assay: generated files are out of date; assay generate writes them\n" {
		t.Errorf("exit status %d, wanted 1 and the reason\n%s", status, stderr)
	}
	d.unified(t, stdout, "internal/invoice/", "internal/party/")
	if diff := cmp.Diff(before, d.times(t)); diff != "" {
		t.Errorf("--check wrote files: -before +after\n%s", diff)
	}
	d.run(t, ".", "go", "generate", "./billing")
	written := false
	for name, at := range d.times(t) {
		switch {
		case at.Equal(before[name]):
		case strings.HasPrefix(name, "billing/"):
			written = true
		default:
			t.Errorf("%s was written, though nothing changed for it", name)
		}
	}
	if !written {
		t.Error("nothing was written, wanted what changed")
	}
	d.run(t, "billing", "go", "tool", "assay", "generate", "--check")
}

// unified wants a unified diff of files in all the folders, and in no others: each with what it is compared with, and with
// lines that differ.
func (d *downstream) unified(t *testing.T, text string, folders ...string) {
	t.Helper()
	files := strings.Split("\n"+text, "\ndiff ")[1:]
	seen := map[string]bool{}
	for _, file := range files {
		path, _, _ := strings.Cut(file, " ")
		head := regexp.QuoteMeta("--- " + path + "\n+++ " + path + " (generated)\n@@ -")
		for _, part := range []string{"^" + head, `^(-[^-]|\+[^+])`} {
			if !regexp.MustCompile("(?m)" + part).MatchString(file) {
				t.Errorf("found no match for %q in the difference of %s\n%s", part, path, file)
			}
		}
		for _, folder := range folders {
			seen[folder] = seen[folder] || strings.Contains(path, folder)
		}
	}
	for _, folder := range folders {
		if !seen[folder] {
			t.Errorf("found no difference in %s, wanted one\n%s", folder, text)
		}
	}
}
