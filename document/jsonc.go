package document

import (
	"bytes"
	"unicode/utf8"
)

// ParseJSONC reads JSON with comments, as editors' settings have it: RFC 8259 with // comments to the end of a line, /* */ comments
// wherever white space may stand, and a comma behind the last item or member. All else is [Parse]: lines and columns are those of
// the text, which must not change while the document is in use. An error is a *[SyntaxError].
func ParseJSONC(text []byte) (*Document, error) { return ParseJSONCWithin(text, Limits{}) }

// ParseJSONCWithin is [ParseJSONC] with other limits than [DefaultLimits], as in [ParseWithin].
func ParseJSONCWithin(text []byte, l Limits) (*Document, error) {
	plain, fault := withoutComments(text)
	if fault != nil {
		return nil, fault.place(text, 0)
	}
	d := pool.Get().(*Document)
	l = l.whole()
	if err := d.index(plain, &l); err != nil {
		d.Release()
		if e, ok := err.(*SyntaxError); ok && e.Offset <= len(text) {
			e.place(text, 0) // characters of comments count, too
		}
		return nil, err
	}
	d.shown = text
	return d, nil
}

// withoutComments is a copy of the text with blanks in place of comments and of commas before a closing bracket, so that every value
// stands where it stood. Where there are none it is the text itself.
func withoutComments(text []byte) ([]byte, *SyntaxError) {
	var plain []byte
	blank := func(start, end int) {
		if plain == nil {
			plain = bytes.Clone(text)
		}
		for i := start; i < end; i++ {
			if plain[i] != '\n' {
				plain[i] = ' '
			}
		}
	}
	comma, before := -1, byte(0) // the comma, if it is the last byte but for blanks, and the byte before it
	last := byte(0)
	for i := 0; i < len(text); {
		c := text[i]
		end := i + 1
		switch {
		case c == '/' && (bytes.HasPrefix(text[i:], []byte("//")) || bytes.HasPrefix(text[i:], []byte("/*"))):
			if end = endOfComment(text, i); end < 0 {
				return nil, &SyntaxError{Offset: i, Found: "a comment that does not end", Wanted: "one that ends with */"}
			}
			if at := NotUTF8(text[i:end]); at >= 0 {
				return nil, &SyntaxError{Offset: i + at, Wanted: "UTF-8"}
			}
			blank(i, end)
			i = end
			continue
		case c == ' ' || c == '\t' || c == '\n' || c == '\r':
			i = end
			continue
		case c == '"':
			end = endOfString(text, i)
		case c == ',':
			comma, before = i, last
		case (c == ']' || c == '}') && last == ',' && before != ',' && before != '[' && before != '{' && before != ':' && before != 0:
			blank(comma, comma+1)
		}
		last, i = c, end
	}
	if plain == nil {
		return text, nil
	}
	return plain, nil
}

// endOfComment is the offset behind the comment that begins at one, or -1. The end of a line is no part of it.
func endOfComment(text []byte, start int) int {
	rest := text[start+2:]
	if text[start+1] == '/' {
		if n := bytes.IndexAny(rest, "\r\n"); n >= 0 {
			return start + 2 + n
		}
		return len(text)
	}
	n := bytes.Index(rest, []byte("*/"))
	if n < 0 {
		return -1
	}
	return start + 2 + n + len("*/")
}

// endOfString is the offset behind the string that begins at one, or of the end of a text in which it does not end.
func endOfString(text []byte, start int) int {
	for i := start + 1; i < len(text); i++ {
		switch text[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
	return len(text)
}

// NotUTF8 is the offset of the first byte that is not UTF-8, or -1.
func NotUTF8(text []byte) int {
	if utf8.Valid(text) {
		return -1
	}
	for i := 0; ; {
		r, n := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && n <= 1 {
			return i
		}
		i += n
	}
}
