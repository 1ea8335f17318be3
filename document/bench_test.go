package document

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
)

func BenchmarkParse(b *testing.B) {
	for _, name := range []string{"helm-chart-lock", "stale", "cmake-presets", "openapi"} {
		shared := os.Getenv("ASSAY_SHARED")
		if shared == "" {
			shared = "../../shared"
		}
		data, err := os.ReadFile(filepath.Join(shared, "corpus/benchmark", name, "instances.jsonl"))
		if err != nil {
			b.Skip("no corpus: ", err)
		}
		lines := bytes.Split(bytes.TrimSpace(data), []byte("\n"))
		b.Run(name+"/document", func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(data) / len(lines)))
			for i := 0; b.Loop(); i++ {
				d, err := Parse(lines[i%len(lines)])
				if err != nil {
					b.Fatal(err)
				}
				d.Release()
			}
		})
		b.Run(name+"/json.Valid", func(b *testing.B) {
			b.SetBytes(int64(len(data) / len(lines)))
			for i := 0; b.Loop(); i++ {
				json.Valid(lines[i%len(lines)])
			}
		})
	}
}
