package capture

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strings"

	"gopkg.in/yaml.v3"
)

// cassette reads the interactions of a go-vcr cassette. It is one YAML document, which the YAML library would hold whole;
// so the block sequence is cut at the lines that begin an item, and each item is read alone.
type cassette struct {
	source *source
	line   int    // of the text at hand
	rest   []byte // of that line
	begun  bool
	dash   string // the indentation of items, with the dash
	held   []byte // the line that begins the next item; nil at the end
	entry  int

	anchored []byte       // the items so far that later ones may refer to
	again    int          // how much of them was read again
	flow     []*yaml.Node // the items of a sequence in flow style
	first    int          // the line of its text
}

func openCassette(s *source) func() (*Exchange, error) {
	c := &cassette{source: s}
	return c.next
}

func (c *cassette) next() (*Exchange, error) {
	if !c.begun {
		c.begun = true
		if err := c.begin(); err != nil {
			return nil, c.ended(err)
		}
	}
	if len(c.flow) > 0 {
		return c.flowing()
	}
	if c.held == nil {
		return nil, io.EOF
	}
	start := c.line
	c.entry++
	text, tooLong, err := c.item()
	if err != nil {
		return nil, c.ended(err)
	}
	var entry *yaml.Node
	if tooLong {
		err = &LimitError{What: "the entry", Limit: c.source.limits.Entry}
	} else {
		entry, err = c.parse(text)
	}
	return c.exchange(entry, start, err)
}

// exchange makes an exchange of an item that begins on a line, unless it could not be read.
func (c *cassette) exchange(entry *yaml.Node, start int, err error) (x *Exchange, _ error) {
	var h head
	if err == nil {
		x, h, err = readInteraction(entry, c.source.limits.Body)
	}
	if err != nil {
		damage := &EntryError{Source: c.source.name, Entry: c.entry, Line: start, Err: err}
		damage.setHead(h)
		return nil, damage
	}
	x.Source, x.Entry, x.Line = c.source.name, c.entry, start
	return x, nil
}

// readLine reads a line with its end. Of one beyond the limit it gives a piece that is as long as to be beyond it. The line breaks that
// YAML 1.1 has beside those of texts end a line, too: the library writes them as they are, and indents what is behind them.
func (c *cassette) readLine() ([]byte, error) {
	line := c.rest
	if len(line) == 0 {
		c.line++
		var err error
		if line, err = c.readToNewline(); err != nil {
			return line, err
		}
	}
	end := len(line)
	for _, mark := range otherBreaks {
		if i := bytes.Index(line[:end], mark); i >= 0 {
			end = i + len(mark)
		}
	}
	c.rest = line[end:]
	return line[:end:end], nil
}

// otherBreaks are the next line, and the separators of lines and paragraphs (YAML 1.1, 5.4).
var otherBreaks = [][]byte{[]byte("\u0085"), []byte("\u2028"), []byte("\u2029")}

func (c *cassette) readToNewline() ([]byte, error) {
	var line []byte
	for {
		piece, err := c.source.text.ReadSlice('\n')
		if int64(len(line)) <= c.source.limits.Entry {
			line = append(line, piece...)
		}
		if err == io.EOF && len(line) > 0 {
			return line, nil
		}
		if err != bufio.ErrBufferFull {
			return line, err
		}
	}
}

// begin goes on to the first item.
func (c *cassette) begin() error {
	for inside := false; ; {
		line, err := c.readLine()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		plain := trimLine(line)
		switch {
		case passedOver(plain):
		case !inside:
			value, is := strings.CutPrefix(plain, "interactions:")
			inside = is
			if value = strings.TrimSpace(value); value != "" && value[0] != '#' && is {
				if value == "[]" || value == "null" || value == "~" {
					return c.onlyBlank()
				}
				return c.readFlow(line)
			}
		default:
			indent := plain[:len(plain)-len(strings.TrimLeft(plain, " "))]
			if !beginsItem(plain, indent+"-") {
				return errors.New("interactions: found another value, wanted a block sequence")
			}
			c.dash, c.held = indent+"-", line
			return nil
		}
	}
}

// item reads the rest of the item that the line at hand begins, up to the next one. Of one beyond the limit it keeps nothing.
func (c *cassette) item() (text []byte, tooLong bool, err error) {
	text = c.held
	c.held = nil
	for {
		if int64(len(text)) > c.source.limits.Entry {
			text, tooLong = text[:0], true
		}
		line, err := c.readLine()
		if err == io.EOF {
			return text, tooLong, nil
		}
		if err != nil {
			return nil, false, err
		}
		plain := trimLine(line)
		if beginsItem(plain, c.dash) {
			c.held = line
			return text, tooLong, nil
		}
		if plain != "" && !strings.HasPrefix(plain, " ") && plain[0] != '#' {
			return text, tooLong, c.after(plain)
		}
		text = append(text, line...)
	}
}

// after reads what stands behind the sequence: other members, which are of no use.
func (c *cassette) after(line string) error {
	if strings.HasPrefix(line, "interactions:") {
		return errors.New("interactions is given twice")
	}
	if name, _, is := strings.Cut(line+" ", ": "); line != "..." && (!is || strings.ContainsAny(name, " \t-[{\"'")) {
		return errors.New("found a line that is neither part of an interaction nor another member, wanted one of them")
	}
	return c.onlyBlank()
}

// onlyBlank reads to the end, and wants no second sequence of interactions there.
func (c *cassette) onlyBlank() error {
	for {
		line, err := c.readLine()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if bytes.HasPrefix(line, []byte("interactions:")) {
			return errors.New("interactions is given twice")
		}
		if c.dash != "" && beginsItem(trimLine(line), c.dash) {
			return errors.New("found an item behind the end of interactions, wanted all of them together")
		}
	}
}

func (c *cassette) ended(err error) error {
	return &SourceError{Source: c.source.name, Line: c.line, Err: err}
}

// trimLine is a line without white space at its end.
func trimLine(line []byte) string {
	return strings.TrimRight(string(line), " \t\r\n\u0085\u2028\u2029")
}

// beginsItem reports whether a line begins an item at the indentation of dash.
func beginsItem(line, dash string) bool {
	rest, is := strings.CutPrefix(line, dash)
	return is && (rest == "" || rest[0] == ' ')
}

// passedOver reports whether a line before the items says nothing.
func passedOver(line string) bool {
	line = strings.TrimLeft(line, " ")
	return line == "" || line == "---" || line[0] == '#'
}

// claimsCassette looks for interactions, with nothing before them but the version.
func claimsCassette(head []byte) bool {
	for line := range bytes.Lines(head) {
		plain := trimLine(line)
		switch {
		case strings.HasPrefix(plain, "interactions:"):
			return true
		case passedOver(plain), strings.HasPrefix(plain, "version:"):
		default:
			return false
		}
	}
	return false
}

// hintsCassette says no: without interactions there is nothing to read.
func hintsCassette([]byte) bool { return false }
