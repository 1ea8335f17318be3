package field_test

import (
	"bytes"
	"fmt"
	"log/slog"
	"testing"

	"github.com/assaykit/assay/field"
)

// TestPrinting wants values to print as they do without what is around them, and their absence in a word.
func TestPrinting(t *testing.T) {
	for _, c := range []struct{ format, want string }{
		{fmt.Sprint(field.Some(1), field.Given("a"), field.NotNull(1.5)), "1 a 1.5"},
		{fmt.Sprint(field.Optional[int]{}, field.Maybe[int]{}, field.Null[int](), field.Nullable[int]{}), "absent absent null null"},
		{fmt.Sprintf("%d|%05d|%q|%x", field.Some(7), field.Given(7), field.NotNull("a"), field.Some("a")), `7|00007|"a"|61`},
		{fmt.Sprintf("%8v|%-8v|%.2f", field.Optional[int]{}, field.Null[int](), field.Maybe[float64]{}), "  absent|null    |absent"},
		{fmt.Sprintf("%#v %#v %#v", field.Some(int64(1)), field.Given("a"), field.NotNull(true)), `field.Some[int64](1) field.Given[string]("a") field.NotNull[bool](true)`},
		{fmt.Sprintf("%#v %#v %#v %#v", field.Optional[int]{}, field.Maybe[int]{}, field.Null[int](), field.Nullable[int]{}),
			"field.Optional[int]{} field.Maybe[int]{} field.Null[int]() field.Nullable[int]{}"},
		{fmt.Sprintf("%+v", struct{ A field.Optional[inner] }{field.Some(inner{field.Some(1)})}), "{A:{N:1}}"},
	} {
		if c.format != c.want {
			t.Errorf("found %s, wanted %s", c.format, c.want)
		}
	}
}

// TestLogging wants values in logs as they are without what is around them.
func TestLogging(t *testing.T) {
	var b bytes.Buffer
	dropTime := func(_ []string, a slog.Attr) slog.Attr {
		if a.Key == slog.TimeKey {
			return slog.Attr{}
		}
		return a
	}
	slog.New(slog.NewJSONHandler(&b, &slog.HandlerOptions{ReplaceAttr: dropTime})).Info("m",
		"some", field.Some(1), "absent", field.Optional[int]{}, "null", field.Null[int](), "none", field.Nullable[int]{}, "list", field.Given([]int{1}))
	const want = `{"level":"INFO","msg":"m","some":1,"absent":"absent","null":null,"none":null,"list":"[1]"}` + "\n"
	if b.String() != want {
		t.Errorf("found %s, wanted %s", b.String(), want)
	}
}
