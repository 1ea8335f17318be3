package document

import (
	"bytes"
	"encoding/json"
	"errors"
	"math"
	"strings"
	"testing"
	"time"
)

// A Go value is the document of the text that json.Marshal writes of it.
func TestFromGo(t *testing.T) {
	type inner struct {
		ID   int               `json:"id"`
		When time.Time         `json:"when"`
		Tags map[string]string `json:"tags,omitempty"`
		Raw  json.RawMessage   `json:"raw"`
	}
	one := inner{ID: 7, When: time.Unix(0, 0).UTC(), Tags: map[string]string{"b": "1", "a": "é"}, Raw: json.RawMessage(`{"x": [1e400, {}]}`)}
	var nilList []any
	var nilMap map[string]any
	for name, v := range map[string]any{
		"null":         nil,
		"booleans":     []any{true, false},
		"strings":      []any{"", "a", "é😀", "<\u2028\x00\"\\>"},
		"integers":     []any{0, -1, int64(math.MinInt64), math.MaxInt, int8(3), uint64(math.MaxUint64), int32(-5)},
		"floats":       []any{0.0, math.Copysign(0, -1), 1.0, -2.5, 1e20, 1e21, 1e-6, 1e-7, math.MaxFloat64, math.SmallestNonzeroFloat64, float32(0.1)},
		"json.Number":  []any{json.Number("1e400"), json.Number("-0.10"), json.Number("")},
		"nil":          []any{nilList, nilMap, []any{}, map[string]any{}, (*int)(nil), []string(nil)},
		"members":      map[string]any{"b": 1, "a": map[string]any{"": nil, "~/": []any{map[string]any{"z": "é"}}}, strings.Repeat("long", 20): "x"},
		"struct":       one,
		"pointer":      &one,
		"structs":      map[string]any{"x": []any{one, "y"}, "z": []inner{one, one}},
		"raw":          json.RawMessage(` [ {"é" : 0.0} ] `),
		"bytes, times": []any{[]byte("abc"), time.Unix(1, 5)},
	} {
		t.Run(name, func(t *testing.T) {
			text, err := json.Marshal(v)
			if err != nil {
				t.Fatal(err)
			}
			sameAsText(t, v, text)
		})
	}
}

// sameAsText fails unless a Go value gives the document of a text, entry by entry.
func sameAsText(t *testing.T, v any, text []byte) {
	t.Helper()
	want, err := Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	got, err := FromGo(v)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	if got.Entries() != want.Entries() {
		t.Fatalf("%s: found %d entries, wanted %d", text, got.Entries(), want.Entries())
	}
	for at := range want.Entries() {
		g, w := got.tape[at], want.tape[at]
		text := want.Kind(at) != Array && want.Kind(at) != Object
		if g.head&0xff != w.head&0xff || g.tail != w.tail || text && got.Text(at) != want.Text(at) {
			t.Fatalf("entry %d of %s: found %x %q, wanted %x %q", at, want.text, g, got.Text(at), w, want.Text(at))
		}
		if p := got.Position(at); p != (Position{}) {
			t.Fatalf("found the place %v, wanted none", p)
		}
	}
	locator := NewLocator(got)
	if p := locator.Position(got.Entries() - 1); p != (Position{}) {
		t.Fatalf("found the place %v, wanted none", p)
	}
	got.Release()
	want.Release()
}

func TestFromGoRefuses(t *testing.T) {
	cycle := map[string]any{}
	cycle["again"] = []any{cycle}
	deep := any(nil)
	for range MaxDepth + 1 {
		deep = []any{deep}
	}
	for name, c := range map[string]struct {
		value    any
		location string
		message  string
	}{
		"not UTF-8":       {map[string]any{"a/b": []any{"\xff"}}, "/a~1b/0", "found a string that is not UTF-8, wanted UTF-8"},
		"name not UTF-8":  {map[string]any{"\xff": 1}, "/\xff", "found a string that is not UTF-8"},
		"NaN":             {[]any{1, math.NaN()}, "/1", "found NaN, wanted a number that JSON has"},
		"infinity":        {math.Inf(-1), "", "found -Inf, wanted a number that JSON has"},
		"json.Number":     {[]any{json.Number("0x1")}, "/0", `found "0x1", wanted`},
		"channel":         {map[string]any{"c": make(chan int)}, "/c", "found a chan int (json: unsupported type: chan int), wanted a value that JSON can say"},
		"same name twice": {json.RawMessage(`{"a":1,"a":2}`), "", "wanted each member name once in an object"},
		"cycle":           {cycle, strings.Repeat("/again/0", MaxDepth/2), "found more, wanted " + depthWanted},
		"deep":            {deep, strings.Repeat("/0", MaxDepth), "found more, wanted " + depthWanted},
		"deep raw":        {[]any{json.RawMessage(strings.Repeat("[", MaxDepth) + strings.Repeat("]", MaxDepth))}, "/0", depthWanted},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := FromGo(c.value)
			var e *GoError
			if !errors.As(err, &e) || e.Location != c.location || !strings.Contains(err.Error(), c.message) {
				t.Errorf("found %v, wanted at %q: %s", err, c.location, c.message)
			}
		})
	}
}

func FuzzFromGo(f *testing.F) {
	for _, text := range []string{`{"a":[1,-2.50e+3,true,false,null,"\u00e9\ud83d\ude00\n"],"":{"é😀":{}}}`, `[[[],{}]]`, `"x"`, `1e400`} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		d, err := Parse(text)
		if err != nil {
			return
		}
		d.Release()
		decoder := json.NewDecoder(bytes.NewReader(bytes.TrimPrefix(text, []byte("\ufeff"))))
		decoder.UseNumber()
		var v any
		if err := decoder.Decode(&v); err != nil {
			t.Fatal(err)
		}
		written, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		sameAsText(t, v, written)
		sameAsText(t, json.RawMessage(text), text)
	})
}
