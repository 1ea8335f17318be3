package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/spf13/pflag"
	"gopkg.in/yaml.v3"
)

// documented finds commands of this program in lines of code: behind a prompt, a step of a pipeline, go:generate, or alone.
var documented = regexp.MustCompile(`^\s*(?:\$ |- |//go:generate go tool )?(?:[^#|]* \| )?(?:bin/)?assay ((?:validate|generate|contract|capture|schema)\b.*)`)

// quoted finds them in prose.
var quoted = regexp.MustCompile("`assay ((?:validate|generate|contract|capture|schema)\\b[^`]*)`")

// Every command in the documents and hooks has flags that exist, with values that they take.
func TestDocumentedCommands(t *testing.T) {
	files, err := filepath.Glob("../../docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, file := range append(files, "../../README.md", "../../.pre-commit-hooks.yaml") {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		code := filepath.Ext(file) == ".yaml"
		n := 0
		for line := range strings.Lines(string(text)) {
			n++
			if strings.HasPrefix(line, "```") {
				code = !code
			}
			line = strings.TrimPrefix(line, "  entry: ")
			commands := quoted.FindAllStringSubmatch(line, -1)
			if code {
				commands = documented.FindAllStringSubmatch(line, -1)
			}
			for _, m := range commands {
				found++
				if err := parses(words(m[1])); err != nil {
					t.Errorf("%s:%d: %v", file, n, err)
				}
			}
		}
	}
	if found < 10 {
		t.Errorf("found %d commands in the documents, wanted 10 at least", found)
	}
}

// words splits a command as a shell does, as far as documents need it: up to a comment or a pipe.
func words(line string) []string {
	var list []string
	for _, m := range regexp.MustCompile(`'([^']*)'|"([^"]*)"|(\S+)`).FindAllStringSubmatch(line, -1) {
		if word := m[0]; word == "#" || word == "|" || word == ">" || word == "&&" || word == `\` {
			break
		}
		list = append(list, m[1]+m[2]+m[3])
	}
	return list
}

// parses is the error of a command line whose command or flags do not exist.
func parses(args []string) error {
	cmd, rest, err := newRoot(streams{notes: &notes{w: io.Discard}}).Find(args)
	if err != nil {
		return err
	}
	if err = cmd.ParseFlags(rest); errors.Is(err, pflag.ErrHelp) {
		return nil
	}
	return err
}

// The hooks of pre-commit have what it wants of them, and no name twice.
func TestHooks(t *testing.T) {
	text, err := os.ReadFile("../../.pre-commit-hooks.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var hooks []struct{ ID, Name, Entry, Language, Files string }
	if err := yaml.Unmarshal(text, &hooks); err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, h := range hooks {
		if h.ID == "" || h.Name == "" || seen[h.ID] || h.Language != "golang" || !strings.HasPrefix(h.Entry, "assay ") {
			t.Errorf("found the hook %+v, wanted an id of its own, a name, and a command of assay in golang", h)
		}
		if _, err := regexp.Compile(h.Files); err != nil {
			t.Errorf("%s: %v", h.ID, err)
		}
		seen[h.ID] = true
	}
	if len(hooks) == 0 {
		t.Error("found no hook")
	}
}
