package report

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/assaykit/assay/contract"
)

func coverageHTML(t *testing.T, s *contract.Summary) (shape, string) {
	t.Helper()
	var b bytes.Buffer
	if err := CoverageHTML(&b, s, Options{Version: "v1", Time: time.Unix(0, 0).UTC()}); err != nil {
		t.Fatal(err)
	}
	return readPage(t, b.Bytes()), b.String()
}

// TestCoveragePageOfHostileNames wants names to stay texts: no element, no attribute, no direction of writing comes of them.
func TestCoveragePageOfHostileNames(t *testing.T) {
	plain, _ := coverageHTML(t, hostileSummary(t))
	const forged = `</style></script><script>alert(1)</script><img src=x onerror=alert(1)>\" onclick=\"x`
	s, err := contract.ParseSummary(bytes.ReplaceAll(hostileSummary(t).JSON(), []byte("GET /forged"), []byte(forged)))
	if err != nil {
		t.Fatal(err)
	}
	hostile, page := coverageHTML(t, s)
	if fmt.Sprint(plain.elements) != fmt.Sprint(hostile.elements) {
		t.Errorf("found the elements %v, wanted those of other names, %v", hostile.elements, plain.elements)
	}
	if strings.ContainsAny(page, "\x1b\u202e") || hostile.styles != plain.styles {
		t.Error("found what steers a terminal or turns the direction of writing, or another script or style")
	}
}

// TestCoveragePage wants all numbers of a summary on its page.
func TestCoveragePage(t *testing.T) {
	s, err := contract.ParseSummary([]byte(`{"version": 2, "exchanges": 5, "results": {"valid": 3, "invalid": 1, "undocumented-operation": 1}, "operations": {
		"GET /users/{id}": {"exchanges": 4, "results": {"valid": 3, "invalid": 1}, "documented": {"200": 4, "404": 0}, "statuses": {"200": 4},
			"accepted": {"exchanges": 4, "parts": {"response 200 application/json": {"bodies": 3, "schemas": {"a.yaml#/User": {"at": "", "values": 3, "objects": 3,
				"members": {"id": {"seen": 3, "required": true, "digits": {"min": 1, "max": 4}}, "nick": {"seen": 1, "nullable": true}, "old": {"seen": 0}}, "branches": {"oneOf/0": 3, "oneOf/1": 0}, "enum": {}}}}}},
			"rejected": {"exchanges": 0, "parts": {}}},
		"DELETE /users/{id}": {"exchanges": 0, "results": {}, "documented": {"204": 0}, "statuses": {}, "accepted": {"exchanges": 0, "parts": {}}, "rejected": {"exchanges": 0, "parts": {}}}},
		"undocumented": {"kinds": [{"operation": "GET h/x", "count": 1, "first": {"source": "a.har", "entry": 5}}]},
		"violations": {"kinds": [{"operation": "GET /users/{id}", "keywordLocation": "/properties/id/type", "instanceLocation": "/id", "count": 1, "first": {"source": "a.har", "entry": 2, "line": 7}}]}}`))
	if err != nil {
		t.Fatal(err)
	}
	got, page := coverageHTML(t, s)
	for _, want := range []string{
		"by 5 exchanges", "<b>3</b> valid", "<b>1</b> invalid", "50 %", "1 of 2", "the undocumented operation GET h/x", "a.har: entry 5", "a.har:7: entry 2", "/properties/id/type",
		"<code>/old</code></td><td>never</td>", "1 of 3", "1 to 4 digits, required", "null never", "by oneOf/1", "404 · never", "200 · 4 ×", "3 valid bodies; 2 of 3 members (66%), 1 of 2 branches (50%)",
		`<option value="missed">never seen (1)</option>`, `<option value="broken">broken (1)</option>`, "<b>/users/{id}</b>", ">DELETE</span>",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("found no %q on the page", want)
		}
	}
	if got.elements["details"] != 2 || !slices.Contains(got.texts["method"], "GET") {
		t.Errorf("found %d operations to open and the methods %v, wanted one that was seen, and those that were not", got.elements["details"]-1, got.texts["method"])
	}
}

// TestCoveragePageOfNothing wants a page of an empty summary, and one of bounded size of a large one.
func TestCoveragePageOfNothing(t *testing.T) {
	if _, page := coverageHTML(t, contract.NewSummary()); !strings.Contains(page, "by 0 exchanges") || !strings.Contains(page, "No operation of the contract was seen.") {
		t.Errorf("found\n%s", page)
	}
	if err := CoverageHTML(refusing{}, contract.NewSummary(), Options{}); !errors.Is(err, errRefused) {
		t.Errorf("found %v, wanted the error of the writer", err)
	}
	var members []string
	for i := range 5000 {
		members = append(members, fmt.Sprintf(`"m%d": {"seen": 1}`, i))
	}
	s, err := contract.ParseSummary([]byte(`{"version": 2, "exchanges": 1, "results": {"valid": 1}, "operations": {"GET /": {"exchanges": 1, "results": {"valid": 1}, "documented": {"200": 1}, "statuses": {"200": 1},
		"accepted": {"exchanges": 1, "parts": {"response 200 application/json": {"bodies": 1, "schemas": {"a": {"at": "", "values": 1, "objects": 1, "members": {` + strings.Join(members, ",") + `}}}}}},
		"rejected": {"exchanges": 0, "parts": {}}}}}`))
	if err != nil {
		t.Fatal(err)
	}
	if got, page := coverageHTML(t, s); got.elements["tr"] > mostRows+20 || !strings.Contains(page, "… and 4700 more, which are not shown here") {
		t.Errorf("found %d rows, wanted at most %d, and the others counted", got.elements["tr"], mostRows+20)
	}
}
