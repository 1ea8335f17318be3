package contract

import (
	"cmp"
	"errors"
	"fmt"
	"mime"
	"slices"
	"strings"

	"github.com/assaykit/assay/capture"
)

// mediaRange is a media type or a range of them (RFC 9110, section 12.5.1).
type mediaRange struct {
	text       string // in lower case; "" is any JSON media type
	parameters string // those that a media type must have, as parametersOf writes them
}

// parseMediaRange reads a route's media type.
func parseMediaRange(text string, described bool) (mediaRange, error) {
	if text == "" {
		return mediaRange{}, nil
	}
	media, parameters, err := mime.ParseMediaType(text)
	kind, subtype, found := strings.Cut(media, "/")
	if err != nil || !found || kind == "" || subtype == "" {
		return mediaRange{}, errors.New("wanted a media type such as application/json, or a range such as application/*+json")
	}
	for name := range parameters {
		// A charset means nothing for JSON (RFC 8259, section 11). Others would be a promise to tell by them.
		if name != "charset" && !described {
			return mediaRange{}, errors.New("found a parameter, wanted the media type without parameters")
		}
	}
	if strings.Contains(kind, "*") && media != "*/*" {
		return mediaRange{}, errors.New("found * in the type, wanted */* or a range within one type such as application/*")
	}
	if rest := strings.TrimPrefix(subtype, "*"); strings.Contains(rest, "*") || rest != subtype && rest != "" && rest[0] != '+' {
		return mediaRange{}, errors.New("found * within the subtype, wanted it alone or before a suffix such as +json")
	}
	return mediaRange{media, parametersOf(parameters)}, nil
}

// matches reports whether a media type, in lower case and without parameters, is in the range.
func (m mediaRange) matches(media string) bool {
	prefix, suffix, isRange := strings.Cut(m.text, "*")
	switch {
	case m.text == "":
		return IsJSON(media)
	case m.text == "*/*":
		return true
	case !isRange:
		return m.text == media
	}
	return len(media) > len(prefix)+len(suffix) && strings.HasPrefix(media, prefix) && strings.HasSuffix(media, suffix)
}

// parametersOf writes the parameters of a media type in one order, without the charset.
func parametersOf(parameters map[string]string) string {
	var list []string
	for name, value := range parameters {
		if name != "charset" {
			list = append(list, fmt.Sprintf(";%s=%q", name, value))
		}
	}
	slices.Sort(list)
	return strings.Join(list, "")
}

// accepts reports whether the media type of a message is in the range.
func (m mediaRange) accepts(media string, parameters map[string]string) bool {
	if !m.matches(media) {
		return false
	}
	has := parametersOf(parameters)
	for wanted := range strings.SplitSeq(m.parameters, ";") {
		if !strings.Contains(has+";", ";"+wanted+";") && wanted != "" {
			return false
		}
	}
	return true
}

// of is the media type of a message that is in the range; of one that says nothing, what the range says.
func (m mediaRange) of(message capture.Message) string {
	switch {
	case message.MediaType != "":
		return message.MediaType
	case strings.Contains(m.text, "*"):
		return "application/json"
	}
	return m.text
}

// IsJSON reports whether a media type says that the body is JSON (WHATWG MIME Sniffing, section 4.6).
func IsJSON(media string) bool {
	return media == "application/json" || media == "text/json" ||
		strings.Contains(media, "/") && strings.HasSuffix(media, "+json")
}

// compare puts the narrower range first. Ranges that are equally narrow follow by their text, so
// that the order is total.
func (m mediaRange) compare(o mediaRange) int {
	return cmp.Or(
		cmp.Compare(m.looseness(), o.looseness()),
		cmp.Compare(len(o.text), len(m.text)),
		cmp.Compare(m.text, o.text),
		cmp.Compare(len(o.parameters), len(m.parameters)),
		cmp.Compare(m.parameters, o.parameters),
	)
}

// looseness counts from a media type up to any.
func (m mediaRange) looseness() int {
	switch {
	case m.text == "*/*":
		return 4
	case strings.HasSuffix(m.text, "/*"):
		return 3
	case m.text == "":
		return 2
	case strings.Contains(m.text, "*"):
		return 1
	}
	return 0
}

// String says what the range is, for people.
func (m mediaRange) String() string {
	if m.text == "" {
		return "any JSON media type"
	}
	return m.text + m.parameters
}

// describeMedia says which media type a response has. What is no media type is not repeated: it comes
// from a header, and nothing is known of it.
func (s shown) describeMedia(media string) string {
	if media == "" {
		return "the response has no media type"
	}
	if !isMedia(media) {
		return "the Content-Type is no media type"
	}
	return fmt.Sprintf("the media type %s is not documented", s.word(media))
}

// mediaWord is a media type as it is shown; of what is none nothing is.
func (s shown) mediaWord(media string) string {
	if !isMedia(media) {
		return "of no media type"
	}
	return s.word(media)
}

// isMedia reports whether a text is a media type without parameters.
func isMedia(text string) bool {
	kind, subtype, ok := strings.Cut(text, "/")
	return ok && isToken(kind) && isToken(subtype)
}

// isToken reports whether a text is a token (RFC 9110, section 5.6.2).
func isToken(text string) bool {
	return text != "" && !strings.ContainsFunc(text, func(c rune) bool { return !tokenRune(c) })
}
