package capture

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"io/fs"

	"github.com/klauspost/compress/zstd"
)

// These bound what a zstd stream may ask a decoder to hold: a source what `zstd --long` asks for, a body what the
// content coding may (RFC 9659, 3).
const (
	maxSourceWindow = 128 << 20
	maxBodyWindow   = 8 << 20
)

// source is the text of a capture: decompressed, without a byte order mark.
type source struct {
	name   string
	limits Limits
	text   *bufio.Reader
	close  func()
	files  fs.FS // beside it; nil where they are not known
}

// openSource undoes the compression that r begins with, if any.
func openSource(name string, r io.Reader, limits Limits) (*source, error) {
	raw := bufio.NewReader(r)
	s := &source{name: name, limits: limits, text: raw, close: func() {}}
	head, err := raw.Peek(4)
	if err != nil && err != io.EOF {
		return nil, err
	}
	var plain io.Reader
	switch {
	case isGzip(head):
		if plain, err = gzip.NewReader(raw); err != nil {
			return nil, fmt.Errorf("gzip: %w", err)
		}
	case isZstd(head):
		d, err := newZstd(raw, maxSourceWindow)
		if err != nil {
			return nil, fmt.Errorf("zstd: %w", err)
		}
		s.close = d.Close
		plain = d
	}
	if plain != nil {
		s.text = bufio.NewReader(&bounded{r: plain, left: limits.Source,
			err: &LimitError{What: "the decompressed source", Limit: limits.Source}})
	}
	if err := s.skipMark(); err != nil {
		s.close()
		return nil, err
	}
	return s, nil
}

// skipMark passes over a UTF-8 byte order mark, which HAR allows, and refuses those of UTF-16.
func (s *source) skipMark() error {
	head, err := s.text.Peek(3)
	if err != nil && err != io.EOF {
		return err
	}
	if bytes.Equal(head, []byte("\xef\xbb\xbf")) {
		_, err := s.text.Discard(len(head))
		return err
	}
	if bytes.HasPrefix(head, []byte("\xfe\xff")) || bytes.HasPrefix(head, []byte("\xff\xfe")) {
		return errors.New("found UTF-16, wanted UTF-8")
	}
	return nil
}

func isGzip(head []byte) bool { return bytes.HasPrefix(head, []byte("\x1f\x8b")) }

// isZstd knows a frame and a skippable frame, which some compressors write first (RFC 8878, 3.1).
func isZstd(head []byte) bool {
	return bytes.HasPrefix(head, []byte("\x28\xb5\x2f\xfd")) ||
		len(head) >= 4 && head[0]&0xf0 == 0x50 && bytes.HasPrefix(head[1:], []byte("\x2a\x4d\x18"))
}

// newZstd decodes in the caller's goroutine, so that a reader left unclosed leaves none behind.
func newZstd(r io.Reader, maxWindow uint64) (*zstd.Decoder, error) {
	return zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true),
		zstd.WithDecoderMaxWindow(maxWindow))
}

// bounded reads at most left bytes of r, and fails with err where there are more.
type bounded struct {
	r    io.Reader
	left int64
	err  error
}

func (b *bounded) Read(p []byte) (int, error) {
	if b.left < 0 {
		return 0, b.err
	}
	// One byte more than is left shows whether there are more.
	if int64(len(p))-1 > b.left {
		p = p[:b.left+1]
	}
	n, err := b.r.Read(p)
	b.left -= int64(n)
	if b.left < 0 {
		return n - 1, b.err
	}
	return n, err
}
