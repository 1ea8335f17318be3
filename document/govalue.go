package document

import (
	"encoding/json"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// GoError says which Go value JSON cannot say, and why.
type GoError struct {
	Location string // of the value, as a JSON Pointer (RFC 6901)
	Found    string // what it is
	Wanted   string // what it should be
	Err      error  // why json.Marshal refuses it; nil where FromGo does
}

func (e *GoError) Error() string {
	text := "found " + e.Found + ", wanted " + e.Wanted
	if e.Location == "" {
		return text
	}
	return e.Location + ": " + text
}

func (e *GoError) Unwrap() error { return e.Err }

// FromGo makes a document of a Go value: of the JSON that [json.Marshal] writes of it, by its tags and methods. What
// json.Unmarshal gives for an any (with [json.Number] or without) is read as it is, without writing it first; members of
// a map are in the order of their names. Strings that are not UTF-8 are refused, where json.Marshal would change
// them. There are no places in it: positions are zero. The error is a *[GoError].
func FromGo(v any) (*Document, error) {
	r := goReader{Document: pool.Get().(*Document), names: make([]string, 0, 16)}
	r.tape, r.arena = r.tape[:0], r.arena[:0]
	if err := r.value(v); err != nil {
		r.Release()
		return nil, err
	}
	r.data = shared(r.arena)
	return r.Document, nil
}

// goReader puts Go values on the tape of a document.
type goReader struct {
	*Document
	names []string // of the maps that are being read
	depth int
}

func (r *goReader) value(v any) *GoError {
	switch v := v.(type) {
	case nil:
		r.leaf(uint64(Null), "null")
	case bool:
		if v {
			r.leaf(uint64(Boolean)|flagTrue, "true")
		} else {
			r.leaf(uint64(Boolean), "false")
		}
	case string:
		return r.text(v)
	case json.Number:
		return r.number(string(v))
	case float64:
		return r.float(v)
	case int:
		r.leaf(uint64(Number), strconv.Itoa(v))
	case int64:
		r.leaf(uint64(Number), strconv.FormatInt(v, 10))
	case []any:
		return r.array(v)
	case map[string]any:
		return r.object(v)
	default:
		return r.marshaled(v)
	}
	return nil
}

// leaf puts a value without children on the tape, with the text that it points to.
func (r *goReader) leaf(head uint64, text string) {
	r.tape = append(r.tape, entry{head | uint64(len(r.arena))<<32, uint64(len(text)) | uint64(len(r.tape)+1)<<32})
	r.arena = append(r.arena, text...)
}

// text puts a string on the tape.
func (r *goReader) text(s string) *GoError {
	if len(r.arena)+len(s) > math.MaxUint32 {
		return refused("more", "less than 4 GiB of strings and numbers")
	}
	head := uint64(String)
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			if !utf8.ValidString(s) {
				return refused("a string that is not UTF-8", "UTF-8")
			}
			head |= flagWide
			break
		}
	}
	r.leaf(head, s)
	return nil
}

// name puts a member's name on the tape: a string that has its hash where values have their end.
func (r *goReader) name(s string) *GoError {
	err := r.text(s)
	if err == nil {
		tail := &r.tape[len(r.tape)-1].tail
		*tail = uint64(len(s)) | uint64(NameHash(s))<<32
	}
	return err
}

func (r *goReader) number(text string) *GoError {
	if text == "" {
		text = "0" // as json.Marshal has it: the zero json.Number
	}
	end, fraction, wanted := number([]byte(text), 0)
	if wanted == "" && end != len(text) {
		wanted = "the end of the number"
	}
	if wanted != "" {
		return refused(strconv.Quote(text), wanted)
	}
	head := uint64(Number)
	if fraction {
		head |= flagFraction
	}
	r.leaf(head, text)
	return nil
}

// float puts a number on the tape as json.Marshal writes it.
func (r *goReader) float(f float64) *GoError {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return refused(strconv.FormatFloat(f, 'g', -1, 64), "a number that JSON has")
	}
	format := byte('f')
	if size := math.Abs(f); size != 0 && (size < 1e-6 || size >= 1e21) {
		format = 'e'
	}
	// 1e-07 is 1e-7 there.
	return r.number(strings.Replace(strconv.FormatFloat(f, format, -1, 64), "e-0", "e-", 1))
}

func (r *goReader) array(items []any) *GoError {
	if items == nil {
		r.leaf(uint64(Null), "null")
		return nil
	}
	at, err := r.begin(Array)
	if err != nil {
		return err
	}
	for i, item := range items {
		if err := r.value(item); err != nil {
			return err.within(strconv.Itoa(i))
		}
	}
	r.end(at, len(items))
	return nil
}

func (r *goReader) object(members map[string]any) *GoError {
	if members == nil {
		r.leaf(uint64(Null), "null")
		return nil
	}
	at, err := r.begin(Object)
	if err != nil {
		return err
	}
	// The names of an object are above those of the objects around it.
	first := len(r.names)
	for name := range members {
		r.names = append(r.names, name)
	}
	slices.Sort(r.names[first:])
	for i := first; i < first+len(members); i++ {
		name := r.names[i]
		if err = r.name(name); err == nil {
			err = r.value(members[name])
		}
		if err != nil {
			return err.within(name)
		}
	}
	r.names = r.names[:first]
	r.end(at, len(members))
	return nil
}

// begin opens a container and gives its entry.
func (r *goReader) begin(kind Kind) (int, *GoError) {
	if r.depth == MaxDepth {
		return 0, refused("more", depthWanted)
	}
	r.depth++
	r.leaf(uint64(kind), "")
	return len(r.tape) - 1, nil
}

// end closes the container at an entry.
func (r *goReader) end(at, count int) {
	r.depth--
	r.tape[at].tail = uint64(count) | uint64(len(r.tape))<<32
}

// within is the error as seen from the container that has the value under a name or index.
func (e *GoError) within(token string) *GoError {
	e.Location = "/" + EscapePointer(token) + e.Location
	return e
}

func refused(found, wanted string) *GoError { return &GoError{Found: found, Wanted: wanted} }
