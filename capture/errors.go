package capture

import (
	"errors"
	"fmt"
	"net/url"
	"strings"
)

// ErrFormat is what [Open] returns, wrapped, for a source in none of the formats it knows.
var ErrFormat = errors.New("not a capture")

// EntryError tells that one entry is damaged. Reading goes on with the next entry.
type EntryError struct {
	Source string // the source's name, as given to Open
	Entry  int    // which entry of the source, from 1
	Line   int    // the line on which the entry begins, from 1; 0 where not known
	Column int    // where on that line the damage is, in characters from 1; 0 where not known
	Err    error  // what is wrong, without any value of the recording

	// Method, URL and Status are those of the exchange as far as they can be read; zero where they cannot. They
	// are no part of the message: a URL may hold a secret.
	Method string
	URL    *url.URL
	Status int
}

// Error returns the place and what is wrong there.
func (e *EntryError) Error() string {
	return fmt.Sprintf("%s: entry %d: %v", place(e.Source, e.Line, e.Column), e.Entry, e.Err)
}

// Unwrap returns what is wrong.
func (e *EntryError) Unwrap() error { return e.Err }

// SourceError tells that the source cannot be read on. It is the last error before io.EOF.
type SourceError struct {
	Source string // the source's name, as given to Open
	Line   int    // the line on which reading stopped, from 1; 0 where not known
	Column int    // the column in characters from 1; 0 where not known
	Err    error  // what is wrong, without any value of the recording
}

// Error returns the place and what is wrong there.
func (e *SourceError) Error() string {
	return fmt.Sprintf("%s: %v", place(e.Source, e.Line, e.Column), e.Err)
}

// Unwrap returns what is wrong.
func (e *SourceError) Unwrap() error { return e.Err }

// LimitError tells that something is larger than a limit of [Limits] allows.
type LimitError struct {
	What  string // what is too large
	Limit int64  // what is allowed, in bytes
}

// Error names what is too large, and the limit.
func (e *LimitError) Error() string {
	return fmt.Sprintf("%s is larger than the limit of %d bytes", e.What, e.Limit)
}

// place is source:line:column, as far as they are known.
func place(source string, line, column int) string {
	var b strings.Builder
	b.WriteString(source)
	for _, n := range []int{line, column} {
		if n == 0 {
			break
		}
		fmt.Fprintf(&b, ":%d", n)
	}
	return b.String()
}
