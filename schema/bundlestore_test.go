package schema_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/assaykit/assay/schema"
)

// storeFolder is where the corpus of schemas in use is.
func storeFolder(t testing.TB) string {
	shared := os.Getenv("ASSAY_SHARED")
	if shared == "" {
		shared = filepath.Join("..", "..", "shared")
	}
	folder, err := filepath.Abs(filepath.Join(shared, "corpus", "schemastore"))
	if err == nil {
		_, err = os.Stat(folder)
	}
	if err != nil {
		t.Skipf("the corpus of schemas in use is missing: %v", err)
	}
	return folder
}

// storeFiles finds the schemas of the corpus by their URLs.
func storeFiles(folder string) (files schema.Files) {
	for _, host := range []string{"https://json.schemastore.org/", "https://www.schemastore.org/", "http://json.schemastore.org/"} {
		for _, sub := range []string{"schemas", "referenced"} {
			files.Maps = append(files.Maps, schema.Map{Prefix: host, Dir: filepath.Join(folder, sub)})
		}
	}
	return files
}

// TestBundleStore bundles all schemas of the corpus that refer to others.
func TestBundleStore(t *testing.T) {
	folder := storeFolder(t)
	files := storeFiles(folder)
	names, err := filepath.Glob(filepath.Join(folder, "schemas", "*.json"))
	if err != nil {
		t.Fatal(err)
	}
	bundled, instances, unusable := 0, 0, 0
	for _, name := range names {
		s, err := openStored(files, name)
		switch {
		case err != nil:
			unusable++
		case len(s.Sources) > 1:
			bundled++
			instances += bundleStored(t, s, folder, name)
		}
	}
	t.Logf("%d schemas of several documents bundled, %d instances judged; %d schemas refer to what is not in the corpus, or cannot be used",
		bundled, instances, unusable)
	if bundled == 0 || instances == 0 {
		t.Error("found no schema that refers to another document with instances, wanted some")
	}
}

func openStored(files schema.Files, name string) (*schema.Schema, error) {
	src, err := files.Open(name)
	if err != nil {
		return nil, err
	}
	return schema.Compile(src, "", schema.Options{Default: schema.Draft7, Load: files.Load})
}

// bundleStored bundles a schema of the corpus. The result is the number of instances that both judged.
func bundleStored(t *testing.T, s *schema.Schema, folder, name string) int {
	text, err := schema.Bundle(s)
	if err != nil {
		t.Errorf("%s: found the error %v, wanted a bundle", filepath.Base(name), err)
		return 0
	}
	if strings.Contains(string(text), folder) {
		t.Errorf("%s: found a path of this machine in the bundle", filepath.Base(name))
	}
	alone := standAlone(t, text, s.Options())
	if found := judged(alone); len(judged(s)) == 0 && len(found) > 0 {
		t.Errorf("%s: the judge finds %v in the bundle, wanted nothing", filepath.Base(name), found)
	}
	stem := strings.TrimSuffix(filepath.Base(name), ".json")
	var list []string
	for _, kind := range []string{"valid", "invalid"} {
		found, err := filepath.Glob(filepath.Join(folder, kind, stem, "*.json"))
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, found...)
	}
	for _, file := range list {
		instance, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		sameVerdict(t, stem+"/"+filepath.Base(file), s, alone, instance)
	}
	return len(list)
}
