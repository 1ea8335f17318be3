package generator_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/assaykit/assay/generator"
	"github.com/assaykit/assay/schema"
	"github.com/assaykit/assay/schema/suite"
)

// TestSuite runs the official suite through generated code: a package for each group, all of a draft in one module.
func TestSuite(t *testing.T) {
	if testing.Short() {
		t.Skip("compiling a package for each group of the suite takes minutes")
	}
	s, e := suite.Open(t), suite.ReadExpectations(t, "suite.expected")
	for _, d := range suite.Drafts {
		t.Run(d.Folder, func(t *testing.T) {
			generated(t, s, e, d.Draft)
			if s.Whole { // the older copies do not have all that is listed
				e.Unmet(t, d.Folder+" ")
			}
		})
	}
}

// generated generates all groups of a draft, and compares what they do with what the suite says.
func generated(t *testing.T, s *suite.Suite, e *suite.Expectations, d schema.Draft) {
	start := time.Now()
	module := newScratch(t)
	groups, documents := map[string]suite.Group{}, map[string][]string{}
	for n, g := range s.Groups {
		if g.Draft != d {
			continue
		}
		pkg := fmt.Sprintf("group%d", n)
		files, err := generate(s, g, pkg)
		if err != nil {
			if !s.Excused(t, g, err) {
				e.Check(t, g.Name, "refused: "+err.Error())
			}
			continue
		}
		e.Check(t, g.Name, "")
		module.add(t, pkg, "Root", files)
		groups[pkg] = g
		for _, c := range g.Tests {
			documents[pkg] = append(documents[pkg], string(c.Data))
		}
	}
	if len(groups) == 0 {
		t.Skipf("the suite that was found has nothing of draft %s", d)
	}
	generated := time.Since(start)
	module.compile(t)
	outcomes := module.run(t, documents)
	for _, pkg := range sorted(module.packages) {
		for i, c := range groups[pkg].Tests {
			e.Check(t, groups[pkg].Name+" · "+c.Description, outcomes[pkg][i].fault(c))
		}
	}
	t.Logf("draft %s: %d groups generated in %v, compiled and run in %v", d, len(groups), generated, time.Since(start)-generated)
}

// generate makes the package of a group.
func generate(s *suite.Suite, g suite.Group, pkg string) ([]generator.File, error) {
	compiled, err := s.Compile(g)
	if err != nil {
		return nil, err
	}
	out, err := generator.Generate(compiled, generator.Options{Package: pkg, Type: "Root"})
	if err != nil {
		return nil, err
	}
	return out.Files, nil
}

// fault is what is wrong with what generated code made of an instance. Numbers that do not fit their Go type are no
// fault: decoding must say so and does.
func (o outcome) fault(c suite.Case) string {
	text := string(c.Data)
	switch {
	case o.Panic != "":
		return "the generated code panics: " + o.Panic
	case (o.Validate == "") != c.Valid:
		return fmt.Sprintf("found the verdict %t, wanted %t (%s)", o.Validate == "", c.Valid, o.Validate)
	case !c.Valid && (o.Unmarshal != o.Validate || o.Kind != "*rule.Error *rule.Error"):
		return fmt.Sprintf("ValidateRoot says %q, UnmarshalJSON %q (%s)", o.Validate, o.Unmarshal, o.Kind)
	case strings.Contains(o.Validate, "defect of assay"):
		return "the interpreter cannot explain: " + o.Validate
	case o.Changed:
		return "UnmarshalJSON failed and changed the value"
	case !c.Valid || o.Unfit:
		return ""
	case o.Unmarshal+o.Marshal+o.Again+o.Standard != "":
		return fmt.Sprintf("UnmarshalJSON says %q, MarshalJSON %q, Validate %q, encoding/json differs by %q", o.Unmarshal, o.Marshal, o.Again, o.Standard)
	case !sameValue(text, o.JSON):
		return fmt.Sprintf("decoding and encoding make %s of %s", o.JSON, text)
	}
	return ""
}
