package contract

import (
	"net/url"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/assaykit/assay/capture"
	"github.com/assaykit/assay/rule"
)

// TestSensitive wants what schemas mark, in bodies that they refuse, too.
func TestSensitive(t *testing.T) {
	marked := typed("test:pin", rule.TypeInteger)
	marked.Sensitive = true
	body := &rule.Schema{Location: "test:body", Applicators: []rule.Applicator{rule.NewProperties([]rule.Property{{Name: "pin", Schema: marked}})}}
	request := &Request{
		Parameters: []Parameter{{In: "path", Name: "pin", Style: "simple", Schema: marked}, {In: "path", Name: "id", Style: "simple"}},
		Content:    []Content{{MediaType: "application/json", Schema: body}},
	}
	c := mustCheck(t, Options{},
		Route{Described: true, Path: "/a/{pin}/{id}", Status: "2XX", Schema: body, Request: request},
		Route{Described: true, Path: "/a/{pin}/{id}", Status: "2XX", MediaType: "text/plain", Request: request},
		Route{Path: "/b", Schema: body, Pointer: "/data"},
	)
	const whole, part = `{"a":1,"pin":"1234"}`, ` {"data": {"pin": [1]}, "pin": 2}`
	message := func(text string) capture.Message {
		return capture.Message{State: capture.BodyRecorded, Body: []byte(text)}
	}
	for _, test := range []struct {
		path              string
		status            int
		request, response string
		want              Sensitive
	}{
		{"/a/77/1", 200, whole, whole, Sensitive{Governed: true, Path: []string{"77"}, Request: []rule.Span{{Start: 13, End: 19}}, Response: []rule.Span{{Start: 13, End: 19}}}},
		{"/a/77/1", 404, "no JSON", whole, Sensitive{Governed: true, Path: []string{"77"}, Response: []rule.Span{{Start: 13, End: 19}}}},
		{"/b", 200, whole, part, Sensitive{Governed: true, Response: []rule.Span{{Start: 18, End: 21}}}},
		{"/b", 200, "", `{"a":1}`, Sensitive{Governed: true}},
		{"/c", 200, whole, whole, Sensitive{}},
	} {
		x := &capture.Exchange{Method: "POST", URL: &url.URL{Path: test.path}, Status: test.status, Request: message(test.request), Response: message(test.response)}
		if diff := cmp.Diff(test.want, c.Sensitive(x)); diff != "" {
			t.Errorf("%s %d: -wanted +found\n%s", test.path, test.status, diff)
		}
	}
	if got := c.Sensitive(&capture.Exchange{}); got.Governed {
		t.Errorf("found %+v of nothing", got)
	}
}
