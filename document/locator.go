package document

import (
	"bytes"
	"strconv"
	"unicode/utf8"
)

// Locator finds pointers and positions of many entries of one document. It goes on from where it found the last one, so that
// asking for all entries in order takes time linear in the document; any other order is right, too.
type Locator struct {
	doc    *Document
	frames []located
	last   Position // of the byte at offset
	offset int
}

// located is a container on the way to the entry found last, and the child that the way goes through.
type located struct {
	at, child, index int
	pointer          string // of the container
}

// NewLocator makes a locator that begins at the root.
func NewLocator(d *Document) *Locator {
	return &Locator{doc: d, last: Position{Line: d.before + 1, Column: 1}}
}

// Pointer is [Document.Pointer].
func (l *Locator) Pointer(at int) string {
	// Leave the containers that do not hold the entry.
	for n := len(l.frames); n > 0; n = len(l.frames) {
		if f := l.frames[n-1]; f.at < at && at < l.doc.End(f.at) {
			break
		}
		l.frames = l.frames[:n-1]
	}
	if len(l.frames) == 0 {
		if at == 0 {
			return ""
		}
		l.enter(0, "")
	}
	for {
		f := &l.frames[len(l.frames)-1]
		pointer, value := l.step(f, at)
		if at <= value {
			return pointer
		}
		l.enter(value, pointer)
	}
}

// enter puts a container on the way.
func (l *Locator) enter(at int, pointer string) {
	l.frames = append(l.frames, located{at: at, child: at + 1, pointer: pointer})
}

// step moves a frame on to the child that is or holds an entry. It returns the child's pointer and the entry of
// its value.
func (l *Locator) step(f *located, at int) (pointer string, value int) {
	if f.child > at {
		f.child, f.index = f.at+1, 0
	}
	name := 0
	if l.doc.Kind(f.at) == Object {
		name = 1
	}
	for l.doc.End(f.child+name) <= at {
		f.child = l.doc.End(f.child + name)
		f.index++
	}
	if name == 1 {
		return f.pointer + "/" + EscapePointer(l.doc.Text(f.child)), f.child + 1
	}
	return f.pointer + "/" + strconv.Itoa(f.index), f.child
}

// Position is [Document.Position].
func (l *Locator) Position(at int) Position {
	if l.doc.places != nil {
		return l.doc.places[at]
	}
	if l.doc.text == nil {
		return Position{} // of a Go value
	}
	start, _ := l.doc.span(at)
	text := l.doc.lines()
	if start < l.offset {
		l.offset, l.last = 0, Position{Line: l.doc.before + 1, Column: 1}
	}
	between := text[l.offset:start]
	if line := bytes.LastIndexByte(between, '\n'); line >= 0 {
		l.last.Line += bytes.Count(between, []byte{'\n'})
		l.last.Column = 1
		between = between[line+1:]
	} else if l.offset == 0 {
		between = bytes.TrimPrefix(between, []byte("\ufeff"))
	}
	l.last.Column += utf8.RuneCount(between)
	l.offset = start
	return l.last
}
