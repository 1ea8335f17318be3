// Package assay_test holds the whole module to its plan: which room may import which.
package assay_test

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/assaykit/assay"

// rooms is the architecture: each package with all that it may import beside the standard library. Imports go one
// way. What generated code reaches (document, field, rule, schema) ends up in other people's programs, so each
// package from outside in there has a reason.
var rooms = map[string][]string{
	"document":      {},
	"document/yaml": {"document", "gopkg.in/yaml.v3"},
	// Its parser says where keys and values stand.
	"document/toml":  {"document", "github.com/pelletier/go-toml/v2", "github.com/pelletier/go-toml/v2/unstable"},
	"document/json5": {"document"},
	// RE2 cannot look around or back; ECMA-262 can.
	"rule/pattern": {"github.com/dlclark/regexp2"},
	// Internationalized host names need the tables of Unicode and of IDNA.
	"rule/format": {"rule/pattern", "golang.org/x/net/idna", "golang.org/x/text/unicode/bidi", "golang.org/x/text/unicode/norm"},
	"rule":        {"document", "rule/format", "rule/pattern"},
	"schema":      {"document", "rule", "rule/format", "rule/pattern"},
	// Our own schemas, for the program.
	"schema/models": {},
	"schema/judge":  {"document", "rule", "rule/format", "schema", "github.com/santhosh-tekuri/jsonschema/v5"},
	// What schemas of the web are fetched by; see TestNetwork.
	"schema/remote": {"document", "document/yaml"},
	// What documents have in common, as a schema.
	"schema/infer": {"capture/secret", "document", "rule", "rule/format"},
	// The official suite, for tests.
	"schema/suite": {"document", "schema"},
	"field":        {"document"},

	"generator":        {"document", "generator/emit", "generator/plan", "generator/sample", "schema"},
	"generator/plan":   {"document", "rule", "schema", "golang.org/x/mod/module"},
	"generator/emit":   {"document", "generator/plan", "rule", "rule/pattern", "schema", "github.com/dave/jennifer/jen"},
	"generator/sample": {"document", "rule"},

	// Cassettes of go-vcr are YAML. They are read an item at a time by the library, for document/yaml holds a text whole. Entries of a HAR are
	// read by our own generated type, whose members are those of field.
	"capture":          {"field", "generated/har", "github.com/klauspost/compress/zstd", "gopkg.in/yaml.v3"},
	"capture/secret":   {},
	"capture/redact":   {"capture", "capture/secret", "document"},
	"contract":         {"capture", "capture/secret", "document", "rule"},
	"contract/openapi": {"contract", "document", "rule", "schema"},
	// What Go tests hold their exchanges against a contract with.
	"contract/contracttest": {"contract", "contract/openapi", "document/yaml", "report", "rule", "schema"},
	"report":                {"contract", "document", "rule", "rule/format", "github.com/fatih/color", "golang.org/x/text/width"},

	"generated/connectsession": runtime,
	"generated/har":            runtime,

	"cmd/assay": {
		// What a progress bar looks like: of the known libraries it brings in least, without an HTTP server.
		"github.com/cheggaaa/pb/v3",
		"capture", "capture/redact", "capture/secret", "contract", "contract/openapi", "document", "document/json5", "document/toml", "document/yaml", "generator", "report", "rule", "schema", "schema/infer", "schema/judge", "schema/models", "schema/remote",
		"github.com/bmatcuk/doublestar/v4", "github.com/fsnotify/fsnotify", "github.com/klauspost/compress/zstd", "github.com/rogpeppe/go-internal/diff",
		"github.com/spf13/cobra", "github.com/spf13/pflag", "golang.org/x/term",
	},
}

// runtime is what generated code may import.
var runtime = []string{"document", "field", "rule", "rule/format", "rule/pattern", "schema"}

func TestImports(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", `{{.ImportPath}} {{join .Imports " "}}`, "./...").Output()
	if err != nil {
		t.Fatal("go list: ", err)
	}
	seen := map[string]bool{}
	for line := range strings.Lines(string(out)) {
		words := strings.Fields(line)
		room := strings.TrimPrefix(words[0], module+"/")
		if room == module {
			continue // the tests of the root
		}
		allowed, known := rooms[room]
		if !known {
			t.Errorf("the package %s is not in the plan", room)
		}
		seen[room] = true
		for _, path := range words[1:] {
			name := strings.TrimPrefix(path, module+"/")
			if standard := !strings.Contains(strings.SplitN(path, "/", 2)[0], "."); !standard && !slices.Contains(allowed, name) {
				t.Errorf("%s imports %s, which the plan does not allow", room, name)
			}
		}
	}
	for room := range rooms {
		if !seen[room] {
			t.Errorf("the plan has the package %s, which does not exist", room)
		}
	}
}

// network are the rooms that are built with net/http, each with why. What generated code imports is never among them: it ends up in other
// people's programs.
var network = map[string]string{
	"schema/remote":         "fetches schemas",
	"contract":              "checks exchanges as they pass a client or a server of net/http",
	"contract/openapi":      "imports contract",
	"contract/contracttest": "imports contract",
	"report":                "imports contract",
	"cmd/assay":             "is the program",
}

// TestNetwork wants no other room to be built with what speaks to the network.
func TestNetwork(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", `{{.ImportPath}} {{join .Deps " "}}`, "./...").Output()
	if err != nil {
		t.Fatal("go list: ", err)
	}
	for line := range strings.Lines(string(out)) {
		words := strings.Fields(line)
		room := strings.TrimPrefix(words[0], module+"/")
		if found := slices.Contains(words[1:], "net/http"); found != (network[room] != "") {
			t.Errorf("%s: found net/http %t among what it is built with, wanted the opposite", room, found)
		}
		if slices.Contains(runtime, room) && network[room] != "" {
			t.Errorf("%s: is imported by generated code, wanted no network in it", room)
		}
	}
}

// TestPlanHasNoCycles makes sure that the plan itself goes one way.
func TestPlanHasNoCycles(t *testing.T) {
	state := map[string]int{}
	var visit func(room string, path []string)
	visit = func(room string, path []string) {
		path = append(path, room)
		switch state[room] {
		case 1:
			t.Fatalf("the plan goes in a circle: %s", strings.Join(path, " -> "))
		case 2:
			return
		}
		state[room] = 1
		for _, next := range rooms[room] {
			visit(next, path)
		}
		state[room] = 2
	}
	for room := range rooms {
		visit(room, nil)
	}
}
