package report

import (
	"io"

	"github.com/assaykit/assay/contract"
)

// ndjson writes one JSON object a line for each verdict.
type ndjson[T Result | contract.Finding] struct {
	w       io.Writer
	object  func(T) any
	omitted func(Omission) any
}

func newExchangeNDJSON(w io.Writer, _ Options) Reporter[contract.Finding] {
	return ndjson[contract.Finding]{w, ofExchange, omittedExchange}
}

// Add writes the line of one verdict.
func (n ndjson[T]) Add(verdict T) error { return n.line(n.object(verdict)) }

// Omit writes a line of the same form for what was not checked.
func (n ndjson[T]) Omit(o Omission) error { return n.line(n.omitted(o)) }

func (n ndjson[T]) line(object any) error {
	line, err := encode(object)
	if err != nil {
		return err
	}
	_, err = n.w.Write(line)
	return err
}

// Close has nothing to write: each line stands by itself.
func (n ndjson[T]) Close() error { return nil }

// ndjsonInstances is the ndjson report of instances.
type ndjsonInstances struct {
	ndjson[Result]
	row validRow
}

func newNDJSON(w io.Writer, _ Options) Reporter[Result] {
	return &ndjsonInstances{ndjson: ndjson[Result]{w, ofInstance, omittedInstance}}
}

// Add writes the line of one verdict. An instance that was passed over has none.
func (n *ndjsonInstances) Add(r Result) error {
	if r.passedOver() != "" {
		return nil
	}
	return n.ndjson.Add(r)
}

func (n *ndjsonInstances) addRow(first Result, count int) error {
	return n.row.write(n.w, "", first, count, "\n")
}
