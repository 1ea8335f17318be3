package schema_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/schema"
	"github.com/santhosh-tekuri/jsonschema/v5"
)

// BenchmarkCompile compiles the largest schemas of the corpus: what is reached from the root, and all.
func BenchmarkCompile(b *testing.B) {
	folder := storeFolder(b)
	files := storeFiles(folder)
	for _, stem := range []string{"utcm-monitor", "kubernetes-definitions", "cloudify", "renovate-global-schema-43", "apollo-router-2.9.0"} {
		name := filepath.Join(folder, "schemas", stem+".json")
		text, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(stem+"/parse", func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				if _, err := document.Parse(text); err != nil {
					b.Fatal(err)
				}
			}
		})
		for _, whole := range []bool{false, true} {
			b.Run(fmt.Sprintf("%s/whole=%t", stem, whole), func(b *testing.B) {
				src, err := files.Open(name)
				if err != nil {
					b.Fatal(err)
				}
				b.SetBytes(int64(len(text)))
				b.ReportAllocs()
				for b.Loop() {
					_, err := schema.Compile(src, "", schema.Options{Load: files.Load, Whole: whole})
					if err != nil && !strings.Contains(err.Error(), "cannot be resolved") {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

// BenchmarkValidateValue judges what was decoded into an any, beside v5, which judges nothing else, and beside writing it
// as JSON first.
func BenchmarkValidateValue(b *testing.B) {
	text, err := os.ReadFile("models/connect_session_token_auth_link.json")
	if err != nil {
		b.Fatal(err)
	}
	payload, err := os.ReadFile("../testdata/payloads/valid/auth_link_url_unusual.json")
	if err != nil {
		b.Fatal(err)
	}
	s := schema.MustCompile(string(text))
	v5 := jsonschema.MustCompileString("https://example.com/s.json", string(text))
	var v any
	if err := json.Unmarshal(payload, &v); err != nil {
		b.Fatal(err)
	}
	for name, validate := range map[string]func() error{
		"any": func() error { return s.ValidateValue(v) },
		"v5":  func() error { return v5.Validate(v) },
		"marshaled": func() error {
			text, err := json.Marshal(v)
			if err != nil {
				return err
			}
			return s.Validate(text)
		},
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := validate(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
