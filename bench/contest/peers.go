package contest

import (
	"bytes"
	"encoding/json"
	"os"

	google "github.com/google/jsonschema-go/jsonschema"
	v5 "github.com/santhosh-tekuri/jsonschema/v5"
	v6 "github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/assaykit/assay/bench/corpus"
)

// address is a URI for a schema that tells nothing of this machine.
func address(c corpus.Case) string { return "https://bench.invalid/" + c.Name + ".json" }

// judgeV5 is santhosh-tekuri/jsonschema v5. Numbers keep their text, as its documentation advises.
func judgeV5(_ Entry, c corpus.Case, texts [][]byte) (run, error) {
	text, err := os.ReadFile(c.Schema)
	if err != nil {
		return nil, err
	}
	compiler := v5.NewCompiler()
	compiler.AssertFormat = c.Formats
	if !c.Formats { // up to draft 7 it asserts them all the same
		for name := range v5.Formats {
			compiler.Formats[name] = nil
		}
	}
	if err := compiler.AddResource(address(c), bytes.NewReader(text)); err != nil {
		return nil, err
	}
	s, err := compiler.Compile(address(c))
	if err != nil {
		return nil, err
	}
	return func(i int) error {
		var v any
		decoder := json.NewDecoder(bytes.NewReader(texts[i]))
		decoder.UseNumber()
		if err := decoder.Decode(&v); err != nil {
			return err
		}
		return s.Validate(v)
	}, nil
}

// judgeV6 is santhosh-tekuri/jsonschema v6.
func judgeV6(_ Entry, c corpus.Case, texts [][]byte) (run, error) {
	text, err := os.ReadFile(c.Schema)
	if err != nil {
		return nil, err
	}
	document, err := v6.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		return nil, err
	}
	compiler := v6.NewCompiler()
	if c.Formats {
		compiler.AssertFormat()
	} else { // up to draft 7 it asserts them all the same
		for name := range v5.Formats {
			compiler.RegisterFormat(&v6.Format{Name: name, Validate: func(any) error { return nil }})
		}
	}
	if err := compiler.AddResource(address(c), document); err != nil {
		return nil, err
	}
	s, err := compiler.Compile(address(c))
	if err != nil {
		return nil, err
	}
	return func(i int) error {
		v, err := v6.UnmarshalJSON(bytes.NewReader(texts[i]))
		if err != nil {
			return err
		}
		return s.Validate(v)
	}, nil
}

// judgeGoogle is google/jsonschema-go, which knows no formats.
func judgeGoogle(_ Entry, c corpus.Case, texts [][]byte) (run, error) {
	text, err := os.ReadFile(c.Schema)
	if err != nil {
		return nil, err
	}
	var s google.Schema
	if err := json.Unmarshal(text, &s); err != nil {
		return nil, err
	}
	resolved, err := s.Resolve(nil)
	if err != nil {
		return nil, err
	}
	return func(i int) error {
		var v any
		if err := json.Unmarshal(texts[i], &v); err != nil {
			return err
		}
		return resolved.Validate(v)
	}, nil
}
