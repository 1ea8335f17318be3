package schema_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/schema"
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
