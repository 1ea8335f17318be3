package remote

import (
	"net"
	"net/netip"
	"strings"
	"testing"
)

// Addresses of the internet are reached, and no others, however they are written.
func TestAddresses(t *testing.T) {
	for _, a := range strings.Fields(`1.1.1.1 8.8.8.8 93.184.215.14 172.15.255.255 172.32.0.0 100.63.255.255 100.128.0.0 169.253.0.1 192.167.1.1 198.17.0.1 223.255.255.1
		2606:4700::1111 2a00:1450:4001::1 ::ffff:8.8.8.8 64:ff9b::808:808 2002:808:808::1`) {
		if err := checkAddress(netip.MustParseAddr(a)); err != nil {
			t.Errorf("%v, wanted it to be public", err)
		}
	}
	for _, a := range strings.Fields(`0.0.0.0 0.1.2.3 10.0.0.1 100.64.0.1 100.100.100.200 100.127.255.255 127.0.0.1 127.9.9.9 168.63.129.16 169.254.169.254 172.16.0.1 172.31.255.255
		192.0.0.192 192.0.2.1 192.88.99.1 192.168.0.1 198.18.0.1 198.19.255.255 198.51.100.1 203.0.113.1 224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255
		:: ::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::7f00:1 64:ff9b::a00:1 64:ff9b::7f00:1 64:ff9b:1::1 100::1 2001::1 2001:db8::1 2002:a00:1::1 2002:7f00:1:: 3fff::1
		fc00::1 fd00:ec2::254 fe80::1 fe80::1%eth0 fec0::1 ff02::1 4000::1 5f00::1`) {
		if err := checkAddress(netip.MustParseAddr(a)); err == nil || !strings.Contains(err.Error(), ", wanted a public one; --allow-private") {
			t.Errorf("%s: found %v, wanted it to be refused", a, err)
		}
	}
}

// The address is checked that is dialled, wherever it comes from: the URL, or a name that is looked up.
func TestGuarded(t *testing.T) {
	s := newSite(t)
	s.text("/", "1")
	f := New(Options{Fetch: true})
	trust(f, s)
	port := s.URL[strings.LastIndexByte(s.URL, ':'):]
	for _, host := range []string{"127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]"} {
		if l, err := net.Listen("tcp", "[::1]:0"); err == nil {
			_ = l.Close()
		} else if host == "[::1]" {
			continue // this machine has none such
		}
		url := "https://" + host + port + "/"
		if _, err := f.Get(url); err == nil || !strings.Contains(err.Error(), "of this machine, wanted a public one; --allow-private lets others be reached") {
			t.Errorf("%s: found %v, wanted it to be refused", url, err)
		}
	}
	if n := s.requests.Load(); n != 0 {
		t.Errorf("found %d requests, wanted none", n)
	}
}
