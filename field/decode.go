package field

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/assaykit/assay/document"
)

// FitError says that a valid value does not fit the Go type chosen for it, so that decoding it would lose
// something.
type FitError struct {
	InstanceLocation string
	Position         document.Position
	Type             string // the Go type
	Found            string // what of the value does not fit; no text of the value
}

// Error gives line and column, the instance location, and what does not fit.
func (e *FitError) Error() string {
	place := ""
	if e.InstanceLocation != "" {
		place = e.InstanceLocation + ": "
	}
	return fmt.Sprintf("%d:%d: %sfound %s, wanted one that fits the Go type %s", e.Position.Line, e.Position.Column, place, e.Found, e.Type)
}

func unfit(d *document.Document, at int, goType, found string) error {
	return &FitError{d.Pointer(at), d.Position(at), goType, found}
}

// readInt64 reads an integer, however it is written.
func readInt64(d *document.Document, at int) (int64, error) {
	if n, ok := d.Int(at); ok {
		return n, nil
	}
	n, ok := d.Decimal(at).Int()
	if !ok {
		return 0, unfit(d, at, "int64", "a number that is no 64-bit integer")
	}
	return n, nil
}

// exactInt bounds the integers that every float64 near them holds exactly.
const exactInt = 1 << 53

// exactDigits is how many decimal digits every float64 gives back.
const exactDigits = 15

// readFloat64 reads a number. One that no float64 gives back, such as 9007199254740993 or 1e400, does not fit.
func readFloat64(d *document.Document, at int) (float64, error) {
	if n, ok := d.Int(at); ok && -exactInt <= n && n <= exactInt {
		return float64(n), nil
	}
	text := d.Text(at)
	f, err := strconv.ParseFloat(text, 64)
	if err == nil {
		if len(text) <= exactDigits && !strings.ContainsAny(text, "eE") {
			return f, nil
		}
		// What is written for f must be the number that was read.
		var buf [32]byte
		written := strconv.AppendFloat(buf[:0], f, 'g', -1, 64)
		if n, ok := document.ParseDecimal(string(written)); ok && n.Compare(d.Decimal(at)) == 0 {
			return f, nil
		}
	}
	return 0, unfit(d, at, "float64", "a number that a float64 would change")
}

// readTime reads a date-time of RFC 3339. Where its text is not the one that [appendTime] writes for it, text is
// what to pass there, so that nothing of it is lost. A leap second is the moment behind it, for time.Time has none.
func readTime(d *document.Document, at int) (t time.Time, text string, err error) {
	read := d.Text(at)
	if t, err = parseTime(read); err != nil {
		return t, "", unfit(d, at, "time.Time", "a date-time that it has no value for")
	}
	var buffer [len(time.RFC3339Nano)]byte
	if string(t.AppendFormat(buffer[:0], time.RFC3339Nano)) != read {
		text = strings.Clone(read)
	}
	return t, text, nil
}

// parseTime reads a date-time in any spelling that RFC 3339 allows.
func parseTime(text string) (time.Time, error) {
	text = strings.ToUpper(text)
	// The seconds stand behind the second colon: 2016-12-31T23:59:60Z.
	const seconds = len("2016-12-31T23:59:")
	if len(text) > seconds+2 && text[seconds:seconds+2] == "60" {
		t, err := time.Parse(time.RFC3339Nano, text[:seconds]+"59"+text[seconds+2:])
		return t.Add(time.Second), err
	}
	return time.Parse(time.RFC3339Nano, text)
}
