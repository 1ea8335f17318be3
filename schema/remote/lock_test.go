package remote

import (
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func lockOf(t *testing.T, digests map[string]Digest) *Lock {
	t.Helper()
	l := &Lock{Name: filepath.Join(t.TempDir(), "assay.lock"), Digests: digests}
	if err := l.Write(); err != nil {
		t.Fatal(err)
	}
	read, err := ReadLock(l.Name)
	if err != nil {
		t.Fatal(err)
	}
	return read
}

// A lock is read as it was written, and written in one way.
func TestLock(t *testing.T) {
	digests := map[string]Digest{
		"https://b.example/x?a=\"b\\&c:%20d":    DigestOf([]byte("b")),
		"https://a.example/":                    DigestOf([]byte("a")),
		"http://127.0.0.1:8080/ä#":              DigestOf(nil),
		"https://a.example/é: x?ü=\u0085\u00a0": DigestOf([]byte("c")),
	}
	normal := map[string]Digest{}
	for url, d := range digests {
		n, err := Normal(url)
		if err != nil {
			t.Fatal(err)
		}
		normal[n] = d
	}
	l := lockOf(t, normal)
	if !maps.Equal(l.Digests, normal) {
		t.Errorf("found %v, wanted %v", l.Digests, normal)
	}
	lines := strings.Split(strings.TrimSpace(string(l.Text())), "\n")
	if len(lines) != 3+len(digests) || !strings.HasPrefix(lines[4], `  "https://a.example/": sha256:`) {
		t.Errorf("found %q, wanted a URL a line, in order", lines)
	}
	if info, err := os.Stat(l.Name); err != nil || info.Mode().Perm() != 0o644 {
		t.Errorf("found %v, %v, wanted a file that others may read", info.Mode(), err)
	}
	longest := "https://a.example/" + strings.Repeat("x", longestKey-len("https://a.example/"))
	if l := lockOf(t, map[string]Digest{longest: DigestOf(nil)}); len(l.Digests) != 1 {
		t.Errorf("found %v, wanted the longest URL", l.Digests)
	}
	if err := (&Lock{Name: l.Name, Digests: map[string]Digest{longest + "x": DigestOf(nil)}}).Write(); err == nil {
		t.Error("found no error for a URL that is too long to be read again")
	}
	empty := lockOf(t, nil)
	if len(empty.Digests) != 0 {
		t.Errorf("found %v, wanted nothing", empty.Digests)
	}
}

func TestWrongLock(t *testing.T) {
	digest := string(DigestOf(nil))
	for text, wanted := range map[string]string{
		"":                             "1:1: found no object, wanted what assay schema lock writes",
		"[]":                           "1:1: found no object, ",
		"schemas: {}":                  "1:1: found no version, wanted 1",
		"version: 2\n":                 "1:10: found the version 2, wanted 1, which is all that this assay reads",
		"version: 1\nschemas: []":      "2:10: found no object of schemas, wanted URLs with their digests",
		"version: 1\nschemas:\n  a: b": `3:3: found "a", wanted a URL as assay schema lock writes it`,
		"version: 1\nschemas:\n  HTTPS://a.example/: " + digest:                                              `3:3: found "HTTPS://a.example/", wanted a URL`,
		"version: 1\nschemas:\n  https://a.example/: sha256:1":                                               `3:23: found "sha256:1", wanted sha256: and 64 digits`,
		"version: 1\nschemas:\n  https://a.example/: 1":                                                      "3:23: found 1, wanted sha256:",
		"version: 1\nschemas:\n<<<<<<< ours\n  https://a.example/: " + digest + "\n=======\n":                "",
		"version: 1\nschemas:\n  https://a.example/: " + digest + "\n  https://a.example/: " + digest + "\n": "4:3: ",
	} {
		name := filepath.Join(t.TempDir(), "assay.lock")
		overwrite(t, name, text)
		if l, err := ReadLock(name); err == nil || !strings.HasPrefix(err.Error(), name+":"+wanted) {
			t.Errorf("%q: found %v, %v, wanted %s", text, l, err, wanted)
		}
	}
	if _, err := ReadLock(t.TempDir()); err == nil {
		t.Error("found no error for a folder")
	}
}

// Where there is a lock, what it names must be what it says, from wherever it comes, and is not asked for in vain.
func TestLocked(t *testing.T) {
	s := newSite(t)
	s.text("/a", "1")
	s.text("/b", "2")
	c := OpenCache(t.TempDir())
	right := lockOf(t, map[string]Digest{s.URL + "/a": DigestOf([]byte("1"))})
	wrong := lockOf(t, map[string]Digest{s.URL + "/a": DigestOf([]byte("2"))})
	refused(t, fetcher(Options{Cache: c, Lock: wrong}, s), s.URL+"/a", "found "+string(DigestOf([]byte("1")))+", wanted "+string(DigestOf([]byte("2")))+", as "+wrong.Name+" has it; ")
	if n := len(stored(t, c, "text")); n != 0 {
		t.Errorf("found %d texts, wanted none of what is refused", n)
	}
	offline := New(Options{Cache: c, Lock: right, Frozen: true})
	refused(t, offline, s.URL+"/a", "found nothing of its digest "+string(DigestOf([]byte("1")))+" in the cache, "+c.dir+", wanted --allow-net")
	got(t, fetcher(Options{Cache: c, Lock: right, Frozen: true}, s), s.URL+"/a", "1")
	refused(t, fetcher(Options{Cache: c, Lock: right, Frozen: true}, s), s.URL+"/b", "found no line for it in "+right.Name+", to which --frozen holds; assay schema lock adds it")
	got(t, fetcher(Options{Cache: c, Lock: right}, s), s.URL+"/b", "2")
	n := s.requests.Load()
	got(t, New(Options{Cache: c, Lock: right, Frozen: true}), s.URL+"/a", "1")
	got(t, fetcher(Options{Cache: c, Lock: right}, s), s.URL+"/a", "1")
	if s.requests.Load() != n {
		t.Error("found a request for what the cache has as the lock wants it")
	}
	// What the cache has of the URL is not what the lock wants: the server is asked, not believed.
	refused(t, fetcher(Options{Lock: wrong}, s), s.URL+"/a", "found sha256:")
	refused(t, New(Options{Cache: c}), s.URL+"/a", "found no line for it in any lock")
	none, err := ReadLock(filepath.Join(t.TempDir(), "assay.lock"))
	if err != nil {
		t.Fatal(err)
	}
	refused(t, fetcher(Options{Lock: none, Frozen: true}, s), s.URL+"/a", "found no line for it in "+none.Name+", which is not there, ")
	got(t, fetcher(Options{Lock: none}, s), s.URL+"/a", "1")
}
