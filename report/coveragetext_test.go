package report

import (
	"errors"
	"strings"
	"testing"

	"github.com/assaykit/assay/contract"
)

// hostileSummary has names that steer terminals and forge lines, wherever a summary has names.
func hostileSummary(t *testing.T) *contract.Summary {
	t.Helper()
	const name = `\u001b[31m\nGET /forged: 1 exchange\u202e`
	s, err := contract.ParseSummary([]byte(strings.ReplaceAll(`{"version": 2, "exchanges": 2, "results": {"N": 1}, "operations": {
		"N": {"exchanges": 1, "results": {"N": 1}, "documented": {"N": 1, "NN": 0}, "statuses": {"N": 1},
			"accepted": {"exchanges": 1, "parts": {"N": {"bodies": 1, "schemas": {"N": {"at": "/N", "values": 1, "objects": 1,
				"members": {"N": {"seen": 1}, "NN": {"seen": 0}}, "branches": {"N": 0}, "enum": {"N": 0}}}}}},
			"rejected": {"exchanges": 0, "parts": {}}}},
		"undocumented": {"kinds": [{"operation": "NN", "count": 1, "first": {"source": "N", "entry": 1}}]},
		"undocumentedMembers": {"kinds": [{"operation": "N", "part": "N", "schema": "N", "member": "N", "types": ["N"], "count": 1, "first": {"source": "N", "entry": 1}}], "others": 3},
		"violations": {"kinds": [{"operation": "N", "keywordLocation": "/N", "instanceLocation": "/N", "count": 1, "first": {"source": "N", "entry": 1}}]}}`, "N", name)))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestCoverageStaysAText wants names to neither steer a terminal nor begin a line.
func TestCoverageStaysAText(t *testing.T) {
	var b strings.Builder
	if err := CoverageText(&b, hostileSummary(t), Options{Verbose: true}); err != nil {
		t.Fatal(err)
	}
	text := b.String()
	if strings.ContainsAny(text, "\x1b\u202e") || strings.Contains(text, "\nGET /forged") {
		t.Errorf("found %q, wanted visible names within their lines", text)
	}
	for _, wanted := range []string{"the undocumented member", "a violation of", "3 × something parts from the contract", "the undocumented operation", "100% of the operations were seen, 1 of 1", "50% of the members were seen, 1 of 2"} {
		if !strings.Contains(text, wanted) {
			t.Errorf("found no %q in\n%s", wanted, text)
		}
	}
}

// refusing is a writer that takes nothing.
type refusing struct{}

var errRefused = errors.New("refused")

func (refusing) Write([]byte) (int, error) { return 0, errRefused }

func TestCoverageTellsOfItsWriter(t *testing.T) {
	if err := CoverageText(refusing{}, contract.NewSummary(), Options{}); !errors.Is(err, errRefused) {
		t.Errorf("found %v, wanted the error of the writer", err)
	}
}

// TestNotesStandAtTheEnd wants a line that is handed to the text report behind its summary, and as one line.
func TestNotesStandAtTheEnd(t *testing.T) {
	var b strings.Builder
	r, err := Exchanges("text", &b, Options{})
	if err != nil {
		t.Fatal(err)
	}
	r.(Noter).Note("new:\n\x1b[31m")
	known := contract.Finding{Source: "a.har", Entry: 1, Result: contract.UndocumentedStatus, Reason: "documented: 200", Known: true}
	if err := errors.Join(r.Add(known), r.Close()); err != nil {
		t.Fatal(err)
	}
	const want = "1 exchange: 0 valid, 0 invalid, 1 undocumented-status; 1 known by the baseline\nnew:␊␛[31m\n"
	if b.String() != want {
		t.Errorf("found %q, wanted %q", b.String(), want)
	}
}
