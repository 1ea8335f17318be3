package capture

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
	"unicode/utf8"
)

// How much of a source is looked at to find out its format.
const (
	maxHead      = 16 << 20
	maxHeadLines = 1000
)

// format is one way in which captures are written.
type format struct {
	name    string
	endings []string // of file names, asked where the content does not decide

	// claims reports whether the head of a source shows this format. It is asked again with a longer
	// head as long as no format claims the source.
	claims func(head []byte) bool

	// hints reports whether a whole source that no format claims may still be read in this one.
	hints func(source []byte) bool

	// open returns what gives the exchanges of a source, one a call, with the errors of Reader.Next.
	open func(*source) func() (*Exchange, error)
}

// formats are asked in this order.
var formats = []format{
	{name: "HAR", endings: []string{".har"}, claims: claimsHAR, hints: hintsHAR, open: openHAR},
	{name: "nock", claims: claimsNock, hints: hintsNock, open: openNock},
	{name: "go-vcr", claims: claimsCassette, hints: hintsCassette, open: openCassette},
	{name: "curl", claims: claimsCurl, hints: hintsCurl, open: openCurl},
	{name: "NDJSON", endings: []string{".ndjson", ".jsonl"}, claims: claimsNDJSON, hints: hintsNDJSON, open: openNDJSON},
}

// detect looks at as little of the source as decides, so that a slow source is not waited for.
func (s *source) detect() (*format, error) {
	for n := 1; ; {
		if n > s.text.Size() {
			s.text = bufio.NewReaderSize(s.text, 8*s.text.Size())
		}
		_, err := s.text.Peek(n)
		head, _ := s.text.Peek(s.text.Buffered())
		if i := slices.IndexFunc(formats, func(f format) bool { return f.claims(head) }); i >= 0 {
			return &formats[i], nil
		}
		if err != nil && err != io.EOF {
			return nil, err
		}
		if err == io.EOF || len(head) >= maxHead {
			return s.byName(head, err == io.EOF)
		}
		n = min(2*len(head), maxHead)
	}
}

// byName decides by the ending of the source's name, unless the head is the whole source and has nothing of a capture.
func (s *source) byName(head []byte, whole bool) (*format, error) {
	name := strings.ToLower(s.name)
	name = strings.TrimSuffix(strings.TrimSuffix(name, ".gz"), ".zst")
	for i, f := range formats {
		if slices.Contains(f.endings, path.Ext(name)) && (!whole || f.hints(head)) {
			return &formats[i], nil
		}
	}
	return nil, fmt.Errorf("%w: found %s, wanted HAR 1.2, a nock recording, a go-vcr cassette, a dump of curl -i or NDJSON exchanges", ErrFormat, describe(head))
}

// describe says what a head is that is no capture, without any value of it.
func describe(head []byte) string {
	switch {
	case len(head) == 0:
		return "an empty file"
	case len(bytes.TrimSpace(head)) == 0:
		return "nothing but white space"
	case bytes.IndexByte(head, 0) >= 0 || !utf8.Valid(head):
		return "bytes that are no text"
	case json.Valid(head):
		return "JSON of another kind"
	}
	return "text of another kind"
}

// hintsHAR says no: of a whole HAR the member log has been seen, and without it there is nothing to read.
func hintsHAR([]byte) bool { return false }

// hintsNDJSON looks for a line that begins an exchange, among lines that may be damaged.
func hintsNDJSON(head []byte) bool {
	for line := range bytes.Lines(head) {
		found := false
		_ = firstObject(line, func(name string) bool {
			found = slices.Contains(exchangeMembers, name)
			return !found
		})
		if found {
			return true
		}
	}
	return false
}

// exchangeMembers are the members by which an object is known as an NDJSON exchange.
var exchangeMembers = []string{"method", "url", "status", "request", "response"}

// claimsHAR looks for a log among the members of the object that the text is.
func claimsHAR(head []byte) bool {
	found := false
	firstObject(head, func(name string) bool {
		found = name == "log"
		return !found && !slices.Contains(exchangeMembers, name)
	})
	return found
}

// claimsNDJSON looks for the first line that is an exchange, past lines that are damaged or something
// else. A line on which an object begins but does not end is no line of NDJSON, nor is an item of an array.
func claimsNDJSON(head []byte) bool {
	if _, array := firstItem(head); array || string(bytes.TrimSpace(head)) == "[" {
		return false
	}
	n := 0
	for line := range bytes.Lines(head) {
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		if n++; n > maxHeadLines {
			return false
		}
		found := false
		err := firstObject(line, func(name string) bool {
			found = slices.Contains(exchangeMembers, name)
			return !found
		})
		if found {
			return true
		}
		if err == io.EOF || err == io.ErrUnexpectedEOF {
			return false
		}
	}
	return false
}

// firstObject tells visit the member names of the object that text begins with, until it returns
// false. The error is of package json or io; it is nil where text begins with another value.
func firstObject(text []byte, visit func(name string) bool) error {
	d := json.NewDecoder(bytes.NewReader(text))
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return err
	}
	for d.More() {
		t, err := d.Token()
		if err != nil {
			return err
		}
		if name, ok := t.(string); !ok || !visit(name) {
			return nil
		}
		if err := skipValue(d, func() {}); err != nil {
			return err
		}
	}
	_, err := d.Token()
	return err
}
