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
		if got, err := field.Int64(item(t, text), 1); err != nil || got != wanted {
			t.Errorf("%s: found %d (%v), wanted %d", text, got, err, wanted)
		}
	}
	for _, text := range []string{"9223372036854775808", "-9223372036854775809", "1e19", "1e400", "1e100000000", "100000000000000000000.0"} {
		_, err := field.Int64(item(t, text), 1)
		unfit(t, text, err, "int64")
	}
}

func TestFloat64(t *testing.T) {
	for text, wanted := range map[string]float64{
		"0": 0, "1": 1, "0.1": 0.1, "1e300": 1e300, "9007199254740992": 1 << 53, "-9007199254740994": -(1<<53 + 2), "5e-324": 5e-324, "100000000000000000000": 1e20,
		"1.7976931348623157e308": math.MaxFloat64, "0.30000000000000004": 0.30000000000000004, "0e9999": 0, "1.50": 1.5,
	} {
		if got, err := field.Float64(item(t, text), 1); err != nil || got != wanted {
			t.Errorf("%s: found %v (%v), wanted %v", text, got, err, wanted)
		}
	}
	for _, text := range []string{"9007199254740993", "1e400", "-1e400", "1e-400", "0.1000000000000000055511151231257827", "1.7976931348623159e308", "123456789012345678901234567890"} {
		_, err := field.Float64(item(t, text), 1)
		unfit(t, text, err, "float64")
	}
}

// TestTime wants every date-time to be written as it was read.
func TestTime(t *testing.T) {
	for _, text := range []string{
		"2026-11-01T09:30:00Z", "2026-11-01t09:30:00z", "2026-11-01T09:30:00.5Z", "2026-11-01T09:30:00.500Z", "2026-11-01T09:30:00.123456789+05:30",
		"2026-11-01T09:30:00.1234567891234Z", "2026-11-01T09:30:00+00:00", "2026-11-01T09:30:00-00:00", "0000-01-01T00:00:00Z", "9999-12-31T23:59:59-23:59",
	} {
		at, written, err := field.Time(item(t, `"`+text+`"`), 1)
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		b, err := field.AppendTime(nil, at, written)
		if err != nil || string(b) != `"`+text+`"` {
			t.Errorf("%s: found %s (%v)", text, b, err)
		}
		// A time that was changed is written anew.
		b, err = field.AppendTime(nil, time.Date(2001, 2, 3, 4, 5, 6, 0, time.UTC), written)
		if err != nil || string(b) != `"2001-02-03T04:05:06Z"` {
			t.Errorf("%s, changed: found %s (%v), wanted the other time", text, b, err)
		}
	}
	for _, at := range []time.Time{time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(-1, 1, 1, 0, 0, 0, 0, time.UTC)} {
		if b, err := field.AppendTime(nil, at, ""); err == nil {
			t.Errorf("%v: found %s, wanted an error", at, b)
		}
	}
}

// TestAppendTimeOddZone wants a time in a zone whose offset has seconds, as old ones do, to be written as the same moment
// or refused: RFC 3339 has no such offsets.
func TestAppendTimeOddZone(t *testing.T) {
	at := time.Date(1900, 1, 1, 12, 0, 0, 0, time.FixedZone("LMT", 19*60+32))
	b, err := field.AppendTime(nil, at, "")
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

func TestAppendFloat(t *testing.T) {
	for _, f := range []float64{0, 1, -1.5, 1e20, 1e21, 1e-7, 5e-324, math.MaxFloat64, 123456789.125, 1 << 53} {
		b, err := field.AppendFloat(nil, f)
		if err != nil || !json.Valid(b) {
			t.Errorf("%v: found %s (%v), wanted JSON", f, b, err)
		}
		if got, err := field.Float64(item(t, string(b)), 1); err != nil || got != f {
			t.Errorf("%v: reads again as %v (%v)", f, got, err)
		}
	}
	for _, f := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
		if b, err := field.AppendFloat(nil, f); err == nil {
			t.Errorf("%v: found %s, wanted an error", f, b)
		}
	}
}

func TestRaw(t *testing.T) {
	text := `{"b":[1.10,"\u0001é"],"a":null,"c":1e400}`
	raw := field.Raw(item(t, text), 1)
	b, err := field.AppendRaw([]byte("x"), raw)
	if err != nil || string(b) != "x"+text {
		t.Errorf("found %s (%v), wanted x%s", b, err, text)
	}
	for _, text := range []string{"", "{", "1 2", `"a`, "nope"} {
		if b, err := field.AppendRaw(nil, json.RawMessage(text)); err == nil {
			t.Errorf("%q: found %s, wanted an error", text, b)
		}
	}
}

func TestEnd(t *testing.T) {
	for before, wanted := range map[string]string{"{": "{}", `{"a":1,`: `{"a":1}`} {
		if got := string(field.End([]byte(before), '}')); got != wanted {
			t.Errorf("%s: found %s, wanted %s", before, got, wanted)
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
	s := field.String(d, 0)
	copy(text, `"######"`)
	if s != "abcdef" {
		t.Errorf("found %q, wanted abcdef", s)
	}
}

func TestFitError(t *testing.T) {
	_, err := field.Int64(item(t, "1e30"), 1)
	if wanted := "2:2: /0: found a number that is no 64-bit integer, wanted one that fits the Go type int64"; err.Error() != wanted {
		t.Errorf("found %q, wanted %q", err, wanted)
	}
	d, parseErr := document.Parse([]byte("1e30"))
	if parseErr != nil {
		t.Fatal(parseErr)
	}
	_, err = field.Float64(d, 0)
	if err != nil {
		t.Errorf("found %v, wanted 1e30 to fit a float64", err)
	}
	_, err = field.Int64(d, 0)
	if wanted := "1:1: found a number that is no 64-bit integer, wanted one that fits the Go type int64"; err.Error() != wanted {
		t.Errorf("found %q, wanted %q", err, wanted)
	}
}
