package main

import (
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/klauspost/compress/zstd"
)

// largestText is how many bytes one text may have after decompression, which is what a document can hold. It keeps a
// small file from filling the memory.
const largestText = 1<<32 - 1

// open opens a file, or standard input, without its compression.
func (s streams) open(name string) (io.ReadCloser, error) {
	f, err := s.raw(name)
	if err != nil {
		return nil, err
	}
	unpacked, err := unpack(name, f)
	if err != nil {
		_ = f.Close()
		return nil, err
	}
	return unpacked, nil
}

// unpack undoes the compression that the ending of a file's name tells.
func unpack(name string, f io.ReadCloser) (io.ReadCloser, error) {
	name = strings.ToLower(name)
	switch {
	case strings.HasSuffix(name, ".gz"):
		z, err := gzip.NewReader(f)
		if err != nil {
			return nil, fmt.Errorf("gzip: %w", err)
		}
		return unpacker{z, f.Close}, nil
	case strings.HasSuffix(name, ".zst"):
		z, err := zstd.NewReader(f, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(128<<20))
		if err != nil {
			return nil, fmt.Errorf("zstd: %w", err)
		}
		return unpacker{z, func() error { z.Close(); return f.Close() }}, nil
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

// readAll reads a whole text.
func readAll(r io.Reader) ([]byte, error) {
	text, err := io.ReadAll(io.LimitReader(r, largestText+1))
	if err == nil && len(text) > largestText {
		return nil, fmt.Errorf("found a text of more than %d bytes, wanted a smaller one", largestText)
	}
	return text, err
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
