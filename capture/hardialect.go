package capture

import (
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"strconv"
	"strings"
	"unicode/utf8"
)

// status returns what reads the status of a response into n. Some recorders write it as a string, and Playwright writes -1 where no
// response came.
func (c harReader) status(n *integer) func() error {
	return func() error {
		token, err := c.json.Token()
		if err != nil || token == nil {
			return err
		}
		var value int64
		switch t := token.(type) {
		case json.Number:
			if value, err = strconv.ParseInt(t.String(), 10, 64); err != nil {
				return c.fail("found another number, wanted an integer of 64 bits")
			}
		case string:
			if value, err = strconv.ParseInt(t, 10, 64); err != nil {
				return c.fail("found a string, wanted an integer")
			}
		default:
			return c.fail("found %s, wanted an integer", kindOf(token))
		}
		*n = harStatus(value)
		return nil
	}
}

// size returns what reads a size in bytes into n. No exchange is damaged by one that is none: it is not known.
func (c harReader) size(n *integer) func() error {
	return func() error {
		var value json.RawMessage
		if err := c.json.Decode(&value); err != nil {
			return err
		}
		if number, err := strconv.ParseFloat(strings.Trim(string(value), `"`), 64); err == nil {
			*n = harSize(number)
		}
		return nil
	}
}

// failure returns what sets cut where a member of a recorder's own says that a response did not come whole: it is another text than good,
// and none is good, too.
func (c harReader) failure(cut *bool, good string) func() error {
	return func() error {
		var value json.RawMessage
		if err := c.json.Decode(&value); err != nil {
			return err
		}
		var said string
		if json.Unmarshal(value, &said) == nil && broken(said, good) {
			*cut = true
		}
		return nil
	}
}

// firefoxLimit is how many characters of a body Firefox keeps, unless it is told another number.
const firefoxLimit = 1 << 20

// short reports whether the recorder kept no more than this of a body: its content is said to be larger, with a comment, or it ends where
// Firefox cuts. The size alone does not tell, for some have that of the body as it was sent.
func (b *harBody) short(body []byte) bool {
	return b.size.value > int64(len(body)) &&
		(b.comment.value != "" || len(body) >= firefoxLimit && utf8.RuneCount(body) == firefoxLimit)
}

// besides are the files beside a HAR, as Playwright attaches bodies.
type besides struct {
	files fs.FS
	limit int64
}

// exchange puts together what was read of an entry, with the bodies that are in files.
func (f *besides) exchange(started text, request, response *harMessage, limit int64) (*Exchange, error) {
	if err := f.fetch(&request.body, "request.postData"); err != nil {
		return nil, err
	}
	if err := f.fetch(&response.body, "response.content"); err != nil {
		return nil, err
	}
	return harExchange(started, request, response, limit)
}

// fetch reads the file that has a body, if there is one. path is where the entry has the body.
func (f *besides) fetch(b *harBody, path string) error {
	name := b.file.value
	path += "._file"
	if f == nil || name == "" || b.text.value != "" {
		return nil
	}
	if !fs.ValidPath(name) || strings.ContainsAny(name, `/\`) || name == "." {
		return wrap(path, errors.New("found another path, wanted the name of a file in the folder of the HAR"))
	}
	// What is no file may never end.
	info, err := fs.Stat(f.files, name)
	if err == nil && !info.Mode().IsRegular() {
		return wrap(path, errors.New("found what is no file, wanted the name of a file in the folder of the HAR"))
	}
	file, err := f.files.Open(name)
	if err != nil {
		return wrap(path, errors.New("the file that has the body cannot be opened"))
	}
	defer func() { _ = file.Close() }() // it was only read
	tooLarge := &LimitError{What: "the file that has the body", Limit: f.limit}
	b.bytes, err = io.ReadAll(&bounded{r: file, left: f.limit, err: tooLarge})
	if _, is := errors.AsType[*LimitError](err); err != nil && !is {
		err = errors.New("the file that has the body cannot be read")
	}
	if err != nil {
		return wrap(path, err)
	}
	b.fetched = true
	return nil
}
