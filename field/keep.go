package field

import (
	"bytes"
	"encoding/json"
	"strings"
)

// block is the size in bytes of the memory that texts share which outlive their document: one allocation for many texts. Whoever keeps
// one of them keeps its block, so blocks are small, and long texts have memory of their own.
const block = 1024

// keep copies a text of the document.
func (c *Coder) keep(text string) string {
	if len(text) > block/4 {
		return strings.Clone(text)
	}
	if c.texts.Cap()-c.texts.Len() < len(text) {
		c.texts.Reset()
		c.texts.Grow(block)
	}
	c.texts.WriteString(text)
	all := c.texts.String()
	return all[len(all)-len(text):]
}

// text is a value as JSON text. It is put together where texts are that are written, so that its size is known.
// Nothing that is appended to it reaches another text of its block.
func (c *Coder) text(at int) json.RawMessage {
	c.b = c.d.AppendJSON(c.b[:0], at)
	if len(c.b) > block/4 {
		return bytes.Clone(c.b)
	}
	if cap(c.raws)-len(c.raws) < len(c.b) {
		c.raws = make([]byte, 0, block)
	}
	start := len(c.raws)
	c.raws = append(c.raws, c.b...)
	return json.RawMessage(c.raws[start:len(c.raws):len(c.raws)])
}
