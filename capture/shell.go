package capture

import (
	"bytes"
	"strconv"
	"strings"
)

// command is how far the words of a shell command are read.
type command struct {
	text  []byte
	at    int
	words []string
	word  strings.Builder
	begun bool // whether a word is at hand, which may be empty
}

// splitCommand splits the command that text begins with into its words, as a POSIX shell does and without expanding anything: quotes,
// backslashes, and $'…' of bash, which browsers copy. n is its length with the line's end. It returns false where the text
// ends before the command does.
func splitCommand(text []byte) (words []string, n int, whole bool) {
	c := command{text: text}
	for c.at < len(text) {
		switch b := text[c.at]; {
		case b == '\n':
			c.end()
			return c.words, c.at + 1, true
		case b == ' ' || b == '\t' || b == '\r':
			c.end()
			c.at++
		case b == '\\':
			if !c.escaped() {
				return nil, 0, false
			}
		case b == '\'' || b == '"' || b == '$' && c.at+1 < len(text) && text[c.at+1] == '\'':
			if !c.quoted() {
				return nil, 0, false
			}
		default:
			c.add(b)
			c.at++
		}
	}
	c.end()
	return c.words, c.at, true
}

func (c *command) add(b byte) {
	c.begun = true
	c.word.WriteByte(b)
}

func (c *command) end() {
	if c.begun {
		c.words = append(c.words, c.word.String())
	}
	c.word.Reset()
	c.begun = false
}

// escaped reads a backslash outside of quotes. At the end of a line it joins that to the next.
func (c *command) escaped() bool {
	rest := c.text[c.at+1:]
	switch {
	case len(rest) == 0:
		return false
	case bytes.HasPrefix(rest, []byte("\r\n")):
		c.at += 3
		return true
	case rest[0] != '\n':
		c.add(rest[0])
	}
	c.at += 2
	return true
}

// quoted reads what stands in quotes.
func (c *command) quoted() bool {
	c.begun = true
	ansi := c.text[c.at] == '$'
	if ansi {
		c.at++
	}
	quote := c.text[c.at]
	for c.at++; c.at < len(c.text); c.at++ {
		b := c.text[c.at]
		switch {
		case b == quote:
			c.at++
			return true
		case b != '\\' || quote == '\'' && !ansi || c.at+1 == len(c.text):
			c.word.WriteByte(b)
		case ansi:
			c.at += c.ansi(c.text[c.at+1:])
		default:
			c.at++
			if next := c.text[c.at]; next != '\n' {
				if !strings.ContainsRune("\"\\$`", rune(next)) {
					c.word.WriteByte('\\')
				}
				c.word.WriteByte(next)
			}
		}
	}
	return false
}

// ansi writes what an escape of $'…' stands for, and returns its length without the backslash.
func (c *command) ansi(rest []byte) int {
	digits := map[byte]int{'x': 2, 'u': 4}[rest[0]]
	if digits > 0 && len(rest) > digits {
		if n, err := strconv.ParseUint(string(rest[1:1+digits]), 16, 32); err == nil {
			if rest[0] == 'x' {
				c.word.WriteByte(byte(n))
			} else {
				c.word.WriteRune(rune(n))
			}
			return 1 + digits
		}
	}
	if i := strings.IndexByte("nrt", rest[0]); i >= 0 {
		c.word.WriteByte("\n\r\t"[i])
	} else {
		c.word.WriteByte(rest[0])
	}
	return 1
}
