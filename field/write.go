package field

import (
	"errors"
	"strconv"

	"github.com/assaykit/assay/document"
)

// errDeep is why a value cannot be written that holds itself.
var errDeep = errors.New("found a value that holds itself or is deeper than a document can be")

// begin writes the opening bracket of a container.
func (c *Coder) begin(bracket byte) {
	c.b = append(c.b, bracket)
	if c.depth++; c.depth > document.MaxDepth {
		c.Fail(errDeep)
	}
}

func (c *Coder) end(bracket byte) {
	c.b = append(c.b, bracket)
	c.depth--
}

// comma writes a comma where something stands before in the container.
func (c *Coder) comma() {
	if last := c.b[len(c.b)-1]; last != '{' && last != '[' {
		c.b = append(c.b, ',')
	}
}

// placedError is an error of writing with the place of the value that cannot be written.
type placedError struct {
	pointer string
	err     error
}

func (e *placedError) Error() string {
	if e.pointer == "" {
		return e.err.Error()
	}
	return e.pointer + ": " + e.err.Error()
}

func (e *placedError) Unwrap() error { return e.err }

// place is the JSON Pointer of what is written next, read from what is written so far: the containers that are open.
func place(text []byte) string {
	type container struct {
		array bool
		n     int    // items
		name  string // of the last member
	}
	var open []container
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '{', '[':
			open = append(open, container{array: text[i] == '['})
		case '}', ']':
			open = open[:len(open)-1]
		case ',':
			open[len(open)-1].n++
		case '"':
			end := i + 1
			for text[end] != '"' {
				if text[end] == '\\' {
					end++
				}
				end++
			}
			if end++; end < len(text) && text[end] == ':' {
				open[len(open)-1].name = string(text[i:end])
			}
			i = end - 1
		}
	}
	pointer := ""
	for _, in := range open {
		token := strconv.Itoa(in.n)
		if !in.array {
			token = unquoted(in.name)
		}
		pointer += "/" + document.EscapePointer(token)
	}
	return pointer
}

// unquoted is the text of a JSON string.
func unquoted(name string) string {
	d, err := document.Parse([]byte(name))
	if err != nil {
		return name
	}
	return d.Text(0)
}
