package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/schema"
)

// hinted ends the error for a URL that is not on disk with the --map that leads to a file beside one of the
// documents read so far, where there is such a file. What a --map of the user speaks of is left to the user.
func (l *library) hinted(err error, uri string, sources []*schema.Source) error {
	if l.fetcher != nil {
		return err // it was to be fetched
	}
	for _, m := range l.files.Maps {
		if strings.HasPrefix(uri, m.Prefix) {
			return err
		}
	}
	for _, src := range sources {
		dir := filepath.Dir(src.Name)
		// Where the document's own $id is a folder above, the folders below are those on disk.
		for _, prefix := range []string{urlFolder(ownID(src)), urlFolder(uri)} {
			if prefix == "" || !strings.HasPrefix(uri, prefix) {
				continue
			}
			trial := schema.Files{Maps: []schema.Map{{Prefix: prefix, Dir: dir}}, Decode: l.files.Decode}
			if _, missing := trial.Load(uri); missing == nil {
				return fmt.Errorf("%w: --map %s", err, shellWord(prefix+"="+filepath.ToSlash(dir)+"/"))
			}
		}
	}
	return err
}

// ownID is the URI that a schema document gives itself, "" where it gives none.
func ownID(src *schema.Source) string {
	for _, name := range []string{"$id", "id"} {
		if v := src.Document.Root().Get(name); v.Kind() == document.String {
			return v.Text()
		}
	}
	return ""
}

// urlFolder is a URL up to the last slash of its path: what a --map can begin with. It is "" where there is none, and for
// URLs of files, which need no map.
func urlFolder(uri string) string {
	if end := strings.IndexAny(uri, "?#"); end >= 0 {
		uri = uri[:end]
	}
	scheme, rest, found := strings.Cut(uri, "://")
	slash := strings.LastIndexByte(rest, '/')
	if !found || scheme == "file" || slash <= 0 || strings.Contains(uri, "=") {
		return ""
	}
	return scheme + "://" + rest[:slash+1]
}

// shellWord is a text as a shell takes it for one word.
func shellWord(text string) string {
	plain := func(c rune) bool {
		return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.ContainsRune("-_./:=@%+,", c)
	}
	if strings.IndexFunc(text, func(c rune) bool { return !plain(c) }) < 0 {
		return text
	}
	return "'" + strings.ReplaceAll(text, "'", `'\''`) + "'"
}
