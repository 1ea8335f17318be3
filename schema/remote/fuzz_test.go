package remote

import (
	"maps"
	"net/http"
	"net/netip"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// A normal form is its own, and can be asked for.
func FuzzNormal(f *testing.F) {
	for _, s := range []string{"HTTPS://Example.com:443", "http://[::1]:80/a?b#c", "https://[fe80::1%25en0]/", "https://ä.example/%7e?ü=\"", "https://a:/", "https:", "https://a@b/"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, uri string) {
		url, err := Normal(uri)
		if err != nil {
			return
		}
		if again, err := Normal(url); err != nil || again != url {
			t.Errorf("%q: found %q, %v, wanted %q again", uri, again, err, url)
		}
		if !Knows(url) || strings.Contains(url, "#") {
			t.Errorf("%q: found %q, wanted a URL without a fragment", uri, url)
		}
		if _, err := http.NewRequest(http.MethodGet, url, nil); err != nil {
			t.Errorf("%q: %v", uri, err)
		}
		if len(url) > longestKey {
			return
		}
		l := lockOf(t, map[string]Digest{url: DigestOf(nil)})
		if _, ok := l.Digest(url); !ok {
			t.Errorf("%q: found %v in the lock, wanted %q", uri, l.Digests, url)
		}
	})
}

// A lock that can be read is the same when it is written and read again.
func FuzzReadLock(f *testing.F) {
	f.Add(lockHead + `  "https://a.example/": ` + string(DigestOf(nil)) + "\n")
	f.Add(`{"version": 1, "schemas": {"https://a.example/": "` + string(DigestOf(nil)) + `"}}`)
	f.Add("version: 1\nschemas: &a\n  <<: *a")
	f.Fuzz(func(t *testing.T, text string) {
		name := filepath.Join(t.TempDir(), "assay.lock")
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		l, err := ReadLock(name)
		if err != nil {
			if !strings.HasPrefix(err.Error(), name+":") {
				t.Errorf("%q: found %v, wanted the place", text, err)
			}
			return
		}
		if err := l.Write(); err != nil {
			t.Fatal(err)
		}
		if again, err := ReadLock(name); err != nil || !maps.Equal(again.Digests, l.Digests) {
			t.Errorf("%q: found %v, %v, wanted %v", text, again, err, l.Digests)
		}
	})
}

// Headers that can be read show no value of theirs, wherever it stands.
func FuzzParseHeaders(f *testing.F) {
	f.Add("example.com Authorization: Bearer hunter2", "a", "b")
	f.Add("example.com A: aaaa\nb.example:1 B: aaaaa", "a", "")
	f.Fuzz(func(t *testing.T, text, before, after string) {
		h, err := ParseHeaders(text)
		if err != nil {
			return
		}
		for _, header := range h.of {
			for _, values := range header {
				for _, value := range values {
					if shown := h.hide(before + value + after); len(value) >= shortest && !strings.Contains(before+after+mask, value) && strings.Contains(shown, value) {
						t.Errorf("%q: found %q in %q", text, value, shown)
					}
				}
			}
		}
	})
}

// Whatever a server says, an answer counts a day at most; whatever an address is, it has an answer.
func FuzzUntil(f *testing.F) {
	f.Add("max-age=10, no-cache", "3", []byte{127, 0, 0, 1})
	f.Fuzz(func(t *testing.T, control, age string, address []byte) {
		now := time.Unix(1e9, 0)
		if u := until(http.Header{"Cache-Control": {control}, "Age": {age}}, now); !u.IsZero() && (u.Before(now) || u.After(now.Add(longestUntil))) {
			t.Errorf("%q, %q: found %s", control, age, u)
		}
		if a, ok := netip.AddrFromSlice(address); ok && checkAddress(a) == nil && !a.IsGlobalUnicast() {
			t.Errorf("%s: found it public", a)
		}
	})
}
