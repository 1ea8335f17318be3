package contest

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/bytedance/sonic"
	"github.com/valyala/fastjson"

	"github.com/assaykit/assay/bench/corpus"
	"github.com/assaykit/assay/document"
)

// Judge compares ways from a text to a verdict, and some that only tell whether it is JSON.
func Judge(b *testing.B, work string, entries []Entry) { compete(b, work, entries, judges) }

var judges = []way{
	{"generated", func(e Entry, _ corpus.Case, texts [][]byte) (run, error) {
		return func(i int) error { return e.Validate(texts[i]) }, nil
	}},
	{"interpreter", func(_ Entry, c corpus.Case, texts [][]byte) (run, error) {
		s, err := c.Compile()
		return func(i int) error { return s.Validate(texts[i]) }, err
	}},
	{"index", func(_ Entry, _ corpus.Case, texts [][]byte) (run, error) {
		return func(i int) error {
			d, err := document.Parse(texts[i])
			if err == nil {
				d.Release()
			}
			return err
		}, nil
	}},
	{"generated-indexed", func(e Entry, _ corpus.Case, texts [][]byte) (run, error) {
		return indexed(texts, e.Valid)
	}},
	{"interpreter-indexed", func(_ Entry, c corpus.Case, texts [][]byte) (run, error) {
		s, err := c.Compile()
		if err != nil {
			return nil, err
		}
		return indexed(texts, s.Valid)
	}},
	{"v5", judgeV5},
	{"v6", judgeV6},
	{"google", judgeGoogle},
	{"encoding-json.Valid", func(_ Entry, _ corpus.Case, texts [][]byte) (run, error) { return syntax(texts, json.Valid), nil }},
	{"sonic.Valid", func(_ Entry, _ corpus.Case, texts [][]byte) (run, error) { return syntax(texts, sonic.Valid), nil }},
	{"fastjson", func(_ Entry, _ corpus.Case, texts [][]byte) (run, error) {
		var p fastjson.Parser
		return func(i int) error { _, err := p.ParseBytes(texts[i]); return err }, nil
	}},
}

var errRefused = errors.New("says no")

// indexed judges documents that were read before the clock runs.
func indexed(texts [][]byte, valid func(*document.Document) bool) (run, error) {
	documents := make([]*document.Document, len(texts))
	for i, text := range texts {
		var err error
		if documents[i], err = document.Parse(text); err != nil {
			return nil, err
		}
	}
	return syntax(documents, valid), nil
}

// syntax makes an error of a no.
func syntax[T any](inputs []T, valid func(T) bool) run {
	return func(i int) error {
		if !valid(inputs[i]) {
			return errRefused
		}
		return nil
	}
}
