package contract

import (
	"encoding/json"
	"fmt"
	"maps"
	"strconv"
	"strings"
)

// SummaryVersion is the version of the JSON form of a [Summary].
const SummaryVersion = 1

// Summary adds findings up. It is a value: the sum of parts of some captures, in whatever order they are added or merged, is that of one run
// over all of them, down to the bytes of its JSON form. It holds no payload value. Its zero value is not ready; see [Checker.Summary].
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
}

// NewSummary is a summary of nothing.
func NewSummary() *Summary {
	return &Summary{
		Version: SummaryVersion, Results: map[Result]int{}, Operations: map[string]*OperationSummary{},
		Undocumented: newTally(), Violations: newTally(),
	}
}

// Summary is a summary of nothing that knows the operations and statuses of the contract.
func (c *Checker) Summary() *Summary {
	s := NewSummary()
	for _, list := range c.operations {
		for _, op := range list {
			for _, g := range op.routes {
				s.operation(g.label()).Documented[g.status.String()] += 0
			}
		}
	}
	return s
}

// operation is the summary of an operation, which is made where there is none.
func (s *Summary) operation(name string) *OperationSummary {
	o := s.Operations[name]
	if o == nil {
		o = &OperationSummary{Results: map[Result]int{}, Documented: map[string]int{}, Statuses: map[string]int{}}
		s.Operations[name] = o
	}
	return o
}

// Add takes a finding in.
func (s *Summary) Add(f Finding) {
	s.Exchanges++
	s.Results[f.Result]++
	at := Place{Source: f.Source, Entry: f.Entry, Line: f.Line}
	if f.Operation == "" {
		if f.Result == UndocumentedOperation {
			s.Undocumented.add(Key{Operation: undocumented(f)}, 1, at)
		}
	} else {
		o := s.operation(f.Operation)
		o.Exchanges++
		o.Results[f.Result]++
		if f.Status != 0 {
			o.Statuses[strconv.Itoa(f.Status)]++
		}
		if f.Documented != "" {
			o.Documented[f.Documented]++
		}
	}
	if f.Err != nil {
		for i, v := range f.Err.Violations {
			// Not the absolute location, which may say where files are on a machine.
			key := Key{Operation: f.Operation, KeywordLocation: v.KeywordLocation, InstanceLocation: everyItem(v.InstanceLocation)}
			if key.KeywordLocation == "" {
				key.Code = v.Code()
			}
			if i < len(f.Where) {
				key.Where = f.Where[i]
			}
			s.Violations.add(key, 1, at)
		}
	}
}

// Merge takes another summary in, which stays as it is. Both must be of one version.
func (s *Summary) Merge(other *Summary) {
	s.Exchanges += other.Exchanges
	addCounts(s.Results, other.Results)
	for name, o := range other.Operations {
		into := s.operation(name)
		into.Exchanges += o.Exchanges
		addCounts(into.Results, o.Results)
		addCounts(into.Documented, o.Documented)
		addCounts(into.Statuses, o.Statuses)
	}
	s.Undocumented.merge(other.Undocumented)
	s.Violations.merge(other.Violations)
}

func addCounts[K comparable](into, from map[K]int) {
	for k, n := range from {
		into[k] += n
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

// ParseSummary reads the JSON form of a summary.
func ParseSummary(text []byte) (*Summary, error) {
	s := NewSummary()
	s.Version = 0
	if err := json.Unmarshal(text, s); err != nil {
		return nil, fmt.Errorf("found no summary, wanted what assay contract --summary writes: %w", err)
	}
	if s.Version != SummaryVersion {
		return nil, fmt.Errorf("found version %d of summaries, wanted %d", s.Version, SummaryVersion)
	}
	// What null has taken away is there again.
	whole := NewSummary()
	for name, o := range s.Operations {
		if o == nil {
			return nil, fmt.Errorf("found null for the operation %q, wanted an object", name)
		}
	}
	if s.Undocumented == nil || s.Violations == nil {
		return nil, fmt.Errorf("found null for a list, wanted an object")
	}
	maps.DeleteFunc(s.Results, func(_ Result, n int) bool { return n == 0 })
	whole.Merge(s)
	return whole, nil
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
