package generator_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/field"
	"github.com/assaykit/assay/schema"
)

// v5Differs are the places where v5's verdict may be another one, by the keyword location of the only faults that either
// side finds, with the reason.
var v5Differs = map[string]string{
	"/properties/created_at/format": "v5 reads date-times with time.Parse, which takes a comma before the fraction and offsets beyond RFC 3339, and " +
		"its own rule for leap seconds looks at the minute only",
	"/properties/auth_link_url/format": "v5 reads URIs with net/url, which takes characters that RFC 3986 does not, and refuses ports and " +
		"percent signs that it does",
}

// FuzzModel holds both engines and v5 together on any text.
func FuzzModel(f *testing.F) {
	for _, p := range payloads(f) {
		f.Add(p.text)
	}
	interpreter, v5 := modelInterpreter(f), modelV5(f)
	f.Fuzz(func(t *testing.T, text []byte) {
		wanted, got := interpreter.Validate(text), validate(text)
		sameError(t, wanted, got)
		var v session
		err := v.UnmarshalJSON(text)
		var fit *field.FitError
		switch {
		case errors.As(err, &fit):
			if got != nil {
				t.Errorf("decoding says %v of a text that is not valid: %v", err, got)
			}
		case err != nil:
			sameError(t, wanted, err)
		case got != nil:
			t.Errorf("decoding succeeds, but ValidateT says %v", got)
		default:
			roundTrip(t, &v, text)
		}
		compareV5(t, interpreter, v5, text)
	})
}

// modelV5 is the model's schema compiled by v5, formats asserted.
func modelV5(t testing.TB) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	c.AssertFormat = true
	s, err := c.Compile(modelSchema)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// compareV5 wants v5's verdict to be ours, where both readers of JSON take the text, or the difference to be a known one.
func compareV5(t *testing.T, ours *schema.Schema, v5 *jsonschema.Schema, text []byte) {
	t.Helper()
	d, err := document.Parse(text)
	if err != nil || !json.Valid(text) {
		return
	}
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	var value any
	if err := decoder.Decode(&value); err != nil {
		return
	}
	mine, other := ours.Explain(d), v5.Validate(value)
	if (mine == nil) == (other == nil) {
		return
	}
	var places []string
	if mine != nil {
		for _, v := range mine.Violations {
			places = append(places, v.KeywordLocation)
		}
	}
	var invalid *jsonschema.ValidationError
	if errors.As(other, &invalid) {
		places = leaves(places, invalid)
	}
	for _, place := range places {
		if v5Differs[place] == "" {
			t.Errorf("%s: the interpreter says %v, v5 %v", text, mine, other)
			return
		}
	}
}

// leaves adds the keyword locations of the faults that v5 gives no further cause of.
func leaves(places []string, e *jsonschema.ValidationError) []string {
	if len(e.Causes) == 0 {
		return append(places, strings.ReplaceAll(e.KeywordLocation, "%2F", "/"))
	}
	for _, cause := range e.Causes {
		places = leaves(places, cause)
	}
	return places
}
