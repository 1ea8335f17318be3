package main

import (
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/klauspost/compress/zstd"
)

// largestText is how many bytes a text may have that --limits says nothing of.
const largestText = 1 << 30

// open opens a file, or standard input, without its compression.
func (s streams) open(name string, l *limits) (io.ReadCloser, error) {
	f, err := s.raw(name)
	if err != nil {
		return nil, err
	}
	unpacked, err := unpack(name, f, l.ratio)
	if err != nil {
		_ = f.Close()
		return nil, err
	}
	return unpacked, nil
}

// unpack undoes the compression that the ending of a file's name tells. What it gives is at most ratio times as long, some bytes aside.
func unpack(name string, f io.ReadCloser, ratio int) (io.ReadCloser, error) {
	name = strings.ToLower(name)
	switch {
	case strings.HasSuffix(name, ".gz"):
		packed := &counter{Reader: f}
		z, err := gzip.NewReader(packed)
		if err != nil {
			return nil, fmt.Errorf("gzip: %w", err)
		}
		return unpacker{&rationed{z, packed, ratio, 0}, f.Close}, nil
	case strings.HasSuffix(name, ".zst"):
		packed := &counter{Reader: f}
		z, err := zstd.NewReader(packed, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(128<<20))
		if err != nil {
			return nil, fmt.Errorf("zstd: %w", err)
		}
		return unpacker{&rationed{z, packed, ratio, 0}, func() error { z.Close(); return f.Close() }}, nil
	}
	return f, nil
}

// unpacker is a stream with what is to be closed behind it.
type unpacker struct {
	io.Reader
	close func() error
}

// Close closes the file.
func (u unpacker) Close() error { return u.close() }

// counter counts what is read.
type counter struct {
	io.Reader
	n int64
}

func (c *counter) Read(b []byte) (int, error) {
	n, err := c.Reader.Read(b)
	c.n += int64(n)
	return n, err
}

// freely is how many bytes are unpacked of however few: what is that small hurts nobody.
const freely = 64 << 20

// rationed ends where there is more than so many times what it comes from.
type rationed struct {
	io.Reader
	packed *counter
	ratio  int
	n      int64
}

func (r *rationed) Read(b []byte) (int, error) {
	n, err := r.Reader.Read(b)
	if r.n += int64(n); r.n > freely && r.n/int64(r.ratio) > r.packed.n {
		return n, fmt.Errorf("found more than %d times as many bytes as are packed, wanted at most that many (the limit ratio)", r.ratio)
	}
	return n, err
}

// readAll reads a whole text of at most some bytes.
func readAll(r io.Reader, most int) ([]byte, error) {
	text, err := io.ReadAll(io.LimitReader(r, int64(most)+1))
	if err == nil && len(text) > most {
		return nil, tooLong("text", most)
	}
	return text, err
}

// tooLong is the error for a text or line that is longer than a limit allows.
func tooLong(what string, most int) error {
	return fmt.Errorf("found a %s of more than %d bytes, wanted at most that many (the limit size)", what, most)
}

// raw opens a file, or standard input, as it is.
func (s streams) raw(name string) (io.ReadCloser, error) {
	if name == dash {
		return s.progress.counted(io.NopCloser(s.in)), nil
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, reason(err)
	}
	return s.progress.counted(f), nil
}
