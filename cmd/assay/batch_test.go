package main

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
)

// standard are the limits where no flag says otherwise.
var standard = defaultLimits()

// told lists the instances of an input as line, record and text.
func told(s streams, in input) []string {
	var list []string
	s.batches(in, func(b *batch) bool {
		if b.err == nil || len(b.lines) > 0 {
			b.instances(func(i instance) {
				list = append(list, fmt.Sprintf("%d %d %s", i.result.Line, i.result.Record, i.result.Text))
			})
		}
		if b.err != nil {
			list = append(list, "error: "+b.err.Error())
		}
		return true
	})
	return list
}

func TestStandardInput(t *testing.T) {
	long := strings.Repeat("x", 3*batchSize)
	tests := []struct {
		name, text string
		want       []string
	}{
		{"nothing", "", []string{"1 1 "}},
		{"blank lines", "\n\n", []string{"1 1 \n\n"}},
		{"one line", "1\n", []string{"1 1 1\n"}},
		{"one line without an end", "1", []string{"1 1 1"}},
		{"a text over lines", "[1,\n2]\n", []string{"1 1 [1,\n2]\n"}},
		{"records", "1\n\n {} \r\n\"a\"", []string{"1 1 1", "3 2  {}", "4 3 \"a\""}},
		{"blank lines before records", "\n1\n2\n", []string{"2 1 1", "3 2 2"}},
		{"a record and rubbish", "1\n}\n", []string{"1 1 1", "2 2 }"}},
		{"rubbish first is one text", "{\n1\n", []string{"1 1 {\n1\n"}},
		{"records longer than a batch", "\"" + long + "\"\n2\n\"" + long + "\"\n4", []string{`1 1 "` + long + `"`, "2 2 2", `3 3 "` + long + `"`, "4 4 4"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			for name, r := range map[string]io.Reader{
				"at once":     strings.NewReader(test.text),
				"in halves":   iotest.HalfReader(strings.NewReader(test.text)),
				"with an end": iotest.DataErrReader(strings.NewReader(test.text)),
			} {
				if diff := cmp.Diff(test.want, told(streams{in: r}, input{name: dash, otherwise: unsaid, limits: &standard})); diff != "" {
					t.Errorf("%s (-want +got):\n%s", name, diff)
				}
			}
		})
	}
}

func TestStandardInputBreaksOff(t *testing.T) {
	for text, want := range map[string][]string{
		"1\n2\n3": {"1 1 1", "2 2 2", "error: cable cut"},
		"1\n2\n":  {"1 1 1", "2 2 2", "error: cable cut"},
		"[1":      {"error: cable cut"},
		"":        {"error: cable cut"},
	} {
		broken := io.MultiReader(strings.NewReader(text), iotest.ErrReader(errors.New("cable cut")))
		got := told(streams{in: broken}, input{name: dash, otherwise: unsaid, limits: &standard})
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
	}
}

func TestRecordsOfManyBatches(t *testing.T) {
	var text strings.Builder
	const n = 50_000
	for i := range n {
		fmt.Fprintf(&text, "{\"n\": %d}\n\n", i)
	}
	inTree(t, map[string]string{"a.ndjson": text.String()})
	got := told(streams{}, input{name: "a.ndjson", limits: &standard})
	if len(got) != n {
		t.Fatalf("found %d records, wanted %d", len(got), n)
	}
	for i, s := range got {
		if want := fmt.Sprintf("%d %d {\"n\": %d}", 2*i+1, i+1, i); s != want {
			t.Fatalf("record %d: found %q, wanted %q", i+1, s, want)
		}
	}
}
