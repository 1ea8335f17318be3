package document

import (
	"bytes"
	"strings"
	"sync"
	"testing"
)

// parse reads a text that is known to be accepted.
func parse(t testing.TB, text string) *Document {
	t.Helper()
	d, err := Parse([]byte(text))
	if err != nil {
		t.Fatalf("%.80q: %v", text, err)
	}
	return d
}

// entries calls visit with all entries below and at the value at an entry, member names too.
func entries(d *Document, at int, visit func(at int, name bool)) {
	visit(at, false)
	switch d.Kind(at) {
	case Array:
		for i, end := at+1, d.End(at); i < end; i = d.End(i) {
			entries(d, i, visit)
		}
	case Object:
		for m, end := at+1, d.End(at); m < end; m = d.End(m + 1) {
			visit(m, true)
			entries(d, m+1, visit)
		}
	}
}

func TestReleasedMemoryIsUsedAgainWithoutTraces(t *testing.T) {
	texts := []string{
		`{"a":"\u00e9","b":[1,2,{"c":null}]}`, `[]`, `"plain"`, `"\n"`, `{"a":1,"b":2,"c":3,"d":4,"e":5,"f":6,"g":7,"h":8,"i":9}`,
		`[1,2,3]`, `{"\u0061":1}`, `0`,
	}
	for range 50 {
		for _, text := range texts {
			d := parse(t, text)
			want := strings.NewReplacer(`\u00e9`, "é", `\u0061`, "a").Replace(text)
			if got := d.Root().JSON(); got != want {
				t.Fatalf("got %s, want %s", got, want)
			}
			if p := d.Position(0); p != (Position{1, 1}) {
				t.Fatalf("%s: got the root at %v", text, p)
			}
			d.Release()
			if _, err := ParseAt([]byte(`{"x":"\n",`), 7); err == nil || !strings.HasPrefix(err.Error(), "7:11:") {
				t.Fatalf("got %v, want a fault at 7:11", err)
			}
		}
	}
}

func TestConcurrentParseReadRelease(t *testing.T) {
	shared := parse(t, `{"a":["\u00e9",1.50,{"b":true}],"c":"d"}`)
	want := shared.Root().JSON()
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for range 200 {
				if got := shared.Root().JSON(); got != want {
					t.Errorf("got %s, want %s", got, want)
				}
				own, err := Parse([]byte(want))
				if err != nil || !Equal(own.Root(), shared.Root()) || own.Root().Hash() != shared.Root().Hash() {
					t.Errorf("got %v, want a document equal to the shared one", err)
					return
				}
				shared.Position(3)
				own.Release()
			}
		})
	}
	group.Wait()
}

func TestReleaseDropsLargeBuffers(t *testing.T) {
	if poisoned {
		t.Skip("what was released cannot be looked at")
	}
	large := parse(t, "["+strings.Repeat("0,", 100_000)+"0]")
	large.Release()
	if got := large.Root().Len(); got != 100_001 {
		t.Errorf("got %d items after Release of what is too large for the pool, want 100001", got)
	}
	var b Builder
	b.Null(Position{3, 4})
	built := b.Document()
	built.Release()
	if got := built.Position(0); got != (Position{3, 4}) {
		t.Errorf("got %v after Release of what was built, want 3, 4", got)
	}
}

func TestParseAndReleaseDoNotAllocate(t *testing.T) {
	if raceEnabled {
		t.Skip("the race detector makes pools forget")
	}
	for name, text := range map[string]string{
		"plain":   `{"id":12,"name":"Zoë","tags":["a","b"],"nested":{"x":1.5,"y":null,"z":true}}`,
		"escapes": `{"a":"\n","b":"\u00e9","c":"\ud83d\ude00"}`,
		"names":   `{"a":1,"b":2,"c":3,"d":4,"e":5,"f":6,"g":7,"h":8,"i":9,"j":10,"k":11,"l":12,"m":13,"n":14,"o":15,"p":16,"q":17}`,
	} {
		b := []byte(text)
		n := testing.AllocsPerRun(200, func() {
			d, err := Parse(b)
			if err != nil {
				t.Fatal(err)
			}
			d.Release()
		})
		if n != 0 {
			t.Errorf("%s: got %v allocations, want none", name, n)
		}
	}
}

func TestSource(t *testing.T) {
	text := []byte(" [1] ")
	d, err := Parse(text)
	if err != nil || !bytes.Equal(d.Source(), text) {
		t.Errorf("got %q, %v, want the text itself", d.Source(), err)
	}
	var b Builder
	b.Null(Position{1, 1})
	if got := b.Document().Source(); got != nil {
		t.Errorf("got %q of what was built, want nil", got)
	}
}

func TestKindNames(t *testing.T) {
	want := []string{"invalid", "null", "boolean", "number", "string", "array", "object"}
	for k, name := range want {
		if got := Kind(k).String(); got != name {
			t.Errorf("got %q, want %q", got, name)
		}
	}
}
