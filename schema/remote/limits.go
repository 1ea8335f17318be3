package remote

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Limits bound what is fetched. What is zero is as [DefaultLimits] has it.
type Limits struct {
	Size      int64         // bytes of a document, when it is unpacked
	Time      time.Duration // for a document, from the look-up of the name to the last byte
	Documents int           // in a run
}

// DefaultLimits are those that hold unless others are given.
var DefaultLimits = Limits{Size: 16 << 20, Time: 30 * time.Second, Documents: 1000}

// maxRedirects is how many redirects a document may be behind.
const maxRedirects = 5

func (l Limits) orDefault() Limits {
	if l.Size == 0 {
		l.Size = DefaultLimits.Size
	}
	if l.Time == 0 {
		l.Time = DefaultLimits.Time
	}
	if l.Documents == 0 {
		l.Documents = DefaultLimits.Documents
	}
	return l
}

// ParseLimits reads a list such as size=16MiB,time=30s,documents=1000, in which anything may be left out.
func ParseLimits(list string) (Limits, error) {
	var l Limits
	for part := range strings.SplitSeq(list, ",") {
		name, value, _ := strings.Cut(part, "=")
		ok := false
		switch name {
		case "size":
			l.Size, ok = ParseSize(value)
		case "time":
			var err error
			l.Time, err = time.ParseDuration(value)
			ok = err == nil && l.Time > 0
		case "documents":
			var err error
			l.Documents, err = strconv.Atoi(value)
			ok = err == nil && l.Documents > 0
		}
		if !ok {
			return Limits{}, fmt.Errorf("found %q, wanted some of size=16MiB, time=30s and documents=1000, with commas", part)
		}
	}
	return l, nil
}

// sizes are the units of sizes, the longer names first.
var sizes = []struct {
	name  string
	bytes int64
}{{"KiB", 1 << 10}, {"MiB", 1 << 20}, {"GiB", 1 << 30}, {"kB", 1e3}, {"KB", 1e3}, {"MB", 1e6}, {"GB", 1e9}, {"B", 1}, {"", 1}}

// ParseSize reads a number of bytes, such as 16MiB, of at most 1 TiB.
func ParseSize(text string) (int64, bool) {
	for _, unit := range sizes {
		if number, ok := strings.CutSuffix(text, unit.name); ok {
			n, err := strconv.ParseInt(number, 10, 64)
			return n * unit.bytes, err == nil && n > 0 && n <= 1<<40/unit.bytes
		}
	}
	return 0, false
}

// size is a number of bytes as people write it.
func size(n int64) string {
	for _, unit := range []string{"GiB", "MiB", "KiB"} {
		for _, u := range sizes {
			if u.name == unit && n >= u.bytes && n%u.bytes == 0 {
				return strconv.FormatInt(n/u.bytes, 10) + " " + unit
			}
		}
	}
	return strconv.FormatInt(n, 10) + " bytes"
}
