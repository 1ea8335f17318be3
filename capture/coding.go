package capture

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/klauspost/compress/zstd"
)

// maxCodings bounds how many codings of one body are undone, for each may give nearly as much as it takes. Servers
// use one, rarely two.
const maxCodings = 5

// undoCodings undoes the content codings that a message's header names (RFC 9110, 8.4), as far as they
// are still there: most recorders undo them and leave the header as it was. It returns the body in the
// clear; or, with the codings that may be left, the body as far as it got.
func undoCodings(body []byte, header []string, limit int64) ([]byte, string, error) {
	codings := splitCodings(header)
	for i, name := range slices.Backward(codings) {
		if isText(body) {
			return body, "", nil
		}
		if i < len(codings)-maxCodings {
			return nil, "", fmt.Errorf("found %d content codings, wanted at most %d", len(codings), maxCodings)
		}
		out, was, err := undoCoding(name, body, limit)
		if err != nil {
			return nil, "", fmt.Errorf("the content coding %s cannot be undone: %w", name, err)
		}
		switch was {
		case absent:
			return body, "", nil
		case unknown:
			return body, strings.Join(codings[:i+1], ", "), nil
		}
		body = out
	}
	return body, "", nil
}

// splitCodings returns the names of the codings in lower case, without identity.
func splitCodings(header []string) []string {
	var codings []string
	for _, value := range header {
		for name := range strings.SplitSeq(value, ",") {
			name = strings.ToLower(strings.TrimSpace(name))
			if name != "" && name != "identity" {
				codings = append(codings, name)
			}
		}
	}
	return codings
}

// coded tells whether a coding was on a body.
type coded int

const (
	absent  coded = iota // it was not: the recorder undid it
	present              // it was, and is undone
	unknown              // it cannot be told, or cannot be undone
)

// undoCoding undoes one coding. A body that begins as the coding does and then breaks is an error. An
// error names no coding that is not known here: a header's value may be anything.
func undoCoding(name string, body []byte, limit int64) ([]byte, coded, error) {
	switch name {
	case "gzip", "x-gzip":
		if !isGzip(body) {
			return nil, absent, nil
		}
		out, err := inflate(body, limit, func(r io.Reader) (io.Reader, error) { return gzip.NewReader(r) })
		return out, present, err
	case "zstd":
		if !isZstd(body) {
			return nil, absent, nil
		}
		out, err := undoZstd(body, limit)
		return out, present, err
	case "deflate":
		return undoDeflate(body, limit)
	}
	return nil, unknown, nil
}

// undoDeflate takes zlib data, which the coding means, and bare deflate data, which some servers send.
// Only the former can be told by its beginning.
func undoDeflate(body []byte, limit int64) ([]byte, coded, error) {
	attempts := []func(io.Reader) (io.Reader, error){
		func(r io.Reader) (io.Reader, error) { return zlib.NewReader(r) },
		func(r io.Reader) (io.Reader, error) { return flate.NewReader(r), nil },
	}
	for _, open := range attempts {
		out, err := inflate(body, limit, open)
		if err == nil {
			return out, present, nil
		}
		if _, tooLarge := errors.AsType[*LimitError](err); tooLarge {
			return nil, unknown, err
		}
	}
	return nil, unknown, nil
}

// bodyDecoders keeps decoders for the next body: a few bytes can ask for a window of maxBodyWindow, and to make
// that anew for each body takes longer than the body does.
var bodyDecoders sync.Pool

func undoZstd(body []byte, limit int64) ([]byte, error) {
	in := bytes.NewReader(body)
	d, kept := bodyDecoders.Get().(*zstd.Decoder)
	var err error
	if kept {
		err = d.Reset(in)
	} else {
		d, err = newZstd(in, maxBodyWindow)
	}
	if err != nil {
		return nil, err
	}
	out, err := readBody(d, limit)
	if d.Reset(nil) == nil {
		bodyDecoders.Put(d)
	}
	return out, err
}

// inflate reads all that open makes of body, and wants nothing of body to be left.
func inflate(body []byte, limit int64, open func(io.Reader) (io.Reader, error)) ([]byte, error) {
	in := bytes.NewReader(body)
	r, err := open(in)
	if err != nil {
		return nil, err
	}
	out, err := readBody(r, limit)
	if err == nil && in.Len() > 0 {
		err = errors.New("found bytes after its end")
	}
	return out, err
}

func readBody(r io.Reader, limit int64) ([]byte, error) {
	return io.ReadAll(&bounded{r: r, left: limit, err: &LimitError{What: "the decoded body", Limit: limit}})
}

// isText reports whether a body reads as plain text, as compressed bytes do not.
func isText(body []byte) bool {
	control := func(c byte) bool { return c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' }
	return utf8.Valid(body) && !slices.ContainsFunc(body, control)
}
