package document

import (
	"bytes"
	"encoding/json"
	"io"
	"math/big"
	"regexp"
	"strings"
	"testing"
)

// differs lists what package document refuses by its own rules and encoding/json does not.
var differs = []string{
	"wanted each member name once in an object",
	"wanted UTF-8",
	"wanted both halves of a surrogate pair",
	"wanted at most 1024 arrays and objects within each other",
	"wanted an exponent of at most 18 digits",
}

func FuzzParse(f *testing.F) {
	for _, text := range []string{
		`{"a":[1,-2.50e+3,true,false,null,"\u00e9\ud83d\ude00\n"],"":{"é😀":{}}}`, `{"a":1,"\u0061":2}`, `"\ud83d"`, "\"\xff\"", "\ufeff [ ]\r\n",
		`{"a":1,"b":2,"c":3,"d":4,"e":5,"f":6,"g":7,"h":8,"i":9,"j":10}`, `1e12345678901234567890`, "[[[[[[", `[01]`, `"12345678\\"`, "\"\u2028\x7f\"",
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		theirs := bytes.TrimPrefix(text, []byte("\ufeff"))
		d, err := Parse(text)
		if err != nil {
			for _, rule := range differs {
				if strings.HasSuffix(err.Error(), rule) {
					return
				}
			}
			if json.Valid(theirs) {
				t.Fatalf("%q: got %v, encoding/json accepts it", text, err)
			}
			return
		}
		if !json.Valid(theirs) {
			t.Fatalf("%q is accepted, encoding/json refuses it", text)
		}
		decoder := json.NewDecoder(bytes.NewReader(theirs))
		decoder.UseNumber()
		compare(t, d.Root(), decoder, next(t, decoder))
		if _, err := decoder.Token(); err != io.EOF {
			t.Fatalf("%q: got %v behind the value", text, err)
		}
		checkEntries(t, d, text)
		d.Release()
	})
}

func next(t *testing.T, decoder *json.Decoder) json.Token {
	token, err := decoder.Token()
	if err != nil {
		t.Fatal(err)
	}
	return token
}

// compare holds a value against the tokens of encoding/json, the first of which was read.
func compare(t *testing.T, v Value, decoder *json.Decoder, token json.Token) {
	same := false
	switch token := token.(type) {
	case nil:
		same = v.Kind() == Null
	case bool:
		same = v.Kind() == Boolean && v.True() == token
	case json.Number:
		same = v.Kind() == Number && v.Text() == string(token)
	case string:
		same = v.Kind() == String && v.Text() == token && v.Document().Runes(v.Entry()) == len([]rune(token))
	case json.Delim:
		n := 0
		for name, member := range v.Members() {
			n++
			compare(t, name, decoder, next(t, decoder))
			compare(t, member, decoder, next(t, decoder))
		}
		for _, item := range v.Items() {
			n++
			compare(t, item, decoder, next(t, decoder))
		}
		end := next(t, decoder)
		same = n == v.Len() && (v.Kind() == Object && token == '{' && end == json.Delim('}') || v.Kind() == Array && token == '[' && end == json.Delim(']'))
	}
	if !same {
		t.Fatalf("got %v %.40q, encoding/json has %v", v.Kind(), v.JSON(), token)
	}
}

// checkEntries holds what a document says of its entries against each other.
func checkEntries(t *testing.T, d *Document, text []byte) {
	again := parse(t, d.Root().JSON())
	if !Equal(d.Root(), again.Root()) || d.Root().Hash() != again.Root().Hash() {
		t.Fatalf("%q is written as %s", text, d.Root().JSON())
	}
	if len(text) > 300 {
		return // what follows takes the square of the length
	}
	entries(d, 0, func(at int, name bool) {
		if !name && d.Root().Lookup(d.Pointer(at)).Entry() != at {
			t.Fatalf("%q: %q does not lead to entry %d", text, d.Pointer(at), at)
		}
		start, end := d.Span(at)
		if own := parse(t, string(text[start:end])); !name && !Equal(own.Root(), d.Value(at)) || name && own.Text(0) != d.Text(at) {
			t.Fatalf("%q: the span %q is not entry %d", text, text[start:end], at)
		}
		if p := d.Position(at); p.Line < 1 || p.Column < 1 {
			t.Fatalf("%q: entry %d is at %v", text, at, p)
		}
	})
}

var largeExponent = regexp.MustCompile(`[eE][-+]?0*[1-9][0-9]{3}`)

func FuzzDecimal(f *testing.F) {
	for _, pair := range [][2]string{{"1", "1.0"}, {"-0.30", "1e-1"}, {"1e400", "7"}, {"9223372036854775808", "-9223372036854775808"}, {"12e-5", "0"}, {"14e0000000000000400005", "1"}, {"01", "1."}} {
		f.Add(pair[0], pair[1])
	}
	f.Fuzz(func(t *testing.T, x, y string) {
		for _, text := range []string{x, y} {
			d, ok := ParseDecimal(text)
			if wanted := numberSyntax.MatchString(text); ok != wanted {
				t.Fatalf("%q is a number: got %v, want %v", text, ok, wanted)
			}
			if !ok {
				return
			}
			d.Int()
			if largeExponent.MatchString(text) || len(text) > 500 {
				return
			}
			if r, _ := new(big.Rat).SetString(text); r.Sign() == 0 && d != (Decimal{}) {
				t.Fatalf("%q is %v, want 0", text, d)
			}
		}
		checkDecimals(t, x, y)
	})
}

// numberSyntax is RFC 8259, section 6, with our bound of exponents, whose zeros in front do not count.
var numberSyntax = regexp.MustCompile(`^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?0*[0-9]{1,18})?$`)
