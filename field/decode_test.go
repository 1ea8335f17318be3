package field_test

import (
	"encoding/json"
	"errors"
	"math"
	"testing"
	"time"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/field"
)

// item is a document whose first item is the value to read, so that locations can be seen.
func item(t *testing.T, text string) *document.Document {
	t.Helper()
	d, err := document.Parse([]byte("[\n " + text + "]"))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// read reads the first item of a document.
func read[T any](d *document.Document, code func(*T, *field.Coder)) (v T, err error) {
	return v, field.Read(d, 1, &v, code)
}

// unfit wants a *field.FitError with the place of the value and its Go type.
func unfit(t *testing.T, text string, err error, goType string) {
	t.Helper()
	var fit *field.FitError
	if !errors.As(err, &fit) || fit.Type != goType || fit.InstanceLocation != "/0" || fit.Position != (document.Position{Line: 2, Column: 2}) {
		t.Errorf("%s: found %v, wanted a *field.FitError for %s at /0, 2:2", text, err, goType)
	}
}

func TestInt64(t *testing.T) {
	for text, wanted := range map[string]int64{
		"0": 0, "-0": 0, "-0.0": 0, "1.0": 1, "10e-1": 1, "1e3": 1000, "12.5e1": 125, "9223372036854775807": math.MaxInt64, "-9223372036854775808": math.MinInt64,
		"9.223372036854775807e18": math.MaxInt64, "0e999999": 0,
	} {
		if got, err := read(item(t, text), field.Int64); err != nil || got != wanted {
			t.Errorf("%s: found %d (%v), wanted %d", text, got, err, wanted)
		}
	}
	for _, text := range []string{"9223372036854775808", "-9223372036854775809", "1e19", "1e400", "1e100000000", "100000000000000000000.0"} {
		_, err := read(item(t, text), field.Int64)
		unfit(t, text, err, "int64")
	}
}

func TestFloat64(t *testing.T) {
	for text, wanted := range map[string]float64{
		"0": 0, "1": 1, "0.1": 0.1, "1e300": 1e300, "9007199254740992": 1 << 53, "-9007199254740994": -(1<<53 + 2), "5e-324": 5e-324, "100000000000000000000": 1e20,
		"1.7976931348623157e308": math.MaxFloat64, "0.30000000000000004": 0.30000000000000004, "0e9999": 0, "1.50": 1.5,
	} {
		if got, err := read(item(t, text), field.Float64); err != nil || got != wanted {
			t.Errorf("%s: found %v (%v), wanted %v", text, got, err, wanted)
		}
	}
	for _, text := range []string{"9007199254740993", "1e400", "-1e400", "1e-400", "0.1000000000000000055511151231257827", "1.7976931348623159e308", "123456789012345678901234567890"} {
		_, err := read(item(t, text), field.Float64)
		unfit(t, text, err, "float64")
	}
}

// TestTime wants every date-time to be written as it was read.
func TestTime(t *testing.T) {
	for _, text := range []string{
		"2026-11-01T09:30:00Z", "2026-11-01t09:30:00z", "2026-11-01T09:30:00.5Z", "2026-11-01T09:30:00.500Z", "2026-11-01T09:30:00.123456789+05:30",
		"2026-11-01T09:30:00.1234567891234Z", "2026-11-01T09:30:00+00:00", "2026-11-01T09:30:00-00:00", "0000-01-01T00:00:00Z", "9999-12-31T23:59:59-23:59",
	} {
		var written string
		at, err := read(item(t, `"`+text+`"`), field.Time(&written))
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		b, err := field.Append(nil, &at, field.Time(&written))
		if err != nil || string(b) != `"`+text+`"` {
			t.Errorf("%s: found %s (%v)", text, b, err)
		}
		// A time that was changed is written anew.
		at = time.Date(2001, 2, 3, 4, 5, 6, 0, time.UTC)
		b, err = field.Append(nil, &at, field.Time(&written))
		if err != nil || string(b) != `"2001-02-03T04:05:06Z"` {
			t.Errorf("%s, changed: found %s (%v), wanted the other time", text, b, err)
		}
	}
	for _, at := range []time.Time{time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(-1, 1, 1, 0, 0, 0, 0, time.UTC)} {
		if b, err := field.Append(nil, &at, field.Time(new(string))); err == nil {
			t.Errorf("%v: found %s, wanted an error", at, b)
		}
	}
}

// TestTimeOddZone wants a time in a zone whose offset has seconds, as old ones do, to be written as the same moment
// or refused: RFC 3339 has no such offsets.
func TestTimeOddZone(t *testing.T) {
	at := time.Date(1900, 1, 1, 12, 0, 0, 0, time.FixedZone("LMT", 19*60+32))
	b, err := field.Append(nil, &at, field.Time(new(string)))
	if err != nil {
		return
	}
	var text string
	if err := json.Unmarshal(b, &text); err != nil {
		t.Fatal(err)
	}
	if read, err := time.Parse(time.RFC3339Nano, text); err != nil || !read.Equal(at) {
		t.Errorf("%v: found %s (%v), wanted the same moment", at, b, err)
	}
}

func TestFloat64Written(t *testing.T) {
	for _, f := range []float64{0, 1, -1.5, 1e20, 1e21, 1e-7, 5e-324, math.MaxFloat64, 123456789.125, 1 << 53} {
		b, err := field.Append(nil, &f, field.Float64)
		if err != nil || !json.Valid(b) {
			t.Errorf("%v: found %s (%v), wanted JSON", f, b, err)
		}
		if got, err := read(item(t, string(b)), field.Float64); err != nil || got != f {
			t.Errorf("%v: reads again as %v (%v)", f, got, err)
		}
	}
	for _, f := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
		if b, err := field.Append(nil, &f, field.Float64); err == nil {
			t.Errorf("%v: found %s, wanted an error", f, b)
		}
	}
}

func TestRaw(t *testing.T) {
	text := `{"b":[1.10,"\u0001é"],"a":null,"c":1e400}`
	raw, err := read(item(t, text), field.Raw)
	if err != nil {
		t.Fatal(err)
	}
	b, err := field.Append([]byte("x"), &raw, field.Raw)
	if err != nil || string(b) != "x"+text {
		t.Errorf("found %s (%v), wanted x%s", b, err, text)
	}
	for _, text := range []string{"", "{", "1 2", `"a`, "nope"} {
		raw := json.RawMessage(text)
		if b, err := field.Append([]byte("x"), &raw, field.Raw); err == nil || string(b) != "x" {
			t.Errorf("%q: found %s and %v, wanted an error", text, b, err)
		}
	}
}

// TestStringIsKept wants a string to outlive the text it was read from.
func TestStringIsKept(t *testing.T) {
	text := []byte(`"abcdef"`)
	d, err := document.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	var s string
	if err := field.Read(d, 0, &s, field.String); err != nil {
		t.Fatal(err)
	}
	copy(text, `"######"`)
	if s != "abcdef" {
		t.Errorf("found %q, wanted abcdef", s)
	}
}

func TestFitError(t *testing.T) {
	_, err := read(item(t, "1e30"), field.Int64)
	if wanted := "2:2: /0: found a number that is no 64-bit integer, wanted one that fits the Go type int64"; err.Error() != wanted {
		t.Errorf("found %q, wanted %q", err, wanted)
	}
	d, parseErr := document.Parse([]byte("1e30"))
	if parseErr != nil {
		t.Fatal(parseErr)
	}
	if err := field.Read(d, 0, new(float64), field.Float64); err != nil {
		t.Errorf("found %v, wanted 1e30 to fit a float64", err)
	}
	err = field.Read(d, 0, new(int64), field.Int64)
	if wanted := "1:1: found a number that is no 64-bit integer, wanted one that fits the Go type int64"; err == nil || err.Error() != wanted {
		t.Errorf("found %v, wanted %q", err, wanted)
	}
}
