package main

import (
	"errors"
	"fmt"
	"go/parser"
	"go/token"
	"slices"
	"strings"

	"github.com/assaykit/assay/generator"
)

// typesOf are the types that people wrote in a package themselves, and that a schema can ask for by name.
func typesOf(beside []neighbour) []string {
	var names []string
	for _, n := range beside {
		for _, d := range n.declared {
			if d.kind == "type" && !n.test && !d.generic {
				names = append(names, d.name)
			}
		}
	}
	return names
}

// clashes is the error for names that people gave to something in a package that generated code has, too: the two would not build
// together.
func clashes(beside []neighbour, out *generator.Output) error {
	generated := map[string]declaration{}
	for _, f := range out.Files {
		files := token.NewFileSet()
		file, err := parser.ParseFile(files, f.Name, f.Text, parser.SkipObjectResolution)
		if err != nil {
			return fmt.Errorf("%s: the generated Go does not parse, which is a defect of assay: %w", f.Name, err)
		}
		for _, d := range declarations(files, file) {
			// What is imported counts for what is declared elsewhere alone.
			if other, known := generated[d.name]; !known || other.kind == "import" {
				generated[d.name] = d
			}
		}
	}
	var list []error
	for _, n := range beside {
		for _, d := range n.declared {
			other, both := generated[d.name]
			if both && !n.external && d.kind != "field" && (d.kind != "import" || other.kind != "import") {
				list = append(list, clash(d, other, out.Types))
			}
		}
	}
	return errors.Join(list...)
}

// clash says what to do about a name that two have.
func clash(mine, other declaration, types []generator.Type) error {
	found := fmt.Sprintf("%s: found the %s %s, which %s", mine.at, mine.kind, mine.name, generatedAs(mine, other))
	name, _, _ := strings.Cut(mine.name, ".")
	at := slices.IndexFunc(types, func(t generator.Type) bool { return t.Name == name })
	switch {
	case at < 0:
		return fmt.Errorf("%s, too, wanted another name", found)
	case name != mine.name:
		return fmt.Errorf("%s for %s, too, wanted another name", found, types[at].At())
	case types[at].Root:
		return fmt.Errorf("%s for %s, too, wanted another name for one of them: --type and x-go-name give one", found, types[at].At())
	case mine.kind != "type" || mine.generic:
		return fmt.Errorf("%s for %s, too, wanted another name for one of them: x-go-name gives one", found, types[at].At())
	}
	return fmt.Errorf("%s for %s, too, wanted \"x-go-name\" there with another name, or \"x-go-type\": %q to use yours", found, types[at].At(), name)
}

// generatedAs says what a name stands for in generated code.
func generatedAs(mine, other declaration) string {
	switch other.kind {
	case mine.kind:
		return "is generated"
	case "import":
		return "is an import of generated code"
	}
	return "is a generated " + other.kind
}
