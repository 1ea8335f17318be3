package contract

import (
	"cmp"
	"errors"
	"strconv"
	"strings"
)

// status is a range of status codes, both ends included.
type status struct{ first, last int }

// anyStatus is every status that a response can have.
var anyStatus = status{1, 1 << 20}

// parseStatus reads a route's status: 201, 2XX, default or "".
func parseStatus(text string) (status, error) {
	if text == "" || strings.EqualFold(text, "default") {
		return anyStatus, nil
	}
	if len(text) == 3 && text[0] >= '1' && text[0] <= '5' {
		if strings.EqualFold(text[1:], "XX") {
			first := int(text[0]-'0') * 100
			return status{first, first + 99}, nil
		}
		if n, err := strconv.ParseUint(text, 10, 16); err == nil {
			return status{int(n), int(n)}, nil
		}
	}
	return status{}, errors.New("wanted one from 100 to 599, a class such as 2XX, or default")
}

func (s status) matches(code int) bool { return s.first <= code && code <= s.last }

// compare puts the narrower range first.
func (s status) compare(o status) int {
	return cmp.Or(cmp.Compare(s.last-s.first, o.last-o.first), cmp.Compare(s.first, o.first))
}

// String writes the status as a route has it.
func (s status) String() string {
	switch s.last - s.first {
	case 0:
		return strconv.Itoa(s.first)
	case 99:
		return strconv.Itoa(s.first/100) + "XX"
	}
	return "default"
}
