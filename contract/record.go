package contract

import (
	"errors"
	"io"
	"net/http"
	"net/textproto"
	"sync"

	"github.com/assaykit/assay/capture"
	"github.com/assaykit/assay/capture/secret"
)

// Recorder writes the exchanges that pass, as a capture that assay contract reads. Any number of goroutines may use it.
type Recorder struct {
	mu     sync.Mutex
	writer *capture.Writer
	err    error
	hide   func(header string) bool
}

// Record writes each exchange to w as a line of NDJSON. A capture has what a payload says, query included, so it is as secret as that is. But
// headers that carry credentials are written as REDACTED: Authorization, Cookie and Set-Cookie, and those whose names speak of a token, key, secret, password,
// session or signature. See [Recorder.ShowSecrets]; assay capture redact makes a capture of it that can be committed.
func Record(w io.Writer) *Recorder {
	return &Recorder{writer: capture.NewWriter(w), hide: secret.Header}
}

// ShowSecrets lets headers be written as they are. It returns the recorder, and is called before the first exchange.
func (r *Recorder) ShowSecrets() *Recorder {
	r.hide = func(string) bool { return false }
	return r
}

// Observe writes an exchange; it is an [Observer]. After an error nothing more is written, see [Recorder.Err].
func (r *Recorder) Observe(x *capture.Exchange) {
	out := *x
	out.Request.Header, out.Response.Header = r.shown(x.Request.Header), r.shown(x.Response.Header)
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.err == nil {
		r.err = r.writer.Write(&out)
	}
}

// Err is why exchanges could not be written; nil where they could.
func (r *Recorder) Err() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.err == nil {
		return nil
	}
	return errors.Join(errors.New("the exchanges could not be recorded"), r.err)
}

// shown is a header without what is secret in it.
func (r *Recorder) shown(header textproto.MIMEHeader) textproto.MIMEHeader {
	out := textproto.MIMEHeader(http.Header(header).Clone())
	for name, values := range out {
		if r.hide(name) {
			for i := range values {
				values[i] = redacted
			}
		}
	}
	return out
}
