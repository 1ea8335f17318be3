package contract_test

import (
	"bytes"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/assaykit/assay/capture"
	"github.com/assaykit/assay/contract"
)

// TestRecord wants a capture that says the same as what passed, credentials aside.
func TestRecord(t *testing.T) {
	var text bytes.Buffer
	recorder, checker := contract.Record(&text), numbers(t)
	var mu sync.Mutex
	var live []contract.Result
	note := func(f contract.Finding) {
		mu.Lock()
		defer mu.Unlock()
		live = append(live, f.Result)
	}
	ts := httptest.NewServer(http.HandlerFunc(answers))
	defer ts.Close()
	c := &http.Client{Transport: &contract.Transport{Observers: []contract.Observer{recorder.Observe, checker.Observer(note)}}}
	for _, path := range []string{"/number", "/text", "/flushed", "/none", "/unknown", "/packed", "/sniffed"} {
		r, err := http.NewRequest("GET", ts.URL+path, nil)
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Authorization", "Bearer planted")
		r.Header.Set("X-Api-Key", "planted")
		r.Header.Set("Accept", "application/json")
		response, err := c.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(io.Discard, response.Body); err != nil {
			t.Error(err)
		}
		_ = response.Body.Close()
	}
	if err := recorder.Err(); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(text.String(), "planted") || !strings.Contains(text.String(), `"Accept":["application/json"]`) {
		t.Errorf("found\n%s\nwanted no credentials in it, and all else", text.String())
	}
	reader, err := capture.Open("recorded.ndjson", &text)
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	var read []contract.Result
	for {
		x, err := reader.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		read = append(read, checker.Check(x).Result)
	}
	if !slices.Equal(live, read) || len(read) != 7 {
		t.Errorf("found %v of the capture, wanted %v", read, live)
	}
}

// TestRecordFails wants to be told what could not be written.
func TestRecordFails(t *testing.T) {
	recorder := contract.Record(brokenWriter{}).ShowSecrets()
	recorder.Observe(&capture.Exchange{Method: "GET"})
	recorder.Observe(&capture.Exchange{Method: "GET"})
	if err := recorder.Err(); err == nil || !strings.Contains(err.Error(), "disk full") {
		t.Errorf("found the error %v, wanted that of the writer", err)
	}
}

type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, errors.New("disk full") }
