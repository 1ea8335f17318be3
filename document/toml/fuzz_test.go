package toml_test

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/document/toml"
	library "github.com/pelletier/go-toml/v2"
)

// refusals are why a text is refused that the library accepts.
var refusals = []string{"wanted a number that JSON has", "wanted at most 1024", "wanted an exponent of at most 18 digits", "byte order mark"}

// What is read is what the library's own decoder reads, and stands where the text says.
func FuzzParse(f *testing.F) {
	for _, text := range []string{
		"a = 1\n[b.c]\nd = [1, {e = 'x'}, [true]] # f\n[[g]]\n[[g]]\nh.i = 1979-05-27T07:32:00Z", "'é' = \"\"\"\n\\u00e9\"\"\"\n\"b\" = '''x'''",
		"a = 0xff\nb = 0o7\nc = 0b1\nd = +1_0\ne = -1.5e+06\nf = inf", "a.b = {c = 1}\na.d.e = 2\r\n[x]\n[x.y]\n[z.z]\n[z]", "\ufeff# \n", "[a]\n[a]", "t = 07:32\nd = 1979-05-27 07:32", "d = 1979-05-27T7:3Z", "a = 0e1000000000000000000",
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		d, err := toml.Parse(text)
		var want map[string]any
		wrong := library.Unmarshal([]byte(strings.TrimPrefix(string(text), "\ufeff")), &want)
		switch {
		case err != nil && wrong == nil:
			for _, r := range refusals {
				if strings.Contains(err.Error(), r) {
					return
				}
			}
			t.Fatalf("%q: found %v, the library accepts it", text, err)
		case err == nil && wrong != nil:
			t.Fatalf("%q is accepted, the library says %v", text, wrong)
		case err != nil:
			return
		}
		same(t, d.Root(), want)
		lines := strings.Count(string(text), "\n") + 1
		for at := range d.Entries() {
			if p := d.Position(at); p.Line < 1 || p.Line > lines || p.Column < 1 {
				t.Fatalf("%q: found %s at %v", text, d.Pointer(at), p)
			}
		}
	})
}

// same fails unless a value is what the library decoded.
func same(t *testing.T, v document.Value, want any) {
	t.Helper()
	ok := false
	switch want := want.(type) {
	case map[string]any:
		ok = v.Kind() == document.Object && v.Len() == len(want)
		if ok {
			for name, value := range v.Members() {
				same(t, value, want[name.Text()])
			}
		}
	case []any:
		ok = v.Kind() == document.Array && v.Len() == len(want)
		if ok {
			for i, item := range v.Items() {
				same(t, item, want[i])
			}
		}
	case string:
		ok = v.Kind() == document.String && v.Text() == want
	case bool:
		ok = v.Kind() == document.Boolean && v.True() == want
	case int64:
		n, err := strconv.ParseInt(v.Text(), 10, 64)
		ok = v.Kind() == document.Number && err == nil && n == want
	case float64:
		n, err := strconv.ParseFloat(v.Text(), 64)
		ok = v.Kind() == document.Number && err == nil && n == want
	case time.Time:
		at, err := time.Parse(time.RFC3339Nano, strings.ToUpper(v.Text()))
		ok = v.Kind() == document.String && err == nil && at.Equal(want)
	case library.LocalDate:
		ok = v.Kind() == document.String && v.Text() == want.String()
	default: // local times
		ok = v.Kind() == document.String
	}
	if !ok {
		t.Fatalf("found %s, wanted %v", v.JSON(), want)
	}
}
