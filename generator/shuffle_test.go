package generator_test

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/assaykit/assay/document"
)

// shuffled writes a schema document with the members of its objects in another order. Those of properties keep theirs,
// for it is the order of fields.
func shuffled(b []byte, v document.Value, keep bool, r *rand.Rand) []byte {
	switch v.Kind() {
	case document.Array:
		b = append(b, '[')
		for i, item := range v.Items() {
			if i > 0 {
				b = append(b, ',')
			}
			b = shuffled(b, item, false, r)
		}
		return append(b, ']')
	case document.Object:
		var members [][2]document.Value
		for name, value := range v.Members() {
			members = append(members, [2]document.Value{name, value})
		}
		if !keep {
			r.Shuffle(len(members), func(i, j int) { members[i], members[j] = members[j], members[i] })
		}
		b = append(b, '{')
		for i, m := range members {
			if i > 0 {
				b = append(b, ',')
			}
			b = append(document.AppendString(b, m[0].Text()), ':')
			b = shuffled(b, m[1], !keep && m[0].Text() == "properties", r)
		}
		return append(b, '}')
	}
	return append(b, v.JSON()...)
}

// TestOrderOfKeywords wants the same bytes whatever the order in which schemas have their keywords.
func TestOrderOfKeywords(t *testing.T) {
	for _, s := range openStories(t) {
		t.Run(s.name, func(t *testing.T) {
			s.generate(t)
			for seed := range uint64(5) {
				folder := t.TempDir()
				s.shuffle(t, folder, rand.New(rand.NewPCG(seed, 0)))
				_, other := generateFile(t, filepath.Join(folder, "schema.json"), s.name)
				for i, f := range s.output.Files {
					if !bytes.Equal(f.Text, other.Files[i].Text) {
						t.Fatalf("%s differs with seed %d (-in order +shuffled):\n%s", f.Name, seed,
							cmp.Diff(string(f.Text), string(other.Files[i].Text)))
					}
				}
			}
		})
	}
}

// shuffle writes the schema documents of a story to a folder, shuffled.
func (s *story) shuffle(t *testing.T, folder string, r *rand.Rand) {
	t.Helper()
	for _, f := range s.archive.Files {
		if !isSchema(f.Name) {
			continue
		}
		d, err := document.Parse(f.Data)
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(folder, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, shuffled(nil, d.Root(), false, r), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// TestSameBytes wants one schema to give one output: no order of a map may show.
func TestSameBytes(t *testing.T) {
	for _, s := range openStories(t) {
		t.Run(s.name, func(t *testing.T) {
			s.generate(t)
			first := s.output
			for range 3 {
				s.generate(t)
				if diff := cmp.Diff(first.Files, s.output.Files); diff != "" {
					t.Fatalf("the second output differs from the first:\n%s", diff)
				}
			}
		})
	}
}
