package contracttest_test

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/assaykit/assay/contract/contracttest"
)

// TestUngoverned wants a test to fail whose contract governs nothing of what it does, and to pass where it is told of the test's own server.
func TestUngoverned(t *testing.T) {
	elsewhere := filepath.Join(t.TempDir(), "openapi.yaml")
	text := strings.Replace(description, "paths:", "servers: [{url: https://api.example.com/v1}]\npaths:", 1)
	if err := os.WriteFile(elsewhere, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct {
		servers []string
		wanted  string
	}{
		"others": {nil, "governs none of 1 exchange"},
		"any":    {[]string{"/"}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			p := &probe{TB: t}
			watch := contracttest.New(p, contracttest.Spec(t, elsewhere, test.servers...))
			server := httptest.NewServer(watch.Handler(http.HandlerFunc(users)))
			defer server.Close()
			answer, err := http.Get(server.URL + "/users/1")
			if err != nil {
				t.Fatal(err)
			}
			answer.Body.Close()
			if found := p.end(); !strings.Contains(found, test.wanted) || (found == "") != (test.wanted == "") {
				t.Errorf("found %q, wanted %q", found, test.wanted)
			}
		})
	}
}
