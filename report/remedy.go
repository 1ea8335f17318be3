package report

import (
	"github.com/assaykit/assay/contract"
	"github.com/assaykit/assay/rule"
)

// remedy is what to do about a violation, and an instance that its schema refuses so.
type remedy struct {
	code     string
	text     string
	schema   string // "" where the example is no instance of a schema
	instance string
}

// remedyOf is what to do about the violations of a check; its text is "" where that is not known.
func remedyOf(code string) remedy {
	for _, r := range remedies {
		if r.code == code {
			return r
		}
	}
	return remedy{}
}

// draft7 is the head of an example for what later drafts do not have.
const draft7 = `{"$schema": "http://json-schema.org/draft-07/schema#", `

// remedies has all codes that violations are given, those of keywords first, in the order of the specification. Keywords that apply
// schemas alone have none: what these refuse has the code of what it refuses it by.
var remedies = []remedy{
	{"anyOf", "Look at the branch that came nearest, the first in the list, and mend what it says.", `{"anyOf": [{"type": "integer"}, {"type": "null"}]}`, `"7"`},
	{"oneOf", "Where no schema accepts the value, mend what the nearest says. Where several do, let the schema tell them apart, as by a const, or write anyOf.", `{"oneOf": [{"minimum": 1}, {"type": "integer"}]}`, `7`},
	{"not", "Change the value so that the schema of not no longer accepts it; that schema says what is forbidden.", `{"not": {"required": ["password"]}}`, `{"password": "x"}`},
	{"contains", "Add an item that satisfies the schema of contains.", `{"contains": {"const": "admin"}}`, `["reader"]`},
	{"additionalProperties", "Correct the member's spelling, take it out, or declare it in properties beside this keyword; allOf and $ref do not count.", `{"properties": {"color": true}, "additionalProperties": false}`, `{"colour": "red"}`},
	{"unevaluatedProperties", "Correct the member's spelling, take it out, or declare it in the schema or in one that it applies.", `{"allOf": [{"properties": {"color": true}}], "unevaluatedProperties": false}`, `{"colour": "red"}`},
	{"type", "Write a value of the type that is wanted: numbers and booleans without quotes, strings with them.", `{"type": "integer"}`, `"7"`},
	{"enum", "Write one of the values that are listed, in upper and lower case as they are.", `{"enum": ["green", "blue"]}`, `"gren"`},
	{"const", "Write the value that is wanted.", `{"const": "v1"}`, `"v2"`},
	{"multipleOf", "Round the number to a multiple.", `{"multipleOf": 0.01}`, `1.005`},
	{"maximum", "Write a number that is not greater.", `{"maximum": 10}`, `11`},
	{"exclusiveMaximum", "Write a number that is less than the limit.", `{"exclusiveMaximum": 10}`, `10`},
	{"minimum", "Write a number that is not less.", `{"minimum": 1}`, `0`},
	{"exclusiveMinimum", "Write a number that is greater than the limit.", `{"exclusiveMinimum": 0}`, `0`},
	{"maxLength", "Shorten the string; characters are counted, not bytes.", `{"maxLength": 3}`, `"abcd"`},
	{"minLength", "Write a longer string; where it may be empty, the schema should say so.", `{"minLength": 1}`, `""`},
	{"pattern", "Write a string that the regular expression matches. It matches anywhere unless it begins with ^ and ends with $.", `{"pattern": "^[a-z]+$"}`, `"Abc"`},
	{"maxItems", "Take items out.", `{"maxItems": 1}`, `[1, 2]`},
	{"minItems", "Add items.", `{"minItems": 1}`, `[]`},
	{"uniqueItems", "Take out the items that are there already; 1 and 1.0 are equal.", `{"uniqueItems": true}`, `[1, 1.0]`},
	{"maxContains", "Take out items that satisfy the schema of contains.", `{"contains": {"const": 0}, "maxContains": 1}`, `[0, 0]`},
	{"minContains", "Add items that satisfy the schema of contains.", `{"contains": {"const": 0}, "minContains": 2}`, `[0]`},
	{"maxProperties", "Take members out.", `{"maxProperties": 1}`, `{"a": 1, "b": 2}`},
	{"minProperties", "Add members.", `{"minProperties": 1}`, `{}`},
	{"required", "Add the members that are missing, or correct the spelling of those that are meant for them.", `{"required": ["id"]}`, `{}`},
	{"dependentRequired", "Add the members that go with the one that is there, or take that out.", `{"dependentRequired": {"card": ["address"]}}`, `{"card": 1}`},
	{"dependencies", "Add the members that go with the one that is there, or take that out.", draft7 + `"dependencies": {"card": ["address"]}}`, `{"card": 1}`},
	{"format", "Write the string as the format has it. Where format is to say something to people alone: --formats annotate.", `{"format": "date"}`, `"1 November"`},
	{"contentEncoding", "Encode the string as the schema says.", `{"contentEncoding": "base64"}`, `"%%"`},
	{"contentMediaType", "Let the string hold a document of the media type.", `{"contentMediaType": "application/json"}`, `"{"`},
	{"contentSchema", "Mend the document in the string as the lines below the message say.", `{"contentMediaType": "application/json", "contentSchema": {"type": "object"}}`, `"[]"`},

	{rule.CodeFalseSchema, "Take the value out: the schema allows none here.", `{"properties": {"password": false}}`, `{"password": "x"}`},
	{rule.CodeSyntax, "Mend the text at the place that is named. Comments are read with --jsonc, YAML, TOML and JSON5 in files that end so, or with --input-format.", `true`, `{"a": 1,}`},
	{rule.CodeDuplicateName, "Take one of the two members out: readers differ in which of them they believe.", `true`, `{"a": 1, "a": 2}`},
	{rule.CodeEmpty, "Write a document into the file, or leave the file out with --exclude.", `true`, ``},
	{rule.CodeNothingAt, "Correct the pointer after --at, or in assay.yaml, or the document that has nothing there.", "", "`{\"items\": []}` with `--at /data/items/*`"},
	{rule.CodeLimit, "See where so much comes from; where it is meant, raise the limit that the message names, as in --limits depth=2000.", "", "arrays that stand in each other more than 1024 deep"},
	{rule.CodeUndecided, "Simplify the pattern, which took too long on the string; what repeats within what repeats is the usual cause.", "", "a pattern such as `^(a+)+$(?!b)` on a long string"},
	{rule.CodeTooManyEvaluations, "Simplify the schema, whose branches lead to each other in too many ways, or check the document in parts.", "", "branches that refer to many others, of a document of millions of values"},
	{rule.CodeTooManyViolations, "Mend what is listed, then check again; or simplify branches that lead to each other in many ways.", "", "hundreds of thousands of violations in one document"},
	{rule.CodeUnexpectedlyValid, "Break the example in the way that it stands for, or expect it to be valid.", "", "a valid instance with `--expect invalid`"},
	{notChecked, "See that the file can be read and its schema be used; the message says what is in the way.", "", "a file that is not there"},
	{contract.CodeResponse, "See that the server sends JSON, and that the route's pointer is right.", "", "a recorded body that is HTML"},
	{contract.CodeRequest, "Mend the client, or the description where it demands too much; the message says where in the request.", "", "a request without a query parameter that is required"},
	{"undocumented-operation", "Add a route for it to assay.yaml, or stop calling it.", "", "`DELETE /users/1` without a route for it"},
	{"undocumented-status", "Add a route with that status to assay.yaml, or mend the server.", "", "an answer of 418 where routes have 200 alone"},
	{"undocumented-media-type", "Add a route with that media type to assay.yaml, or mend the server.", "", "an answer in text/html where routes have application/json alone"},
	{"undocumented-member", "Add the member, or the value, to the schema, or stop sending it. It is valid, and fails only where --fail-on or --baseline says so.", "", "`{\"id\": 1, \"nick\": \"x\"}` where the schema has id alone"},
	{"skipped", "Record bodies, too; the reason is beside the code.", "", "a capture without the body"},
}
