package contract

import (
	"iter"
	"strconv"
)

// DriftKind is a way in which traffic and contract part, as --fail-on of assay contract has it. Those that are results of exchanges,
// too, have the same names.
type DriftKind string

// The kinds of drift beside the results of exchanges.
const (
	UndocumentedMember DriftKind = "undocumented-member"
	BeyondEnum         DriftKind = "beyond-enum"
)

// driftKinds are all kinds that a [Summary] has a tally of.
var driftKinds = []DriftKind{DriftKind(Invalid), DriftKind(UndocumentedOperation), DriftKind(UndocumentedStatus), DriftKind(UndocumentedMediaType), UndocumentedMember, BeyondEnum}

// Drift is one thing in which an exchange parts from the contract.
type Drift struct {
	Kind  DriftKind
	Key   Key
	Count int // how often it is in the exchange
	// Types are those of the values of an undocumented member, in alphabetical order.
	Types []string
}

// tally is where drift of a kind is counted.
func (s *Summary) tally(kind DriftKind) *Tally {
	switch kind {
	case DriftKind(UndocumentedOperation):
		return s.Undocumented
	case DriftKind(UndocumentedStatus):
		return s.Statuses
	case DriftKind(UndocumentedMediaType):
		return s.MediaTypes
	case UndocumentedMember:
		return s.Members
	case BeyondEnum:
		return s.Beyond
	}
	return s.Violations
}

// drifts are all that a finding has of drift, each as often as it was there.
func (f Finding) drifts() iter.Seq[Drift] {
	return func(yield func(Drift) bool) {
		for _, list := range []iter.Seq[Drift]{f.undocumented, f.broken, f.Observed.drifts} {
			for d := range list {
				d.Key.Rejected = rejected(f.Status)
				if d.Key.Operation == "" {
					d.Key.Operation = f.Operation
				}
				if !yield(d) {
					return
				}
			}
		}
	}
}

// undocumented yields what the contract does not have: the operation, or the status or the media type of the response. What is
// wrong with the request, too, does not hide it.
func (f Finding) undocumented(yield func(Drift) bool) {
	result := f.Result
	if f.Err != nil {
		for _, v := range f.Err.Violations {
			if v.Fault == string(UndocumentedStatus) || v.Fault == string(UndocumentedMediaType) {
				result = Result(v.Fault)
			}
		}
	}
	key := Key{}
	switch result {
	case UndocumentedOperation:
		key.Operation = undocumented(f)
	case UndocumentedMediaType:
		key.Status, key.MediaType = strconv.Itoa(f.Status), f.Observed.media()
	case UndocumentedStatus:
		key.Status = strconv.Itoa(f.Status)
	default:
		return
	}
	yield(Drift{Kind: DriftKind(result), Key: key, Count: 1})
}

// broken yields the violations.
func (f Finding) broken(yield func(Drift) bool) {
	if f.Err == nil {
		return
	}
	for i, v := range f.Err.Violations {
		if v.Fault == string(UndocumentedStatus) || v.Fault == string(UndocumentedMediaType) {
			continue // told as what they are
		}
		// Not the absolute location, which may say where files are on a machine.
		key := Key{KeywordLocation: v.KeywordLocation, InstanceLocation: everyItem(v.InstanceLocation)}
		if key.KeywordLocation == "" {
			key.Code = v.Code()
		}
		if i < len(f.Where) {
			key.Where = f.Where[i]
		}
		if !yield(Drift{Kind: DriftKind(Invalid), Key: key, Count: 1}) {
			return
		}
	}
}
