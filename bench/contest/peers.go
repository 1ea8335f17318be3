package contest

import (
	"bytes"
	"encoding/json"
	"os"

	google_ "github.com/google/jsonschema-go/jsonschema"
	v5_ "github.com/santhosh-tekuri/jsonschema/v5"
	v6_ "github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/assaykit/assay/bench/corpus"
)

// address is a URI for a schema that tells nothing of this machine.
func address(c corpus.Case) string { return "https://bench.invalid/" + c.Name + ".json" }

// v5 is santhosh-tekuri/jsonschema v5. Numbers keep their text, as its documentation advises.
func v5(_ Entry, c corpus.Case, texts [][]byte) (run, error) {
	text, err := os.ReadFile(c.Schema)
	if err != nil {
		return nil, err
	}
	compiler := v5_.NewCompiler()
	compiler.AssertFormat = c.Formats
	if !c.Formats { // up to draft 7 it asserts them all the same
		for name := range v5_.Formats {
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

// v6 is santhosh-tekuri/jsonschema v6.
func v6(_ Entry, c corpus.Case, texts [][]byte) (run, error) {
	text, err := os.ReadFile(c.Schema)
	if err != nil {
		return nil, err
	}
	doc, err := v6_.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		return nil, err
	}
	compiler := v6_.NewCompiler()
	if c.Formats {
		compiler.AssertFormat()
	} else { // up to draft 7 it asserts them all the same
		for name := range v5_.Formats {
			compiler.RegisterFormat(&v6_.Format{Name: name, Validate: func(any) error { return nil }})
		}
	}
	if err := compiler.AddResource(address(c), doc); err != nil {
		return nil, err
	}
	s, err := compiler.Compile(address(c))
	if err != nil {
		return nil, err
	}
	return func(i int) error {
		v, err := v6_.UnmarshalJSON(bytes.NewReader(texts[i]))
		if err != nil {
			return err
		}
		return s.Validate(v)
	}, nil
}

// google is google/jsonschema-go, which knows no formats.
func google(_ Entry, c corpus.Case, texts [][]byte) (run, error) {
	text, err := os.ReadFile(c.Schema)
	if err != nil {
		return nil, err
	}
	var s google_.Schema
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
