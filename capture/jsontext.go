package capture

import (
	"bytes"
	"encoding/json"
	"errors"
)

// Nothing more is said of a bad text than this and the place, for the messages of package json quote it.
var (
	errBroken  = errors.New("the JSON is broken or nested too deep")
	errNotUTF8 = errors.New("the text is not UTF-8")
	errTooDeep = errors.New("the JSON is nested too deep")
)

// maxDepth bounds the nesting of values that are passed over. Package json bounds those it decodes alike.
const maxDepth = 10000

// isBroken reports whether the text, and not the reading of it, is at fault.
func isBroken(err error) bool {
	_, is := errors.AsType[*json.SyntaxError](err)
	return is
}

// brokenAt returns where in text the value is broken with which it should begin. It returns 0 where that
// value is whole, for then it is the value that should not be there.
func brokenAt(text []byte) int {
	var value json.RawMessage
	return brokenOffset(json.NewDecoder(bytes.NewReader(text)).Decode(&value), text)
}

// brokenIn returns where in text it stops being one value.
func brokenIn(text []byte) int {
	var value json.RawMessage
	return brokenOffset(json.Unmarshal(text, &value), text)
}

// brokenOffset returns where in text the error says that it is broken, else 0.
func brokenOffset(err error, text []byte) int {
	broken, is := errors.AsType[*json.SyntaxError](err)
	if !is {
		return 0
	}
	// The offset of the error counts the byte that was not expected.
	return min(max(int(broken.Offset)-1, 0), len(text))
}

// skipValue passes over a value without holding more of it than a string or a number. It calls passed
// after each token.
func skipValue(d *json.Decoder, passed func()) error {
	for depth := 0; ; {
		t, err := d.Token()
		if err != nil {
			return err
		}
		passed()
		switch t {
		case json.Delim('{'), json.Delim('['):
			depth++
		case json.Delim('}'), json.Delim(']'):
			depth--
		}
		if depth == 0 {
			return nil
		}
		if depth > maxDepth {
			return errTooDeep
		}
	}
}

// kindOf names the kind of the value that a token is or begins, for errors.
func kindOf(t json.Token) string {
	switch t := t.(type) {
	case nil:
		return "null"
	case bool:
		return "a boolean"
	case string:
		return "a string"
	case json.Delim:
		if t == '[' {
			return "an array"
		}
		return "an object"
	}
	return "a number"
}
