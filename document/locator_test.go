package document

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"
)

var locatorTexts = []string{
	`1`, `[]`, `{}`, "\ufeff[1,\n 2]", `{"a/b":{"~":[1,{"é":null,"x\u0041":[[],[0]]}]},"":3}`,
	"[\n\t{\"a\": [1, 2, {\"b\": \"ö\", \"c\": {}}]},\r\n  \"\\n\", [[[7]]], {\"z\": {\"y\": {\"x\": false}}}\n]",
}

func TestLocatorAgreesWithDocument(t *testing.T) {
	for _, text := range locatorTexts {
		d, err := ParseAt([]byte(text), 5)
		if err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		order := make([]int, 0, 3*d.Entries())
		for at := range d.Entries() {
			order = append(order, at)
		}
		for range 2 * d.Entries() {
			order = append(order, rand.IntN(d.Entries()))
		}
		l := NewLocator(d)
		for _, at := range order {
			if got, want := l.Pointer(at), d.Pointer(at); got != want {
				t.Errorf("%s: entry %d: pointer %q, want %q", text, at, got, want)
			}
			if got, want := l.Position(at), d.Position(at); got != want {
				t.Errorf("%s: entry %d: position %v, want %v", text, at, got, want)
			}
		}
	}
}

// TestLocatorIsLinear asks for every entry of a document for which asking one by one from the start would take minutes.
func TestLocatorIsLinear(t *testing.T) {
	d, err := Parse([]byte("[" + strings.Repeat(`{"a":0},`, 200_000) + "{}]"))
	if err != nil {
		t.Fatal(err)
	}
	start := time.Now()
	l := NewLocator(d)
	for at := range d.Entries() {
		l.Pointer(at)
		l.Position(at)
	}
	if took := time.Since(start); took > 10*time.Second {
		t.Errorf("all pointers and positions took %v", took)
	}
}
