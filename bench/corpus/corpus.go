// Package corpus holds what the benchmarks are about: schemas, each with documents that satisfy it.
package corpus

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
)

// Case is a schema with its documents, one a line of a file. All paths are absolute.
type Case struct {
	Name      string `json:"name"`
	Schema    string `json:"schema"`
	Instances string `json:"instances"`
	// Formats says that documents satisfy the schema with format as an assertion. Those of the corpus are valid without: its makers
	// measure so.
	Formats bool `json:"formats"`
}

// List is the file in the work folder that names the cases.
const List = "cases.json"

// Read reads the list of cases in the work folder.
func Read(work string) ([]Case, error) {
	text, err := os.ReadFile(filepath.Join(work, List))
	if err != nil {
		return nil, err
	}
	var cases []Case
	return cases, json.Unmarshal(text, &cases)
}

// Write writes the list of cases to the work folder.
func Write(work string, cases []Case) error {
	text, err := json.MarshalIndent(cases, "", "\t")
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(work, List), append(text, '\n'), 0o666)
}

// Texts reads the documents of a case.
func (c Case) Texts() ([][]byte, error) {
	all, err := os.ReadFile(c.Instances)
	if err != nil {
		return nil, err
	}
	var texts [][]byte
	for line := range bytes.Lines(all) {
		if line = bytes.TrimSpace(line); len(line) > 0 {
			// A copy, so that no contender reads beyond its document into the next.
			texts = append(texts, bytes.Clone(line))
		}
	}
	if len(texts) == 0 {
		return nil, fmt.Errorf("%s: found no document", c.Instances)
	}
	return texts, nil
}
