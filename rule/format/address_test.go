package format

import (
	"math/rand/v2"
	"net/netip"
	"strings"
	"testing"
)

func TestIPv4(t *testing.T) {
	verdicts(t, "ipv4",
		[]string{"0.0.0.0", "1.2.3.4", "255.255.255.255", "192.0.2.100"},
		[]string{"", "1.2.3", "1.2.3.4.", "1.2.3.4.5", "1.2.3.256", "1.2.3.1000", "01.2.3.4", "00.0.0.0", "1.2.3.4 ", "1..3.4", "1.2.3."})
}

func TestIPv6(t *testing.T) {
	verdicts(t, "ipv6",
		[]string{"::", "::1", "1::", "1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7::", "::2:3:4:5:6:7:8", "1::8", "1:2:3:4:5:6:1.2.3.4",
			"::1.2.3.4", "1:2:3:4:5::1.2.3.4", "ABCD:ef01::", "0001::"},
		[]string{"", ":", ":::", "1", "1:", ":1", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7:8::", "::1:2:3:4:5:6:7:8",
			"1::2::3", "12345::", "g::", "1.2.3.4", "::1.2.3", "::1.2.3.4:5", "1:2:3:4:5:6:7:1.2.3.4", "1:2:3:4:5:6::1.2.3.4",
			"::01.2.3.4", "::1%eth0", "[::1]", "::1/128", "1:::2", "1::2:"})
}

// TestIPv6AgainstNetip puts pieces of addresses together at random, which comes
// by far more addresses than random bytes do.
func TestIPv6AgainstNetip(t *testing.T) {
	pieces := []string{"0", "1", "ab", "fFfF", "12345", "g", "::", "1.2.3.4", "1.2.3.256", "01.2.3.4"}
	random := rand.New(rand.NewPCG(1, 2))
	accepted := 0
	for range 200_000 {
		parts := make([]string, 1+random.IntN(9))
		for i := range parts {
			// Mostly plain groups, so that many texts are whole.
			parts[i] = pieces[min(random.IntN(len(pieces)), random.IntN(len(pieces)), random.IntN(len(pieces)))]
		}
		s := strings.ReplaceAll(strings.Join(parts, ":"), "::::", "::")
		address, err := netip.ParseAddr(s)
		want := err == nil && address.Is6()
		if got := IPv6(s); got != want {
			t.Fatalf("IPv6(%q) is %v, netip says %v", s, got, want)
		}
		if want {
			accepted++
		}
	}
	if accepted < 5000 {
		t.Errorf("only %d of the texts are addresses, want at least 5000", accepted)
	}
}

func TestUUID(t *testing.T) {
	verdicts(t, "uuid",
		[]string{"00000000-0000-0000-0000-000000000000", "FFFFFFFF-ffff-FFFF-ffff-FFFFFFFFFFFF"},
		[]string{"", "00000000-0000-0000-0000-00000000000", "00000000-0000-0000-0000-0000000000000",
			"00000000-0000-0000-00000-00000000000", "g0000000-0000-0000-0000-000000000000", "{0000000-0000-0000-0000-00000000000}"})
}

func TestJSONPointer(t *testing.T) {
	verdicts(t, "json-pointer",
		[]string{"", "/", "//", "/~0~1", "/ü", "/\U0001F600"},
		[]string{"a", "~0", "/~", "/~2", "/a/~", "/\xff", "#/a"})
}

func TestRelativeJSONPointer(t *testing.T) {
	verdicts(t, "relative-json-pointer",
		[]string{"0", "10", "0#", "10/a", "0/", "0+1", "0-1/a", "1+0", "1-10#"},
		[]string{"", "#", "/", "00", "01", "-1", "0a", "0##", "0#/", "0+", "0+01", "0-1-1", "0+1a", "0/~", "٠"})
}
