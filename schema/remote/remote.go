// Package remote fetches schema documents by their URLs, for programs whose users asked for it: by https, from public
// addresses, within limits. What was fetched is kept in a [Cache], and a [Lock] says which bytes are wanted.
//
// It is the one room that speaks to the network.
package remote

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"sync"
	"time"
)

// Options say what may be fetched, and how. The zero value fetches nothing.
type Options struct {
	// Fetch lets servers be asked. Without it, documents that the lock names come from the cache, and others from nowhere.
	Fetch bool
	// HTTP lets http: URLs be fetched, too, and Private those whose servers have addresses that are not public.
	HTTP, Private bool
	Limits        Limits
	Cache         *Cache // nil: nothing is kept
	Lock          *Lock  // nil: any bytes will do
	// Frozen refuses documents that the lock does not name.
	Frozen bool
	// Anew has each document sent by its server, whatever the cache and the lock have.
	Anew    bool
	Headers *Headers // nil: none
	// Note is told in a line where each document came from; nil: nobody is.
	Note func(line string)
}

// Document is what a URL leads to.
type Document struct {
	URL    string // in its normal form, as locks name it
	Text   []byte
	Digest Digest
}

// Fetcher gets documents, each once. Any number of goroutines may use it.
type Fetcher struct {
	options Options
	hops    *hops
	client  *http.Client
	now     func() time.Time
	mu      sync.Mutex
	got     map[string]func() (*Document, error)
}

// New makes a fetcher.
func New(o Options) *Fetcher {
	o.Limits = o.Limits.orDefault()
	if o.Note == nil {
		o.Note = func(string) {}
	}
	f := &Fetcher{options: o, hops: newHops(o), now: time.Now, got: map[string]func() (*Document, error){}}
	f.client = &http.Client{Transport: f.hops, CheckRedirect: redirects}
	return f
}

// Get is the document of a URL, whose fragment does not matter. The error begins with the URL, and shows no header of the options.
func (f *Fetcher) Get(uri string) (*Document, error) {
	key, err := Normal(uri)
	if err != nil {
		return nil, err
	}
	f.mu.Lock()
	once := f.got[key]
	if once == nil {
		if len(f.got) >= f.options.Limits.Documents {
			f.mu.Unlock()
			return nil, fmt.Errorf("%s: found one document more than the limit of %d, wanted no more; --net-limits documents=N sets another limit", key, f.options.Limits.Documents)
		}
		once = sync.OnceValues(func() (*Document, error) {
			d, err := f.get(key)
			if err != nil {
				// A server that was told a secret can say it again.
				return nil, errors.New(f.options.Headers.hide(key + ": " + err.Error()))
			}
			return d, nil
		})
		f.got[key] = once
	}
	f.mu.Unlock()
	return once()
}

// Locked are the documents got so far by URL, as a lock has them.
func (f *Fetcher) Locked() map[string]Digest {
	f.mu.Lock()
	defer f.mu.Unlock()
	all := map[string]Digest{}
	for url, once := range f.got {
		if d, err := once(); err == nil {
			all[url] = d.Digest
		}
	}
	return all
}

// get finds a document: by its digest in the cache, else what the cache has of the URL and still counts, else the server's.
func (f *Fetcher) get(url string) (*Document, error) {
	o := &f.options
	wanted, locked := o.Lock.Digest(url)
	if (o.Frozen || !o.Fetch) && !locked {
		return nil, fmt.Errorf("found no line for it in %s, to which --frozen holds; assay schema lock adds it", o.Lock.name())
	}
	if locked && !o.Anew {
		if text := o.Cache.text(wanted); text != nil {
			return f.found(url, text, wanted, "from the cache, locked")
		}
	}
	if !o.Fetch {
		return nil, fmt.Errorf("found nothing of its digest %s in the cache, %s, wanted --allow-net to fetch it", wanted, o.Cache.where())
	}
	if err := f.hops.checkText(url); err != nil {
		return nil, err
	}
	var kept *entry
	if !locked && !o.Anew {
		kept = o.Cache.entry(url)
	}
	if kept != nil && kept.counts(f.now()) {
		return f.found(url, kept.text, kept.Digest, "from the cache, until "+kept.Until.UTC().Format(time.DateTime)+" UTC")
	}
	ctx, cancel := context.WithTimeout(context.Background(), o.Limits.Time)
	defer cancel()
	a, err := f.ask(ctx, url, kept)
	if err != nil {
		return nil, err
	}
	if digest := DigestOf(a.text); locked && digest != wanted {
		return nil, fmt.Errorf("found %s, wanted %s, as %s has it; assay schema lock takes over what the server has now", digest, wanted, o.Lock.name())
	}
	if err := o.Cache.keep(url, a.entry); err != nil {
		o.Note(fmt.Sprintf("assay: the cache, %s, cannot be written: %v", o.Cache.where(), err))
	}
	return f.found(url, a.text, a.entry.Digest, a.from)
}

// found tells where a document came from. What the cache has is held to the limit, too, so that it makes no difference.
func (f *Fetcher) found(url string, text []byte, digest Digest, from string) (*Document, error) {
	if int64(len(text)) > f.options.Limits.Size {
		return nil, f.tooLarge()
	}
	f.options.Note(f.options.Headers.hide(fmt.Sprintf("assay: %s: %s, %d bytes", url, from, len(text))))
	return &Document{URL: url, Text: text, Digest: digest}, nil
}

// tooLarge is the error for a document beyond the limit.
func (f *Fetcher) tooLarge() error {
	return fmt.Errorf("found more than %s, wanted no more; --net-limits size=SIZE sets another limit", size(f.options.Limits.Size))
}
