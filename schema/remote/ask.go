package remote

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"
)

// longestUntil is how long an answer counts at most, whatever the server says: nobody should wait a year for a schema that was mended.
const longestUntil = 24 * time.Hour

// answer is what a server says a document is.
type answer struct {
	*entry
	from string // as notes tell of it
}

// ask fetches a document. kept is what the cache has of it, nil where it has nothing.
func (f *Fetcher) ask(ctx context.Context, url string, kept *entry) (*answer, error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return nil, errNoURL
	}
	r.Header.Set("Accept", "application/schema+json, application/json, application/yaml;q=0.9, */*;q=0.5")
	r.Header.Set("User-Agent", "assay")
	if kept != nil {
		kept.ask(r.Header)
	}
	response, err := f.client.Do(r)
	if err != nil {
		return nil, f.failed(ctx, err)
	}
	defer func() { _ = response.Body.Close() }() // what it said was read
	a := &answer{from: "fetched"}
	if to := response.Request.URL; to.String() != url {
		a.from = "fetched from " + shown(to)
	}
	switch {
	case response.StatusCode == http.StatusNotModified && kept != nil:
		a.entry, a.from = kept, "from the cache, as the server still has it"
		a.entry.Until = until(response.Header, f.now())
		return a, nil
	case response.StatusCode != http.StatusOK:
		return nil, wrongStatus(response)
	}
	text, err := f.body(ctx, response)
	if err != nil {
		return nil, err
	}
	if f.options.Headers.betrayed(text) {
		return nil, errors.New("found a value of " + headersVariable + " in the document, wanted one that is safe to keep and to show")
	}
	a.entry = f.options.Headers.entry(url, text, response.Header, f.now())
	return a, nil
}

// wrongStatus is the error for an answer that is no document. What the server says of it is its own affair.
func wrongStatus(response *http.Response) error {
	found := fmt.Sprintf("found status %d (%s)", response.StatusCode, http.StatusText(response.StatusCode))
	if to, asked := response.Request.URL, response.Request.Response; asked != nil {
		found += " at " + shown(to)
	}
	switch response.StatusCode {
	case http.StatusUnauthorized, http.StatusForbidden:
		return fmt.Errorf("%s, wanted 200; %s can have a header for %s", found, headersVariable, response.Request.URL.Host)
	}
	return fmt.Errorf("%s, wanted 200", found)
}

// body reads the text of an answer, unpacked, up to the limit.
func (f *Fetcher) body(ctx context.Context, response *http.Response) ([]byte, error) {
	limit := f.options.Limits.Size
	text, err := io.ReadAll(io.LimitReader(response.Body, limit+1))
	if err == nil {
		err = ctx.Err() // a server that is hung up on can still end what it says in good form, half of it
	}
	if err != nil {
		return nil, f.failed(ctx, fmt.Errorf("the answer broke off: %w", err))
	}
	if int64(len(text)) > limit {
		return nil, f.tooLarge()
	}
	return text, nil
}

// failed is the error for an answer that did not come. It has no URL, for those of redirects may be secrets.
func (f *Fetcher) failed(ctx context.Context, err error) error {
	if e, ok := errors.AsType[net.Error](err); errors.Is(ctx.Err(), context.DeadlineExceeded) || ok && e.Timeout() {
		return fmt.Errorf("found no whole answer within %s, wanted one; --net-limits time=TIME sets another limit", f.options.Limits.Time)
	}
	if e, ok := errors.AsType[*addressError](err); ok {
		return e
	}
	if e, ok := errors.AsType[*net.DNSError](err); ok {
		if e.IsNotFound {
			return fmt.Errorf("found no host %s", e.Name)
		}
		return fmt.Errorf("the host %s cannot be looked up: %s", e.Name, e.Err)
	}
	if e, ok := errors.AsType[*url.Error](err); ok {
		err = e.Err
	}
	if e, ok := errors.AsType[*net.OpError](err); ok && e.Op == "dial" {
		return fmt.Errorf("the host cannot be reached: %w", e.Err)
	}
	return err
}

// until is how long an answer counts without asking again (RFC 9111, section 4.2.1): max-age, and nothing where there is none. The time
// is zero where the answer is not to be kept at all.
func until(h http.Header, now time.Time) time.Time {
	fresh := time.Duration(0)
	for directive := range strings.SplitSeq(strings.Join(h.Values("Cache-Control"), ","), ",") {
		name, value, _ := strings.Cut(strings.ToLower(strings.TrimSpace(directive)), "=")
		switch name {
		case "no-store":
			return time.Time{}
		case "no-cache":
			return now
		case "max-age":
			if n, err := strconv.ParseInt(strings.Trim(value, `"`), 10, 32); err == nil {
				fresh = time.Duration(n) * time.Second
			}
		}
	}
	if age, err := strconv.ParseInt(h.Get("Age"), 10, 32); err == nil && age > 0 {
		fresh -= time.Duration(age) * time.Second
	}
	return now.Add(min(max(fresh, 0), longestUntil))
}
