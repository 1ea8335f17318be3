package generator_test

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/generator"
	"github.com/assaykit/assay/schema"
)

// hostilePieces are what texts of a hostile schema are made of: whatever ends a comment or a literal, and what means something there.
var hostilePieces = []string{
	"*/", "/*", "//", "\n", "\r", "\u2028", "\x00", "`", "\"", "'", "\\", "${x}", "\n//go:embed /etc/passwd", "//go:linkname a b", "\n//line x.go:1", "\n// +build ignore\n\n", "+build ignore",
	"go:build ignore", "//export F", "#cgo LDFLAGS: -lx", "\nfunc init() { panic(1) }\n", "import \"os/exec\"", "package main", "}\n", "{", ")", "(", ";", "`+exec()+`", "\"+exec()+\"",
	"%s%d%!", "\u202e", "é", "日本", "😀", "init", "main", "_", "func", "nil", "true", "os.Exit(1)", "unsafe.Pointer", "Deprecated: x", "BUG(a): b", "x", " ", "\t", "-", ".", "0", "json:\"a\"", ",omitempty",
}

// hostileText is some of the pieces.
func hostileText(r *rand.Rand) string {
	var b strings.Builder
	for range 1 + r.IntN(4) {
		b.WriteString(hostilePieces[r.IntN(len(hostilePieces))])
	}
	return b.String()
}

// hostileSchema has hostile texts wherever a schema may have a text of its own.
func hostileSchema(r *rand.Rand, depth int) any {
	text := func() string { return hostileText(r) }
	s := map[string]any{
		"title": text(), "description": text(), "$comment": text(), "default": text(), "examples": []any{text(), map[string]any{text(): text()}},
		text(): text(), "format": text(), "deprecated": r.IntN(2) == 0,
	}
	for _, extra := range []string{"x-go-name", "x-go-type", "errorMessage", "x-message"} {
		if r.IntN(100) == 0 { // most such texts are refused, and the schema with them
			s[extra] = text()
		}
	}
	if r.IntN(100) == 0 {
		s["x-go-tags"] = map[string]any{text(): text()}
	}
	switch r.IntN(7) {
	case 0:
		s["enum"] = []any{text(), text(), text(), text(), text(), 1, nil, map[string]any{text(): text()}}
	case 1:
		s["const"] = text()
	case 2:
		s["type"], s["pattern"] = "string", regexp.QuoteMeta(strings.ToValidUTF8(text(), "?"))
	case 3:
		if depth > 0 {
			s["type"] = "object"
			s["properties"] = map[string]any{text(): hostileSchema(r, depth-1), text(): hostileSchema(r, depth-1)}
			s["required"] = []any{text()}
			s["patternProperties"] = map[string]any{regexp.QuoteMeta(text()): hostileSchema(r, depth-1)}
			s["dependentRequired"] = map[string]any{text(): []any{text()}}
		}
	case 4:
		if depth > 0 {
			tag := text()
			branch := func() any {
				return map[string]any{"title": text(), "properties": map[string]any{tag: map[string]any{"const": text()}, text(): hostileSchema(r, depth-1)}, "required": []any{tag}}
			}
			s["oneOf"] = []any{branch(), branch()}
		}
	case 5:
		if depth > 0 {
			s["items"] = hostileSchema(r, depth-1)
		}
	}
	return s
}

// allowedImports are the packages that generated code may have.
var allowedImports = regexp.MustCompile(`^(encoding/json|encoding/json/jsontext|encoding/json/v2|errors|fmt|io|iter|maps|math|math/big|net/netip|net/url|regexp|slices|strconv|strings|sync|testing|time|bytes|cmp|github.com/assaykit/assay/(document|field|rule|schema))$`)

// everything is all that can be written beside the types.
var everything = []generator.Extra{
	generator.CodecExtra, generator.ValidatorExtra, generator.ConstructorsExtra, generator.EqualExtra, generator.StringExtra, generator.TestsExtra, generator.V2Extra,
}

// TestHostileSchemas wants nothing in a schema to become Go but types, fields, comments and literals.
func TestHostileSchemas(t *testing.T) {
	rounds, written := 400, 0
	if testing.Short() {
		rounds = 50
	}
	for seed := range uint64(rounds) {
		r := rand.New(rand.NewPCG(seed, 1))
		text, err := json.Marshal(map[string]any{"$defs": map[string]any{hostileText(r): hostileSchema(r, 2), hostileText(r): hostileSchema(r, 2)}, "allOf": []any{hostileSchema(r, 2)},
			"properties": map[string]any{hostileText(r): hostileSchema(r, 3), hostileText(r): hostileSchema(r, 2)}, "title": hostileText(r), "description": hostileText(r)})
		if err != nil {
			t.Fatal(err)
		}
		d, err := document.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		uri := schema.FileURI("/" + strings.NewReplacer("/", "_", "#", "_", "?", "_").Replace(hostileText(r)) + ".json")
		s, err := schema.Compile(&schema.Source{URI: uri, Name: "hostile.json", Document: d}, "", schema.Options{})
		if err != nil {
			continue // such as a pattern that is none
		}
		out, err := generator.Generate(s, generator.Options{Package: "hostile", Type: "Root", Style: generator.Style{Emit: everything}})
		if err != nil {
			continue // such as an x-go-type that is none
		}
		written++
		for _, f := range out.Files {
			if fault := hostileGo(f.Name, f.Text); fault != "" {
				t.Fatalf("seed %d: %s: %s\nof %s\n%s", seed, f.Name, fault, text, f.Text)
			}
		}
	}
	if written < rounds/4 {
		t.Errorf("found Go for %d of %d schemas, wanted more, or nothing is tested", written, rounds)
	}
}

// hostileGo says what is in a generated file that only a schema can have put there.
func hostileGo(name string, text []byte) string {
	if strings.ContainsAny(name, "/\\\x00") || !strings.HasSuffix(name, ".go") {
		return fmt.Sprintf("found the file name %q", name)
	}
	f, err := parser.ParseFile(token.NewFileSet(), name, text, parser.ParseComments)
	if err != nil {
		return err.Error()
	}
	for _, i := range f.Imports {
		if path := strings.Trim(i.Path.Value, `"`); !allowedImports.MatchString(path) {
			return "found an import of " + path
		}
	}
	for _, group := range f.Comments {
		for _, c := range group.List {
			if c.Text != "//" && c.Text != "//go:build goexperiment.jsonv2" && !strings.HasPrefix(c.Text, "// ") && !strings.HasPrefix(c.Text, "//\t") {
				return fmt.Sprintf("found the comment %q, which may mean something", c.Text)
			}
			if c.Pos() < f.Package && strings.HasPrefix(strings.TrimLeft(c.Text, "/ \t"), "+build") {
				return fmt.Sprintf("found the build constraint %q", c.Text)
			}
		}
	}
	fault := ""
	for _, decl := range f.Decls {
		if fn, is := decl.(*ast.FuncDecl); is && fn.Recv == nil && (fn.Name.Name == "init" || fn.Name.Name == "main") {
			fault = "found the function " + fn.Name.Name
		}
	}
	ast.Inspect(f, func(n ast.Node) bool {
		if call, is := n.(*ast.CallExpr); is {
			if id, is := call.Fun.(*ast.Ident); is && (id.Name == "panic" || id.Name == "exec") {
				fault = "found a call of " + id.Name
			}
		}
		return true
	})
	return fault
}
