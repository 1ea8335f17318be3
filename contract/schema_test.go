package contract

import (
	"net/url"
	"testing"

	"github.com/assaykit/assay/capture"
	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
	"github.com/assaykit/assay/rule/format"
)

// typed is the schema of one type.
func typed(location string, types rule.Types) *rule.Schema {
	return &rule.Schema{Location: location, Assertions: []rule.Assertion{rule.Type{Types: types}}}
}

// enumOf is the schema of an enum, whose values are a JSON array.
func enumOf(t testing.TB, location, array string) *rule.Schema {
	t.Helper()
	d, err := document.Parse([]byte(array))
	if err != nil {
		t.Fatal(err)
	}
	var values []document.Value
	for _, v := range d.Root().Items() {
		values = append(values, v)
	}
	return &rule.Schema{Location: location, Assertions: []rule.Assertion{rule.NewEnum(values)}}
}

// authLink is what schema/models/connect_session_token_auth_link.json demands, as far as these tests ask.
func authLink(t testing.TB) *rule.Schema {
	const at = "https://assaykit.dev/models/connect_session_token_auth_link.json#/properties/"
	formatted := func(name, form string) *rule.Schema {
		check, ok := format.Lookup(form)
		if !ok {
			t.Fatalf("no format %s", form)
		}
		s := typed(at+name, rule.TypeString)
		s.Assertions = append(s.Assertions, rule.Format{Name: form, Check: check})
		return s
	}
	link := formatted("auth_link_url", "uri")
	token := typed(at+"token", rule.TypeString)
	link.Sensitive, token.Sensitive = true, true
	categories := typed(at+"categories", rule.TypeArray|rule.TypeNull)
	categories.Applicators = []rule.Applicator{rule.Items{Name: "items", Schema: enumOf(t, at+"categories/items",
		`["ats","hris","hris-legacy","hrisLegacy","crm","iam","marketing","lms","stackone","stackOne","documents"]`)}}
	return &rule.Schema{
		Location: "https://assaykit.dev/models/connect_session_token_auth_link.json",
		Assertions: []rule.Assertion{
			rule.Type{Types: rule.TypeObject},
			rule.Required{Names: []string{"auth_link_url", "created_at", "id", "token"}},
		},
		Applicators: []rule.Applicator{rule.NewProperties([]rule.Property{
			{Name: "auth_link_url", Schema: link},
			{Name: "categories", Schema: categories},
			{Name: "created_at", Schema: formatted("created_at", "date-time")},
			{Name: "id", Schema: typed(at+"id", rule.TypeNumber)},
			{Name: "token", Schema: token},
		})},
	}
}

// anything is a schema that every JSON value satisfies.
var anything = &rule.Schema{Location: "test:anything"}

// mustCheck makes a checker of routes that are known to be good.
func mustCheck(t testing.TB, o Options, routes ...Route) *Checker {
	t.Helper()
	o.HashKey = []byte("test") // so that hashes are the same in each run
	c, err := NewChecker(routes, o)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// exchange is a response with a JSON body.
func exchange(t testing.TB, method, rawURL string, status int, body string) *capture.Exchange {
	t.Helper()
	u, err := url.Parse(rawURL)
	if err != nil {
		t.Fatal(err)
	}
	x := &capture.Exchange{Source: "test.ndjson", Entry: 1, Line: 1, Method: method, URL: u, Status: status}
	x.Response = capture.Message{MediaType: "application/json", State: capture.BodyRecorded, Body: []byte(body)}
	return x
}
