package main

import (
	"strings"
	"testing"

	"github.com/assaykit/assay/capture"
)

// indented is the block of a help text that is indented by two and begins as given.
func indented(help, first string) string {
	_, block, _ := strings.Cut(help, "\n  "+first)
	block, _, _ = strings.Cut(block, "\n\n")
	return strings.ReplaceAll("\n  "+first+block, "\n  ", "\n")
}

// TestHelpIsTrue wants the configurations and exchanges that help texts show to be read as they stand.
func TestHelpIsTrue(t *testing.T) {
	keys := []string{"name", "host", "method", "path", "status", "media-type", "pointer", "schema", "{id}", "2XX"}
	for _, command := range []string{"validate", "contract"} {
		t.Run(command, func(t *testing.T) {
			_, help, _ := assay(nil, command, "--help")
			text := indented(help, "contract:\n")
			if command == "validate" {
				text = indented(help, "validate:\n") + text
			}
			for _, key := range keys {
				if !strings.Contains(text, key) {
					t.Errorf("found no %s in the assay.yaml of the help, wanted every key", key)
				}
			}
			inTree(t, map[string]string{"assay.yaml": text})
			c, err := loadConfig("")
			if err != nil {
				t.Fatalf("found %v in\n%s", err, text)
			}
			r := c.Contract.Routes[0]
			for _, value := range []string{r.Name, r.Host, r.Method, r.Path, string(r.Status), r.MediaType, r.Pointer, r.Schema} {
				if value == "" {
					t.Errorf("found the route %+v, wanted all keys in it", r)
				}
			}
			if command == "validate" && len(c.Validate) != 2 {
				t.Errorf("found %d entries of validate, wanted 2", len(c.Validate))
			}
			line := strings.ReplaceAll(strings.TrimSpace(indented(help, `{"method"`)), "\n", "")
			reader, err := capture.Open("help.ndjson", strings.NewReader(line))
			if err != nil {
				t.Fatal(err)
			}
			defer reader.Close()
			if x, err := reader.Next(); err != nil || x.Status != 200 || len(x.Response.Body) == 0 {
				t.Errorf("found %+v, %v in %s, wanted an exchange with a body", x, err, line)
			}
		})
	}
}
