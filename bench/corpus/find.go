package corpus

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// ModelName is the case of the model that comes with the project.
const ModelName = "model"

// Find lists the cases: the model in the project's folder, whose documents it writes to a file of the work folder, and the
// schemas of the benchmark corpus that have documents. ok is false where the corpus is not there.
func Find(root, shared, work string) (cases []Case, ok bool, err error) {
	model, err := model(root, work)
	if err != nil {
		return nil, false, err
	}
	files, err := filepath.Glob(filepath.Join(shared, "corpus", "benchmark", "*", "instances.jsonl"))
	if err != nil {
		return nil, false, err
	}
	cases = []Case{model}
	for _, file := range files {
		folder := filepath.Dir(file)
		cases = append(cases, Case{Name: filepath.Base(folder), Schema: filepath.Join(folder, "schema.json"), Instances: file})
	}
	return cases, len(files) > 0, nil
}

// model is the case of the project's model.
func model(root, work string) (Case, error) {
	c := Case{
		Name:      ModelName,
		Schema:    filepath.Join(root, "schema", "models", "connect_session_token_auth_link.json"),
		Instances: filepath.Join(work, ModelName+".jsonl"),
		Formats:   true,
	}
	files, err := filepath.Glob(filepath.Join(root, "testdata", "payloads", "valid", "*.json"))
	if err != nil {
		return c, err
	}
	var lines bytes.Buffer
	for _, file := range files {
		if beyond(filepath.Base(file)) {
			continue
		}
		text, err := os.ReadFile(file)
		if err != nil {
			return c, err
		}
		if err := json.Compact(&lines, text); err != nil {
			return c, fmt.Errorf("%s: %w", file, err)
		}
		lines.WriteByte('\n')
	}
	return c, os.WriteFile(c.Instances, lines.Bytes(), 0o666)
}

// beyond reports whether a payload is there to show what others get wrong: numbers that no float64 holds, and times, or escapes in them, that time.Time
// does not read. Peers refuse it, and one such document would leave them out of the whole case.
func beyond(name string) bool {
	for _, prefix := range []string{"id_beyond_", "created_at_leap_second", "created_at_lower_case", "escaped_values"} {
		if strings.HasPrefix(name, prefix) {
			return true
		}
	}
	return false
}
