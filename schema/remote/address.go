package remote

import (
	"context"
	"fmt"
	"net"
	"net/netip"
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

// reserved are the networks that no public server is in, by the registries of IANA for special purposes, with what they are. Those that
// package netip knows are not among them.
var reserved = []struct {
	network netip.Prefix
	kind    string
}{
	{netip.MustParsePrefix("0.0.0.0/8"), "of this network"},
	{netip.MustParsePrefix("100.64.0.0/10"), "of a carrier's network"},
	{netip.MustParsePrefix("168.63.129.16/32"), "where a cloud tells of its machine"},
	{netip.MustParsePrefix("192.0.0.0/24"), "for protocols"},
	{netip.MustParsePrefix("192.0.2.0/24"), "for documents"},
	{netip.MustParsePrefix("192.88.99.0/24"), "of a relay"},
	{netip.MustParsePrefix("198.18.0.0/15"), "for benchmarks"},
	{netip.MustParsePrefix("198.51.100.0/24"), "for documents"},
	{netip.MustParsePrefix("203.0.113.0/24"), "for documents"},
	{netip.MustParsePrefix("240.0.0.0/4"), "reserved"},
	{netip.MustParsePrefix("2001::/23"), "for protocols"},
	{netip.MustParsePrefix("2001:db8::/32"), "for documents"},
	{netip.MustParsePrefix("3fff::/20"), "for documents"},
}

// Networks of IPv6: global is what is given to the internet; the others have an address of IPv4 within.
var (
	global   = netip.MustParsePrefix("2000::/3")
	nat64    = netip.MustParsePrefix("64:ff9b::/96")
	sixToFor = netip.MustParsePrefix("2002::/16")
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
	for _, r := range reserved {
		if r.network.Contains(a) {
			return r.kind
		}
	}
	if a.Is4() {
		return ""
	}
	b := a.As16()
	switch {
	case nat64.Contains(a):
		return notPublic(netip.AddrFrom4([4]byte(b[12:])))
	case sixToFor.Contains(a):
		return notPublic(netip.AddrFrom4([4]byte(b[2:6])))
	case !global.Contains(a):
		return "reserved"
	}
	return ""
}
