package format

import (
	"net/netip"
	"net/url"
	"strings"
	"testing"
	"time"
)

// seeds are texts of every family, whole and broken.
var seeds = []string{
	"", ".", "2024-02-29", "2016-12-31T23:59:60Z", "1990-12-31t15:59:50.123-08:00", "12:00:00.5+01:30", "P1Y2M3DT4H5M6S", "P2W", "joe@example.com", `"a\"b"@[IPv6:::1]`,
	"ü@ö.example", "www.example.com", "xn--bcher-kva.example", "bücher。example", "א٠.a", "क्\u200dष", "l·l", "127.0.0.1", "::ffff:1.2.3.4",
	"fe80::1%eth0", "http://u:p@h:80/a/b?c#d", "//[v1.a]:1", "http://ä.example/?\ue000", "{+a,b:3,c*}x%41", "/a~0b~1", "0-1#", "1/a",
	"2eb8aa08-aa98-11ea-b4aa-73b441d16380", "^a(?=b)$", "\xff\xfe", "%", "\x00",
}

// FuzzCheckers wants of every checker that it returns, and twice the same, and
// that a format accepts all that its narrower one does.
func FuzzCheckers(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	narrower := []struct{ narrow, wide string }{
		{"email", "idn-email"}, {"hostname", "idn-hostname"}, {"uri", "iri"}, {"uri", "uri-reference"},
		{"uri-reference", "iri-reference"}, {"iri", "iri-reference"},
	}
	f.Fuzz(func(t *testing.T, s string) {
		verdict := map[string]bool{}
		for _, name := range Names() {
			check, _ := Lookup(name)
			verdict[name] = check(s)
			if again := check(s); again != verdict[name] {
				t.Errorf("%s(%q) is %v, then %v", name, s, verdict[name], again)
			}
		}
		for _, pair := range narrower {
			if verdict[pair.narrow] && !verdict[pair.wide] {
				t.Errorf("%s accepts %q, and %s does not", pair.narrow, s, pair.wide)
			}
		}
		if verdict["date-time"] != (len(s) > 10 && Date(s[:10]) && strings.ContainsAny(s[10:11], "Tt") && Time(s[11:])) {
			t.Errorf("date-time, date and time do not agree on %q", s)
		}
	})
}

// FuzzAddresses holds IPv4 and IPv6 against the standard library, which reads
// the same texts but for zones.
func FuzzAddresses(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		address, err := netip.ParseAddr(s)
		if got, want := IPv4(s), err == nil && address.Is4(); got != want {
			t.Errorf("IPv4(%q) is %v, netip says %v", s, got, want)
		}
		if got, want := IPv6(s), err == nil && address.Is6() && address.Zone() == ""; got != want {
			t.Errorf("IPv6(%q) is %v, netip says %v", s, got, want)
		}
	})
}

// FuzzURIReferences wants net/url to read every URI reference. It reads other
// texts too, and does not read percent signs in a host, nor IPvFuture.
func FuzzURIReferences(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !URIReference(s) {
			return
		}
		if _, after, ok := strings.Cut(s, "//"); ok {
			authority, _, _ := strings.Cut(after, "/")
			if strings.Contains(authority, "%") || strings.Contains(strings.ToLower(authority), "[v") {
				return
			}
		}
		if _, err := url.Parse(s); err != nil {
			t.Errorf("URIReference accepts %q, net/url says %v", s, err)
		}
	})
}

// FuzzDateTimes wants package time to read every date-time that has no leap
// second, which it does not know.
func FuzzDateTimes(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !DateTime(s) || s[17:19] == "60" {
			return
		}
		if _, err := time.Parse(time.RFC3339, strings.ToUpper(s)); err != nil {
			t.Errorf("DateTime accepts %q, package time says %v", s, err)
		}
	})
}
