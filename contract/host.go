package contract

import (
	"cmp"
	"errors"
	"fmt"
	"net"
	"net/netip"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"
)

// host is a pattern of host names, with a port or without.
type host struct {
	name string // in lower case, without brackets; a pattern of path.Match; "" is any
	port string // "" is any
}

func (h host) String() string {
	name := cmp.Or(h.name, "*")
	if h.port == "" {
		return name
	}
	return net.JoinHostPort(name, h.port)
}

// hostsOf are the hosts of some operations in words, each once.
func hostsOf(operations []*operation) string {
	const most = 3
	var names []string
	for _, op := range operations {
		names = append(names, op.routes[0].place.host.String())
	}
	slices.Sort(names)
	if names = slices.Compact(names); len(names) > most {
		names = append(names[:most:most], "others")
	}
	return strings.Join(names, ", ")
}

// parseHost reads a route's host.
func parseHost(text string) (host, error) {
	if i := strings.IndexAny(text, "/@ "); i >= 0 {
		return host{}, fmt.Errorf("found %q, wanted a host without scheme, userinfo and path", text[i:i+1])
	}
	h := splitHost(text)
	if h.port != "" {
		if n, err := strconv.ParseUint(h.port, 10, 16); err != nil || n == 0 {
			return host{}, fmt.Errorf("found the port %q, wanted a number from 1 to 65535", h.port)
		}
	}
	if _, err := path.Match(h.name, ""); err != nil {
		return host{}, errors.New("found a bracket or backslash that does not fit, wanted a pattern such as *.example.com")
	}
	if h.name == "*" {
		h.name = ""
	}
	return h, nil
}

// splitHost takes name and port apart and brings the name to the form in which names are compared.
func splitHost(text string) host {
	name, port := text, ""
	if i := strings.LastIndexByte(text, ':'); i >= 0 && ipv6(text) == "" {
		name, port = text[:i], text[i+1:]
	}
	if address := ipv6(name); address != "" {
		name = address
	}
	return host{name: strings.TrimSuffix(strings.ToLower(name), "."), port: port}
}

// ipv6 is the usual form (RFC 5952) of an IPv6 address, which may be in brackets; it is "" for another text.
func ipv6(text string) string {
	a, err := netip.ParseAddr(strings.TrimSuffix(strings.TrimPrefix(text, "["), "]"))
	if err != nil || !a.Is6() {
		return ""
	}
	return a.String()
}

// hostOf is the host of a URL; a port that is not written is the scheme's own.
func hostOf(u *url.URL) host {
	h := splitHost(u.Host)
	switch {
	case h.port != "":
	case u.Scheme == "http":
		h.port = "80"
	case u.Scheme == "https":
		h.port = "443"
	}
	return h
}

// matches reports whether a host of a URL fits the pattern.
func (h host) matches(o host) bool {
	if h.port != "" && h.port != o.port {
		return false
	}
	if h.name == "" || h.name == o.name {
		return true
	}
	ok, err := path.Match(h.name, o.name)
	return ok && err == nil
}

// compare puts the pattern first that is more literal. Patterns that are equally so follow by
// their text, so that the order is total.
func (h host) compare(o host) int {
	return cmp.Or(
		cmp.Compare(h.looseness(), o.looseness()),
		-cmp.Compare(len(h.name), len(o.name)),
		-cmp.Compare(h.port, o.port), // "" last
		cmp.Compare(h.name, o.name),
	)
}

// looseness is 0 for a literal name, 1 for a glob and 2 for any host.
func (h host) looseness() int {
	switch {
	case h.name == "":
		return 2
	case strings.ContainsAny(h.name, `*?[\`):
		return 1
	}
	return 0
}
