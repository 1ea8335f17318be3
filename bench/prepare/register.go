package main

import (
	"bytes"
	"go/format"
	"os"
	"path/filepath"
	"text/template"

	"github.com/assaykit/assay/bench/corpus"
)

// register writes the test file that hands all generated code to package contest.
func register(work string, cases []corpus.Case) error {
	var b bytes.Buffer
	if err := registry.Execute(&b, cases); err != nil {
		return err
	}
	text, err := format.Source(b.Bytes())
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(work, "contest_test.go"), text, 0o666)
}

var registry = template.Must(template.New("").Parse(`package work

import (
	"testing"

	"github.com/assaykit/assay/bench/contest"
{{- range $i, $c := .}}
	generated{{$i}} "github.com/assaykit/assay/bench/_work/{{$c.Name}}/generated"
{{- end}}
)

var entries = []contest.Entry{
{{- range $i, $c := .}}
	{Name: {{printf "%q" $c.Name}}, Validate: generated{{$i}}.ValidateRoot, Valid: generated{{$i}}.Valid},
{{- end}}
}

func BenchmarkJudge(b *testing.B) { contest.Judge(b, ".", entries) }
`))
