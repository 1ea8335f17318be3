package remote

import (
	"encoding/json"
	"errors"
	"net/http"
	"os"
	"path/filepath"
	"time"
)

// Cache keeps documents in a folder: texts under their digests, and beside them what is known of each URL. Files are written
// under another name and then renamed, so that programs may share the folder; what was damaged there counts as missing.
type Cache struct{ dir string }

// cacheVariable is the variable of the environment that names the folder.
const cacheVariable = "ASSAY_CACHE"

// OpenCache is the cache in a folder, which is made when something is kept: the one given, else that of ASSAY_CACHE, else assay in the
// folder that the system has for caches. It is nil, which keeps nothing, for "off", and where the system has no such folder.
func OpenCache(dir string) *Cache {
	if dir == "" {
		dir = os.Getenv(cacheVariable)
	}
	if dir == "off" {
		return nil
	}
	if dir == "" {
		base, err := os.UserCacheDir()
		if err != nil {
			return nil
		}
		dir = filepath.Join(base, "assay")
	}
	return &Cache{dir}
}

// where is what the cache is called.
func (c *Cache) where() string {
	if c == nil {
		return "which is off"
	}
	return c.dir
}

// entry is what is known of a URL.
type entry struct {
	URL          string    `json:"url"`
	Digest       Digest    `json:"digest"`
	ETag         string    `json:"etag,omitempty"`
	LastModified string    `json:"last-modified,omitempty"`
	Until        time.Time `json:"until"` // the server need not be asked before; zero: this is not kept
	text         []byte
}

// entry makes one of an answer. A server that gives back what it was told, as a mark of the document, is not asked by that mark.
func (h *Headers) entry(url string, text []byte, head http.Header, now time.Time) *entry {
	e := &entry{URL: url, Digest: DigestOf(text), ETag: head.Get("ETag"), LastModified: head.Get("Last-Modified"), Until: until(head, now), text: text}
	if h.holds(e.ETag) || h.holds(e.LastModified) {
		e.ETag, e.LastModified = "", ""
	}
	return e
}

// ask asks the server for a document only if it is another one.
func (e *entry) ask(h http.Header) {
	if e.ETag != "" {
		h.Set("If-None-Match", e.ETag)
	}
	if e.LastModified != "" {
		h.Set("If-Modified-Since", e.LastModified)
	}
}

// counts reports whether the server need not be asked. A time beyond what any answer counts for comes from a clock that was wrong.
func (e *entry) counts(now time.Time) bool {
	left := e.Until.Sub(now)
	return left > 0 && left <= longestUntil
}

// text is the text of a digest, nil where it is not there or not what it was.
func (c *Cache) text(d Digest) []byte {
	if c == nil {
		return nil
	}
	text, err := os.ReadFile(c.textFile(d))
	if err != nil || DigestOf(text) != d {
		return nil
	}
	if text == nil {
		text = []byte{}
	}
	return text
}

// entry is what is known of a URL, with its text; nil where there is none.
func (c *Cache) entry(url string) *entry {
	if c == nil {
		return nil
	}
	text, err := os.ReadFile(c.entryFile(url))
	if err != nil {
		return nil
	}
	e := &entry{}
	if err := json.Unmarshal(text, e); err != nil || e.URL != url || !e.Digest.valid() {
		return nil
	}
	if e.text = c.text(e.Digest); e.text == nil {
		return nil
	}
	return e
}

// keep takes over what a server said of a URL.
func (c *Cache) keep(url string, e *entry) error {
	if c == nil || e.Until.IsZero() {
		return nil
	}
	line, err := json.Marshal(e)
	if err != nil {
		return err
	}
	return errors.Join(replace(c.textFile(e.Digest), e.text), replace(c.entryFile(url), append(line, '\n')))
}

func (c *Cache) textFile(d Digest) string {
	return filepath.Join(c.dir, "text", string(d[len(algorithm):]))
}

func (c *Cache) entryFile(url string) string {
	return filepath.Join(c.dir, "url", string(DigestOf([]byte(url))[len(algorithm):])+".json")
}

// replace writes a file of the user's own, so that it is there as a whole or as it was.
func replace(name string, text []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		return err
	}
	return write(name, text, 0o600)
}

// write writes a file under another name, then renames it.
func write(name string, text []byte, mode os.FileMode) error {
	f, err := os.CreateTemp(filepath.Dir(name), ".new-*")
	if err != nil {
		return err
	}
	_, err = f.Write(text)
	if err = errors.Join(err, f.Chmod(mode), f.Close()); err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		_ = os.Remove(f.Name()) // it is of no use
	}
	return err
}
