package report

import (
	"errors"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
	"github.com/assaykit/assay/schema"
	"github.com/assaykit/assay/schema/judge"
	"github.com/assaykit/assay/schema/suite"
	"github.com/google/go-cmp/cmp"
)

const errorsHead = `# What can be wrong

Every violation has a code that stays the same from version to version: ` + "`code` in the JSON reports and in TAP, `ruleId` in SARIF,\n" +
	"`check_name` in GitLab's. What is wrong with a schema has one in brackets behind the message. Wrong usage has no code, but exit status 2.\n"

const errorsInstances = `
## Violations

Where a keyword of the schema is not satisfied, the code is the keyword. A schema may word the message itself; the code stays.

| code | what it demands | what to do | example |
| --- | --- | --- | --- |
`

const errorsSchemas = `
## Schemas

Problems make a schema unusable (exit status 3). Warnings do not, unless --strict is given.

| code | what was found | what to do | example |
| --- | --- | --- | --- |
`

// cells is a row of a table.
func cells(list ...string) string {
	for i, s := range list {
		list[i] = strings.ReplaceAll(s, "|", `\|`)
	}
	return "| " + strings.Join(list, " | ") + " |\n"
}

// errorsDocument is what docs/errors.md should be.
func errorsDocument() string {
	var b strings.Builder
	b.WriteString(errorsHead + errorsInstances)
	for _, r := range remedies {
		c := checkOf(fault{Violation: rule.Violation{Keyword: r.code}})
		for _, own := range ownChecks {
			if own.name == r.code {
				c = own
			}
		}
		name, example := "`"+r.code+"`", r.instance
		if c.uri != "" {
			name = "[" + name + "](" + c.uri + ")"
		}
		if r.schema != "" {
			example = "`" + r.schema + "` refuses "
			if r.instance == "" {
				example += "a file of no length"
			} else {
				example += "`" + r.instance + "`"
			}
		}
		b.WriteString(cells(`<a id="`+r.code+`"></a>`+name, c.summary, r.text, example))
	}
	b.WriteString(errorsSchemas)
	for _, m := range schema.Meanings() {
		kind, example := "Problem: ", ""
		if m.Warning {
			kind = "Warning: "
		}
		if m.Example != "" {
			example = "`" + m.Example + "`"
		}
		b.WriteString(cells(`<a id="`+string(m.Code)+`"></a>`+"`"+string(m.Code)+"`", kind+m.Summary, m.Remedy, example))
	}
	return b.String()
}

// TestErrorsDocument wants docs/errors.md to have all codes, as they are told here; -update writes it anew.
func TestErrorsDocument(t *testing.T) {
	const file = "../docs/errors.md"
	want := errorsDocument()
	if *update {
		if err := os.WriteFile(file, []byte(want), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Errorf("%s (-want +got); go test ./report -update writes it anew:\n%s", file, diff)
	}
	seen := map[string]bool{}
	for _, r := range remedies {
		if seen[r.code] || r.text == "" || !strings.HasSuffix(r.text, ".") {
			t.Errorf("%s: found it twice, or no sentence of what to do", r.code)
		}
		seen[r.code] = true
	}
	for _, c := range ownChecks {
		if !seen[c.name] || c.summary == "" {
			t.Errorf("%s: found nothing on what to do", c.name)
		}
	}
}

// codesOf are the codes of violations, and of their causes.
func codesOf(list []rule.Violation, add func(string)) {
	for _, v := range list {
		add(v.Code())
		codesOf(v.Causes, add)
	}
}

// asserting are options under which all that can assert something does.
var asserting = schema.Options{Content: schema.AssertContent}

// TestExamplesGiveTheirCodes wants the example of each code to be refused with that code.
func TestExamplesGiveTheirCodes(t *testing.T) {
	for _, r := range remedies {
		if r.schema == "" || r.instance == "" {
			continue
		}
		d, err := document.Parse([]byte(r.schema))
		if err != nil {
			t.Fatalf("%s: %v", r.code, err)
		}
		s, err := schema.Compile(&schema.Source{Name: "s.json", URI: "file:///s.json", Document: d}, "", asserting)
		if err != nil {
			t.Fatalf("%s: %v", r.code, err)
		}
		var invalid *rule.Error
		if d, err := document.Parse([]byte(r.instance)); err != nil {
			invalid = rule.SyntaxError(err)
		} else {
			invalid = s.Explain(d)
		}
		if invalid == nil || invalid.Violations[0].Code() != r.code {
			t.Errorf("%s: found %+v", r.code, invalid)
		}
	}
}

// TestSchemaExamplesGiveTheirCodes wants the same of what is wrong with schemas.
func TestSchemaExamplesGiveTheirCodes(t *testing.T) {
	for _, m := range schema.Meanings() {
		if m.Example == "" {
			continue
		}
		d, err := document.Parse([]byte(m.Example))
		if err != nil {
			t.Fatalf("%s: %v", m.Code, err)
		}
		src := &schema.Source{Name: "s.json", URI: "file:///s.json", Document: d}
		s, err := schema.Compile(src, "", schema.Options{Whole: true})
		var problems []schema.Problem
		switch e := err.(type) {
		case *schema.Error:
			problems = e.Problems
		case nil:
			problems = s.Warnings
		}
		if m.Code == schema.CodeMetaschema {
			problems = judge.CheckAt(src, d.Root(), schema.Draft2020)
		}
		if len(problems) == 0 || problems[0].Code != m.Code || m.Warning != (err == nil && m.Code != schema.CodeMetaschema) {
			t.Errorf("%s: found %+v and %v", m.Code, problems, err)
		}
	}
}

// constant is a code as it is declared.
var constant = regexp.MustCompile(`(?m)^\s+Code\w+\s+(?:Code )?= "([^"]+)"`)

// declared are the codes that a file declares.
func declared(t *testing.T, file string) []string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var codes []string
	for _, found := range constant.FindAllStringSubmatch(string(text), -1) {
		codes = append(codes, found[1])
	}
	slices.Sort(codes)
	return codes
}

// TestDeclaredCodesAreTold wants what is declared as a code to have a meaning, and nothing else to have one.
func TestDeclaredCodesAreTold(t *testing.T) {
	var told []string
	for _, m := range schema.Meanings() {
		told = append(told, string(m.Code))
	}
	slices.Sort(told)
	if diff := cmp.Diff(declared(t, "../schema/code.go"), told); diff != "" {
		t.Errorf("codes of schemas (-declared +told):\n%s", diff)
	}
	for _, code := range declared(t, "../rule/code.go") {
		if ownCheck(code).summary == ownCheck("").summary || remedyOf(code).text == "" {
			t.Errorf("%s: found no check of it, or nothing to do", code)
		}
	}
	if n := len(declared(t, "../rule/code.go")); n < 6 {
		t.Errorf("found %d codes in rule/code.go, wanted all", n)
	}
}

// TestCodesAreDocumented goes through the official suite and wants every code that is met to be among those told of.
func TestCodesAreDocumented(t *testing.T) {
	known, met := map[string]bool{}, map[string]bool{}
	for _, r := range remedies {
		known[r.code] = true
	}
	problems := map[schema.Code]bool{}
	for _, m := range schema.Meanings() {
		problems[m.Code] = true
	}
	all := suite.Open(t)
	for _, g := range all.Groups {
		s, err := all.Compile(g)
		if e, ok := errors.AsType[*schema.Error](err); ok {
			for _, p := range e.Problems {
				if !problems[p.Code] {
					t.Errorf("%s: found the code %q of %v, which is not told of", g.Name, p.Code, p)
				}
			}
		}
		if err != nil {
			continue
		}
		for _, w := range s.Warnings {
			if !problems[w.Code] {
				t.Errorf("%s: found the code %q of %v, which is not told of", g.Name, w.Code, w)
			}
		}
		for _, c := range g.Tests {
			d, err := document.Parse(c.Data)
			if err != nil {
				t.Fatal(err)
			}
			if invalid := s.Explain(d); invalid != nil {
				codesOf(invalid.Violations, func(code string) { met[code] = true })
			}
		}
	}
	for code := range met {
		if !known[code] {
			t.Errorf("found the code %q, which is not told of", code)
		}
	}
	if all.Whole && len(met) < 20 {
		t.Errorf("found %d codes in the suite, wanted more", len(met))
	}
}
