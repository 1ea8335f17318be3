package contract

import (
	"cmp"
	"io"
	"net/http"

	"github.com/assaykit/assay/capture"
)

// Transport is an [http.RoundTripper] that lets observers see the exchanges that pass it, as those of [Checker.Observer] and [Recorder.Observe]. It
// changes nothing: requests and responses pass as they are, at the pace at which they are read. An exchange that fails, that is upgraded to
// another protocol, or whose response nobody reads or closes, is not told of, or told of without its body.
type Transport struct {
	// Base makes the exchanges; nil is [http.DefaultTransport].
	Base http.RoundTripper
	// Observers get each exchange when the response's body was read to its end or closed.
	Observers []Observer
	// Source is what exchanges say they come from; "" is "client".
	Source string
}

// RoundTrip makes one exchange.
func (t *Transport) RoundTrip(r *http.Request) (*http.Response, error) {
	base := t.Base
	if base == nil {
		base = http.DefaultTransport
	}
	o := observe(t.Observers, cmp.Or(t.Source, "client"), cmp.Or(r.Method, http.MethodGet), r.URL, r.Header)
	response, err := base.RoundTrip(o.sent(r))
	if err != nil {
		return response, err
	}
	header := response.Header.Clone()
	_, both := response.Body.(io.Writer)
	switch {
	case both: // it is no HTTP any more
		o.end(response.StatusCode, header, nil, capture.BodyUnrecorded)
	case response.Body == nil || response.Body == http.NoBody:
		o.end(response.StatusCode, header, nil, capture.BodyRecorded)
	default:
		body := &tap{body: response.Body, length: response.ContentLength}
		body.ended = func() {
			text, state := body.taken()
			o.end(response.StatusCode, header, text, state)
		}
		response.Body = body
	}
	return response, nil
}

// sent is the request whose body is kept as it is sent. The caller's own is not changed, as RoundTrippers must not.
func (o *observation) sent(r *http.Request) *http.Request {
	if r.Body == nil || r.Body == http.NoBody {
		return r
	}
	length := r.ContentLength
	if length == 0 {
		length = -1 // which is what 0 means where there is a body
	}
	tapped := func(body io.ReadCloser) *tap {
		t := &tap{body: body, length: length}
		o.request.Store(t)
		return t
	}
	out := r.WithContext(r.Context())
	out.Body = tapped(r.Body)
	if again := r.GetBody; again != nil {
		// The transport asks for it where a connection broke, and sends all of it anew.
		out.GetBody = func() (io.ReadCloser, error) {
			body, err := again()
			if err != nil {
				return nil, err
			}
			return tapped(body), nil
		}
	}
	return out
}
