package capture

import (
	"errors"
	"fmt"
	"net/url"
	"time"
)

var errMissing = errors.New("is missing")

// head is what a format records of an exchange besides its two messages.
type head struct {
	method text
	url    text
	status integer
	time   text
}

// headNames is where a format has the members of a head, for errors.
type headNames struct{ method, url, status, time string }

// exchange makes an exchange whose messages are still to be filled.
func (h *head) exchange(names headNames) (*Exchange, error) {
	if h.method.value == "" {
		return nil, wrap(names.method, errMissing)
	}
	target, err := parseURL(h.url)
	if err != nil {
		return nil, wrap(names.url, err)
	}
	if err := checkStatus(h.status); err != nil {
		return nil, wrap(names.status, err)
	}
	moment, err := parseTime(h.time)
	if err != nil {
		return nil, wrap(names.time, err)
	}
	return &Exchange{Method: h.method.value, URL: target, Status: int(h.status.value), Time: moment}, nil
}

// wrap puts the path of a member before what is wrong with it.
func wrap(path string, err error) error { return fmt.Errorf("%s: %w", path, err) }

// parseURL reads the URL of a request. Errors of package url quote the URL, so they are not passed on.
func parseURL(s text) (*url.URL, error) {
	if s.value == "" {
		return nil, errMissing
	}
	u, err := url.Parse(s.value)
	if err != nil {
		return nil, errors.New("is not a URL")
	}
	u.Fragment, u.RawFragment = "", ""
	return u, nil
}

// parseTime reads a date and time of RFC 3339, and of ISO 8601 as far as recorders use it: the offset may
// lack its colon, or be absent for UTC. It returns the zero time where there is none.
func parseTime(s text) (time.Time, error) {
	if s.value == "" {
		return time.Time{}, nil
	}
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04:05Z0700", "2006-01-02T15:04:05"} {
		if t, err := time.Parse(layout, s.value); err == nil {
			return t, nil
		}
	}
	return time.Time{}, errors.New("is not a date and time of RFC 3339")
}

// checkStatus wants three digits at the most: status codes have three (RFC 9110, 15), and 0 says that
// no response came.
func checkStatus(n integer) error {
	switch {
	case !n.given:
		return errMissing
	case n.value != 0 && (n.value < 100 || n.value > 999):
		return errors.New("found another integer, wanted 0 or a status of three digits")
	}
	return nil
}
