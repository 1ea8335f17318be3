// Package contracttest holds the HTTP exchanges of a Go test against a contract.
//
//	w := contracttest.New(t, contracttest.Spec(t, "openapi.yaml"))
//	client := w.Client()          // for tests that call a server
//	handler := w.Handler(mux)     // for tests of a handler
//
// When the test ends it fails with a report of the exchanges that broke the contract, as assay contract would write it.
package contracttest

import (
	"bytes"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/assaykit/assay/contract"
	"github.com/assaykit/assay/contract/openapi"
	"github.com/assaykit/assay/document/yaml"
	"github.com/assaykit/assay/report"
	"github.com/assaykit/assay/rule"
	"github.com/assaykit/assay/schema"
)

// Failures are the results that fail a test where [Watch.FailOn] was not called: those of assay contract.
var Failures = []contract.Result{contract.Invalid, contract.UndocumentedStatus, contract.UndocumentedMediaType}

// Watch collects what a contract says of the exchanges of a test. Any number of goroutines may use what comes of it.
type Watch struct {
	t       testing.TB
	checker *contract.Checker
	failOn  []contract.Result
	all     bool

	mu       sync.Mutex
	summary  *contract.Summary
	findings []contract.Finding // that fail the test
	reason   string             // for which the contract governs the first exchange that it does not govern
	ended    bool
}

// Spec is the contract of an OpenAPI description in a file. Servers are in the place of those that the description has: a URL, or a path such as /v1
// or / for any host, as that of a test's own server is. The test ends where it cannot be used.
func Spec(t testing.TB, file string, servers ...string) *contract.Checker {
	t.Helper()
	files := schema.Files{Decode: yaml.Decode}
	src, err := files.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	described, err := openapi.ReadAt(src, schema.Options{Load: files.Load}, servers...)
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range described.Warnings {
		t.Log(w)
	}
	checker, err := contract.NewChecker(described.Routes, contract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return checker
}

// New begins to watch. What it finds is reported when the test and its subtests are over; exchanges after that are not.
func New(t testing.TB, checker *contract.Checker) *Watch {
	w := &Watch{t: t, checker: checker, failOn: Failures, summary: checker.Summary()}
	t.Cleanup(w.end)
	return w
}

// FailOn says which results fail the test. It returns the Watch, and is called before the first exchange.
func (w *Watch) FailOn(results ...contract.Result) *Watch {
	w.failOn = results
	return w
}

// All fails the test, too, for operations that the contract has and that no exchange belongs to. It returns the Watch.
func (w *Watch) All() *Watch {
	w.all = true
	return w
}

// Observer is for a [contract.Transport] or [contract.Middleware] of one's own.
func (w *Watch) Observer() contract.Observer { return w.checker.Observer(w.found) }

// Transport checks the exchanges that another transport makes; nil is [http.DefaultTransport].
func (w *Watch) Transport(base http.RoundTripper) http.RoundTripper {
	return &contract.Transport{Base: base, Observers: []contract.Observer{w.Observer()}, Source: w.t.Name()}
}

// Client is an HTTP client whose exchanges are checked.
func (w *Watch) Client() *http.Client { return &http.Client{Transport: w.Transport(nil)} }

// Handler checks the exchanges that a handler answers.
func (w *Watch) Handler(h http.Handler) http.Handler { return contract.Middleware(w.Observer())(h) }

// found takes a finding in.
func (w *Watch) found(f contract.Finding) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.ended {
		return
	}
	f.Entry = w.summary.Exchanges + 1 // of this test
	w.summary.Add(f)
	if f.Result == contract.UndocumentedOperation && w.reason == "" {
		w.reason = fmt.Sprintf("%s %s: %s", f.Method, f.URL, f.Reason)
	}
	if slices.Contains(w.failOn, f.Result) {
		w.findings = append(w.findings, f)
	}
}

// end reports.
func (w *Watch) end() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.ended = true
	if len(w.findings) > 0 {
		w.t.Errorf("%d of %d exchanges break the contract:\n%s", len(w.findings), w.summary.Exchanges, w.text())
	}
	if n := w.summary.Results[contract.UndocumentedOperation]; n > 0 && n == w.summary.Exchanges && len(w.findings) == 0 {
		w.t.Errorf("the contract governs none of %s, so nothing was checked; the first is %s. Its servers may be others than the test's: "+
			"Spec(t, file, \"/\") takes any host, and \"/v1\" any that has its paths below /v1", rule.Count(n, "exchange"), w.reason)
	}
	if unseen := w.unseen(); w.all && len(unseen) > 0 {
		w.t.Errorf("no exchange belongs to %s of the contract, wanted some: %s", rule.Count(len(unseen), "operation"), strings.Join(unseen, ", "))
	}
}

// text is the report of the findings.
func (w *Watch) text() string {
	var b bytes.Buffer
	r, err := report.Exchanges("text", &b, report.Options{Fails: func(contract.Finding) bool { return true }})
	if err != nil {
		return err.Error()
	}
	for _, f := range w.findings {
		if err := r.Add(f); err != nil {
			return err.Error()
		}
	}
	if err := r.Close(); err != nil {
		return err.Error()
	}
	return b.String()
}

// unseen are the operations that no exchange belongs to.
func (w *Watch) unseen() []string {
	var list []string
	for name, o := range w.summary.Operations {
		if o.Exchanges == 0 {
			list = append(list, name)
		}
	}
	slices.Sort(list)
	return list
}
