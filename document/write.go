package document

import (
	"encoding/binary"
	"maps"
	"slices"
	"unicode"
	"unicode/utf8"
)

// AppendJSON appends the value at an entry as JSON text without white space. Numbers keep the text that they
// were written with; strings are escaped as far as RFC 8259 demands it.
func (d *Document) AppendJSON(b []byte, at int) []byte { return d.appendJSON(b, at, false) }

// AppendSorted is [Document.AppendJSON] with the members of all objects in the order of their names.
func (d *Document) AppendSorted(b []byte, at int) []byte { return d.appendJSON(b, at, true) }

func (d *Document) appendJSON(b []byte, at int, sorted bool) []byte {
	switch d.Kind(at) {
	case String:
		return d.appendString(b, at)
	case Array:
		b = append(b, '[')
		for i, end := at+1, d.End(at); i < end; i = d.End(i) {
			if i > at+1 {
				b = append(b, ',')
			}
			b = d.appendJSON(b, i, sorted)
		}
		return append(b, ']')
	case Object:
		return d.appendObject(b, at, sorted)
	}
	return append(b, d.Text(at)...)
}

// appendString appends the string at an entry. One that stands in the text without escapes is copied with its quotes.
func (d *Document) appendString(b []byte, at int) []byte {
	e := &d.tape[at]
	start, n := int(e.head>>32), int(uint32(e.tail))
	if start < len(d.text) {
		return append(b, d.text[start-1:start+n+1]...)
	}
	return AppendString(b, d.Text(at))
}

// IsPlain reports whether a text is a JSON value that needs no more than a look: a word, a number or a string of plain characters,
// without white space around it. Other values may be JSON, too.
func IsPlain(text []byte) bool {
	if len(text) == 0 {
		return false
	}
	last := len(text) - 1
	switch c := text[0]; {
	case c == '"':
		return last > 0 && text[last] == '"' && allPlain(text[1:last])
	case c == '-' || c-'0' <= 9:
		end, _, wanted := number(text, 0)
		return wanted == "" && end == len(text)
	}
	return string(text) == "true" || string(text) == "false" || string(text) == "null"
}

// Compact reports whether the text has no white space but in strings. Then it is what AppendJSON writes, but for the
// escapes that need not be.
func (d *Document) Compact() bool {
	size := 0
	for at := range d.tape {
		n := d.Len(at)
		switch d.Kind(at) {
		case String:
			if start := int(d.tape[at].head >> 32); start >= len(d.text) {
				n = int(binary.LittleEndian.Uint32(d.arena[start-prefix+4:])) // what it is in the text, with its escapes
			}
			n += len(`""`)
		case Array:
			n = 2 + max(0, n-1)
		case Object:
			n = 2 + max(0, 2*n-1)
		}
		size += n
	}
	return size == len(d.text)
}

func (d *Document) appendObject(b []byte, at int, sorted bool) []byte {
	b = append(b, '{')
	if !sorted {
		for m, end := at+1, d.End(at); m < end; m = d.End(m + 1) {
			b = append(d.appendString(b, m), ':')
			b = append(d.appendJSON(b, m+1, sorted), ',')
		}
		return closeObject(b)
	}
	members := d.memberIndex(at)
	for _, name := range slices.Sorted(maps.Keys(members)) {
		b = append(AppendString(b, name), ':')
		b = append(d.appendJSON(b, members[name], sorted), ',')
	}
	return closeObject(b)
}

// closeObject ends an object whose members each end with a comma.
func closeObject(b []byte) []byte {
	if b[len(b)-1] == ',' {
		b = b[:len(b)-1]
	}
	return append(b, '}')
}

// JSON is the value as JSON text without white space.
func (v Value) JSON() string { return string(v.doc.AppendJSON(nil, v.at)) }

const hexDigits = "0123456789abcdef"

// AppendString appends s as a JSON string. Bytes that are not UTF-8 become U+FFFD, for
// JSON text can hold nothing else.
func AppendString(b []byte, s string) []byte {
	if !allPlain(bytesOf(s)) {
		return appendOdd(b, s)
	}
	at := len(b)
	b = slices.Grow(b, len(s)+2)[:at+len(s)+2]
	b[at] = '"'
	copy(b[at+1:], s)
	b[len(b)-1] = '"'
	return b
}

// appendOdd appends a string that has more in it than plain characters.
func appendOdd(b []byte, s string) []byte {
	b = append(b, '"')
	from := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= utf8.RuneSelf {
			r, n := utf8.DecodeRuneInString(s[i:])
			if r == utf8.RuneError && n == 1 {
				b = append(append(b, s[from:i]...), "\ufffd"...)
				from = i + 1
			}
			i += n
			continue
		}
		if c >= ' ' && c != '"' && c != '\\' {
			i = plain(bytesOf(s), i)
			continue
		}
		b = appendEscape(append(b, s[from:i]...), c)
		i++
		from = i
	}
	return append(append(b, s[from:]...), '"')
}

// appendEscape appends the escape sequence of a character that cannot stand in a string.
func appendEscape(b []byte, c byte) []byte {
	switch c {
	case '"', '\\':
		return append(b, '\\', c)
	case '\b':
		return append(b, `\b`...)
	case '\f':
		return append(b, `\f`...)
	case '\n':
		return append(b, `\n`...)
	case '\r':
		return append(b, `\r`...)
	case '\t':
		return append(b, `\t`...)
	}
	return append(b, '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&0xf])
}

// Printable reports whether every character of s has a shape of its own or is a space within it.
func Printable(s string) bool {
	for _, r := range s {
		if !unicode.IsPrint(r) {
			return false
		}
	}
	return true
}
