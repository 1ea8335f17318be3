package contract

import (
	"cmp"
	"iter"
	"strconv"
	"strings"
)

// DriftKind is a way in which traffic and contract part, as --fail-on of assay contract has it. Those that are results of exchanges,
// too, have the same names.
type DriftKind string

// The kinds of drift beside the results of exchanges.
const (
	// UndocumentedMember is a member of an object that no schema in place declares, though it lets it in.
	UndocumentedMember DriftKind = "undocumented-member"
	// BeyondEnum is a value that an open enum does not list: one of anyOf or oneOf beside a branch that lets in others, or one of
	// x-extensible-enum.
	BeyondEnum DriftKind = "beyond-enum"
	// WiderRange is a string, an array or a number that is longer, shorter, larger or smaller than any of a baseline: see [Summary.News].
	WiderRange DriftKind = "wider-range"
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
	// Note says of a wider range how wide it is and was: "lengths from 1 to 9, which were from 1 to 5".
	Note string
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

// Drift is all in which the exchange parts from the contract, as far as the check looked for it: undocumented members and values beyond
// enums are there if it was asked for coverage.
func (f Finding) Drift() iter.Seq[Drift] {
	return func(yield func(Drift) bool) {
		for _, list := range []iter.Seq[Drift]{f.undocumented, f.broken, f.Seen.drifts} {
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

// remark says what a valid finding has of drift, in a few words.
func (o *Seen) remark() string {
	if o == nil || len(o.Drifts) == 0 {
		return ""
	}
	var words []string
	for i, d := range o.Drifts {
		if i == mostRemarks {
			words = append(words, strconv.Itoa(len(o.Drifts)-i)+" more")
			break
		}
		words = append(words, d.Describe())
	}
	return strings.Join(words, "; ")
}

// mostRemarks is how many kinds of drift a finding tells of.
const mostRemarks = 5

// Describe says what the drift is, without the operation: "the undocumented member "nick" in response 200 application/json (user.json)".
func (d Drift) Describe() string {
	k := d.Key
	where := " in " + k.Part + " (" + k.Schema + ")"
	switch d.Kind {
	case DriftKind(UndocumentedOperation):
		return "the undocumented operation " + k.Operation
	case DriftKind(UndocumentedStatus):
		return "the undocumented status " + k.Status
	case DriftKind(UndocumentedMediaType):
		if k.MediaType == "" {
			return "the status " + k.Status + " without a media type"
		}
		return "the undocumented media type " + k.MediaType + " of the status " + k.Status
	case UndocumentedMember:
		if k.Member == anyName {
			return "undocumented members whose names look like data" + where
		}
		return "the undocumented member " + strconv.Quote(k.Member) + where
	case BeyondEnum:
		return strings.TrimSpace("a value "+k.Value) + " that the enum does not list" + where
	case WiderRange:
		return d.Note + " of " + cmp.Or(k.Member, "the items") + where
	}
	at := cmp.Or(k.KeywordLocation, k.Code)
	if k.InstanceLocation != "" {
		at += " at " + k.InstanceLocation
	}
	if k.Where != "" {
		at += " in the " + k.Where
	}
	if k.Code == CodeResponse || k.Code == CodeRequest {
		return "something missing or unreadable" + strings.TrimPrefix(at, k.Code)
	}
	return "a violation of " + at
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
		key.Status, key.MediaType = strconv.Itoa(f.Status), f.Seen.media()
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
