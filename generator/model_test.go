package generator_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/field"
	"github.com/assaykit/assay/generated/connectsession"
	"github.com/assaykit/assay/rule"
	"github.com/assaykit/assay/schema"
)

// session is the root type of the model, validate its function.
type session = connectsession.ConnectSessionTokenAuthLink

var validate = connectsession.ValidateConnectSessionTokenAuthLink

// modelInterpreter compiles the model's schema for the interpreter.
func modelInterpreter(t testing.TB) *schema.Schema {
	t.Helper()
	src, err := schema.Files{}.Open(modelSchema)
	if err != nil {
		t.Fatal(err)
	}
	s, err := schema.Compile(src, "", schema.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// payload is a text with the verdict that its folder says.
type payload struct {
	name  string
	text  []byte
	valid bool
}

// payloads are the JSON files of testdata/payloads and the lines of batch.ndjson.
func payloads(t testing.TB) []payload {
	t.Helper()
	var list []payload
	for _, folder := range []string{"valid", "invalid"} {
		paths, err := filepath.Glob("../testdata/payloads/" + folder + "/*.json")
		if err != nil || len(paths) == 0 {
			t.Fatalf("found no %s payloads (%v)", folder, err)
		}
		for _, path := range paths {
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			list = append(list, payload{folder + "/" + filepath.Base(path), text, folder == "valid"})
		}
	}
	return append(list, batch(t)...)
}

// batch are the lines of batch.ndjson; its README says which are invalid.
func batch(t testing.TB) []payload {
	t.Helper()
	text, err := os.ReadFile("../testdata/payloads/batch.ndjson")
	if err != nil {
		t.Fatal(err)
	}
	invalid := map[int]bool{3: true, 6: true, 9: true}
	var list []payload
	for i, line := range bytes.Split(bytes.TrimSpace(text), []byte("\n")) {
		list = append(list, payload{fmt.Sprintf("batch.ndjson/line %d", i+1), line, !invalid[i+1]})
	}
	if len(list) != 10 {
		t.Fatalf("batch.ndjson has %d lines, wanted 10", len(list))
	}
	return list
}

// unfit are the valid payloads that hold a number beyond the Go type of its field.
var unfit = map[string]bool{"valid/id_beyond_float64_range.json": true, "valid/id_beyond_float64_precision.json": true}

// TestModel gives every payload to both engines.
func TestModel(t *testing.T) {
	interpreter := modelInterpreter(t)
	for _, p := range payloads(t) {
		t.Run(p.name, func(t *testing.T) {
			wanted, got := interpreter.Validate(p.text), validate(p.text)
			if (wanted == nil) != p.valid {
				t.Fatalf("the interpreter says %v, wanted valid: %t", wanted, p.valid)
			}
			sameError(t, wanted, got)
			var v session
			err := v.UnmarshalJSON(p.text)
			if !unfit[p.name] {
				sameError(t, wanted, err)
			}
			switch {
			case unfit[p.name]:
				var fit *field.FitError
				if !errors.As(err, &fit) || fit.InstanceLocation != "/id" {
					t.Errorf("UnmarshalJSON returns %v, wanted a *field.FitError at /id", err)
				}
			case p.valid && err == nil:
				roundTrip(t, &v, p.text)
			}
		})
	}
}

// sameError wants two errors to say the same, and to be a *rule.Error where they are any. The generated code calls the
// schema by a URI without a folder, so absolute locations are compared without theirs.
func sameError(t *testing.T, wanted, got error) {
	t.Helper()
	if wanted == nil || got == nil {
		if wanted != got {
			t.Errorf("the generated code says %v, the interpreter %v", got, wanted)
		}
		return
	}
	var a, b *rule.Error
	if !errors.As(wanted, &a) || !errors.As(got, &b) {
		t.Fatalf("found errors of the types %T and %T, wanted *rule.Error", wanted, got)
	}
	if diff := cmp.Diff(anywhere(a.Violations), anywhere(b.Violations)); diff != "" {
		t.Errorf("the violations differ (-interpreter +generated):\n%s", diff)
	}
	if a.Error() != b.Error() {
		t.Errorf("the generated code says\n%v\nthe interpreter\n%v", b, a)
	}
}

// anywhere is the violations with no folder in their absolute locations.
func anywhere(list []rule.Violation) []rule.Violation {
	var out []rule.Violation
	for _, v := range list {
		v.AbsoluteKeywordLocation = v.AbsoluteKeywordLocation[strings.LastIndex(v.AbsoluteKeywordLocation, "/connect_session_")+1:]
		v.Causes = anywhere(v.Causes)
		out = append(out, v)
	}
	return out
}

// roundTrip wants what is written to equal what was read.
func roundTrip(t *testing.T, v *session, text []byte) {
	t.Helper()
	written, err := v.MarshalJSON()
	if err != nil {
		t.Fatalf("MarshalJSON: %v", err)
	}
	if !sameValue(string(text), string(written)) {
		t.Errorf("decoding and encoding make\n%s\nof\n%s", written, text)
	}
	if err := v.Validate(); err != nil {
		t.Errorf("Validate of a value that was valid: %v", err)
	}
	standard, err := json.Marshal(v)
	if err != nil || !sameValue(string(text), string(standard)) {
		t.Errorf("encoding/json writes %s (%v)\nof\n%s", standard, err, text)
	}
}

const minimal = `"auth_link_url": "https://x.example/", "created_at": "2026-11-01T09:30:00Z", "id": 1, "organization_id": 2,
	"origin_owner_id": "a", "origin_owner_name": "b", "project_id": "c", "token": "d"`

// TestModelStates wants absent, null and empty to stay apart.
func TestModelStates(t *testing.T) {
	for _, state := range []struct{ name, member string }{
		{"absent", ""}, {"null", `, "label": null, "categories": null`}, {"empty", `, "label": "", "categories": []`},
		{"given", `, "label": "x", "categories": ["hrisLegacy", "hris-legacy"]`},
	} {
		t.Run(state.name, func(t *testing.T) {
			text := "{" + minimal + state.member + "}"
			var v session
			if err := json.Unmarshal([]byte(text), &v); err != nil {
				t.Fatal(err)
			}
			label, ok := v.Label.Get()
			if v.Label.IsZero() != (state.name == "absent") || v.Label.IsNull() != (state.name == "null") ||
				ok != (state.name == "empty" || state.name == "given") || (label == "x") != (state.name == "given") {
				t.Errorf("label is absent: %t, null: %t, %q (%t)", v.Label.IsZero(), v.Label.IsNull(), label, ok)
			}
			list, ok := v.Categories.Get()
			if v.Categories.IsZero() != (state.name == "absent") || v.Categories.IsNull() != (state.name == "null") ||
				ok && list == nil || (len(list) == 2) != (state.name == "given") {
				t.Errorf("categories is absent: %t, null: %t, %q (%t)", v.Categories.IsZero(), v.Categories.IsNull(), list, ok)
			}
			roundTrip(t, &v, []byte(text))
		})
	}
}

// TestModelUnknownMembers wants members that the schema does not name to be kept, values and all.
func TestModelUnknownMembers(t *testing.T) {
	text := "{" + minimal + `, "later": {"n": 1e400, "list": [null, "\u0000"]}, "": 1.10, "Token": "other"}`
	var v session
	if err := v.UnmarshalJSON([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if n := len(v.AdditionalProperties); n != 3 || string(v.AdditionalProperties[""]) != "1.10" {
		t.Errorf("found %d unknown members, %q; wanted 3 as they were written", n, v.AdditionalProperties)
	}
	roundTrip(t, &v, []byte(text))
}

// TestModelFailedDecoding wants a value to stay as it was where decoding fails.
func TestModelFailedDecoding(t *testing.T) {
	var v session
	if err := v.UnmarshalJSON([]byte("{" + minimal + "}")); err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{"{", "{}", "{" + minimal + `, "label": 1}`, "{" + strings.Replace(minimal, `"id": 1`, `"id": 1e400`, 1) + "}"} {
		if err := v.UnmarshalJSON([]byte(text)); err == nil {
			t.Errorf("%s: found no error, wanted one", text)
		}
		roundTrip(t, &v, []byte("{"+minimal+"}"))
	}
}

// TestModelValidate wants Validate to judge the value in hand.
func TestModelValidate(t *testing.T) {
	var v session
	err := v.Validate()
	var all *rule.Error
	if !errors.As(err, &all) {
		t.Fatalf("Validate of the zero value returns %v, wanted a *rule.Error", err)
	}
	found := map[string]bool{}
	for _, violation := range all.Violations {
		found[violation.InstanceLocation] = true
	}
	if !found["/auth_link_url"] || strings.Contains(err.Error(), "defect") {
		t.Errorf("Validate of the zero value says\n%v\nwanted the link that is no URI", err)
	}
}

// TestModelAllocations wants ValidateT to allocate nothing for valid payloads.
func TestModelAllocations(t *testing.T) {
	if raceEnabled {
		t.Skip("the race detector drops pooled memory, so allocations cannot be counted")
	}
	for _, p := range payloads(t) {
		if !p.valid {
			continue
		}
		n := testing.AllocsPerRun(100, func() {
			if err := validate(p.text); err != nil {
				t.Fatal(err)
			}
		})
		if n != 0 {
			t.Errorf("%s: found %v allocations a run, wanted 0", p.name, n)
		}
	}
}

// TestModelShared gives all payloads to both engines from many goroutines at once.
func TestModelShared(t *testing.T) {
	interpreter, list := modelInterpreter(t), payloads(t)
	reports := map[string]string{}
	for _, p := range list {
		if err := interpreter.Validate(p.text); err != nil {
			reports[p.name] = err.Error()
		}
	}
	var wait sync.WaitGroup
	for n := range 16 {
		wait.Go(func() {
			for i := range list {
				p := list[(i*7+n)%len(list)]
				for _, err := range []error{interpreter.Validate(p.text), validate(p.text)} {
					if got := errorText(err); got != reports[p.name] {
						t.Errorf("%s: found %q, wanted %q", p.name, got, reports[p.name])
					}
				}
				var v session
				if err := v.UnmarshalJSON(p.text); err == nil {
					if written, err := v.MarshalJSON(); err != nil || !document.Equal(parsed(t, p.text), parsed(t, written)) {
						t.Errorf("%s: decoding and encoding make %s (%v)", p.name, written, err)
					}
				}
			}
		})
	}
	wait.Wait()
}

func errorText(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

// parsed is the value of a JSON text.
func parsed(t testing.TB, text []byte) document.Value {
	d, err := document.Parse(text)
	if err != nil {
		t.Errorf("%s: %v", text, err)
		d, _ = document.Parse([]byte("null"))
	}
	return d.Root()
}
