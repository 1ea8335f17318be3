package capture_test

import (
	"bytes"
	"encoding/json"
	"io"
	"net/textproto"
	"net/url"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/assaykit/assay/capture"
)

// TestHARWriter wants what is written to be read as it was, whatever is known of bodies.
func TestHARWriter(t *testing.T) {
	at, err := url.Parse("https://h/a%2Fb?c=%20&d&%zz=1")
	if err != nil {
		t.Fatal(err)
	}
	header := textproto.MIMEHeader{"Content-Type": {"application/json; charset=utf-8"}, "X-Many": {"1", "<&>"}}
	none := capture.Message{Header: textproto.MIMEHeader{}}
	var want []*capture.Exchange
	add := func(method string, status int, request, response capture.Message) {
		want = append(want, &capture.Exchange{Source: "w.har", Entry: len(want) + 1, Line: len(want) + 2, Method: method, URL: at, Status: status,
			Time: time.Date(2026, 2, 3, 4, 5, 6, 7000, time.UTC), Request: request, Response: response})
	}
	for _, body := range []string{"", "{\n  \"a\": [1.50, \"\u2028<\"]\n}", "no JSON <&>", "\xff\xfe", "\"\xff\"", "1"} {
		message, err := capture.NewMessage(header, []byte(body), capture.BodyRecorded)
		if err != nil {
			t.Fatal(err)
		}
		add("PATCH", 200, message, message)
	}
	noted := none
	noted.MediaType, noted.Parameters = "text/plain", map[string]string{"charset": "utf-8"}
	noted.State, noted.Body = capture.BodyRecorded, []byte("x")
	unrecorded := none
	unrecorded.State = capture.BodyUnrecorded
	coded := capture.Message{Header: textproto.MIMEHeader{"Content-Encoding": {"br"}}, State: capture.BodyRecorded, Body: []byte("\x00\x01"), Coding: "br"}
	for _, status := range []int{0, 200, 204, 304} {
		add("GET", status, none, none)
		add("HEAD", status, noted, unrecorded)
		add("POST", status, unrecorded, noted)
		add("POST", status, coded, coded)
	}
	var text bytes.Buffer
	w := capture.NewHARWriter(&text, "test", "1")
	for _, x := range want {
		if err := w.Write(x); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	r, err := capture.Open("w.har", bytes.NewReader(text.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	for _, x := range want {
		got, err := r.Next()
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(x, got, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("entry %d, %s %d: -written +read\n%s", x.Entry, x.Method, x.Status, diff)
		}
	}
	if _, err := r.Next(); err != io.EOF {
		t.Errorf("found %v, wanted the end", err)
	}
}

// TestHARWriterOfNothing wants a HAR of which browsers know the parts, without any exchange.
func TestHARWriterOfNothing(t *testing.T) {
	var text bytes.Buffer
	if err := capture.NewHARWriter(&text, "te\"st", "1").Close(); err != nil {
		t.Fatal(err)
	}
	var har struct {
		Log struct {
			Version string
			Creator struct{ Name, Version string }
			Entries []any
		}
	}
	if err := json.Unmarshal(text.Bytes(), &har); err != nil {
		t.Fatalf("%s: %v", text.Bytes(), err)
	}
	if har.Log.Version != "1.2" || har.Log.Creator.Name != "te\"st" || har.Log.Entries == nil {
		t.Errorf("found %s", text.Bytes())
	}
}
