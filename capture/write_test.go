package capture_test

import (
	"bytes"
	"net/textproto"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/assaykit/assay/capture"
)

// TestWriter wants what is written to be read as it was.
func TestWriter(t *testing.T) {
	var text bytes.Buffer
	w := capture.NewWriter(&text)
	at, err := url.Parse("https://h/a%2Fb?c=%20&d")
	if err != nil {
		t.Fatal(err)
	}
	header := textproto.MIMEHeader{"Content-Type": {"application/json; charset=utf-8"}, "X-Many": {"1", "<&>"}}
	var want []*capture.Exchange
	for _, body := range []string{"", "{\n  \"a\": [1.50, \"\u2028<\"]\n}", "no JSON <&>", "\xff\xfe", "\"\xff\"", "1"} {
		message, err := capture.NewMessage(header, []byte(body), capture.BodyRecorded)
		if err != nil {
			t.Fatal(err)
		}
		x := &capture.Exchange{Method: "PATCH", URL: at, Status: 200, Time: time.Date(2026, 2, 3, 4, 5, 6, 7000, time.UTC), Response: message}
		x.Request, _ = capture.NewMessage(nil, nil, capture.NoBody)
		if err := w.Write(x); err != nil {
			t.Fatal(err)
		}
		x.Source, x.Entry, x.Line = "w", len(want)+1, len(want)+1
		want = append(want, x)
	}
	r, err := capture.Open("w", &text)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	for _, x := range want {
		got, err := r.Next()
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(string(x.Response.Body), "{") {
			x.Response.Body = []byte("{\"a\":[1.50,\"\u2028<\"]}")
		}
		if diff := cmp.Diff(x, got, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("-written +read\n%s", diff)
		}
	}
}
