package remote

import (
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// stored are the files of a cache in one of its folders.
func stored(t *testing.T, c *Cache, folder string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(c.dir, folder, "*"))
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// A document counts as long as the server said, then the server is asked whether it is another one.
func TestCache(t *testing.T) {
	s := newSite(t)
	s.text("/marked", "1")
	s.text("/aged", "2", "Cache-Control", "public, max-age=60", "Age", "10")
	s.text("/forever", "3", "Cache-Control", "max-age=2000000000")
	s.text("/never", "4", "Cache-Control", "no-store, max-age=60")
	s.text("/asked", "5", "Cache-Control", "max-age=60, no-cache")
	c := OpenCache(t.TempDir())
	start := time.Now()
	var said []string
	round := func(later time.Duration, anew bool) (requests int32, notes string) {
		before := s.requests.Load()
		said = nil
		f := fetcher(Options{Cache: c, Anew: anew, Note: func(line string) { said = append(said, line) }}, s)
		f.now = func() time.Time { return start.Add(later) }
		for i, path := range []string{"/marked", "/aged", "/forever", "/never", "/asked"} {
			got(t, f, s.URL+path, fmt.Sprint(i+1))
		}
		return s.requests.Load() - before, strings.Join(said, "\n")
	}
	for _, step := range []struct {
		later    time.Duration
		anew     bool
		requests int32
		unpacked int // documents that were sent
	}{
		{0, false, 5, 5},
		{49 * time.Second, false, 3, 1},
		{51 * time.Second, false, 4, 1},
		{51 * time.Second, true, 5, 5},
		{longestUntil - time.Second, false, 4, 1},
		{3 * longestUntil, false, 5, 1},
		{-3 * longestUntil, false, 5, 1}, // the clock was wrong before
	} {
		n, notes := round(step.later, step.anew)
		if n != step.requests || strings.Count(notes, ": fetched, ") != step.unpacked {
			t.Errorf("%v: found %d requests and %s, wanted %d and %d documents sent", step, n, notes, step.requests, step.unpacked)
		}
	}
	if n := len(stored(t, c, "text")); n != 4 {
		t.Errorf("found %d texts, wanted 4: one is not to be stored", n)
	}
}

// What was damaged in the cache is noticed, and fetched again.
func TestDamagedCache(t *testing.T) {
	s := newSite(t)
	s.text("/a", `{"a": 1}`, "Cache-Control", "max-age=60")
	for name, damage := range map[string]func(c *Cache){
		"text":  func(c *Cache) { overwrite(t, stored(t, c, "text")[0], `{"a": 2}`) },
		"empty": func(c *Cache) { overwrite(t, stored(t, c, "text")[0], "") },
		"gone":  func(c *Cache) { _ = os.Remove(stored(t, c, "text")[0]) },
		"entry": func(c *Cache) { overwrite(t, stored(t, c, "url")[0], `{"url":`) },
		"digest": func(c *Cache) {
			overwrite(t, stored(t, c, "url")[0], `{"url": "`+s.URL+`/a", "digest": "sha256:../../../a", "until": "2999-01-01T00:00:00Z"}`)
		},
		"other": func(c *Cache) {
			overwrite(t, stored(t, c, "url")[0], `{"url": "https://example.com/", "until": "2999-01-01T00:00:00Z"}`)
		},
	} {
		t.Run(name, func(t *testing.T) {
			c := OpenCache(t.TempDir())
			got(t, fetcher(Options{Cache: c}, s), s.URL+"/a", `{"a": 1}`)
			n := s.requests.Load()
			got(t, fetcher(Options{Cache: c}, s), s.URL+"/a", `{"a": 1}`)
			if s.requests.Load() != n {
				t.Fatal("found a request, wanted the cache to do")
			}
			damage(c)
			for range 2 { // the second time from what was mended
				got(t, fetcher(Options{Cache: c}, s), s.URL+"/a", `{"a": 1}`)
			}
			if s.requests.Load() != n+1 {
				t.Errorf("found %d requests, wanted one for what was damaged", s.requests.Load()-n)
			}
		})
	}
}

func overwrite(t *testing.T, file, text string) {
	t.Helper()
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// Several programs may share a cache: nobody reads a file that is half written, and no other file is left behind.
func TestSharedCache(t *testing.T) {
	s := newSite(t)
	text := strings.Repeat(" ", 1<<16) + "1"
	s.text("/a", text)
	dir := t.TempDir()
	var all sync.WaitGroup
	for range 16 {
		all.Go(func() { got(t, fetcher(Options{Cache: OpenCache(dir)}, s), s.URL+"/a", text) })
	}
	all.Wait()
	for _, folder := range []string{"text", "url"} {
		entries, err := os.ReadDir(filepath.Join(dir, folder))
		if err != nil || len(entries) != 1 {
			t.Errorf("%s: found %v, %v, wanted one file", folder, entries, err)
		}
	}
}

// A cache that cannot be written is no reason to do without a document.
func TestCacheOutOfReach(t *testing.T) {
	s := newSite(t)
	s.text("/a", "1")
	file := filepath.Join(t.TempDir(), "file")
	overwrite(t, file, "")
	said := ""
	got(t, fetcher(Options{Cache: OpenCache(file), Note: func(line string) { said += line + "\n" }}, s), s.URL+"/a", "1")
	if !strings.Contains(said, "cannot be written") {
		t.Errorf("found %q, wanted it to be said", said)
	}
}

func TestOpenCache(t *testing.T) {
	t.Setenv("ASSAY_CACHE", "env")
	if c := OpenCache(""); c.dir != "env" {
		t.Errorf("found %s, wanted the folder of the environment", c.dir)
	}
	if c := OpenCache("given"); c.dir != "given" {
		t.Errorf("found %s, wanted the folder that is given", c.dir)
	}
	if c := OpenCache("off"); c != nil {
		t.Errorf("found %s, wanted no cache", c.dir)
	}
	t.Setenv("ASSAY_CACHE", "off")
	if c := OpenCache(""); c != nil {
		t.Errorf("found %s, wanted no cache", c.dir)
	}
	t.Setenv("ASSAY_CACHE", "")
	if c := OpenCache(""); c == nil || filepath.Base(c.dir) != "assay" {
		t.Errorf("found %v, wanted a folder among the user's caches", c)
	}
}

func TestUntil(t *testing.T) {
	now := time.Now()
	for text, wanted := range map[string]time.Duration{
		"": 0, "max-age=5": 5 * time.Second, `MAX-AGE="5"`: 5 * time.Second, "max-age=-5": 0, "max-age=x": 0,
		"private, max-age=7 ": 7 * time.Second, "max-age=5, no-cache": 0, "max-age=99999999999999": 0, "max-age=100000": longestUntil,
	} {
		if found := until(http.Header{"Cache-Control": {text}}, now).Sub(now); found != wanted {
			t.Errorf("%s: found %s, wanted %s", text, found, wanted)
		}
	}
}
