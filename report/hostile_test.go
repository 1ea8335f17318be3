package report

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/assaykit/assay/contract"
	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
)

// held are the formats, each with what holds it to its own parser: whatever a report is of, the parser reads what was said, and nothing else.
var held = map[string]func(*testing.T, hostile){
	"excerpts": holdTextOfPayloads, "text": holdTextOfExchanges,
	"github": holdGitHubOfPayloads, "github of exchanges": holdGitHubOfExchanges,
	"junit": holdJUnitOfPayloads, "junit of exchanges": holdJUnitOfExchanges,
	"json": holdJSONOfPayloads, "gitlab": holdGitLabOfPayloads, "html": holdHTMLOfPayloads, "sarif": holdSARIFOfPayloads, "tap": holdTAPOfPayloads,
}

func TestHostilePayloads(t *testing.T) {
	for format, hold := range held {
		t.Run(format, func(t *testing.T) {
			r := ofSeed(7)
			for range 300 {
				hold(t, r)
			}
		})
	}
}

// FuzzReports has hostile texts written by the fuzzer, and put together as it says.
func FuzzReports(f *testing.F) {
	for i, piece := range pieces {
		f.Add(piece, "a"+piece+"b", uint64(i))
	}
	f.Fuzz(func(t *testing.T, text, other string, seed uint64) {
		if len(text)+len(other) > 1000 {
			return
		}
		for _, hold := range held {
			r := ofSeed(seed)
			r.pieces = []string{text, other, "\n", "a"}
			hold(t, r)
		}
	})
}

// hostile makes texts, and what has such texts, at random.
type hostile struct {
	*rand.Rand
	pieces []string // what texts are made of
}

func ofSeed(seed uint64) hostile {
	return hostile{rand.New(rand.NewPCG(seed, seed+1)), pieces}
}

// pieces are what nobody expects in a text, or what means something to one that reads reports.
var pieces = []string{
	"a", "Z", " ", "\t", "\n", "\r", "\r\n", "\"", "\\", "::error::", "::error file=x,line=1::y", "##[error]", "%0A", "%", ":", ",", "::",
	"\x1b[2J", "\x00", "\u009b", "\u2028", "\u202e", "\u200d", "\ufeff", "\ufffe", "\ufffd", "\xff", "\xed\xa0\x80", "]]>", "</failure>",
	"<!--", "&amp;", "<", ">", "'", "田", "e\u0301", "\u0301", "😀", "•", "…", "\U000e0041", "{", "}", "\x7f",
}

func (r hostile) piece() string { return r.pieces[r.IntN(len(r.pieces))] }

// text is a string of some pieces.
func (r hostile) text() string {
	var b strings.Builder
	for range r.IntN(8) {
		b.WriteString(r.piece())
	}
	return b.String()
}

// result has such strings in every field, with places that may or may not fit the text.
func (r hostile) result() Result {
	text := strings.Repeat(r.text(), 1+r.IntN(40))
	number := func() int { return r.IntN(len(text)+4) - 1 }
	violation := func() rule.Violation {
		return rule.Violation{
			InstanceLocation: r.text(), KeywordLocation: r.text(), AbsoluteKeywordLocation: r.text(), Keyword: r.text(),
			Wanted: r.text(), Found: r.text(), Start: number(), End: number(),
			Suggestion: []string{r.text()}, Misspelt: []rule.Misspelling{{InstanceLocation: r.text(), Start: number(), End: number(), Position: document.Position{Line: r.IntN(5) - 1, Column: r.IntN(9)}}},
			Position: document.Position{Line: r.IntN(5) - 1, Column: r.IntN(300) - 1},
		}
	}
	e := &rule.Error{}
	for range 1 + r.IntN(3) {
		v := violation()
		for range r.IntN(3) {
			v.Causes = append(v.Causes, violation())
		}
		e.Violations = append(e.Violations, v)
	}
	return Result{
		Source: "s" + r.text(), Record: 1 + r.IntN(3), Records: r.IntN(2) == 0, Err: e,
		Text: []byte(text), Line: r.IntN(3), Public: r.IntN(2) == 0,
	}
}

// finding is an invalid exchange with hostile strings in every field.
func (r hostile) finding() contract.Finding {
	result := r.result()
	return contract.Finding{
		Source: result.Source, Entry: r.IntN(9), Line: r.IntN(9), Method: r.text(), URL: r.text(), Status: r.IntN(600),
		Operation: r.text(), Result: contract.Invalid, Reason: r.text(), Err: result.Err,
	}
}
