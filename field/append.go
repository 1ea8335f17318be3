package field

import (
	"fmt"
	"math"
	"strconv"
	"time"

	"github.com/assaykit/assay/document"
)

// appendFloat appends a number. NaN and the infinities have no JSON text.
func appendFloat(b []byte, f float64) ([]byte, error) {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return b, fmt.Errorf("found %v, wanted a number that JSON can write", f)
	}
	if f == math.Trunc(f) && math.Abs(f) < 1e21 {
		return strconv.AppendFloat(b, f, 'f', -1, 64), nil
	}
	return strconv.AppendFloat(b, f, 'g', -1, 64), nil
}

// appendTime appends a date-time of RFC 3339; text is how [readTime] read it, and is written again where it still says
// the same time in the same zone.
func appendTime(b []byte, t time.Time, text string) ([]byte, error) {
	if text != "" {
		read, err := parseTime(text)
		if err == nil && read.Format(time.RFC3339Nano) == t.Format(time.RFC3339Nano) {
			return document.AppendString(b, text), nil
		}
	}
	if _, offset := t.Zone(); offset%60 != 0 {
		t = t.UTC() // RFC 3339 writes offsets in minutes
	}
	if y := t.Year(); y < 0 || y > 9999 {
		return b, fmt.Errorf("found the year %d, wanted one of four digits", y)
	}
	return append(t.AppendFormat(append(b, '"'), time.RFC3339Nano), '"'), nil
}
