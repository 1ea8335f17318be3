package contract

import (
	"net/url"
	"strconv"
	"strings"
)

// Template guesses the path of a route that a URL belongs to: what looks like the value of a parameter becomes one, {id}, {id2} and so on from the
// left. All else stays as it is written.
func Template(u *url.URL) string {
	segments, n := strings.Split(u.EscapedPath(), "/"), 0
	for i, s := range segments {
		if parameterLike(s) {
			if n++; n == 1 {
				segments[i] = "{id}"
			} else {
				segments[i] = "{id" + strconv.Itoa(n) + "}"
			}
		}
	}
	if path := strings.Join(segments, "/"); path != "" {
		return path
	}
	return "/"
}
