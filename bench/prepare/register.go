package main

import (
	"bytes"
	"go/format"
	"os"
	"text/template"

	"github.com/assaykit/assay/bench/corpus"
)

// prepared is a case with what was written for it.
type prepared struct {
	corpus.Case
	Path  string // the import path of its folder
	Plain bool   // there are plain types
}

// write writes a Go file about all cases.
func write(name string, t *template.Template, cases []prepared) error {
	var b bytes.Buffer
	if err := t.Execute(&b, cases); err != nil {
		return err
	}
	text, err := format.Source(b.Bytes())
	if err != nil {
		return err
	}
	return os.WriteFile(name, text, 0o666)
}

// registry is the test file that hands all generated code to package contest.
var registry = template.Must(template.New("").Parse(`package work

import (
	"testing"

	"github.com/assaykit/assay/bench/contest"
{{- range $i, $c := .}}
	generated{{$i}} "{{$c.Path}}/generated"
	{{- if .Plain}}
	plain{{$i}} "{{$c.Path}}/plain"
	{{- end}}
{{- end}}
)

var entries = []contest.Entry{
{{- range $i, $c := .}}
	{
		Name: {{printf "%q" $c.Name}},
		Validate: generated{{$i}}.ValidateRoot,
		Valid: generated{{$i}}.Valid,
		{{- if .Plain}}
		Codecs: contest.CodecsOf[generated{{$i}}.Root, plain{{$i}}.Root](),
		{{- end}}
	},
{{- end}}
}

func BenchmarkJudge(b *testing.B)  { contest.Judge(b, ".", entries) }
func BenchmarkDecode(b *testing.B) { contest.Decode(b, ".", entries) }
func BenchmarkEncode(b *testing.B) { contest.Encode(b, ".", entries) }
`))

// easyProgram writes easyjson's code beside the plain types. Half of it goes to the standard output, whatever is asked for.
var easyProgram = template.Must(template.New("").Parse(`package main

import (
	"go/format"
	"log"
	"os"

	"github.com/mailru/easyjson/gen"
{{- range $i, $c := .}}{{if .Plain}}
	plain{{$i}} "{{$c.Path}}/plain"
{{- end}}{{end}}
)

func main() {
{{- range $i, $c := .}}{{if .Plain}}
	write({{printf "%q" $c.Name}}, {{printf "%q" $c.Path}}, plain{{$i}}.Root{})
{{- end}}{{end}}
}

func write(name, path string, root any) {
	file := name + "/plain/easy.go"
	f, err := os.Create(file)
	if err != nil {
		log.Fatal(err)
	}
	os.Stdout = f
	g := gen.NewGenerator("easy.go")
	g.SetPkg("plain", path + "/plain")
	g.NoStdMarshalers()
	g.Add(root)
	if err := g.Run(f); err != nil {
		log.Fatal(name, ": ", err)
	}
	if err := f.Close(); err != nil {
		log.Fatal(err)
	}
	text, err := os.ReadFile(file)
	if err != nil {
		log.Fatal(err)
	}
	if text, err = format.Source(text); err != nil {
		log.Fatal(name, ": ", err)
	}
	if err := os.WriteFile(file, text, 0o666); err != nil {
		log.Fatal(err)
	}
}
`))
