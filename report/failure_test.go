package report

import (
	"slices"
	"strings"
	"testing"

	"github.com/assaykit/assay/contract"
	"github.com/assaykit/assay/rule"
)

// TestFailures wants junit and github to count as failures what the options do, and nothing else.
func TestFailures(t *testing.T) {
	all := []contract.Result{contract.Valid, contract.Invalid, contract.UndocumentedOperation,
		contract.UndocumentedStatus, contract.UndocumentedMediaType, contract.Skipped}
	for _, counted := range [][]contract.Result{nil, {contract.Invalid}, {contract.UndocumentedOperation}, {contract.Skipped}, all[1:]} {
		o := Options{Fails: func(f contract.Finding) bool { return slices.Contains(counted, f.Result) }}
		for _, result := range all {
			f := contract.Finding{Source: "a.har", Entry: 1, Method: "GET", URL: "/x", Status: 200, Result: result}
			switch result {
			case contract.Valid:
			case contract.Invalid:
				f.Err = &rule.Error{Violations: []rule.Violation{{Found: "1", Wanted: "a string", Keyword: "type", KeywordLocation: "/type"}}}
			default:
				f.Reason = "some reason"
			}
			fails := slices.Contains(counted, result)
			junit := string(ofFindings(t, "junit", o, f))
			if strings.Contains(junit, "<failure ") != fails || strings.Contains(junit, `failures="1"`) != fails {
				t.Errorf("%s, of which %v fail: found %s", result, counted, junit)
			}
			if skipped := strings.Contains(junit, `<skipped message="`); skipped != (!fails && result != contract.Valid) {
				t.Errorf("%s, of which %v fail: found skipped %v in %s", result, counted, skipped, junit)
			}
			github := string(ofFindings(t, "github", o, f))
			if strings.Contains(github, "::error ") != fails {
				t.Errorf("%s, of which %v fail: found %s", result, counted, github)
			}
			warns := !fails && result != contract.Valid && result != contract.Skipped
			if strings.Contains(github, "::warning ") != warns {
				t.Errorf("%s, of which %v fail: found %s, wanted a warning: %v", result, counted, github, warns)
			}
		}
	}
}

func TestWhatIsKnownOfARequest(t *testing.T) {
	tests := []struct {
		name    string
		finding contract.Finding
		want    string
	}{
		{"all", contract.Finding{Method: "GET", URL: "/x", Status: 200}, "entry 1: GET /x → 200 invalid\n"},
		{"no status", contract.Finding{Method: "GET", URL: "/x"}, "entry 1: GET /x → invalid\n"},
		{"a method alone", contract.Finding{Method: "GET"}, "entry 1: GET → invalid\n"},
		{"nothing", contract.Finding{}, "entry 1: invalid\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			f := test.finding
			f.Source, f.Entry, f.Result = "a.har", 1, contract.Invalid
			if got := string(ofFindings(t, "text", Options{}, f)); !strings.HasPrefix(got, "a.har: "+test.want) {
				t.Errorf("found %q, wanted %q", got, test.want)
			}
		})
	}
}
