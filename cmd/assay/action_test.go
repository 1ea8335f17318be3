package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

// action is what action.yml says, as far as it is run.
type action struct {
	Inputs map[string]struct{ Default string }
	Runs   struct {
		Steps []struct {
			Name, Shell, Run string
			Directory        string `yaml:"working-directory"`
			Env              map[string]string
		}
	}
}

// runAction does what a runner does with action.yml: its steps in bash, with the inputs in place of expressions. It gives
// the exit status and what was printed.
func runAction(t *testing.T, with map[string]string) (status string, out string) {
	t.Helper()
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join(root, "action.yml"))
	if err != nil {
		t.Fatal(err)
	}
	var a action
	if err := yaml.Unmarshal(text, &a); err != nil {
		t.Fatal(err)
	}
	pairs := []string{"${{ github.action_path }}", root}
	for name, input := range a.Inputs {
		value, given := with[name]
		if !given {
			value = input.Default
		}
		pairs = append(pairs, "${{ inputs."+name+" }}", value)
	}
	for name := range with {
		if _, ok := a.Inputs[name]; !ok {
			t.Fatalf("action.yml: found no input %q", name)
		}
	}
	fill := strings.NewReplacer(pairs...)
	temp := t.TempDir()
	var all bytes.Buffer
	for _, step := range a.Runs.Steps {
		if strings.Contains(step.Run, "${{") {
			t.Errorf("%s: found an expression in the script, wanted it in the environment, where it is not run", step.Name)
		}
		script := filepath.Join(temp, "step.sh")
		if err := os.WriteFile(script, []byte(step.Run), 0o600); err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command(step.Shell, "--noprofile", "--norc", "-eo", "pipefail", script)
		cmd.Dir = fill.Replace(step.Directory)
		if !filepath.IsAbs(cmd.Dir) {
			cmd.Dir = filepath.Join(root, cmd.Dir)
		}
		cmd.Env = append(os.Environ(), "RUNNER_TEMP="+temp)
		for name, value := range step.Env {
			cmd.Env = append(cmd.Env, name+"="+fill.Replace(value))
		}
		cmd.Stdout, cmd.Stderr = &all, &all
		if err := cmd.Run(); err != nil {
			return statusIn(err), all.String()
		}
	}
	return "0", all.String()
}

// The GitHub Action gives annotations and the exit status of the command, and nothing in its inputs is run.
func TestAction(t *testing.T) {
	const sample = "schema/models/connect_session_token_auth_link.json"
	sarif := filepath.Join(t.TempDir(), "report.sarif")
	for name, c := range map[string]struct {
		with   map[string]string
		status string
		want   string
	}{
		"valid":   {map[string]string{"schema": sample, "files": "testdata/payloads/valid"}, "0", ""},
		"invalid": {map[string]string{"schema": sample, "files": "testdata/payloads/valid\ntestdata/payloads/invalid/several_faults.json\n", "sarif": sarif}, "1", "::error file=testdata/payloads/invalid/several_faults.json,line=3,"},
		"flags":   {map[string]string{"schema": sample, "files": "testdata/payloads/invalid/several_faults.json", "flags": "--expect=invalid\n\n--formats=spec"}, "0", ""},
		"folder":  {map[string]string{"schema": "../" + sample, "files": "payloads/valid", "working-directory": "testdata"}, "0", ""},
		"hostile": {map[string]string{"files": "$(echo run >&2); `echo run`\n--schema"}, "2", "cannot be read"},
		"unknown": {map[string]string{"flags": "--shema=x"}, "2", "did you mean --schema?"},
	} {
		t.Run(name, func(t *testing.T) {
			status, out := runAction(t, c.with)
			if status != c.status || !strings.Contains(out, c.want) {
				t.Errorf("found status %s and\n%s\nwanted status %s and %q", status, out, c.status, c.want)
			}
			for line := range strings.Lines(out) {
				if line == "run\n" {
					t.Errorf("found text of an input run, in\n%s", out)
				}
			}
		})
	}
	if text, err := os.ReadFile(sarif); err != nil || !bytes.Contains(text, []byte(`"2.1.0"`)) {
		t.Errorf("%v: found %d bytes, wanted a report for code scanning", err, len(text))
	}
}
