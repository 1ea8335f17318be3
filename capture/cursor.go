package capture

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
)

// cursor reads the members of an entry by their exact names, which decoding into a struct does not: it
// takes Status for status. The text must be known to be JSON. Errors begin with the member's path.
type cursor struct {
	json *json.Decoder
	path []string // each with the punctuation before it
}

// member is a member that an object may have, and what reads its value.
type member struct {
	name string
	read func() error
}

// text is a string that may be absent; null counts as absent.
type text struct {
	value string
	given bool
}

// integer is an integer that may be absent; null counts as absent.
type integer struct {
	value int64
	given bool
}

func newCursor(entry []byte) *cursor {
	d := json.NewDecoder(bytes.NewReader(entry))
	d.UseNumber()
	return &cursor{json: d}
}

// fail returns an error about the value at the cursor.
func (c *cursor) fail(format string, args ...any) error {
	path := strings.TrimPrefix(strings.Join(c.path, ""), ".")
	if path == "" {
		path = "the entry"
	}
	return fmt.Errorf("%s: %s", path, fmt.Sprintf(format, args...))
}

// at reads one value with its step added to the path.
func (c *cursor) at(step string, read func() error) error {
	c.path = append(c.path, step)
	err := read()
	c.path = c.path[:len(c.path)-1]
	return err
}

// open enters an object or array. It returns false for null.
func (c *cursor) open(delim json.Delim, want string) (bool, error) {
	t, err := c.json.Token()
	if err != nil || t == nil {
		return false, err
	}
	if t != delim {
		return false, c.fail("found %s, wanted %s", kindOf(t), want)
	}
	return true, nil
}

// object reads the given members of an object and passes over the others. It returns false for null.
func (c *cursor) object(members ...member) (bool, error) {
	seen := make([]bool, len(members))
	return c.each(func(name string) error {
		for i, m := range members {
			if m.name != name {
				continue
			}
			return c.at("."+name, func() error {
				if seen[i] {
					return c.fail("is given twice")
				}
				seen[i] = true
				return m.read()
			})
		}
		return c.skip()
	})
}

// each calls read at the value of each member of an object. It returns false for null.
func (c *cursor) each(read func(name string) error) (bool, error) {
	if is, err := c.open('{', "an object"); !is {
		return false, err
	}
	for c.json.More() {
		t, err := c.json.Token()
		if err != nil {
			return true, err
		}
		name, _ := t.(string)
		if err := read(name); err != nil {
			return true, err
		}
	}
	_, err := c.json.Token()
	return true, err
}

// array calls read at each item of an array, or not at all for null.
func (c *cursor) array(read func() error) error {
	if is, err := c.open('[', "an array"); !is {
		return err
	}
	for i := 0; c.json.More(); i++ {
		if err := c.at("["+strconv.Itoa(i)+"]", read); err != nil {
			return err
		}
	}
	_, err := c.json.Token()
	return err
}

// text returns what reads a string into t.
func (c *cursor) text(t *text) func() error {
	return func() error {
		token, err := c.json.Token()
		if err != nil || token == nil {
			return err
		}
		value, is := token.(string)
		if !is {
			return c.fail("found %s, wanted a string", kindOf(token))
		}
		*t = text{value, true}
		return nil
	}
}

// integer returns what reads an integer into n.
func (c *cursor) integer(n *integer) func() error {
	return func() error {
		token, err := c.json.Token()
		if err != nil || token == nil {
			return err
		}
		number, is := token.(json.Number)
		if !is {
			return c.fail("found %s, wanted an integer", kindOf(token))
		}
		value, err := strconv.ParseInt(number.String(), 10, 64)
		if err != nil {
			return c.fail("found another number, wanted an integer of 64 bits")
		}
		*n = integer{value, true}
		return nil
	}
}

// skip passes over any value.
func (c *cursor) skip() error {
	var v json.RawMessage
	return c.json.Decode(&v)
}
