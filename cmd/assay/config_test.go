package main

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/assaykit/assay/document"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func TestLoadConfig(t *testing.T) {
	inTree(t, map[string]string{"up/assay.yaml": `
generate:
  - {schema: "s.json#/$defs/a", out: gen, package: a, type: A}
validate:
  - schema: https://example.com/s.json
    files: [a.json, "**/b.json", /abs/c.json]
contract:
  captures: [c.har]
  routes:
    - {name: n, host: h, method: POST, path: /p, status: 201, media-type: text/json, pointer: /data, schema: s.json}
    - {path: /q, status: 2XX, schema: s.json}
`, "up/down/here/x": ""})
	t.Chdir("up/down/here")
	c, err := loadConfig("")
	if err != nil {
		t.Fatal(err)
	}
	at := func(line, column int) document.Position { return document.Position{Line: line, Column: column} }
	want := &config{
		name: "../../assay.yaml", dir: "../..",
		Generate: []generateEntry{{Schema: "s.json#/$defs/a", Out: "gen", Package: "a", Type: "A"}},
		Validate: []validateEntry{{Schema: "https://example.com/s.json", Files: []string{"a.json", "**/b.json", "/abs/c.json"}}},
		Contract: contractEntry{Captures: []string{"c.har"}, Routes: []routeEntry{
			{at: at(10, 7), Name: "n", Host: "h", Method: "POST", Path: "/p", Status: "201", MediaType: "text/json", Pointer: "/data", Schema: "s.json"},
			{at: at(11, 7), Path: "/q", Status: "2XX", Schema: "s.json"},
		}},
	}
	if got := c.Generate[0].at.Position(); got != at(3, 5) {
		t.Errorf("the entry is at %v, wanted 3:5", got)
	}
	all := cmp.AllowUnexported(config{}, routeEntry{})
	if diff := cmp.Diff(want, c, all, cmpopts.IgnoreUnexported(generateEntry{})); diff != "" {
		t.Errorf("configuration (-want +got):\n%s", diff)
	}
	for ref, want := range map[string]string{
		"s.json#/$defs/a": "../../s.json#/$defs/a", "https://example.com/s.json": "https://example.com/s.json", "/abs/c.json": "/abs/c.json",
	} {
		if got := c.reference(ref); got != want {
			t.Errorf("reference %s: found %s, wanted %s", ref, got, want)
		}
	}
}

func TestNoConfig(t *testing.T) {
	t.Chdir(t.TempDir())
	if found, err := findConfig(); err == nil && found != "" {
		t.Skipf("there is a %s above the folder for temporary files", filepath.Clean(found))
	}
	if c, err := loadConfig(""); c != nil || err != nil {
		t.Errorf("found %v, %v, wanted neither", c, err)
	}
}

func TestLoadConfigRefuses(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"a list", "- a", "assay.yaml:1:1: the configuration: found a list of 1 item, wanted an object"},
		{"text", "hello", `assay.yaml:1:1: the configuration: found "hello", wanted an object`},
		{"two documents", "{}\n---\n{}", "assay.yaml:3:1: found the second of 2 YAML documents, wanted one"},
		{"a key twice", "validate: []\nvalidate: []", "assay.yaml:2:1: "},
		{"an entry without what it must have", "generate: [{schema: a}]", `assay.yaml:1:12: an entry of generate: found no key "out", wanted schema and out`},
		{"a null", "validate:", "assay.yaml:1:"},
		{"a number for a path", "contract: {routes: [{path: 1, schema: s}]}", "assay.yaml:1:28: path: found 1, wanted a string"},
		{"a status that is neither", "contract: {routes: [{path: /, schema: s, status: true}]}", "assay.yaml:1:50: status: found true, wanted a string or an integer"},
		{"no YAML", "a: [", "assay.yaml:"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			inTree(t, map[string]string{"assay.yaml": test.text})
			_, err := loadConfig("")
			if err == nil || !strings.HasPrefix(err.Error(), test.want) {
				t.Fatalf("found %v, wanted %s", err, test.want)
			}
			if got := statusOf(err); got != statusSchema {
				t.Errorf("status: found %d, wanted %d", got, statusSchema)
			}
		})
	}
}
