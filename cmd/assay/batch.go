package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/report"
)

// language is how the instances of an input are written.
type language int

const (
	oneJSON language = iota
	records          // NDJSON: a JSON text a line
	yamlStream
)

// languageOf is told by the ending of a file; what has no known one is JSON.
func languageOf(name string) language {
	switch ending(name) {
	case ".ndjson", ".jsonl":
		return records
	case ".yaml", ".yml":
		return yamlStream
	}
	return oneJSON
}

// input is a file with the schema that governs it; "" leaves the choice to the instances and the configuration.
type input struct{ name, schema string }

// batch is a part of an input that is checked in one go: a whole text, or some lines of records.
type batch struct {
	input
	language language
	text     []byte
	lines    []line
	first    int   // number of the first record
	err      error // why there is no text, or no more of it

	done    chan struct{} // closed when what follows is there
	results []report.Result
	notes   []string // warnings, to be printed
	faults  []error  // why instances have no verdict
}

// line is a record's place in the text of its batch, and its line in the file.
type line struct{ start, end, number int }

// batchSize is about how many bytes of records make a batch.
const batchSize = 256 << 10

// batches reads an input and hands it on in parts. It ends early when emit says so.
func (s streams) batches(in input, emit func(*batch) bool) {
	r, err := s.open(in.name)
	if err != nil {
		emit(&batch{input: in, err: err})
		return
	}
	defer func() { _ = r.Close() }() // it was only read
	l := languageOf(in.name)
	text := io.Reader(r)
	if in.name == dash {
		if text, l, err = sniff(r); err != nil {
			emit(&batch{input: in, err: err})
			return
		}
	}
	if l == records {
		split(in, text, emit)
		return
	}
	b := &batch{input: in, language: l}
	if b.text, b.err = readAll(text); b.err != nil {
		b.text = nil
	}
	emit(b)
}

// sniff tells whether standard input is one JSON text or records: it is records where its first line that is not
// blank is a whole JSON text, and something follows it.
func sniff(r io.Reader) (io.Reader, language, error) {
	buffered := bufio.NewReader(r)
	var read []byte
	again := func() io.Reader { return io.MultiReader(bytes.NewReader(read), buffered) }
	for {
		start := len(read)
		err := appendLine(buffered, &read)
		if first := read[start:]; len(bytes.TrimSpace(first)) > 0 {
			d, wrong := document.Parse(first)
			if err != nil || wrong != nil {
				return again(), oneJSON, notEnd(err)
			}
			d.Release()
			break
		}
		if err != nil {
			return again(), oneJSON, notEnd(err)
		}
	}
	for {
		c, err := buffered.ReadByte()
		if err != nil {
			return again(), oneJSON, notEnd(err)
		}
		if !bytes.ContainsRune([]byte(" \t\r\n"), rune(c)) {
			return again(), records, buffered.UnreadByte()
		}
		read = append(read, c)
	}
}

// notEnd is an error of reading; the end of the input is none.
func notEnd(err error) error {
	if err == io.EOF {
		return nil
	}
	return err
}

// split hands on records in batches of lines. A batch ends where it is large, or where the next line is yet to be
// read: so what comes slowly is reported as it comes.
func split(in input, r io.Reader, emit func(*batch) bool) {
	buffered := bufio.NewReaderSize(r, batchSize)
	for number, count := 0, 0; ; {
		b := &batch{input: in, language: records, first: count + 1}
		var err error
		for err == nil && len(b.text) < batchSize && (len(b.text) == 0 || buffered.Buffered() > 0) {
			start := len(b.text)
			err = appendLine(buffered, &b.text)
			number++
			// A line that breaks off, as reading fails, is no record.
			if record := bytes.TrimRight(b.text[start:], " \t\r\n"); len(record) > 0 && notEnd(err) == nil {
				b.lines = append(b.lines, line{start, start + len(record), number})
			}
		}
		count += len(b.lines)
		b.err = notEnd(err)
		if err == io.EOF && count == 0 {
			b.lines = []line{{0, 0, 1}}
		}
		if !emit(b) || err != nil {
			return
		}
	}
}

// appendLine appends a line with its end. The error may come with text: the last line may have no end.
func appendLine(r *bufio.Reader, text *[]byte) error {
	for {
		part, err := r.ReadSlice('\n')
		*text = append(*text, part...)
		if !errors.Is(err, bufio.ErrBufferFull) {
			return err
		}
		if len(*text) > largestText {
			return fmt.Errorf("found a line of more than %d bytes, wanted shorter ones", largestText)
		}
	}
}
