package openapi_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/assaykit/assay/capture"
	"github.com/assaykit/assay/contract"
	"github.com/assaykit/assay/contract/openapi"
	"github.com/assaykit/assay/document/yaml"
	"github.com/assaykit/assay/schema"
)

// files are the documents of a test by their names.
type files map[string]string

// load finds them under file:///.
func (f files) load(uri string) (*schema.Source, error) {
	name := strings.TrimPrefix(uri, "file:///")
	text, ok := f[name]
	if !ok {
		return nil, errors.New("there is no such file")
	}
	d, err := yaml.Decode(name, []byte(text))
	if err != nil {
		return nil, err
	}
	return &schema.Source{URI: uri, Name: name, Document: d}, nil
}

// read reads the description in api.yaml.
func (f files) read(t *testing.T) (*openapi.Contract, error) {
	t.Helper()
	src, err := f.load("file:///api.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return openapi.Read(src, schema.Options{Load: f.load})
}

// checker makes the contract of a description: its head, which may be left out, and its paths.
func checker(t *testing.T, text string) *contract.Checker {
	t.Helper()
	if !strings.Contains(text, "openapi:") && !strings.Contains(text, "swagger:") {
		text = "openapi: 3.1.0\n" + text
	}
	d, err := files{"api.yaml": text}.read(t)
	if err != nil {
		t.Fatal(err)
	}
	c, err := contract.NewChecker(d.Routes, contract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// exchange is what a test says of an exchange. What is left out is not recorded.
type exchange struct {
	Method   string  `json:"method"`
	URL      string  `json:"url"`
	Status   int     `json:"status"`
	Request  message `json:"request"`
	Response message `json:"response"`
}

type message struct {
	Headers map[string]string `json:"headers,omitempty"`
	Text    string            `json:"bodyText,omitempty"`
}

// typed is a message with a body of a media type.
func typed(media, text string) message {
	return message{Headers: map[string]string{"content-type": media}, Text: text}
}

// said is what a check says of an exchange, in one line for each matter.
func said(t *testing.T, c *contract.Checker, x exchange) string {
	t.Helper()
	text, err := json.Marshal(x)
	if err != nil {
		t.Fatal(err)
	}
	r, err := capture.Open("x.ndjson", bytes.NewReader(append(text, '\n')))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	e, err := r.Next()
	if err != nil && err != io.EOF {
		t.Fatal(err)
	}
	return words(c.Check(e))
}

// words is a finding in one line for each matter.
func words(f contract.Finding) string {
	line := strings.TrimSpace(fmt.Sprintf("%s %s", f.Result, f.Operation))
	if f.Reason != "" {
		line += ": " + f.Reason
	}
	if f.Err == nil {
		return line
	}
	for i, v := range f.Err.Violations {
		where := ""
		if f.Where != nil {
			where = f.Where[i]
		}
		line += fmt.Sprintf("\n[%s] %s: %s", where, v.InstanceLocation, hashes.ReplaceAllString(v.Message(), ""))
	}
	return line
}

// hashes are what messages tell hidden values apart by; they differ from run to run.
var hashes = regexp.MustCompile(` \(#[0-9a-f]{8}\)`)
