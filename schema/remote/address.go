package remote

import (
	"bytes"
	"context"
	"fmt"
	"net"
	"net/netip"
	"sync"
	"syscall"
)

// guarded is a dialer that reaches public addresses alone. The address is looked at when it is dialled, so that a name which
// leads elsewhere the second time it is looked up gains nothing.
func guarded() *net.Dialer {
	return &net.Dialer{ControlContext: func(_ context.Context, _, address string, _ syscall.RawConn) error {
		at, err := netip.ParseAddrPort(address)
		if err != nil {
			return fmt.Errorf("found the address %q, wanted one of the internet", address)
		}
		return checkAddress(at.Addr())
	}}
}

// addressError says that an address is not public.
type addressError struct {
	address netip.Addr
	kind    string
}

// Error says how it may be reached all the same.
func (e *addressError) Error() string {
	return fmt.Sprintf("found the address %s, %s, wanted a public one; --allow-private lets others be reached", e.address, e.kind)
}

// checkAddress is the error for an address that is not public.
func checkAddress(a netip.Addr) error {
	if kind := notPublic(a.Unmap().WithZone("")); kind != "" {
		return &addressError{a, kind}
	}
	return nil
}

// network is one that no public server is in, with what it is for.
type network struct {
	netip.Prefix
	kind string
}

// reserved are the networks that no public server is in, by the registries of IANA for special purposes. Those that package netip
// knows are not among them.
var reserved = sync.OnceValue(func() (list []network) {
	for prefix, kind := range map[string]string{
		"0.0.0.0/8":        "of this network",
		"100.64.0.0/10":    "of a carrier's network",
		"168.63.129.16/32": "where a cloud tells of its machine",
		"192.0.0.0/24":     "for protocols",
		"192.0.2.0/24":     "for documents",
		"192.88.99.0/24":   "of a relay",
		"198.18.0.0/15":    "for benchmarks",
		"198.51.100.0/24":  "for documents",
		"203.0.113.0/24":   "for documents",
		"240.0.0.0/4":      "reserved",
		"2001::/23":        "for protocols",
		"2001:db8::/32":    "for documents",
		"3fff::/20":        "for documents",
	} {
		list = append(list, network{netip.MustParsePrefix(prefix), kind})
	}
	return list
})

// Prefixes of addresses that have one of IPv4 within: 64:ff9b::/96 and 2002::/16.
var (
	nat64     = []byte{0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0}
	sixToFour = []byte{0x20, 0x02}
)

// notPublic is what an address is for, "" where it is public.
func notPublic(a netip.Addr) string {
	switch {
	case a.IsLoopback():
		return "of this machine"
	case a.IsPrivate():
		return "of a private network"
	case a.IsLinkLocalUnicast():
		return "of this link"
	case a.IsMulticast():
		return "of many"
	case !a.IsGlobalUnicast():
		return "of no machine"
	}
	for _, r := range reserved() {
		if r.Contains(a) {
			return r.kind
		}
	}
	if a.Is4() {
		return ""
	}
	b := a.As16()
	switch {
	case bytes.HasPrefix(b[:], nat64):
		return notPublic(netip.AddrFrom4([4]byte(b[12:])))
	case bytes.HasPrefix(b[:], sixToFour):
		return notPublic(netip.AddrFrom4([4]byte(b[2:6])))
	case b[0]>>5 != 1: // 2000::/3 is what is given to the internet
		return "reserved"
	}
	return ""
}
