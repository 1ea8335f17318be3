package report

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"
)

// fingerprints name violations for systems that compare one run with the next. Lines and messages are no part of a name, so it
// stays the same where text above is added, or a wording changes. Violations that are alike in all else, as those of two
// records of one file, are numbered.
//
// The numbers start anew with each source, so that no more is kept than those of one.
type fingerprints struct {
	source string
	seen   map[string]int
}

// of is the fingerprint of a violation, told by its source and by what else does not move.
func (p *fingerprints) of(source string, parts ...string) string {
	if p.seen == nil || p.source != source {
		p.source, p.seen = source, map[string]int{}
	}
	var b strings.Builder
	for _, part := range append([]string{source}, parts...) {
		// With its length before it no part can pass for two.
		b.WriteString(strconv.Itoa(len(part)) + ":" + part)
	}
	sum := sha256.Sum256([]byte(b.String()))
	name := hex.EncodeToString(sum[:16])
	p.seen[name]++
	return name + ":" + strconv.Itoa(p.seen[name])
}
