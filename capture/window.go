package capture

import (
	"bufio"
	"unicode/utf8"
)

// chunk bounds how far a json.Decoder reads ahead of what it needs.
const chunk = 32 << 10

// window stands between a source and the json.Decoder that reads it. It keeps what the decoder took
// but the caller has not passed yet, so that places can be told and the size of an entry is bounded.
type window struct {
	r      *bufio.Reader
	limit  int64  // how much may wait to be passed, beside a chunk
	text   []byte // text[from:] waits to be passed
	from   int
	offset int64 // of text[from] in the source
	line   int   // the place of text[from]
	column int
	err    error // what ended the reading
}

func newWindow(r *bufio.Reader, limit int64) *window {
	return &window{r: r, limit: limit, line: 1, column: 1}
}

// Read gives the decoder a chunk at most, unless more than that waits already: then it gives at least an eighth of
// what waits. For the decoder looks at white space anew, from its start, whenever it has read more, and many
// small pieces of a long run of it would take quadratic time.
func (w *window) Read(p []byte) (int, error) {
	if w.err != nil {
		return 0, w.err
	}
	waiting := len(w.text) - w.from
	if int64(waiting)-chunk > w.limit {
		w.err = &LimitError{What: "the entry", Limit: w.limit}
		return 0, w.err
	}
	w.text = w.text[:copy(w.text, w.text[w.from:])]
	w.from = 0
	least := 1
	if waiting > chunk {
		least = waiting / 8
	}
	p = p[:min(len(p), max(chunk, least))]
	n := w.fill(p, min(len(p), least))
	w.text = append(w.text, p[:n]...)
	if n == 0 {
		return 0, w.err
	}
	return n, nil
}

// fill reads into p until it has at least so many bytes, or the reading ends.
func (w *window) fill(p []byte, least int) int {
	n := 0
	for n < least {
		// Peek gives up on a reader that never gives anything; a plain Read does not.
		if _, w.err = w.r.Peek(1); w.err != nil {
			return n
		}
		var more int
		more, w.err = w.r.Read(p[n:])
		if n += more; w.err != nil {
			return n
		}
	}
	return n
}

// pass moves on to the given offset in the source, which was read already.
func (w *window) pass(offset int64) {
	n := int(offset - w.offset)
	w.line, w.column = walk(w.text[w.from:w.from+n], w.line, w.column)
	w.from += n
	w.offset = offset
}

// rest is what was read and not passed.
func (w *window) rest() []byte { return w.text[w.from:] }

// walk returns the place after text, which begins at the given place. Columns count characters.
func walk(text []byte, line, column int) (int, int) {
	for _, c := range text {
		switch {
		case c == '\n':
			line, column = line+1, 1
		case utf8.RuneStart(c):
			column++
		}
	}
	return line, column
}
