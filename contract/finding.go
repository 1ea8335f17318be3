package contract

import "github.com/assaykit/assay/rule"

// Result is the verdict on one exchange.
type Result string

// The verdicts. Each is written in reports as it stands here.
const (
	Valid                 Result = "valid"
	Invalid               Result = "invalid"
	UndocumentedOperation Result = "undocumented-operation"
	UndocumentedStatus    Result = "undocumented-status"
	UndocumentedMediaType Result = "undocumented-media-type"
	Skipped               Result = "skipped"
)

// Finding is what a check says of one exchange. It holds no payload value unless the check was asked to
// show values, and shares no memory with the exchange.
type Finding struct {
	Source string // the capture's path as given
	Entry  int    // of the exchange within the capture, from 1
	Line   int    // where the exchange begins in the capture; 0 where that is not known
	Method string // as recorded
	URL    string // without userinfo and fragment; query values, and what looks like a token, redacted
	Status int
	// Operation is the name of the route that governs the exchange. Where the status or the media type is
	// not documented it is the name of the operation; it is "" where there is none.
	Operation string
	Result    Result
	// Documented is the status of the route that governs the response: one such as 200, a class such as 2XX, or default; ""
	// where none does.
	Documented string
	// Err lists the violations of an invalid response or request; it is nil otherwise. Instance locations are those
	// within the whole body. Positions and byte ranges are zero and nothing is listed as sensitive: they
	// would be places of the body, and a body has no lines of its own in a capture. What a report
	// points at is the entry, by Source and Line.
	//
	// The keyword is "" where the contract itself is broken before a schema is asked: there is no body, it is
	// not JSON, or the route's pointer leads to nothing.
	Err *rule.Error
	// Where says of each violation of Err where in the exchange it is: "request body", "query parameter limit", "response header
	// ETag", "" for the body of the response. It is nil where all are there.
	Where []string
	// Reason says in a few words why an exchange is skipped or undocumented, and of a valid one what undocumented members and values beyond
	// enums it has, if the check was asked for coverage; it is "" otherwise.
	Reason string
	// Seen is what a [Summary] counts of the valid bodies; nil unless the check was asked for coverage.
	Seen *Seen
	// Known says that a baseline has all in which the exchange parts from the contract. It is for who holds one against it to say.
	Known bool
}
