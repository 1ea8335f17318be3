package document

import (
	"errors"
	"strings"
	"testing"
)

// build makes with a builder what a value is; each place is that of the value itself.
func build(t testing.TB, b *Builder, v Value) {
	t.Helper()
	var err error
	switch p := v.Position(); v.Kind() {
	case Null:
		b.Null(p)
	case Boolean:
		b.Boolean(v.True(), p)
	case Number:
		err = b.Number(v.Text(), p)
	case String:
		err = b.String(v.Text(), p)
	case Array:
		err = b.BeginArray(p)
		for _, item := range v.Items() {
			build(t, b, item)
		}
		b.End()
	case Object:
		err = b.BeginObject(p)
		for name, value := range v.Members() {
			if err := b.Name(name.Text(), name.Position()); err != nil {
				t.Fatal(err)
			}
			build(t, b, value)
		}
		b.End()
	}
	if err != nil {
		t.Fatal(err)
	}
}

func TestBuiltIsAsParsed(t *testing.T) {
	for _, text := range []string{
		`null`, `true`, `false`, `-1.50e3`, `12`, `""`, `"é\n"`, `[]`, `{}`, `[[],{}]`, `{"a":[1,{"b":[]},2],"":{"é😀":"x\u0000"},"c":null}`,
		"[\n1,\n {\"12345678901234567890\" : [true,\n[false]]}]",
	} {
		want := parse(t, text)
		var b Builder
		build(t, &b, want.Root())
		got := b.Document()
		if !Equal(got.Root(), want.Root()) || got.Root().JSON() != want.Root().JSON() || got.Root().Hash() != want.Root().Hash() {
			t.Errorf("got %s, want %s", got.Root().JSON(), want.Root().JSON())
		}
		entries(want, 0, func(at int, name bool) {
			if got.Kind(at) != want.Kind(at) || got.Len(at) != want.Len(at) || got.Position(at) != want.Position(at) || got.Pointer(at) != want.Pointer(at) {
				t.Errorf("entry %d of %s differs", at, text)
			}
			switch {
			case name:
			case got.End(at) != want.End(at):
				t.Errorf("entry %d of %s ends at %d, want %d", at, text, got.End(at), want.End(at))
			case got.Kind(at) == String && got.Runes(at) != want.Runes(at):
				t.Errorf("entry %d of %s has %d characters, want %d", at, text, got.Runes(at), want.Runes(at))
			case got.Kind(at) == Number && got.Integer(at) != want.Integer(at):
				t.Errorf("entry %d of %s: an integer in one only", at, text)
			}
		})
	}
}

func TestBuilderRefusesWhatIsNoNumber(t *testing.T) {
	for text, want := range map[string]string{
		"": `found "", wanted a number`, "x": `found "x", wanted a digit`, "+1": `found "+1", wanted a digit`, "01": `found "01", wanted no digit after a leading zero`,
		"1.": `found "1.", wanted a digit after the decimal point`, "1 ": `found "1 ", wanted the end of the number`, "-": `found "-", wanted a digit`,
		"1e1234567890123456789": `found "1e1234567890123456789", wanted an exponent of at most 18 digits`, "NaN": `found "NaN", wanted a digit`,
	} {
		var b Builder
		if err := b.Number(text, Position{3, 4}); err == nil || err.Error() != "3:4: "+want {
			t.Errorf("%q: got %v, want 3:4: %s", text, err, want)
		}
	}
}

func TestBuilderRefusesWhatIsNotUTF8(t *testing.T) {
	for _, s := range []string{"\xff", "aé\xe2\x82", "\xed\xa0\x80"} {
		var b Builder
		if err := b.String(s, Position{1, 2}); err == nil || !strings.HasPrefix(err.Error(), "1:2: found bytes that are not UTF-8") {
			t.Errorf("%q: got %v", s, err)
		}
		if err := b.BeginObject(Position{1, 1}); err != nil {
			t.Fatal(err)
		}
		if err := b.Name(s, Position{1, 2}); err == nil || !strings.HasPrefix(err.Error(), "1:2: found bytes that are not UTF-8") {
			t.Errorf("name %q: got %v", s, err)
		}
	}
}

func TestBuilderRefusesEqualNames(t *testing.T) {
	var b Builder
	if err := b.BeginObject(Position{1, 1}); err != nil {
		t.Fatal(err)
	}
	if err := b.Name("a", Position{1, 2}); err != nil {
		t.Fatal(err)
	}
	if err := b.BeginObject(Position{1, 5}); err != nil {
		t.Fatal(err)
	}
	if err := b.Name("a", Position{1, 6}); err != nil {
		t.Errorf("got %v for an inner object", err)
	}
	b.Null(Position{1, 9})
	b.End()
	err := b.Name("a", Position{2, 3})
	var twice *DuplicateError
	if !errors.As(err, &twice) || *twice != (DuplicateError{"a", Position{1, 2}, Position{2, 3}}) {
		t.Fatalf("got %#v, want a *DuplicateError with both places", err)
	}
	if want := `2:3: found the member name "a" twice, wanted it once (it is on line 1, too)`; err.Error() != want {
		t.Errorf("got  %s\nwant %s", err, want)
	}
}

func TestBuilderIsBoundedInDepth(t *testing.T) {
	var b Builder
	for range MaxDepth {
		if err := b.BeginArray(Position{1, 1}); err != nil {
			t.Fatal(err)
		}
	}
	for _, begin := range []func(Position) error{b.BeginArray, b.BeginObject} {
		if err := begin(Position{5, 6}); err == nil || err.Error() != "5:6: found more, wanted "+depthWanted {
			t.Errorf("got %v", err)
		}
	}
	for range MaxDepth {
		b.End()
	}
	if got, want := b.Document().Root().JSON(), strings.Repeat("[", MaxDepth)+strings.Repeat("]", MaxDepth); got != want {
		t.Errorf("got %.40s..., want %d arrays", got, MaxDepth)
	}
}
