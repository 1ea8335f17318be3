package main

import (
	"bytes"
	"io"
	"runtime/debug"
	"slices"
)

// A batch of records ends where it has about batchSize bytes, and has at most batchLines lines: what is found wrong in short
// ones takes much more memory than their text.
const (
	batchSize  = 256 << 10
	batchLines = 1024
	// longText is how long the memory of a text may be that serves another one.
	longText = 4 * batchSize
)

// lineReader cuts records into batches of whole lines. It reads at most a batch ahead, and what it reads it reads once
// into the memory of a batch: a batch ends with the line that the last read ended in, so what comes slowly is reported as it
// comes.
type lineReader struct {
	in     input
	r      io.Reader
	emit   func(*batch) bool
	rest   []byte // what was read of the line after the last whole one
	size   int    // how many bytes are asked for at a time, such that they are about batchLines lines
	number int    // lines so far
	count  int    // records so far
}

// split hands on records in batches of lines.
func split(in input, r io.Reader, emit func(*batch) bool) {
	l := &lineReader{in: in, r: r, emit: emit, size: batchSize / 8}
	for l.next() {
	}
}

// next reads and hands on some lines. It reports whether there may be more.
func (l *lineReader) next() bool {
	b := newBatch(l.in, records)
	b.text = append(b.text, l.rest...)
	err := l.fill(b)
	whole := len(b.text)
	if err != io.EOF {
		// A line that breaks off, as reading fails, is no record.
		whole = bytes.LastIndexByte(b.text, '\n') + 1
	}
	l.rest = append(l.rest[:0], b.text[whole:]...)
	b.text = b.text[:whole]
	for rest := l.cut(b); len(rest) > 0; rest = l.cut(b) {
		// There are so many lines that they are several batches, which share the text.
		next := newBatch(l.in, records)
		next.text, next.kept, b.kept = rest, true, true
		if !l.emit(b) {
			return false
		}
		b = next
	}
	if b.err = notEnd(err); err == io.EOF && l.count == 0 {
		b.lines = append(b.lines, line{0, 0, 1})
	}
	return l.emit(b) && err == nil
}

// cut finds the records of a batch, and returns what of the text is behind the last that a batch has room for.
func (l *lineReader) cut(b *batch) (rest []byte) {
	b.first = l.count + 1
	for at := 0; at < len(b.text); {
		if len(b.lines) == batchLines {
			rest = b.text[at:]
			b.text = b.text[:at]
			break
		}
		next := len(b.text)
		if n := bytes.IndexByte(b.text[at:], '\n'); n >= 0 {
			next = at + n + 1
		}
		l.number++
		if end := trimmed(b.text, at, next); end > at {
			b.lines = append(b.lines, line{at, end, l.number})
		}
		at = next
	}
	l.count += len(b.lines)
	if n := len(b.lines); n > 0 {
		l.size = min(max(len(b.text)/n*batchLines, batchSize/64), batchSize)
	}
	return rest
}

// trimmed is the end of a line without the white space at its end, bytes.TrimRight for many short lines.
func trimmed(text []byte, start, end int) int {
	for ; end > start; end-- {
		switch text[end-1] {
		case ' ', '\t', '\r', '\n':
		default:
			return end
		}
	}
	return start
}

// fill reads on until the batch has the end of a line.
func (l *lineReader) fill(b *batch) error {
	for empty := 0; ; empty++ {
		if most := l.in.limits.Size; len(b.text) > most {
			return tooLong("line", most)
		}
		at := len(b.text)
		if cap(b.text)-at < l.size {
			b.text = slices.Grow(b.text, max(l.size, at)) // a long line is copied few times
			if at > longText {
				debug.SetGCPercent(100)
			}
		}
		n, err := l.r.Read(b.text[at : at+l.size])
		b.text = b.text[:at+n]
		if err != nil || bytes.IndexByte(b.text[at:], '\n') >= 0 {
			return err
		}
		if n > 0 {
			empty = 0
		} else if empty == 100 {
			return io.ErrNoProgress
		}
	}
}
