package main

// titles are what the contests are about.
var titles = map[string]string{
	"Judge":  "From text to verdict",
	"Decode": "From text to struct",
	"Encode": "From struct to text",
}

// contests are the benchmarks in the order of the report.
var contests = []string{"Judge", "Decode", "Encode"}

// way is a contender as the report speaks of it.
type way struct {
	name   string // in benchmarks
	called string
	does   string // where that is not what the contest is about
}

// ways are all contenders, in the order of the report.
var ways = map[string][]way{
	"Judge": {
		{"generated", "generated", ""},
		{"interpreter", "interpreter", ""},
		{"blaze", "Blaze, command line", ""},
		{"ajv", "ajv", ""},
		{"v6", "santhosh-tekuri v6", ""},
		{"google", "google/jsonschema-go", ""},
		{"v5", "santhosh-tekuri v5", ""},
		{"generated-indexed", "generated, index in hand", "no parsing"},
		{"interpreter-indexed", "interpreter, index in hand", "no parsing"},
		{"blaze-indexed", "Blaze, document in hand", "no parsing"},
		{"index", "our index", "no schema"},
		{"sonic.Valid", "sonic.Valid", "no schema"},
		{"fastjson", "fastjson", "no schema"},
		{"encoding-json.Valid", "encoding/json.Valid", "no schema"},
		{"JSON.parse", "Node's JSON.parse", "no schema"},
	},
	"Decode": {
		{"generated", "generated", ""},
		{"encoding-json", "encoding/json", noCheck},
		{"json-v2", "encoding/json v2", noCheck},
		{"sonic", "sonic", noCheck},
		{"goccy", "goccy", noCheck},
		{"easyjson", "easyjson", noCheck},
	},
	"Encode": {
		{"generated", "generated MarshalJSON", ""},
		{"generated-append", "generated AppendJSON", "into a buffer used again"},
		{"encoding-json", "encoding/json", ""},
		{"json-v2", "encoding/json v2", ""},
		{"sonic", "sonic", ""},
		{"goccy", "goccy", ""},
		{"easyjson", "easyjson", ""},
	},
}

// noCheck is what decoding by others leaves out.
const noCheck = "no validation"

// pair is two ways to hold against each other, and what their ratio is called.
type pair struct{ contest, way, other, called string }

// pairs are the ratios of the report.
var pairs = []pair{
	{"Judge", "generated", "encoding-json.Valid", "generated/encoding-json.Valid"},
	{"Judge", "generated", "sonic.Valid", "generated/sonic.Valid"},
	{"Judge", "generated", "v5", "generated/v5"},
	{"Judge", "generated", "v6", "generated/v6"},
	{"Judge", "generated", "google", "generated/google"},
	{"Judge", "generated", "ajv", "generated/ajv"},
	{"Judge", "generated", "blaze", "generated/Blaze"},
	{"Judge", "interpreter", "blaze", "interpreter/Blaze"},
	{"Judge", "generated", "interpreter", "generated/interpreter"},
	{"Judge", "index", "fastjson", "index/fastjson"},
	{"Judge", "index", "generated", "index/generated"},
	{"Judge", "generated-indexed", "interpreter-indexed", "generated without index/interpreter without index"},
	{"Judge", "generated-indexed", "blaze-indexed", "generated without index/Blaze without parsing"},
	{"Judge", "interpreter-indexed", "blaze-indexed", "interpreter without index/Blaze without parsing"},
	{"Decode", "generated", "encoding-json", "UnmarshalJSON/encoding-json"},
	{"Decode", "generated", "json-v2", "UnmarshalJSON/v2"},
	{"Decode", "generated", "sonic", "UnmarshalJSON/sonic"},
	{"Decode", "generated", "goccy", "UnmarshalJSON/goccy"},
	{"Decode", "generated", "easyjson", "UnmarshalJSON/easyjson"},
	{"Encode", "generated", "encoding-json", "MarshalJSON/encoding-json"},
	{"Encode", "generated", "json-v2", "MarshalJSON/v2"},
	{"Encode", "generated", "sonic", "MarshalJSON/sonic"},
	{"Encode", "generated", "goccy", "MarshalJSON/goccy"},
	{"Encode", "generated", "easyjson", "MarshalJSON/easyjson"},
	{"Encode", "generated-append", "sonic", "AppendJSON/sonic"},
}

// telling are the ratios that the report has for each case.
var telling = []string{
	"generated/encoding-json.Valid", "generated/sonic.Valid", "generated/v6", "generated/ajv", "generated/Blaze", "interpreter/Blaze", "index/fastjson",
	"generated without index/interpreter without index", "UnmarshalJSON/encoding-json", "UnmarshalJSON/v2", "UnmarshalJSON/sonic",
}
