package capture

import (
	"net/textproto"
	"net/url"
	"time"
)

// Exchange is one recorded request with its response. It shares no memory with the [Reader] it came from.
type Exchange struct {
	Source string // the source's name, as given to Open
	Entry  int    // which entry of the source this is, from 1; damaged entries count
	Line   int    // the line of the source's text on which the entry begins, from 1; 0 where not known

	Method string   // as recorded: methods are case-sensitive (RFC 9110, 9.1)
	URL    *url.URL // without a fragment, which is not sent (RFC 9110, 7.1); may be relative
	Status int      // 0 where the request was aborted and no response came
	Time   time.Time

	Request  Message
	Response Message
}

// Message is one direction of an exchange.
type Message struct {
	// Header has canonical names and is never nil. HTTP/2 pseudo-headers such as :status are not in it.
	Header textproto.MIMEHeader

	// MediaType is the type and subtype in lower case, without parameters. The Content-Type header
	// decides; what the recorder noted beside it counts only where that header is absent. It is empty
	// where neither says.
	MediaType string

	// Parameters are those of the media type, names in lower case; nil where there are none.
	Parameters map[string]string

	// State tells whether Body is the body.
	State BodyState

	// Body is the body with base64 and content codings undone. An entry with a body under more than five
	// codings, or under zstd with a window of more than 8 MiB (RFC 9659, 3), is damaged.
	Body []byte

	// Coding names the content codings (RFC 9110, 8.4) that may still be on Body, in the header's
	// order, because this package cannot undo them. It is empty where Body is in the clear.
	Coding string
}

// BodyState tells what a capture knows of a message's body.
type BodyState int

const (
	// NoBody says that the message had no body.
	NoBody BodyState = iota
	// BodyRecorded says that Body is the body; it may be empty.
	BodyRecorded
	// BodyUnrecorded says that there was a body which the capture does not hold, or that the capture
	// does not tell.
	BodyUnrecorded
)

// String returns the state in words.
func (s BodyState) String() string {
	switch s {
	case NoBody:
		return "no body"
	case BodyRecorded:
		return "body recorded"
	case BodyUnrecorded:
		return "body not recorded"
	}
	return "unknown body state"
}
