package contract

import (
	"net/textproto"
	"net/url"
	"strings"
	"testing"

	"github.com/assaykit/assay/capture"
	"github.com/assaykit/assay/rule"
)

// token is shaped like one of GitHub's.
const token = "ghp_16C7e42F292c6912E7710c838347Ae178B4a"

// sumOf is the hash that a finding has of a body.
func sumOf(t *testing.T, key, body string) string {
	t.Helper()
	c, err := NewChecker([]Route{{Path: "/", MediaType: "*/*", Schema: &rule.Schema{Never: true, Location: "test:never"}}}, Options{HashKey: []byte(key)})
	if err != nil {
		t.Fatal(err)
	}
	f := c.Check(&capture.Exchange{Method: "GET", URL: &url.URL{Path: "/"}, Status: 200,
		Response: capture.Message{State: capture.BodyRecorded, Body: []byte(body)}})
	if f.Err == nil {
		t.Fatalf("%s: found no violation, wanted one", body)
	}
	_, sum, _ := strings.Cut(f.Err.Violations[0].Found, " (#")
	return strings.TrimSuffix(sum, ")")
}

func TestSums(t *testing.T) {
	for _, equal := range [][]string{
		{`"a"`, `"\u0061"`},
		{`1`, `1.0`, `10e-1`},
		{`{"a": 1, "b": [2]}`, `{"b":[2.0],"a":1}`},
		{`[]`, `[ ]`},
	} {
		first := sumOf(t, "k", equal[0])
		for _, body := range equal[1:] {
			if got := sumOf(t, "k", body); got != first || len(got) != sumDigits {
				t.Errorf("found %q of %s and %q of %s, wanted one hash", first, equal[0], got, body)
			}
		}
		if once, again := sumOf(t, "", equal[0]), sumOf(t, "", equal[0]); once == again {
			t.Errorf("%s: found one hash in two runs, wanted keys that are drawn by lot", equal[0])
		}
	}
	seen := map[string]string{}
	for _, body := range []string{`"a"`, `"b"`, `1`, `"1"`, `[]`, `{}`, `["a"]`, `[["a"]]`, `{"a":"b"}`, `{"b":"a"}`, `["a","b"]`, `["ab"]`, `[true]`, `[null]`} {
		sum := sumOf(t, "k", body)
		if other, twice := seen[sum]; twice {
			t.Errorf("found one hash of %s and %s, wanted two", other, body)
		}
		seen[sum] = body
	}
	for _, body := range []string{`true`, `false`, `null`, `["` + strings.Repeat("x", longestSummed) + `"]`} {
		if got := sumOf(t, "k", body); got != "" {
			t.Errorf("found the hash %s of %.20s, wanted none", got, body)
		}
	}
}

// TestShown says what is shown with which options.
func TestShown(t *testing.T) {
	number := typed("test:number", rule.TypeNumber)
	sensitive := typed("test:secret", rule.TypeNumber)
	sensitive.Sensitive = true
	members := &rule.Schema{Location: "test:body", Applicators: []rule.Applicator{rule.AdditionalProperties{Name: "additionalProperties", Schema: number}}}
	members.Applicators = append(members.Applicators, rule.NewProperties([]rule.Property{{Name: "pin", Schema: sensitive}}))
	route := Route{Described: true, Path: "/x/{ssn}/{id}", MediaType: "application/json", Schema: members,
		Headers: []Parameter{{In: "header", Name: "X-Left", Style: "simple", Schema: number}},
		Request: &Request{Parameters: []Parameter{
			{In: "path", Name: "ssn", Required: true, Style: "simple", Schema: sensitive},
			{In: "path", Name: "id", Required: true, Style: "simple", Schema: number},
			{In: "query", Name: "q", Style: "form", Schema: number},
			{In: "cookie", Name: "c", Style: "form", Schema: number},
		}},
	}
	x := &capture.Exchange{Method: "GET", Status: 200}
	x.URL, _ = url.Parse("https://user@h/x/hunter1/" + "shownpath" + "?q=hunter2&" + token + "=1")
	x.Request.Header = textproto.MIMEHeader{"Cookie": {"c=hunter3"}}
	x.Response = capture.Message{State: capture.BodyRecorded, MediaType: "application/json", Header: textproto.MIMEHeader{"X-Left": {"hunter4"}},
		Body: []byte(`{"pin":"hunter5","word":"shownvalue","` + token + `":"` + token + `"}`)}
	for _, test := range []struct {
		name         string
		options      Options
		shows, hides []string
	}{
		{"by default", Options{}, []string{"shownpath", "/word", "/pin"}, []string{"hunter", token, "shownvalue"}},
		{"values", Options{ShowValues: true}, []string{"shownpath", `"shownvalue"`, "/pin", "/REDACTED: found a string of 40 characters (#"}, []string{"hunter", token}},
		{"secrets", Options{ShowSecrets: true}, []string{"shownpath", `"shownvalue"`, "/" + token, `"` + token, "hunter1", `"hunter2"`, `"hunter3"`, `"hunter4"`, `"hunter5"`}, []string{"(#"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			all := everything(t, mustCheck(t, test.options, route).Check(x))
			f := mustCheck(t, test.options, route).Check(x)
			said := f.URL + "\n" + f.Err.Error()
			for _, word := range test.shows {
				if !strings.Contains(said, word) {
					t.Errorf("found no %s, wanted it in\n%s", word, said)
				}
			}
			for _, word := range test.hides {
				if strings.Contains(all, word) {
					t.Errorf("found %s, wanted it hidden in\n%s", word, said)
				}
			}
		})
	}
}
