package infer

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/assaykit/assay/document"
)

// state is the JSON form of a sample.
type state struct {
	Version int    `json:"assaySample"`
	Seen    *shape `json:"seen"`
}

// JSON is the form that [Parse] reads: the same for samples of the same documents, whatever way they came about.
func (s *Sample) JSON() []byte {
	text, err := json.MarshalIndent(state{Version, &s.root}, "", " ")
	if err != nil {
		panic("infer: a sample cannot be written: " + err.Error()) // it has strings and numbers alone
	}
	return append(text, '\n')
}

// IsSample reports whether a document looks as if [Sample.JSON] had written it.
func IsSample(v document.Value) bool {
	return v.Kind() == document.Object && !v.Get("assaySample").IsZero() && v.Get("seen").Kind() == document.Object
}

// Parse reads the JSON form of a sample.
func Parse(text []byte) (*Sample, error) {
	var s state
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(&s); err != nil {
		return nil, fmt.Errorf("found no sample, wanted what assay schema infer --sample writes: %w", err)
	}
	if s.Version != Version {
		return nil, fmt.Errorf("found version %d of samples, wanted %d", s.Version, Version)
	}
	if s.Seen == nil {
		return nil, errors.New("found a sample without seen, wanted an object")
	}
	if err := s.Seen.check(); err != nil {
		return nil, err
	}
	return &Sample{*s.Seen}, nil
}

// check is the error for counts that cannot be: what is written by hand, or by somebody else, would make a schema that refuses what was seen.
func (s *shape) check() error {
	sum := s.Nulls + s.Booleans
	counts := []int{s.Nulls, s.Booleans}
	if n := s.Numbers; n != nil {
		sum += n.Count
		counts = append(counts, n.Integers, n.Count-1, n.Count-n.Integers)
		_, least := document.ParseDecimal(n.Min)
		if _, most := document.ParseDecimal(n.Max); !least || !most {
			return fmt.Errorf("found numbers from %q to %q, wanted JSON numbers", n.Min, n.Max)
		}
	}
	if t := s.Strings; t != nil {
		sum += t.Count
		counts = append(counts, t.Count-1, t.Length.Min, t.Length.Max-t.Length.Min)
		values := 0
		for _, n := range t.Values {
			values += n
			counts = append(counts, n-1)
		}
		if !t.Many {
			counts = append(counts, t.Count-values, values-t.Count)
		}
		for _, n := range t.Formats {
			counts = append(counts, t.Count-n, n-1)
		}
	}
	if a := s.Arrays; a != nil {
		sum += a.Count
		counts = append(counts, a.Count-1, a.Items.Min, a.Items.Max-a.Items.Min)
		if err := a.Of.check(); err != nil {
			return err
		}
	}
	if o := s.Objects; o != nil {
		sum += o.Count
		counts = append(counts, o.Count-1, o.Size.Min, o.Size.Max-o.Size.Min)
		if o.Any != nil {
			if err := o.Any.check(); err != nil {
				return err
			}
		}
		for name, m := range o.Members {
			if m == nil {
				return fmt.Errorf("found null for the member %q, wanted an object", name)
			}
			counts = append(counts, m.Place, m.Of.Count-1, o.Count-m.Of.Count)
			if err := m.Of.check(); err != nil {
				return err
			}
		}
	}
	for _, n := range append(counts, s.Count-sum, sum-s.Count) {
		if n < 0 {
			return errors.New("found counts that do not add up, wanted a sample as it was written")
		}
	}
	return nil
}
