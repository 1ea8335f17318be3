package document

import (
	"strconv"
	"strings"
)

// EscapePointer writes a member name as a reference token of a JSON Pointer (RFC 6901, section 3).
func EscapePointer(name string) string {
	if !strings.ContainsAny(name, "~/") {
		return name
	}
	return strings.ReplaceAll(strings.ReplaceAll(name, "~", "~0"), "/", "~1")
}

// UnescapePointer reads a reference token of a JSON Pointer.
func UnescapePointer(token string) string {
	if !strings.Contains(token, "~") {
		return token
	}
	return strings.ReplaceAll(strings.ReplaceAll(token, "~1", "/"), "~0", "~")
}

// Pointer is the JSON Pointer of the value at an entry; that of a member name is its
// member's.
func (d *Document) Pointer(at int) string {
	var b strings.Builder
	for here := 0; here < at; {
		end := d.End(here)
		switch d.Kind(here) {
		case Array:
			i, item := 0, here+1
			for ; item < end && d.End(item) <= at; item = d.End(item) {
				i++
			}
			b.WriteByte('/')
			b.WriteString(strconv.Itoa(i))
			here = item
		case Object:
			m := here + 1
			for ; m < end && d.End(m+1) <= at; m = d.End(m + 1) {
			}
			b.WriteByte('/')
			b.WriteString(EscapePointer(d.Text(m)))
			here = m + 1
		default:
			return b.String()
		}
	}
	return b.String()
}

// Pointer is the JSON Pointer of the value.
func (v Value) Pointer() string { return v.doc.Pointer(v.at) }

// Lookup follows a JSON Pointer (RFC 6901, section 4) from v. The result is the zero Value where it leads to
// nothing.
func (v Value) Lookup(pointer string) Value {
	if pointer == "" {
		return v
	}
	if pointer[0] != '/' {
		return Value{}
	}
	for token := range strings.SplitSeq(pointer[1:], "/") {
		switch v.Kind() {
		case Object:
			v = v.Get(UnescapePointer(token))
		case Array:
			v = v.item(token)
		default:
			return Value{}
		}
	}
	return v
}

// item is the item of an array that a reference token names.
func (v Value) item(token string) Value {
	n, err := strconv.Atoi(token)
	if err != nil || n < 0 || strconv.Itoa(n) != token || n >= v.Len() {
		return Value{}
	}
	at := v.at + 1
	for ; n > 0; n-- {
		at = v.doc.End(at)
	}
	return Value{v.doc, at}
}
