package contract

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"strconv"
	"strings"
)

// SummaryVersion is the version of the JSON form of a [Summary].
const SummaryVersion = 2

// Summary adds findings up. It is a value: the sum of parts of some captures, in whatever order they are added or merged, is that of one run
// over all of them, down to the bytes of its JSON form. It holds no payload value unless the check was asked to show values. Its zero value is not
// ready; see [Checker.Summary].
type Summary struct {
	Version int `json:"version"`
	// Exchanges is how many there were, and Results how many of each kind.
	Exchanges int            `json:"exchanges"`
	Results   map[Result]int `json:"results"`
	// Operations are those of the contract, by their names; what was never seen is there with zeros.
	Operations map[string]*OperationSummary `json:"operations"`
	// Undocumented are the operations that the contract does not have: method, host and path, with {…} for what looks like
	// the value of a parameter.
	Undocumented *Tally `json:"undocumented"`
	// Statuses are those that an operation of the contract does not have, and MediaTypes those that one of its statuses does not have.
	Statuses   *Tally `json:"undocumentedStatuses"`
	MediaTypes *Tally `json:"undocumentedMediaTypes"`
	// Members are those of objects that no schema in place declares, though it lets them in, by operation, part, schema and name.
	Members *Tally `json:"undocumentedMembers"`
	// Beyond are the values that an open enum does not list, by operation, part and schema.
	Beyond *Tally `json:"beyond"`
	// Violations are told apart by operation, place in the schema, place in the exchange and place in the value, in which * stands for every item.
	Violations *Tally `json:"violations"`
}

// OperationSummary is what was seen of an operation.
type OperationSummary struct {
	Exchanges int            `json:"exchanges"`
	Results   map[Result]int `json:"results"`
	// Documented is how often each status of the contract governed a response, such as 200, 2XX or default.
	Documented map[string]int `json:"documented"`
	// Statuses is how often each status came, documented or not.
	Statuses map[string]int `json:"statuses"`
	// Accepted is what was seen where the status was below 400, Rejected where it was 400 or more. They count exchanges with a status.
	Accepted Side `json:"accepted"`
	Rejected Side `json:"rejected"`
}

// NewSummary is a summary of nothing.
func NewSummary() *Summary {
	return &Summary{
		Version: SummaryVersion, Results: map[Result]int{}, Operations: map[string]*OperationSummary{},
		Undocumented: newTally(), Statuses: newTally(), MediaTypes: newTally(), Members: newTally(), Beyond: newTally(), Violations: newTally(),
	}
}

// Summary is a summary of nothing that knows the operations, statuses and parts of the contract.
func (c *Checker) Summary() *Summary {
	s := NewSummary()
	for _, list := range c.operations {
		for _, op := range list {
			for _, g := range op.routes {
				o := s.operation(g.label())
				o.Documented[g.status.String()] += 0
				o.declare(g)
			}
		}
	}
	return s
}

// declare notes the parts of a route as never seen.
func (o *OperationSummary) declare(g governing) {
	if g.Schema != nil {
		side := &o.Rejected
		if g.status.last < 400 {
			side = &o.Accepted
		}
		side.part(g.part())
	}
	if g.Request == nil {
		return
	}
	for _, content := range g.Request.Content {
		if content.Schema != nil {
			o.Accepted.part(content.part())
		}
	}
}

// operation is the summary of an operation, which is made where there is none.
func (s *Summary) operation(name string) *OperationSummary {
	name = valid(name)
	o := s.Operations[name]
	if o == nil {
		o = &OperationSummary{Results: map[Result]int{}, Documented: map[string]int{}, Statuses: map[string]int{}, Accepted: newSide(), Rejected: newSide()}
		s.Operations[name] = o
	}
	return o
}

// side is that of exchanges with a status.
func (o *OperationSummary) side(status int) *Side {
	if rejected(status) {
		return &o.Rejected
	}
	return &o.Accepted
}

// rejected reports whether a status says that the server did not do what it was asked for.
func rejected(status int) bool { return status >= 400 }

// Add takes a finding in.
func (s *Summary) Add(f Finding) {
	s.Exchanges = sum(s.Exchanges, 1)
	s.Results[f.Result] = sum(s.Results[f.Result], 1)
	if f.Operation != "" {
		s.operation(f.Operation).add(f)
	}
	at := Place{Source: f.Source, Entry: f.Entry, Line: f.Line}
	for d := range f.Drift() {
		s.tally(d.Kind).count(d, at)
	}
}

// add takes a finding on an exchange of the operation in.
func (o *OperationSummary) add(f Finding) {
	o.Exchanges = sum(o.Exchanges, 1)
	o.Results[f.Result] = sum(o.Results[f.Result], 1)
	if f.Documented != "" {
		o.Documented[f.Documented] = sum(o.Documented[f.Documented], 1)
	}
	if f.Status == 0 {
		return
	}
	status := strconv.Itoa(f.Status)
	o.Statuses[status] = sum(o.Statuses[status], 1)
	side := o.side(f.Status)
	side.Exchanges = sum(side.Exchanges, 1)
	if f.Seen != nil {
		f.Seen.addTo(side)
	}
}

// Merge takes another summary in, which stays as it is. Both must be of one version.
func (s *Summary) Merge(other *Summary) {
	s.Exchanges = sum(s.Exchanges, other.Exchanges)
	addCounts(s.Results, other.Results)
	for name, o := range other.Operations {
		into := s.operation(name)
		into.Exchanges = sum(into.Exchanges, o.Exchanges)
		addCounts(into.Results, o.Results)
		addCounts(into.Documented, o.Documented)
		addCounts(into.Statuses, o.Statuses)
		into.Accepted.merge(&o.Accepted)
		into.Rejected.merge(&o.Rejected)
	}
	for _, kind := range driftKinds {
		s.tally(kind).merge(other.tally(kind))
	}
}

func addCounts[K ~string](into, from map[K]int) {
	for k, n := range from {
		k = K(valid(string(k)))
		into[k] = sum(into[k], n)
	}
}

// Unseen are the operations that no exchange belongs to, and of the others the statuses, by operation.
func (s *Summary) Unseen() map[string][]string {
	unseen := map[string][]string{}
	for name, o := range s.Operations {
		if o.Exchanges == 0 {
			unseen[name] = nil
			continue
		}
		for status, n := range o.Documented {
			if n == 0 {
				unseen[name] = append(unseen[name], status)
			}
		}
	}
	return unseen
}

// JSON is the form that [ParseSummary] reads: the same for the same summary, whatever way it came about.
func (s *Summary) JSON() []byte {
	text, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		panic("contract: a summary cannot be written: " + err.Error()) // it has strings and numbers alone
	}
	return append(text, '\n')
}

// ParseSummary reads the JSON form of a summary. The error says what was found and what was wanted; it is a [*SummaryError] where the
// text itself is at fault.
func ParseSummary(text []byte) (*Summary, error) {
	s := NewSummary()
	s.Version = 0
	if err := json.Unmarshal(text, s); err != nil {
		return nil, unread(text, err)
	}
	if s.Version != SummaryVersion {
		return nil, fmt.Errorf("found version %d of summaries, wanted %d, which assay contract --summary writes anew", s.Version, SummaryVersion)
	}
	if err := s.check(); err != nil {
		return nil, err
	}
	// What null has taken away is there again.
	whole := NewSummary()
	maps.DeleteFunc(s.Results, func(_ Result, n int) bool { return n == 0 })
	whole.Merge(s)
	return whole, nil
}

// SummaryError is what is wrong with a text that is read as a summary.
type SummaryError struct {
	Line, Column int // where it was found, from 1; the column in bytes
	Err          error
}

// Error says what was found, without the place.
func (e *SummaryError) Error() string {
	return "found no summary, wanted what assay contract --summary writes: " + e.Err.Error()
}

// Unwrap gives the error of package json.
func (e *SummaryError) Unwrap() error { return e.Err }

// unread is the error for a text that does not read as a summary.
func unread(text []byte, err error) error {
	offset := 0
	if e, ok := errors.AsType[*json.SyntaxError](err); ok {
		offset = int(e.Offset)
	} else if e, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
		offset = int(e.Offset)
	}
	before := text[:min(max(offset-1, 0), len(text))]
	return &SummaryError{bytes.Count(before, []byte("\n")) + 1, len(before) - bytes.LastIndexByte(before, '\n'), err}
}

// check says what is wrong with a summary that was read.
func (s *Summary) check() error {
	for _, kind := range driftKinds {
		if s.tally(kind) == nil {
			return errors.New("found null for a list, wanted an object")
		}
	}
	if s.Exchanges < 0 || negative(s.Results) {
		return errNegative
	}
	for name, o := range s.Operations {
		if o == nil {
			return fmt.Errorf("found null for the operation %q, wanted an object", name)
		}
		if o.Exchanges < 0 || negative(o.Results) || negative(o.Documented) || negative(o.Statuses) {
			return fmt.Errorf("the operation %q: %w", name, errNegative)
		}
		if err := errors.Join(o.Accepted.check(), o.Rejected.check()); err != nil {
			return fmt.Errorf("the operation %q: %w", name, err)
		}
	}
	return nil
}

// everyItem is a JSON Pointer with * for every number in it.
func everyItem(pointer string) string {
	tokens := strings.Split(pointer, "/")
	for i, t := range tokens {
		if t != "" && strings.Trim(t, "0123456789") == "" {
			tokens[i] = "*"
		}
	}
	return strings.Join(tokens, "/")
}
