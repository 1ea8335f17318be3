package remote

import (
	"errors"
	"fmt"
	"net/http"
	"net/netip"
	"net/url"
)

// hops sends one request after the other: the first and those that redirects ask for. Each is checked and gets the headers of
// its own host, so that none goes to another.
type hops struct {
	http, private bool // as options have them
	headers       *Headers
	// direct dials servers, proxied the proxy that the environment names, which has its own say on what it reaches.
	direct, proxied *http.Transport
}

func newHops(o Options) *hops {
	h := &hops{http: o.HTTP, private: o.Private, headers: o.Headers}
	h.direct = &http.Transport{
		DialContext:            guarded().DialContext,
		MaxResponseHeaderBytes: 64 << 10,
	}
	h.proxied = h.direct.Clone()
	h.proxied.DialContext, h.proxied.Proxy = nil, http.ProxyFromEnvironment
	if o.Private {
		h.direct.DialContext = nil
	}
	return h
}

// RoundTrip does one hop.
func (h *hops) RoundTrip(r *http.Request) (*http.Response, error) {
	if err := h.check(r.URL); err != nil {
		return nil, err
	}
	r = r.Clone(r.Context())
	r.Header.Del("Referer")
	h.headers.add(r)
	proxy, err := http.ProxyFromEnvironment(r)
	switch {
	case err != nil:
		return nil, errors.New("found a proxy in the environment that is no URL, wanted one such as http://proxy.example.com:3128")
	case proxy == nil:
		return h.direct.RoundTrip(r)
	}
	if a, err := netip.ParseAddr(r.URL.Hostname()); err == nil && !h.private {
		if err := checkAddress(a); err != nil {
			return nil, err
		}
	}
	response, err := h.proxied.RoundTrip(r)
	if err != nil {
		return nil, fmt.Errorf("by the proxy of the environment: %w", err)
	}
	return response, nil
}

// check is the error for a URL that the options do not let be fetched.
func (h *hops) check(u *url.URL) error {
	if err := plain(u); err != nil {
		return err
	}
	if u.Scheme == "http" && !h.http {
		return errors.New("found an http: URL, wanted https:; --allow-http lets it be fetched all the same")
	}
	return nil
}

// checkText does the same for a text in normal form, before anything is asked.
func (h *hops) checkText(text string) error {
	u, err := url.Parse(text)
	if err != nil {
		return errNoURL
	}
	return h.check(u)
}

// redirects bounds how many there are.
func redirects(_ *http.Request, via []*http.Request) error {
	if len(via) > maxRedirects {
		return fmt.Errorf("found more than %d redirects, wanted a document", maxRedirects)
	}
	return nil
}
