package document

import "testing"

// Each value of a document is a document of its own, with the places and spans that it has in the whole.
func TestPart(t *testing.T) {
	text := "{\"a\": [1, {\"b\": \"\\u00e9\", \"c\": []}, null],\n \"d\\n\": {\"e\": {\"f\": true}}, \"é\": \"x\"}"
	d, err := ParseAt([]byte(text), 3)
	if err != nil {
		t.Fatal(err)
	}
	var visit func(v Value)
	visit = func(v Value) {
		p := d.Part(v.Entry())
		if got, want := p.Root().JSON(), v.JSON(); got != want {
			t.Fatalf("found %s, wanted %s", got, want)
		}
		for i := range p.Entries() {
			if got, want := p.Position(i), d.Position(v.Entry()+i); got != want {
				t.Errorf("%s: found %s at %v, wanted %v", v.JSON(), p.Pointer(i), got, want)
			}
			if got, want := NewLocator(p).Position(i), d.Position(v.Entry()+i); got != want {
				t.Errorf("%s: found %s at %v by a locator, wanted %v", v.JSON(), p.Pointer(i), got, want)
			}
			if v.Entry() > 0 {
				if got, want := d.Pointer(v.Entry())+p.Pointer(i), d.Pointer(v.Entry()+i); got != want {
					t.Errorf("found the pointer %s, wanted %s", got, want)
				}
			}
		}
		start, end := p.Span(0)
		if s, e := d.Span(v.Entry()); s != start || e != end {
			t.Errorf("%s: found the span %d, %d, wanted %d, %d", v.JSON(), start, end, s, e)
		}
		p.Release()
		switch v.Kind() {
		case Array:
			for _, item := range v.Items() {
				visit(item)
			}
		case Object:
			for _, value := range v.Members() {
				visit(value)
			}
		}
	}
	visit(d.Root().Get("a"))
	visit(d.Root().Get("d\n"))
	visit(d.Root().Get("é"))
	if d.Part(0) != d {
		t.Error("found another document, wanted the whole")
	}
}
