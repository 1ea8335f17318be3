package openapi_test

import (
	"encoding/json"
	"fmt"
	"net/textproto"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/assaykit/assay/capture"
	"github.com/assaykit/assay/contract"
	"github.com/assaykit/assay/contract/openapi"
	"github.com/assaykit/assay/schema"
)

// TestGitHub holds recorded traffic of GitHub (@octokit/fixtures) against GitHub's own description (@octokit/openapi), which
// make test-github fetches. Each exchange that does not keep the contract is in testdata/github.expected with why that is true.
func TestGitHub(t *testing.T) {
	folder := os.Getenv("ASSAY_GITHUB")
	if folder == "" {
		t.Skip("make test-github runs this test: it needs two packages of npm")
	}
	src, err := schema.Files{}.Open(filepath.Join(folder, "openapi/generated/api.github.com.json"))
	if err != nil {
		t.Fatal(err)
	}
	d, err := openapi.Read(src, schema.Options{})
	if err != nil {
		t.Fatal(err)
	}
	c, err := contract.NewChecker(d.Routes, contract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	recordings, err := filepath.Glob(filepath.Join(folder, "fixtures/scenarios/*/*/normalized-fixture.json"))
	if err != nil || len(recordings) == 0 {
		t.Fatalf("%d recordings: %v", len(recordings), err)
	}
	exchanges := 0
	var got []string
	for _, file := range recordings {
		for i, x := range recorded(t, file) {
			exchanges++
			if f := c.Check(x); f.Result != contract.Valid {
				got = append(got, fmt.Sprintf("%s %d: %s %s %d %s", filepath.Base(filepath.Dir(file)), i+1, f.Method, f.URL, f.Status, strings.ReplaceAll(words(f), "\n", " | ")))
			}
		}
	}
	slices.Sort(got)
	if diff := cmp.Diff(expected(t), got); diff != "" {
		t.Errorf("not what testdata/github.expected has (-) but (+):\n%s\nall that was found:\n%s", diff, strings.Join(got, "\n"))
	}
	t.Logf("%d exchanges, %d valid", exchanges, exchanges-len(got))
}

// expected are the lines of testdata/github.expected but for the reasons, which stand above those that they are for.
func expected(t *testing.T) []string {
	t.Helper()
	text, err := os.ReadFile("testdata/github.expected")
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	reason := ""
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSpace(line)
		switch {
		case line == "":
			reason = ""
		case strings.HasPrefix(line, "#"):
			reason = line
		case reason == "":
			t.Errorf("found no reason above %q, wanted one", line)
		default:
			lines = append(lines, line)
		}
	}
	slices.Sort(lines)
	return lines
}

// recording is an exchange as nock records it.
type recording struct {
	Scope, Method, Path string
	Status              int
	Body, Response      json.RawMessage
	ReqHeaders, Headers map[string]any
}

// recorded reads a file of nock.
func recorded(t *testing.T, file string) []*capture.Exchange {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var list []recording
	if err := json.Unmarshal(text, &list); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	exchanges := make([]*capture.Exchange, len(list))
	for i, r := range list {
		u, err := url.Parse(r.Scope + r.Path)
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		exchanges[i] = &capture.Exchange{Source: file, Entry: i + 1, Method: strings.ToUpper(r.Method), URL: u, Status: r.Status,
			Request: recordedMessage(r.ReqHeaders, r.Body), Response: recordedMessage(r.Headers, r.Response)}
	}
	return exchanges
}

// recordedMessage is a message of which a body is text where it is a string.
func recordedMessage(headers map[string]any, body json.RawMessage) capture.Message {
	m := capture.Message{Header: textproto.MIMEHeader{}, Body: body, State: capture.BodyRecorded}
	for name, value := range headers {
		m.Header.Set(name, fmt.Sprint(value))
	}
	media, _, _ := strings.Cut(m.Header.Get("Content-Type"), ";")
	m.MediaType = strings.ToLower(strings.TrimSpace(media))
	var text string
	if json.Unmarshal(body, &text) == nil {
		m.Body = []byte(text)
	}
	if len(m.Body) == 0 {
		m.State = capture.NoBody
	}
	return m
}
