package plan_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/generator/plan"
	"github.com/assaykit/assay/schema"
)

// namesOf are the names of the types for a schema, in the order of the alphabet behind that of the root.
func namesOf(t *testing.T, uri, text, root string) []string {
	t.Helper()
	d, err := document.Parse([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	s, err := schema.Compile(&schema.Source{URI: uri, Name: "s.json", Document: d}, "", schema.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, n := range plan.Make(s, "p", plan.Options{Root: root}).Types {
		names = append(names, n.Name)
	}
	return names
}

// TestNames wants the types of each class of schemas to be called as an engineer would call them.
func TestNames(t *testing.T) {
	for name, test := range map[string]struct{ schema, want string }{
		"definitions in members of definitions": {`{"properties": {"a": {"$ref": "#/definitions/rules/properties/arrow-parens/definitions/mode"}, "b": {"$ref": "#/definitions/rules/properties/curly/definitions/mode"}},
			"definitions": {"rules": {"properties": {"arrow-parens": {"definitions": {"mode": {"enum": ["x", "y"]}}}, "curly": {"definitions": {"mode": {"enum": ["z", "y"]}}}}}}}`,
			"Root ArrowParensMode CurlyMode"},
		"words that come twice": {`{"$defs": {"selector": {"type": "object", "properties": {"selector-type": {"enum": ["a", "b"]}, "selector": {"enum": ["c", "d"]}}}}, "$ref": "#/$defs/selector"}`,
			"Root SelectorSelector SelectorType"},
		"long ways": {`{"properties": {"inboundEndpoints": {"type": "object", "properties": {"supportedManagementGroups": {"type": "object", "properties": {"destinations": {"type": "object", "properties": {"qos": {"enum": ["a", "b"]}}}}}}}}}`,
			"Root RootInboundEndpoints SupportedManagementGroups SupportedManagementGroupsDestinations DestinationsQos"},
		"one member between long ways": {`{"properties": {"someVeryLongNameOfAMember": {"type": "object", "properties": {"mode": {"enum": ["a", "b"]}}}, "anotherVeryLongNameOfAMember": {"type": "object", "properties": {"mode": {"enum": ["c", "d"]}}}}}`,
			"Root AnotherVeryLongNameOfAMemberMode RootAnotherVeryLongNameOfAMember RootSomeVeryLongNameOfAMember RootSomeVeryLongNameOfAMemberMode"},
		"branches told apart by an optional string": {`{"items": {"oneOf": [{"type": "object", "properties": {"type": {"enum": ["add"]}, "n": {"enum": [1, 2]}}}, {"type": "object", "properties": {"type": {"enum": ["keepColumns"]}, "n": {"enum": [1, 3]}}}]}, "type": "array"}`,
			"Root RootItem RootItemAdd RootItemAddN RootItemAddType RootItemKeepColumns RootItemKeepColumnsN RootItemKeepColumnsType"},
		"branches told apart by two strings": {`{"oneOf": [{"type": "object", "required": ["t"], "properties": {"t": {"enum": ["a", "b"]}}}, {"type": "object", "required": ["t"], "properties": {"t": {"const": "c"}}}]}`,
			"Root RootAOrB RootAOrBT RootC"},
		"branches with a title": {`{"properties": {"x": {"oneOf": [{"title": "Circle", "type": "object", "properties": {"a": {"type": "number"}, "in": {"enum": ["u", "v"]}}}, {"title": "Box", "type": "object", "properties": {"a": {"type": "number"}, "in": {"enum": ["u", "w"]}}}]}}}`,
			"Root Box BoxIn Circle CircleIn RootX"},
		"branches told apart by a member": {`{"properties": {"x": {"oneOf": [{"type": "object", "properties": {"a": {"enum": ["u", "v"]}}}, {"type": "object", "properties": {"b": {"type": "string"}}}]}}}`,
			"Root RootX RootXA RootXWithA RootXWithB"},
		"lists told apart by their items": {`{"properties": {"x": {"anyOf": [{"type": "array", "items": {"type": "string"}}, {"type": "array", "items": {"type": "boolean"}}]}}}`,
			"Root RootX RootXBoolList RootXStringList"},
		"one branch of its kind without a word": {`{"properties": {"x": {"oneOf": [{"type": "object", "required": ["t"], "properties": {"t": {"const": "a"}}}, {"type": "object", "properties": {"t": {"type": "integer"}}}]}}}`,
			"Root RootX RootXA RootXObject"},
		"the one item of a tuple with a type": {`{"properties": {"rules": {"type": "array", "prefixItems": [{"type": "string"}, {"type": "object", "properties": {"a": {"type": "string"}}}]}}}`,
			"Root RootRule RootRules"},
		"items of a tuple": {`{"properties": {"rules": {"type": "array", "prefixItems": [{"enum": ["a", "b"]}, {"enum": ["c", "d"]}]}}}`,
			"Root RootRules RootRulesItem0 RootRulesItem1"},
		"a member and the items of its plural": {`{"properties": {"remote": {"enum": ["a", "b"]}, "remotes": {"items": {"enum": ["c", "d"]}, "type": "array"}}}`,
			"Root RootRemote RootRemotesItem"},
		"members by a pattern": {`{"properties": {"resources": {"type": "object", "additionalProperties": false, "patternProperties": {"^[a-zA-Z0-9]+$": {"enum": ["a", "b"]}}}}}`,
			"Root RootResource"},
		"members whose names differ in punctuation": {`{"properties": {"a-b": {"enum": ["a", "b"]}, "a_b": {"enum": ["c", "d"]}}}`,
			"Root RootADashB RootAUnderscoreB"},
		"a definition alone and with others": {`{"properties": {"a": {"$ref": "#/$defs/n"}, "b": {"$ref": "#/$defs/n", "properties": {"k": {"type": "string"}}}}, "$defs": {"n": {"type": "object", "properties": {"m": {"type": "string"}}}}}`,
			"Root N RootB"},
	} {
		t.Run(name, func(t *testing.T) {
			got, want := namesOf(t, "file:///s.json", test.schema, "Root"), strings.Fields(test.want)
			slices.Sort(want)
			slices.Sort(got)
			if !slices.Equal(got, want) {
				t.Errorf("found %s,\nwanted %s", got, want)
			}
		})
	}
}

// TestRootNames wants titles to give names without what they say of every schema.
func TestRootNames(t *testing.T) {
	for _, test := range [][3]string{
		{"JSON schema for the TSLint configuration files", "tslint.json", "TSLint"},
		{"JSON Schema for Travis CI configuration files", "travis.json", "TravisCI"},
		{"Schema for a Widget", "w.json", "Widget"},
		{"ABC supply plan JSON schema", "abc-10.json", "ABCSupplyPlan"},
		{"Docker daemon configuration", "dockerd.json", "DockerDaemonConfiguration"},
		{"Static Analysis Results Format (SARIF) Version 2.1.0", "sarif-2.1.schema.json", "Sarif21"},
		{"Renovate config. See https://example.com", "renovate.json", "Renovate"},
		{"Anything that one may ever wish to say", "schema.json", "AnythingThatOneMayEverWishToSay"},
		{"Schema", "s.json", "Schema"},
		{"Configuration file", "s.json", "Configuration"},
		{"", "address-book.json", "AddressBook"},
	} {
		text := `{"title": ` + string(document.AppendString(nil, test[0])) + `, "type": "object"}`
		if got := namesOf(t, "file:///"+test[1], text, "")[0]; got != test[2] {
			t.Errorf("%q in %s: found %s, wanted %s", test[0], test[1], got, test[2])
		}
	}
}

// TestUnionOfValues wants no union to stutter that is called a value itself.
func TestUnionOfValues(t *testing.T) {
	for name, want := range map[string]string{"Extends": "ExtendsValue", "EnvValue": "EnvValueVariant"} {
		if got := (&plan.Named{Name: name}).Choice(); got != want {
			t.Errorf("%s: found %s, wanted %s", name, got, want)
		}
	}
}
