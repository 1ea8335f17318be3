package infer_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/schema"
	"github.com/assaykit/assay/schema/infer"
)

// sampleOf is the sample of some texts.
func sampleOf(t testing.TB, texts ...string) *infer.Sample {
	t.Helper()
	s := &infer.Sample{}
	for _, text := range texts {
		d, err := document.Parse([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		s.Add(d.Root())
		d.Release()
	}
	return s
}

// accepts wants a schema to accept texts.
func accepts(t testing.TB, s *infer.Sample, o infer.Options, texts ...string) {
	t.Helper()
	text := s.Schema(o)
	compiled, err := schema.CompileText(string(text), schema.Options{Formats: schema.AssertFormats})
	if err != nil {
		t.Fatalf("%v\nof\n%s", err, text)
	}
	if len(compiled.Warnings) > 0 {
		t.Errorf("found the warning %v of\n%s", compiled.Warnings[0], text)
	}
	for _, instance := range texts {
		if err := compiled.Validate([]byte(instance)); err != nil {
			t.Fatalf("%s: %v\nby\n%s", instance, err, text)
		}
	}
}

func TestSchema(t *testing.T) {
	many := func(n int, text func(i int) string) []string {
		list := make([]string, n)
		for i := range list {
			list[i] = text(i)
		}
		return list
	}
	for _, c := range []struct {
		name  string
		texts []string
		o     infer.Options
		want  string
	}{
		{"nothing", nil, infer.Options{}, `{"$schema": "S"}`},
		{"types", []string{"1", "2.5", "null", "true", `"a"`, "[]"}, infer.Options{NoComments: true}, `{"$schema": "S", "type": ["array", "string", "number", "boolean", "null"]}`},
		{"integers, however written", []string{"1.0", "-3", "1e2"}, infer.Options{}, `{"$schema": "S", "type": "integer", "$comment": "-3 to 100"}`},
		{"members", []string{`{"id": 1, "name": "x"}`, `{"id": 2, "tags": ["a", "bc"]}`}, infer.Options{}, `{"$schema": "S", "type": "object", "properties": {
			"id": {"type": "integer", "$comment": "1 to 2"},
			"name": {"type": "string", "$comment": "1 character; in 1 of 2"},
			"tags": {"type": "array", "$comment": "2 items; in 1 of 2", "items": {"type": "string", "$comment": "1 to 2 characters"}}}, "required": ["id"]}`},
		{"closed", []string{`{"id": 1}`}, infer.Options{Closed: true, NoComments: true, ID: "https://e.com/s", Title: "T"},
			`{"$schema": "S", "$id": "https://e.com/s", "title": "T", "type": "object", "properties": {"id": {"type": "integer"}}, "required": ["id"], "additionalProperties": false}`},
		{"formats", []string{`{"at": "2026-01-02T03:04:05Z", "day": "2026-01-02", "id": "123e4567-e89b-12d3-a456-426614174000", "ip": "10.0.0.1", "v6": "2001:db8::1", "mail": "a@b.example", "url": "https://a.example/b"}`},
			infer.Options{NoComments: true}, `{"$schema": "S", "type": "object", "properties": {
			"at": {"type": "string", "format": "date-time"}, "day": {"type": "string", "format": "date"}, "id": {"type": "string", "format": "uuid"}, "ip": {"type": "string", "format": "ipv4"},
			"v6": {"type": "string", "format": "ipv6"}, "mail": {"type": "string", "format": "email"}, "url": {"type": "string", "format": "uri"}},
			"required": ["at", "day", "id", "ip", "v6", "mail", "url"]}`},
		{"a format that one has not", []string{`"2026-01-02"`, `"soon"`}, infer.Options{NoComments: true}, `{"$schema": "S", "type": "string"}`},
		{"an enum", many(9, func(i int) string { return []string{`"open"`, `"in progress"`, "null"}[i%3] }), infer.Options{NoComments: true},
			`{"$schema": "S", "type": ["string", "null"], "enum": ["in progress", "open", null]}`},
		{"no enum of few", []string{`"open"`, `"open"`, `"closed"`}, infer.Options{NoComments: true}, `{"$schema": "S", "type": "string"}`},
		{"no enum of what is no word", many(30, func(i int) string { return []string{`"a9f8 c2?"`, `"b"`}[i%2] }), infer.Options{NoComments: true}, `{"$schema": "S", "type": "string"}`},
		{"no enum beside other types", many(30, func(i int) string { return []string{`"a"`, `1`}[i%2] }), infer.Options{NoComments: true}, `{"$schema": "S", "type": ["string", "integer"]}`},
		{"no enum of one", many(30, func(int) string { return `"a"` }), infer.Options{NoComments: true}, `{"$schema": "S", "type": "string"}`},
		{"no enums wanted", many(30, func(i int) string { return []string{`"a"`, `"b"`}[i%2] }), infer.Options{NoComments: true, NoEnums: true}, `{"$schema": "S", "type": "string"}`},
		{"no enum of credentials", many(30, func(i int) string { return fmt.Sprintf(`{"apiKey": "%s"}`, []string{"one", "two"}[i%2]) }), infer.Options{NoComments: true},
			`{"$schema": "S", "type": "object", "properties": {"apiKey": {"type": "string"}}, "required": ["apiKey"]}`},
		{"a map by a name that is a key", []string{`{"AKIAIOSFODNN7EXAMPLE": 1}`}, infer.Options{NoComments: true}, `{"$schema": "S", "type": "object", "additionalProperties": {"type": "integer"}}`},
		{"a map by its names", []string{`{"2026-01-01": 1, "2026-01-02": 2, "2026-01-03": 3}`}, infer.Options{}, `{"$schema": "S", "type": "object", "$comment": "3 members", "additionalProperties": {"type": "integer", "$comment": "1 to 3"}}`},
		{"a map by what is rarely there", many(40, func(i int) string { return fmt.Sprintf(`{"user%c": {"n": 1}}`, 'a'+i%26) }), infer.Options{NoComments: true},
			`{"$schema": "S", "type": "object", "additionalProperties": {"type": "object", "properties": {"n": {"type": "integer"}}, "required": ["n"]}}`},
		{"a map by a name that may be a token", []string{`{"ghp_16C7e42F292c6912E7710c838347Ae178B4a": {"n": 1}, "x": {"n": 2}}`}, infer.Options{NoComments: true},
			`{"$schema": "S", "type": "object", "additionalProperties": {"type": "object", "properties": {"n": {"type": "integer"}}, "required": ["n"]}}`},
		{"long names with a number", []string{`{"address_line_number_2_of_the_owner": 1}`}, infer.Options{NoComments: true},
			`{"$schema": "S", "type": "object", "properties": {"address_line_number_2_of_the_owner": {"type": "integer"}}, "required": ["address_line_number_2_of_the_owner"]}`},
		{"a map of very many names", []string{"{" + strings.Join(many(infer.MostNames+1, func(i int) string { return fmt.Sprintf(`"n%d": true`, i) }), ",") + "}"}, infer.Options{NoComments: true},
			`{"$schema": "S", "type": "object", "additionalProperties": {"type": "boolean"}}`},
		{"empty arrays and objects", []string{`{"a": [], "b": {}}`}, infer.Options{NoComments: true}, `{"$schema": "S", "type": "object", "properties": {"a": {"type": "array"}, "b": {"type": "object"}}, "required": ["a", "b"]}`},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := sampleOf(t, c.texts...)
			var got, want bytes.Buffer
			if err := json.Compact(&got, s.Schema(c.o)); err != nil {
				t.Fatal(err)
			}
			if err := json.Compact(&want, []byte(strings.Replace(c.want, `"S"`, `"https://json-schema.org/draft/2020-12/schema"`, 1))); err != nil {
				t.Fatal(err)
			}
			if got.String() != want.String() {
				t.Errorf("found  %s\nwanted %s", got.String(), want.String())
			}
			accepts(t, s, c.o, c.texts...)
		})
	}
}

// random is a document of some kinds of values.
func random(r *rand.Rand, depth int) string {
	words := []string{"a", "open", "2026-01-02", "x@y.example", "id", "\u2028<", "", strings.Repeat("long", 20), "https://a/b", "type"}
	word := func() string {
		text, _ := json.Marshal(words[r.IntN(len(words))])
		return string(text)
	}
	n := 7
	if depth == 0 {
		n = 5
	}
	switch r.IntN(n) {
	case 0:
		return []string{"1", "1.0", "-2.5", "1e400", "0", "12345678901234567890"}[r.IntN(6)]
	case 1, 2:
		return word()
	case 3:
		return []string{"true", "false"}[r.IntN(2)]
	case 4:
		return "null"
	case 5:
		items := make([]string, r.IntN(4))
		for i := range items {
			items[i] = random(r, depth-1)
		}
		return "[" + strings.Join(items, ",") + "]"
	}
	var members []string
	seen := map[string]bool{}
	for range r.IntN(5) {
		name := word()
		if r.IntN(8) == 0 {
			name = fmt.Sprintf(`"k%d"`, r.IntN(2*infer.MostNames))
		}
		if !seen[name] {
			seen[name] = true
			members = append(members, name+":"+random(r, depth-1))
		}
	}
	return "{" + strings.Join(members, ",") + "}"
}

// TestAcceptsAndAddsUp wants every schema to accept what it came from, and the same bytes in whatever order and parts it was seen.
func TestAcceptsAndAddsUp(t *testing.T) {
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 7))
		texts := make([]string, 1+r.IntN(40))
		for i := range texts {
			texts[i] = random(r, 3)
		}
		if seed%10 == 0 { // beyond every bound
			for range 3 * infer.MostNames {
				texts = append(texts, fmt.Sprintf(`{"a": "v%d", "k%d": 1}`, r.IntN(40), r.IntN(2*infer.MostNames)))
			}
		}
		whole := sampleOf(t, texts...)
		o := infer.Options{Closed: seed%2 == 0, NoEnums: seed%3 == 0}
		accepts(t, whole, o, texts...)

		r.Shuffle(len(texts), func(i, j int) { texts[i], texts[j] = texts[j], texts[i] })
		parts := []*infer.Sample{{}}
		for len(texts) > 0 {
			n := 1 + r.IntN(len(texts))
			part, err := infer.Parse(sampleOf(t, texts[:n]...).JSON())
			if err != nil {
				t.Fatal(err)
			}
			parts, texts = append(parts, part), texts[n:]
		}
		r.Shuffle(len(parts), func(i, j int) { parts[i], parts[j] = parts[j], parts[i] })
		for len(parts) > 1 { // in whatever grouping
			i := r.IntN(len(parts) - 1)
			parts[i].Merge(parts[i+1])
			parts = append(parts[:i+1], parts[i+2:]...)
		}
		if !bytes.Equal(parts[0].JSON(), whole.JSON()) || !bytes.Equal(parts[0].Schema(o), whole.Schema(o)) {
			t.Fatalf("seed %d: found another sum of the parts than of the whole:\n%s", seed, cmp.Diff(string(whole.JSON()), string(parts[0].JSON())))
		}
	}
}

// TestCorpus wants the schemas of real documents to accept them.
func TestCorpus(t *testing.T) {
	folder := os.Getenv("ASSAY_SHARED")
	if folder == "" {
		folder = filepath.Join("..", "..", "..", "shared") // beside the checkout
	}
	files, err := filepath.Glob(filepath.Join(folder, "corpus", "benchmark", "*", "instances.jsonl"))
	if err != nil || len(files) == 0 {
		t.Skip("found no corpus")
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		texts := strings.Split(strings.TrimSpace(string(text)), "\n")
		t.Run(filepath.Base(filepath.Dir(file)), func(t *testing.T) {
			accepts(t, sampleOf(t, texts...), infer.Options{Closed: true}, texts...)
		})
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(`{"assaySample": 1, "seen": {"count": 0}}`))
	f.Add(sampleOf(f, `{"a": [1, "b", null, {"c": true}]}`).JSON())
	f.Fuzz(func(t *testing.T, text []byte) {
		s, err := infer.Parse(text)
		if err != nil {
			return
		}
		again, err := infer.Parse(s.JSON())
		if err != nil || !bytes.Equal(again.JSON(), s.JSON()) {
			t.Fatalf("found %v of what was written:\n%s", err, s.JSON())
		}
		if _, err := schema.CompileText(string(s.Schema(infer.Options{})), schema.Options{}); err != nil {
			t.Fatal(err)
		}
		again.Merge(s)
	})
}

func FuzzAdd(f *testing.F) {
	f.Add(`{"a": 1}`, `[{"a": "b"}]`)
	f.Fuzz(func(t *testing.T, a, b string) {
		for _, text := range []string{a, b} {
			if d, err := document.Parse([]byte(text)); err != nil || d.Entries() > 1000 {
				return
			}
		}
		accepts(t, sampleOf(t, a, b), infer.Options{Closed: true}, a, b)
	})
}

func ExampleSample() {
	var s infer.Sample
	for _, text := range []string{`{"id": 7, "state": "open"}`, `{"id": 8, "state": "closed", "closed": "2026-02-03"}`} {
		d, err := document.Parse([]byte(text))
		if err != nil {
			fmt.Println(err)
			return
		}
		s.Add(d.Root())
	}
	fmt.Printf("%s", s.Schema(infer.Options{NoComments: true}))
	// Output:
	// {
	//   "$schema": "https://json-schema.org/draft/2020-12/schema",
	//   "type": "object",
	//   "properties": {
	//     "id": {
	//       "type": "integer"
	//     },
	//     "state": {
	//       "type": "string"
	//     },
	//     "closed": {
	//       "type": "string",
	//       "format": "date"
	//     }
	//   },
	//   "required": [
	//     "id",
	//     "state"
	//   ]
	// }
}

// TestForget wants no string of a document in what is written.
func TestForget(t *testing.T) {
	texts := []string{`{"a": ["planted", {"b": "planted"}], "2026": {"c": "planted"}}`, `{"a": [], "2027": {}, "2028": {"c": "other"}}`}
	s := sampleOf(t, texts...)
	if !bytes.Contains(s.JSON(), []byte("planted")) {
		t.Error("found no string, wanted what an enum could be made of")
	}
	s.Forget()
	if bytes.Contains(s.JSON(), []byte("planted")) || bytes.Contains(s.JSON(), []byte("other")) {
		t.Errorf("found strings in\n%s", s.JSON())
	}
	accepts(t, s, infer.Options{}, texts...)
}
