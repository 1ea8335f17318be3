package generator_test

import (
	"testing"

	"github.com/assaykit/assay/generator"
)

// TestDeclared wants a type that people wrote in the package to stand where the schema asks for it, wherever that is, and the two to build
// together.
func TestDeclared(t *testing.T) {
	module := newScratch(t)
	s := compiled(t, "file:///s.json", `{"type": "object", "required": ["total"], "properties": {
		"total": {"$ref": "#/$defs/money"}, "fee": {"$ref": "#/$defs/money"}, "parts": {"type": "array", "items": {"$ref": "#/$defs/money"}},
		"by": {"type": "object", "additionalProperties": {"$ref": "#/$defs/money"}}, "either": {"anyOf": [{"$ref": "#/$defs/money"}, {"type": "boolean"}]}},
		"$defs": {"money": {"type": "string", "pattern": "^[0-9]+ [A-Z]{3}$", "x-go-type": "Money"}}}`)
	out, err := generator.Generate(s, generator.Options{Package: "declared", Type: "Root", Declared: []string{"Money"}})
	if err != nil {
		t.Fatal(err)
	}
	module.add(t, "declared", "Root", out.Files)
	module.write(t, "declared/money.go", []byte(`package declared

import "fmt"

type Money struct {
	Amount   int
	Currency string
}

func (m Money) MarshalText() ([]byte, error) { return fmt.Appendf(nil, "%d %s", m.Amount, m.Currency), nil }

func (m *Money) UnmarshalText(text []byte) error {
	_, err := fmt.Sscanf(string(text), "%d %s", &m.Amount, &m.Currency)
	return err
}
`))
	module.write(t, "declared/money_test.go", []byte(`package declared

import (
	"encoding/json"
	"testing"
)

func Test(t *testing.T) {
	const text = `+"`"+`{"total":"12 EUR","fee":"1 EUR","parts":["3 USD"],"by":{"a":"4 CHF"},"either":"5 GBP"}`+"`"+`
	var v Root
	if err := json.Unmarshal([]byte(text), &v); err != nil {
		t.Fatal(err)
	}
	if v.Total != (Money{12, "EUR"}) {
		t.Errorf("found %v", v.Total)
	}
	if written, err := json.Marshal(v); err != nil || string(written) != text {
		t.Errorf("found %s (%v), wanted %s", written, err, text)
	}
	if (Root{Total: Money{1, "euro"}}).Validate() == nil {
		t.Error("what the schema refuses is valid")
	}
}
`))
	if out, stderr, err := module.command(nil, "go", "test", "-mod=mod", "./declared"); err != nil {
		t.Errorf("%v\n%s%s", err, out, stderr)
	}
}
