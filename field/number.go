package field

import (
	"encoding/json"
	"errors"
	"fmt"
	"strconv"

	"github.com/assaykit/assay/document"
)

// Integer reads or writes an integer of any width. It reads it however it is written.
func Integer[T ~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64](v *T, c *Coder) {
	switch {
	case c.d == nil && *v < 0:
		c.b = strconv.AppendInt(c.b, int64(*v), 10)
	case c.d == nil:
		c.b = strconv.AppendUint(c.b, uint64(*v), 10)
	default:
		small, ok := c.d.Int(c.at)
		if !ok {
			small, ok = c.d.Decimal(c.at).Int()
		}
		if ok {
			*v = T(small)
			if int64(*v) == small && (*v < 0) == (small < 0) {
				return
			}
		} else if great, ok := c.d.Decimal(c.at).Uint(); ok {
			*v = T(great)
			if uint64(*v) == great && *v > 0 {
				return
			}
		}
		c.Fail(unfit(c.d, c.at, fmt.Sprintf("%T", *v), "a number that it cannot hold"))
	}
}

// Float32 reads or writes a number. One that no float32 gives back does not fit.
func Float32(v *float32, c *Coder) {
	if c.d == nil {
		text, err := appendFloat(c.b, float64(*v))
		if err != nil {
			c.Fail(err)
			return
		}
		c.b = strconv.AppendFloat(text[:len(c.b)], float64(*v), 'g', -1, 32)
		return
	}
	wide, err := strconv.ParseFloat(c.d.Text(c.at), 32)
	*v = float32(wide)
	if err == nil {
		n, ok := document.ParseDecimal(strconv.FormatFloat(wide, 'g', -1, 32))
		if ok && n.Compare(c.d.Decimal(c.at)) == 0 {
			return
		}
	}
	c.Fail(unfit(c.d, c.at, "float32", "a number that a float32 would change"))
}

// errNumber is why a text cannot be written as a number.
var errNumber = errors.New("found a text that is no JSON number")

// Number reads or writes a number as its text.
func Number(v *json.Number, c *Coder) {
	if c.d != nil {
		*v = json.Number(c.keep(c.d.Text(c.at)))
		return
	}
	d, err := document.Parse([]byte(*v))
	if err != nil || d.Kind(0) != document.Number {
		c.unwritable(errNumber, string(*v))
		return
	}
	c.b = d.AppendJSON(c.b, 0)
	d.Release()
}

// JSON reads or writes a value of a type that encoding/json reads and writes. A value that it would write otherwise than it read it
// does not fit.
func JSON[T any](v *T, c *Coder) {
	if c.d == nil {
		text, err := json.Marshal(v)
		if err != nil {
			c.Fail(err)
			return
		}
		c.b = append(c.b, text...)
		return
	}
	if err := readJSON(c.d, c.at, v); err != nil {
		c.Fail(unfit(c.d, c.at, fmt.Sprintf("%T", *v), err.Error()))
	}
}

// errChanged is what of a value does not fit that is written otherwise than it was read.
var errChanged = errors.New("a value that the type would write otherwise")

func readJSON(d *document.Document, at int, v any) error {
	if err := json.Unmarshal(d.AppendJSON(nil, at), v); err != nil {
		return errors.New("a value that the type does not read")
	}
	text, err := json.Marshal(v)
	if err != nil {
		return errChanged
	}
	again, err := document.Parse(text)
	if err != nil {
		return errChanged
	}
	defer again.Release()
	if !document.Equal(d.Value(at), again.Root()) {
		return errChanged
	}
	return nil
}
