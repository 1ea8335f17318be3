package contract

import (
	"encoding/json"
	"io"
	"sync"

	"github.com/assaykit/assay/capture"
)

// tap is a body that keeps what is read of it. It may be looked at while it is read.
type tap struct {
	body   io.ReadCloser
	length int64  // -1 where it is not known
	ended  func() // called when the body was read to its end, or closed; nil where nobody asks

	mu    sync.Mutex
	text  []byte
	n     int64
	whole bool
}

// Read reads on.
func (t *tap) Read(b []byte) (int, error) {
	n, err := t.body.Read(b)
	t.mu.Lock()
	if t.n += int64(n); t.n > MostObserved {
		t.text = nil
	} else {
		t.text = append(t.text, b[:n]...)
	}
	t.whole = t.whole || err == io.EOF || t.length >= 0 && t.n == t.length
	t.mu.Unlock()
	if err == io.EOF && t.ended != nil {
		t.ended()
	}
	return n, err
}

// Close closes the body.
func (t *tap) Close() error {
	err := t.body.Close()
	if t.ended != nil {
		t.ended()
	}
	return err
}

// taken is what was read of the body, where that is all of it. Who decodes a JSON value stops behind it, where the end of the body is
// not yet seen: that is all, too.
func (t *tap) taken() ([]byte, capture.BodyState) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.n > MostObserved || !t.whole && (t.length >= 0 || !json.Valid(t.text)) {
		return nil, capture.BodyUnrecorded
	}
	return append([]byte{}, t.text...), capture.BodyRecorded
}
