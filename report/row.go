package report

import (
	"io"
	"strconv"
)

// validRow writes the objects of valid instances in a row. They differ by a number, so nothing has to be encoded for each:
// most lines of a long file of records are such.
type validRow struct {
	source string
	before []byte // the object of an instance of the source up to its number
	text   []byte
}

// behindNumber is what of the object of a valid instance stands behind its number.
const behindNumber = `,"valid":true,"errors":[]}`

// rowSize is about how many bytes are written at a time.
const rowSize = 16 << 10

// write writes the objects of count instances that begin with first, each between two texts.
func (v *validRow) write(w io.Writer, before string, first Result, count int, behind string) error {
	if v.before == nil || v.source != first.Source {
		name, err := encode(first.Source)
		if err != nil {
			return err
		}
		v.source = first.Source
		v.before = append(append([]byte(`{"source":`), name[:len(name)-1]...), `,"record":`...)
	}
	b := v.text[:0]
	for i := range count {
		b = append(append(b, before...), v.before...)
		b = append(append(strconv.AppendInt(b, int64(first.Record+i), 10), behindNumber...), behind...)
		if len(b) < rowSize && i < count-1 {
			continue
		}
		if _, err := w.Write(b); err != nil {
			return err
		}
		b = b[:0]
	}
	v.text = b
	return nil
}
