package generator_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/generated/connectsession"
	"github.com/assaykit/assay/schema"
)

// plain is the model as one would write it by hand for encoding/json, without any check.
type plain struct {
	AccountID       *string   `json:"account_id"`
	AuthLinkURL     string    `json:"auth_link_url"`
	Categories      []string  `json:"categories"`
	CreatedAt       time.Time `json:"created_at"`
	ID              float64   `json:"id"`
	Label           *string   `json:"label"`
	OrganizationID  float64   `json:"organization_id"`
	OriginOwnerID   string    `json:"origin_owner_id"`
	OriginOwnerName string    `json:"origin_owner_name"`
	OriginUsername  *string   `json:"origin_username"`
	ProjectID       string    `json:"project_id"`
	Provider        *string   `json:"provider"`
	Token           string    `json:"token"`
}

const modelSchema = "../schema/models/connect_session_token_auth_link.json"

// BenchmarkModel compares ways to judge one valid payload of the model, to decode it from its text and to encode it again.
func BenchmarkModel(b *testing.B) {
	text, err := os.ReadFile("../testdata/payloads/valid/full.json")
	if err != nil {
		b.Fatal(err)
	}
	src, err := schema.Files{}.Open(modelSchema)
	if err != nil {
		b.Fatal(err)
	}
	interpreter, err := schema.Compile(src, "", schema.Options{})
	if err != nil {
		b.Fatal(err)
	}
	v5 := compileV5(b)
	var model connectsession.ConnectSessionTokenAuthLink
	var byHand plain
	must := func(err error) {
		if err != nil {
			b.Fatal(err)
		}
	}
	must(json.Unmarshal(text, &model))
	must(json.Unmarshal(text, &byHand))
	for _, way := range []struct {
		name string
		run  func()
	}{
		{"judge/generated", func() { must(connectsession.ValidateConnectSessionTokenAuthLink(text)) }},
		{"judge/interpreter", func() { must(interpreter.Validate(text)) }},
		{"judge/v5", func() {
			var v any
			must(json.Unmarshal(text, &v))
			must(v5.Validate(v))
		}},
		{"syntax/document", func() {
			d, err := document.Parse(text)
			must(err)
			d.Release()
		}},
		{"syntax/encodingjson.Valid", func() {
			if !json.Valid(text) {
				b.Fatal("not JSON")
			}
		}},
		{"decode/generated", func() {
			var v connectsession.ConnectSessionTokenAuthLink
			must(v.UnmarshalJSON(text))
		}},
		{"decode/encodingjson", func() {
			var v plain
			must(json.Unmarshal(text, &v))
		}},
		{"encode/generated", func() {
			_, err := model.MarshalJSON()
			must(err)
		}},
		{"encode/encodingjson", func() {
			_, err := json.Marshal(byHand)
			must(err)
		}},
	} {
		b.Run(way.name, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				way.run()
			}
		})
	}
}

// compileV5 compiles the model's schema with santhosh-tekuri v5, formats asserted.
func compileV5(b *testing.B) *jsonschema.Schema {
	text, err := os.ReadFile(modelSchema)
	if err != nil {
		b.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat = true
	if err := c.AddResource("model.json", strings.NewReader(string(text))); err != nil {
		b.Fatal(err)
	}
	s, err := c.Compile("model.json")
	if err != nil {
		b.Fatal(err)
	}
	return s
}
