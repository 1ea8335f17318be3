package main

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"runtime/debug"
	"sync"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/report"
)

// language is how the instances of an input are written.
type language int

const (
	oneJSON   language = iota
	commented          // JSON with comments
	json5Text
	records // NDJSON: a JSON text a line
	yamlStream
	tomlText
	unsaid // JSON, and on standard input records, too
)

// languages are the names of all, as --input-format has them.
var languages = []string{"json", "jsonc", "json5", "ndjson", "yaml", "toml"}

// endings are those of files of each language.
var endings = map[string]language{
	".json": oneJSON, ".jsonc": commented, ".json5": json5Text, ".ndjson": records, ".jsonl": records,
	".yaml": yamlStream, ".yml": yamlStream, ".toml": tomlText,
}

// languageOf is told by the ending of a file, else by --input-format.
func languageOf(in input) language {
	if l, ok := endings[ending(in.name)]; ok {
		return l
	}
	return in.otherwise
}

// input is a file with the schema that governs it; "" leaves the choice to the instances and the configuration.
type input struct {
	name, schema string
	wantInvalid  bool     // its instances must all be invalid
	comments     bool     // its JSON may have comments
	otherwise    language // where the name says nothing
	at           steps    // to its instances
	limits       *limits
}

// batch is a part of an input that is checked in one go: a whole text, or some lines of records.
type batch struct {
	input
	language language
	text     []byte
	lines    []line
	first    int // number of the first record
	parted   int // how many instances were found by its steps
	common   fileSchema
	err      error // why there is no text, or no more of it

	done     chan struct{} // told once when what follows is there
	verdicts []judged
	notes    []string // warnings, to be printed
	faults   []error  // why instances have no verdict
	// kept says that something else refers to the text, so that its memory cannot serve the next batch.
	kept bool
}

// line is a record's place in the text of its batch, and its line in the file.
type line struct{ start, end, number int }

// judged is a result, or that of several instances in a row that are as wanted, which have nothing but their number to tell.
type judged struct {
	report.Result     // of the first
	count         int // from 1
}

// spare are batches whose memory is free.
var spare = sync.Pool{New: func() any { return &batch{done: make(chan struct{}, 1)} }}

// newBatch is an empty batch of an input.
func newBatch(in input, l language) *batch {
	b := spare.Get().(*batch)
	*b = batch{input: in, language: l, text: b.text[:0], lines: b.lines[:0], done: b.done, verdicts: b.verdicts[:0]}
	return b
}

// release gives the memory of a batch back, unless there is so much of it that one long line would be held for good.
func (b *batch) release() {
	if b.kept || cap(b.text) > longText {
		b.text = nil
	}
	clear(b.verdicts)
	spare.Put(b)
}

// batches reads an input and hands it on in parts. It ends early when emit says so.
func (s streams) batches(in input, emit func(*batch) bool) {
	r, err := s.open(in.name, in.limits)
	if err != nil {
		emit(failed(in, err))
		return
	}
	defer func() { _ = r.Close() }() // it was only read
	l := languageOf(in)
	text := io.Reader(r)
	if l == unsaid {
		l = oneJSON
		if in.name == dash {
			text, l, err = sniff(r, in.limits.Size)
		}
		if err != nil {
			emit(failed(in, err))
			return
		}
	}
	if l == records {
		split(in, text, emit)
		return
	}
	if l == oneJSON && in.comments {
		l = commented
	}
	b := newBatch(in, l)
	if b.text, b.err = readAll(text, in.limits.Size); b.err != nil {
		b.text = nil
	}
	b.kept = true // it is as long as the file
	if len(b.text) > longText {
		debug.SetGCPercent(100)
	}
	emit(b)
}

// failed is the batch of an input that cannot be read.
func failed(in input, err error) *batch {
	b := newBatch(in, oneJSON)
	b.err = err
	return b
}

// sniff tells whether standard input is one JSON text or records: it is records where its first line that is not
// blank is a whole JSON text, and something follows it.
func sniff(r io.Reader, most int) (io.Reader, language, error) {
	buffered := bufio.NewReader(r)
	var read []byte
	again := func() io.Reader { return io.MultiReader(bytes.NewReader(read), buffered) }
	for {
		start := len(read)
		err := appendLine(buffered, &read, most)
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

// appendLine appends a line with its end. The error may come with text: the last line may have no end.
func appendLine(r *bufio.Reader, text *[]byte, most int) error {
	for {
		part, err := r.ReadSlice('\n')
		*text = append(*text, part...)
		if !errors.Is(err, bufio.ErrBufferFull) {
			return err
		}
		if len(*text) > most {
			return tooLong("line", most)
		}
	}
}
