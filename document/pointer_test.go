package document

import "testing"

func TestLookup(t *testing.T) {
	// The document of RFC 6901, section 5, and some of our own below "".
	text := `{"foo":["bar","baz"],"":{"":[[],{"0":"zero","-":"minus"}]},"a/b":1,"c%d":2,"e^f":3,"g|h":4,"i\\j":5,"k\"l":6," ":7,"m~n":8,"~1":9,"/":10}`
	root := parse(t, text).Root()
	for _, c := range []struct{ pointer, want string }{
		{"", text}, {"/foo", `["bar","baz"]`}, {"/foo/0", `"bar"`}, {"/foo/1", `"baz"`},
		{"/a~1b", "1"}, {"/c%d", "2"}, {"/e^f", "3"}, {"/g|h", "4"}, {`/i\j`, "5"}, {`/k"l`, "6"}, {"/ ", "7"}, {"/m~0n", "8"},
		{"/~01", "9"}, {"/~1", "10"}, {"/", `{"":[[],{"0":"zero","-":"minus"}]}`}, {"//", `[[],{"0":"zero","-":"minus"}]`},
		{"///0", "[]"}, {"///1/0", `"zero"`}, {"///1/-", `"minus"`},
	} {
		if got := root.Lookup(c.pointer); got.IsZero() || got.JSON() != c.want {
			t.Errorf("%q: got %v, want %s", c.pointer, got, c.want)
		}
	}
	for _, pointer := range []string{
		"foo", "/bar", "/foo/2", "/foo/-1", "/foo/-", "/foo/00", "/foo/01", "/foo/+1", "/foo/1e0", "/foo/", "/foo/ 1", "/foo/0/", "/foo/0/0",
		"/foo/18446744073709551616", "/a~1b/x", "#/foo", "/FOO", "/m~n/", "///0/0", "/foo/١",
	} {
		if got := root.Lookup(pointer); !got.IsZero() || got.Kind() != Invalid {
			t.Errorf("%q: got %s, want nothing", pointer, got.JSON())
		}
	}
}

func TestPointerAndLookupOfEveryEntry(t *testing.T) {
	for _, text := range []string{
		`1`, `[]`, `[[],[[]],{}]`, `{"a":{"b":{"c":[1,{"d":2}]}},"e":[]}`,
		`{"":{"":{"":0}},"~":{"/":1,"~1":[2,[3]],"~0":4},"0":[{"0":5}],"\n\u0000é😀":{"a b":6}}`,
		`[0,1,2,3,4,5,6,7,8,9,10,[11,[12]],{"x":[13,{"y":14}]},15]`,
	} {
		d := parse(t, text)
		seen := map[string]bool{}
		entries(d, 0, func(at int, name bool) {
			pointer := d.Pointer(at)
			if name {
				if want := d.Pointer(at + 1); pointer != want {
					t.Errorf("got %q of a name, want %q as of its value", pointer, want)
				}
				return
			}
			if seen[pointer] {
				t.Errorf("%q is the pointer of two values", pointer)
			}
			seen[pointer] = true
			if got := d.Root().Lookup(pointer); got.IsZero() || got.Entry() != at {
				t.Errorf("%q leads to entry %d, want %d", pointer, got.Entry(), at)
			}
			if got := d.Value(at).Pointer(); got != pointer {
				t.Errorf("got %q by the value, %q by the document", got, pointer)
			}
		})
	}
}

func TestEscapePointer(t *testing.T) {
	for name, want := range map[string]string{"": "", "a": "a", "/": "~1", "~": "~0", "~1": "~01", "a/~b": "a~1~0b", "~0/": "~00~1"} {
		if got := EscapePointer(name); got != want {
			t.Errorf("%q: got %q, want %q", name, got, want)
		}
		if got := UnescapePointer(want); got != name {
			t.Errorf("%q: got %q, want %q", want, got, name)
		}
	}
}
