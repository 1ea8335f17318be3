// Command mutate changes one thing at a time in the Go files of a package and runs tests, which must fail: what no test notices
// is a mutant that survives. Files are not touched; go test reads the mutant through -overlay.
//
//	go -C tools run ./mutate -root .. -package rule -test './rule ./schema' -every 5
//
// Survivors are printed as file:line:col with what was changed. Most are found by a missing test, some change nothing that
// can be observed.
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// mutant is one change of a file: the bytes from start to end become text.
type mutant struct {
	file       string
	start, end int
	text       string
	at         token.Position
}

// swapped are operators, each with what it becomes.
var swapped = map[token.Token]token.Token{
	token.LSS: token.LEQ, token.LEQ: token.LSS, token.GTR: token.GEQ, token.GEQ: token.GTR, token.EQL: token.NEQ, token.NEQ: token.EQL,
	token.LAND: token.LOR, token.LOR: token.LAND, token.ADD: token.SUB, token.SUB: token.ADD, token.AND: token.OR, token.OR: token.AND,
	token.SHL: token.SHR, token.SHR: token.SHL,
}

func main() {
	root := flag.String("root", ".", "the `folder` of the module")
	pkg := flag.String("package", "rule", "the `package` whose files are changed, as seen from the module")
	tests := flag.String("test", "./...", "the `packages` that are tested")
	run := flag.String("run", "", "the `tests` that are run; all where it is empty")
	every := flag.Int("every", 1, "of so many mutants one is tried")
	only := flag.String("file", "", "the only `file` that is changed")
	flag.Parse()
	list, err := mutants(filepath.Join(*root, *pkg), *only)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	killed, survived := 0, 0
	for i := 0; i < len(list); i += *every {
		m := list[i]
		ok, err := m.killed(*root, strings.Fields(*tests), *run)
		switch {
		case err != nil:
			fmt.Fprintln(os.Stderr, m, err)
		case ok:
			killed++
		default:
			survived++
			fmt.Printf("%s\n", m)
		}
	}
	fmt.Printf("%d mutants of %s: %d killed, %d survived\n", killed+survived, *pkg, killed, survived)
}

func (m mutant) String() string {
	text, err := os.ReadFile(m.file)
	if err != nil {
		return err.Error()
	}
	return fmt.Sprintf("%s:%d:%d: %q became %q", filepath.Base(m.file), m.at.Line, m.at.Column, text[m.start:m.end], m.text)
}

// mutants are all changes of the files of a folder, tests aside.
func mutants(dir, only string) ([]mutant, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		return nil, err
	}
	var list []mutant
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") || only != "" && filepath.Base(file) != only {
			continue
		}
		set := token.NewFileSet()
		parsed, err := parser.ParseFile(set, file, nil, 0)
		if err != nil {
			return nil, err
		}
		ast.Inspect(parsed, func(n ast.Node) bool {
			add := func(pos token.Pos, length int, text string) {
				at := set.Position(pos)
				list = append(list, mutant{file, at.Offset, at.Offset + length, text, at})
			}
			switch n := n.(type) {
			case *ast.BinaryExpr:
				if to, is := swapped[n.Op]; is {
					add(n.OpPos, len(n.Op.String()), to.String())
				}
			case *ast.UnaryExpr:
				if n.Op == token.NOT {
					add(n.OpPos, 1, "")
				}
			case *ast.Ident:
				if n.Name == "true" || n.Name == "false" {
					add(n.Pos(), len(n.Name), map[string]string{"true": "false", "false": "true"}[n.Name])
				}
			case *ast.BasicLit:
				if n.Kind == token.INT {
					add(n.Pos(), len(n.Value), "("+n.Value+"+1)")
				}
			case *ast.BranchStmt:
				if n.Label == nil && n.Tok == token.CONTINUE {
					add(n.Pos(), len("continue"), "break")
				}
			case *ast.GenDecl:
				return n.Tok != token.CONST // bounds are tested by what they do, not by their number
			}
			return true
		})
	}
	return list, nil
}

// killed reports whether tests fail on the mutant. One that does not compile, or does not end, is killed.
func (m mutant) killed(root string, packages []string, run string) (bool, error) {
	text, err := os.ReadFile(m.file)
	if err != nil {
		return false, err
	}
	dir, err := os.MkdirTemp("", "mutate")
	if err != nil {
		return false, err
	}
	defer os.RemoveAll(dir)
	file, err := filepath.Abs(m.file)
	if err != nil {
		return false, err
	}
	changed, overlay := filepath.Join(dir, "mutant.go"), filepath.Join(dir, "overlay.json")
	names, err := json.Marshal(map[string]map[string]string{"Replace": {file: changed}})
	if err != nil {
		return false, err
	}
	mutated := bytes.Join([][]byte{text[:m.start], []byte(m.text), text[m.end:]}, nil)
	for name, text := range map[string][]byte{changed: mutated, overlay: names} {
		if err := os.WriteFile(name, text, 0o644); err != nil {
			return false, err
		}
	}
	// One package after the other: the first mostly tells, and is the quickest.
	for _, tested := range packages {
		ctx, cancel := context.WithTimeout(context.Background(), 3*time.Minute)
		cmd := exec.CommandContext(ctx, "go", "test", "-vet=off", "-failfast", "-timeout", "60s", "-overlay", overlay, "-run", run, tested)
		cmd.Dir = root
		err := cmd.Run()
		cancel()
		if err != nil {
			return true, nil
		}
	}
	return false, nil
}
