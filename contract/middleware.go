package contract

import (
	"net/http"
	"net/url"

	"github.com/assaykit/assay/capture"
)

// Middleware lets observers see the exchanges that a handler answers. It changes nothing of them: flushing, hijacking, and what
// [http.ResponseController] does go on to work. Of a request's body they see what the handler read, where that is all of it. An exchange whose
// handler panics or takes the connection over is not told of.
//
// The path of an exchange is that of the request as it comes: what takes a prefix off it, as [http.StripPrefix] does, belongs behind.
func Middleware(observers ...Observer) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			o := observe(observers, "server", r.Method, absolute(r), r.Header)
			in := r
			if r.Body != nil && r.Body != http.NoBody {
				body := &tap{body: r.Body, length: r.ContentLength}
				o.request.Store(body)
				in = r.WithContext(r.Context())
				in.Body = body
			}
			out := &answer{ResponseWriter: w}
			next.ServeHTTP(out.as(), in)
			if status, header := out.sent(); status != 0 {
				text, state := out.body, capture.BodyRecorded
				switch {
				case r.Method == http.MethodHead:
					text = nil // it is not sent
				case out.n > MostObserved:
					text, state = nil, capture.BodyUnrecorded
				}
				o.end(status, header, text, state)
			}
		})
	}
}

// absolute is the URL that a server was asked for.
func absolute(r *http.Request) *url.URL {
	u := *r.URL
	if u.Host == "" {
		u.Host = r.Host
	}
	if u.Scheme = "http"; r.TLS != nil {
		u.Scheme = "https"
	}
	return &u
}
