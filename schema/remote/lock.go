package remote

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/document/yaml"
)

// Digest names a text by its SHA-256: sha256: and 64 digits.
type Digest string

// algorithm is what digests begin with.
const algorithm = "sha256:"

// DigestOf is the digest of a text.
func DigestOf(text []byte) Digest {
	sum := sha256.Sum256(text)
	return Digest(algorithm + hex.EncodeToString(sum[:]))
}

func (d Digest) valid() bool {
	digits, found := strings.CutPrefix(string(d), algorithm)
	return found && len(digits) == 2*sha256.Size && strings.Trim(digits, "0123456789abcdef") == ""
}

// Lock says which text each URL is to have.
type Lock struct {
	Name    string // of its file
	Digests map[string]Digest
	there   bool
}

// lockVersion is the version of the form that locks are written in.
const lockVersion = 1

// lockHead begins a lock.
const lockHead = `# Which bytes the schemas of the web have, for assay: written by "assay schema lock", to be kept with the schemas.
version: 1
schemas:
`

// ReadLock reads a lock. One without a file is empty. The error says at file:line:col what of it cannot be used.
func ReadLock(name string) (*Lock, error) {
	l := &Lock{Name: name, Digests: map[string]Digest{}}
	text, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return l, nil
	}
	if p, ok := errors.AsType[*fs.PathError](err); ok {
		return nil, fmt.Errorf("%s: cannot be read: %w", name, p.Err)
	}
	l.there = true
	docs, err := yaml.Parse(text)
	if err != nil {
		return nil, fmt.Errorf("%s:%w", name, err)
	}
	root := document.Value{}
	if len(docs) == 1 {
		root = docs[0].Root()
	}
	if root.IsZero() || root.Kind() != document.Object {
		return nil, fmt.Errorf("%s:1:1: found no object, wanted what assay schema lock writes", name)
	}
	return l, l.read(root)
}

// read takes over what a lock says.
func (l *Lock) read(root document.Value) error {
	wrong := func(v document.Value, found, wanted string) error {
		p := v.Position()
		return fmt.Errorf("%s:%d:%d: found %s, wanted %s", l.Name, p.Line, p.Column, found, wanted)
	}
	if v := root.Get("version"); v.IsZero() || v.JSON() != strconv.Itoa(lockVersion) {
		if v.IsZero() {
			return wrong(root, "no version", strconv.Itoa(lockVersion))
		}
		return wrong(v, "the version "+v.JSON(), strconv.Itoa(lockVersion)+", which is all that this assay reads")
	}
	list := root.Get("schemas")
	if list.IsZero() || list.Kind() == document.Null {
		return nil
	}
	if list.Kind() != document.Object {
		return wrong(list, "no object of schemas", "URLs with their digests")
	}
	for name, value := range list.Members() {
		url, err := Normal(name.Text())
		if err != nil || url != name.Text() {
			return wrong(name, strconv.Quote(name.Text()), "a URL as assay schema lock writes it")
		}
		digest := Digest(strings.Clone(value.TextOr("")))
		if !digest.valid() {
			return wrong(value, value.JSON(), algorithm+" and 64 digits")
		}
		l.Digests[strings.Clone(url)] = digest
	}
	return nil
}

// Digest is what the lock wants of a URL.
func (l *Lock) Digest(url string) (d Digest, ok bool) {
	if l == nil {
		return "", false
	}
	d, ok = l.Digests[url]
	return d, ok
}

// name is what errors call the lock.
func (l *Lock) name() string {
	switch {
	case l == nil:
		return "any lock"
	case !l.there:
		return l.Name + ", which is not there"
	}
	return l.Name
}

// Text is the lock as it is written: a URL a line, in their order.
func (l *Lock) Text() []byte {
	var b strings.Builder
	b.WriteString(lockHead)
	for _, url := range slices.Sorted(maps.Keys(l.Digests)) {
		fmt.Fprintf(&b, "  %q: %s\n", url, l.Digests[url])
	}
	return []byte(b.String())
}

// longestKey is how long a URL in a lock may be: beyond 1024 characters YAML has no keys in one line (section 7.4.2).
const longestKey = 1000

// Write writes the file of the lock, so that it is there as a whole or as it was.
func (l *Lock) Write() error {
	for url := range l.Digests {
		if len(url) > longestKey {
			return fmt.Errorf("found a URL of %d bytes, %s…, wanted %d at most", len(url), url[:80], longestKey)
		}
	}
	return write(l.Name, l.Text(), 0o644)
}
