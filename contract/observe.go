package contract

import (
	"net/http"
	"net/textproto"
	"net/url"
	"sync/atomic"
	"time"

	"github.com/assaykit/assay/capture"
)

// Observer gets exchanges as they pass a [Transport] or a [Middleware]: each once, when the body of its response has been read or written. It may be
// called by several goroutines at a time. It must not change the exchange, which other observers get, too.
type Observer func(*capture.Exchange)

// Observer checks exchanges as they pass. found gets what [Checker.Check] says of each; it may be called by several goroutines at a time.
func (c *Checker) Observer(found func(Finding)) Observer {
	return func(x *capture.Exchange) { found(c.Check(x)) }
}

// MostObserved is how many bytes of a body are kept for observers. Of a longer one they get none: the check of it is [Skipped].
const MostObserved = 16 << 20

// observed counts exchanges, so that findings can tell them apart.
var observed atomic.Int64

// observation is an exchange that is passing.
type observation struct {
	observers []Observer
	exchange  *capture.Exchange
	request   atomic.Pointer[tap] // nil where the request has no body
	done      atomic.Bool
}

// observe begins to observe the exchange of a request.
func observe(observers []Observer, source, method string, u *url.URL, header http.Header) *observation {
	o := &observation{observers: observers}
	at := *u
	at.Fragment, at.RawFragment = "", ""
	at.User = nil // it goes as the header Authorization
	o.exchange = &capture.Exchange{Source: source, Entry: int(observed.Add(1)), Method: method, URL: &at, Time: time.Now()}
	o.exchange.Request, _ = capture.NewMessage(textproto.MIMEHeader(header.Clone()), nil, capture.NoBody)
	return o
}

// end tells the observers of the exchange, once.
func (o *observation) end(status int, header http.Header, body []byte, state capture.BodyState) {
	if o.done.Swap(true) {
		return
	}
	x := o.exchange
	x.Status = status
	if sent := o.request.Load(); sent != nil {
		text, state := sent.taken()
		// A coding that cannot be undone is told by the message.
		x.Request, _ = capture.NewMessage(x.Request.Header, text, state)
	}
	x.Response, _ = capture.NewMessage(textproto.MIMEHeader(header), body, state)
	for _, tell := range o.observers {
		tell(x)
	}
}
