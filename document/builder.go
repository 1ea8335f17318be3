package document

import (
	"fmt"
	"math"
	"unicode/utf8"
)

// Builder makes a document value by value, for languages other than JSON. Its methods are
// called in the order of the document: a container's Begin, what is in it (each member's Name
// before its value), its End. Positions are those of the file read.
type Builder struct {
	d    Document
	data []byte // to become the document's
	open []building
}

// building is a container that has not ended.
type building struct {
	at, count int
	names     map[string]Position // of an object
}

// DuplicateError says that an object has a member name twice.
type DuplicateError struct {
	Name          string
	First, Second Position
}

func (e *DuplicateError) Error() string {
	return fmt.Sprintf("%d:%d: found the member name %q twice, wanted it once (it is on line %d, too)",
		e.Second.Line, e.Second.Column, e.Name, e.First.Line)
}

// add puts an entry on the tape; text is what it points to.
func (b *Builder) add(head uint64, text string, p Position) {
	b.count()
	at := len(b.d.tape)
	b.d.tape = append(b.d.tape, entry{
		head | uint64(len(b.data))<<32,
		uint64(len(text)) | uint64(at+1)<<32,
	})
	b.data = append(b.data, text...)
	b.d.places = append(b.d.places, p)
}

// count notes one more item of the array that is open; members count by name.
func (b *Builder) count() {
	if n := len(b.open); n > 0 && b.open[n-1].names == nil {
		b.open[n-1].count++
	}
}

// Null adds null.
func (b *Builder) Null(p Position) { b.add(uint64(Null), "null", p) }

// Boolean adds true or false.
func (b *Builder) Boolean(v bool, p Position) {
	if v {
		b.add(uint64(Boolean)|flagTrue, "true", p)
	} else {
		b.add(uint64(Boolean), "false", p)
	}
}

// Number adds a number that is written in JSON's syntax; the error says that it is not, or that it is longer than [DefaultLimits] allow.
func (b *Builder) Number(text string, p Position) error {
	head := uint64(Number)
	if most := DefaultLimits.Digits; len(text) > most {
		return fmt.Errorf("%d:%d: %w", p.Line, p.Column, &LimitError{"digits", most})
	}
	end, fraction, wanted := 0, false, "a number"
	if text != "" {
		end, fraction, wanted = number([]byte(text), 0)
	}
	if wanted == "" && end != len(text) {
		wanted = "the end of the number"
	}
	if wanted != "" {
		return fmt.Errorf("%d:%d: found %q, wanted %s", p.Line, p.Column, text, wanted)
	}
	if fraction {
		head |= flagFraction
	}
	b.add(head, text, p)
	return nil
}

// String adds a string. It must be UTF-8.
func (b *Builder) String(s string, p Position) error {
	head, err := b.stringHead(s, p)
	if err == nil {
		b.add(head, s, p)
	}
	return err
}

// stringHead is the head of a string's entry without its offset.
func (b *Builder) stringHead(s string, p Position) (uint64, error) {
	if len(b.data)+len(s) > math.MaxUint32 {
		return 0, fmt.Errorf("%d:%d: found more, wanted less than 4 GiB of strings and numbers", p.Line, p.Column)
	}
	head := uint64(String)
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			if !utf8.ValidString(s) {
				return 0, fmt.Errorf("%d:%d: found bytes that are not UTF-8, wanted UTF-8", p.Line, p.Column)
			}
			return head | flagWide, nil
		}
	}
	return head, nil
}

// Name adds a member's name. The error is a *[DuplicateError] where the object has the name already.
func (b *Builder) Name(s string, p Position) error {
	head, err := b.stringHead(s, p)
	if err != nil {
		return err
	}
	object := &b.open[len(b.open)-1]
	if first, twice := object.names[s]; twice {
		return &DuplicateError{Name: s, First: first, Second: p}
	}
	object.names[s] = p
	object.count++
	at := len(b.data)
	b.data = append(b.data, s...)
	b.d.tape = append(b.d.tape, entry{head | uint64(at)<<32, uint64(len(s)) | uint64(nameHash(b.data[at:]))<<32})
	b.d.places = append(b.d.places, p)
	return nil
}

// BeginArray opens an array.
func (b *Builder) BeginArray(p Position) error { return b.begin(Array, nil, p) }

// BeginObject opens an object.
func (b *Builder) BeginObject(p Position) error { return b.begin(Object, map[string]Position{}, p) }

func (b *Builder) begin(kind Kind, names map[string]Position, p Position) error {
	if len(b.open) == MaxDepth {
		return fmt.Errorf("%d:%d: %w", p.Line, p.Column, &LimitError{"depth", MaxDepth})
	}
	at := len(b.d.tape)
	b.add(uint64(kind), "", p)
	b.open = append(b.open, building{at: at, names: names})
	return nil
}

// End closes the container that was opened last.
func (b *Builder) End() {
	c := b.open[len(b.open)-1]
	b.open = b.open[:len(b.open)-1]
	b.d.tape[c.at].tail = uint64(c.count) | uint64(len(b.d.tape))<<32
}

// Document is what was built: one value, all of its containers ended. The builder must not be used afterwards.
func (b *Builder) Document() *Document {
	b.d.data = shared(b.data)
	return &b.d
}
