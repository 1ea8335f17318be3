package yaml

import (
	"strings"
	"testing"
)

func TestPlainScalars(t *testing.T) {
	for _, c := range []struct{ yaml, want string }{
		{"~", `null`}, {"null", `null`}, {"Null", `null`}, {"NULL", `null`}, {"nULL", `"nULL"`},
		{"true", `true`}, {"True", `true`}, {"FALSE", `false`}, {"tRUE", `"tRUE"`},
		{"yes", `"yes"`}, {"no", `"no"`}, {"on", `"on"`}, {"off", `"off"`}, {"y", `"y"`}, {"N", `"N"`},
		{"0", `0`}, {"-0", `-0`}, {"+0", `0`}, {"12", `12`}, {"+12", `12`}, {"-12", `-12`},
		{"010", `10`}, {"-007", `-7`}, {"000", `0`}, {"08", `8`},
		{"0o17", `15`}, {"0o8", `"0o8"`}, {"-0o17", `"-0o17"`}, {"0o", `"0o"`},
		{"0x1F", `31`}, {"0xfF", `255`}, {"+0x1F", `"+0x1F"`}, {"0X1F", `"0X1F"`}, {"0xG", `"0xG"`},
		{"0xFFFFFFFFFFFFFFFFFFFFFFFF", `79228162514264337593543950335`},
		{"0b11", `"0b11"`}, {"1_000", `"1_000"`}, {"0x1_0", `"0x1_0"`}, {"1:30", `"1:30"`}, {"190:20:30.15", `"190:20:30.15"`},
		{"123456789012345678901234567890", `123456789012345678901234567890`},
		{"1.10", `1.10`}, {"1e400", `1e400`}, {"1E+2", `1E+2`}, {"-1.5e-3", `-1.5e-3`},
		{".5", `0.5`}, {"-.5", `-0.5`}, {"+.5e1", `0.5e1`}, {"1.", `1.0`}, {"1.e3", `1.0e3`}, {"00.50", `0.50`},
		{".", `"."`}, {"-", `[null]`}, {"+", `"+"`}, {"1e", `"1e"`}, {".e1", `".e1"`}, {"1.2.3", `"1.2.3"`}, {"+-1", `"+-1"`},
		{"2026-11-01", `"2026-11-01"`}, {"2026-11-01T10:00:00Z", `"2026-11-01T10:00:00Z"`}, {"2026-11", `"2026-11"`},
		{"inf", `"inf"`}, {"NaN", `"NaN"`}, {"-.nan", `"-.nan"`}, {".iNf", `".iNf"`},
		{"=", `"="`}, {"<<", `"<<"`}, {"a\n  b", `"a b"`},
		{"'12'", `"12"`}, {`"true"`, `"true"`}, {"|\n  12", `"12"`}, {">-\n  ~", `"~"`}, {"''", `""`},
	} {
		t.Run(c.yaml, func(t *testing.T) {
			docs, err := Parse([]byte(c.yaml))
			if err != nil {
				t.Fatal(err)
			}
			if got := text(docs); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func TestTags(t *testing.T) {
	for _, c := range []struct{ name, yaml, want string }{
		{"str", "!!str 12", `"12"`},
		{"str of nothing", "a: !!str\nb: !!str ''", `{"a":"","b":""}`},
		{"str of null", "!!str null", `"null"`},
		{"int in quotes", `!!int "0x10"`, `16`},
		{"float of an integer", "!!float 3", `3`},
		{"bool in quotes", "!!bool 'True'", `true`},
		{"null in quotes", "!!null ''", `null`},
		{"null of nothing", "!!null", `null`},
		{"binary", "!!binary aGVsbG8=", `"aGVsbG8="`},
		{"binary of digits", "!!binary 1234", `"1234"`},
		{"timestamp", "!!timestamp 2026-11-01", `"2026-11-01"`},
		{"in full", "!<tag:yaml.org,2002:str> 12", `"12"`},
		{"by a handle", "%TAG !y! tag:yaml.org,2002:\n---\n!y!str 12", `"12"`},
		{"seq, map and set", "!!map {a: !!seq [1], b: !!set {c, d}}", `{"a":[1],"b":{"c":null,"d":null}}`},
		{"unknown on a plain string", "!Ref name", `"name"`},
		{"unknown on a plain number", "!Ref 12", `12`},
		{"unknown on a quoted scalar", "!Sub '12'", `"12"`},
		{"unknown on nothing", "a: !reset", `{"a":null}`},
		{"unknown on a sequence", "a: !reference [x, script]", `{"a":["x","script"]}`},
		{"unknown on a mapping", "!If\na: !x 1", `{"a":1}`},
		{"unknown on a name", "!x a: 1", `{"a":1}`},
		{"unknown of YAML's own", "!!other 1", `1`},
		{"non-specific", "! 12", `"12"`},
		{"non-specific on nothing", "a: !\nb:", `{"a":"","b":null}`},
		{"non-specific behind an anchor", "- &a ! true\n- *a\n- true", `["true","true",true]`},
		{"non-specific on a later line", "é: &a 1\nb: [ü, ! 12, 12]\nc: *a", `{"é":1,"b":["ü","12",12],"c":1}`},
		{"non-specific on a sequence", "! [1]", `[1]`},
		{"an exclamation mark within a string", "a: what! 1\nb: 1", `{"a":"what! 1","b":1}`},
	} {
		t.Run(c.name, func(t *testing.T) {
			docs, err := Parse([]byte(c.yaml))
			if err != nil {
				t.Fatal(err)
			}
			if got := text(docs); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestScalarsWithoutCounterpart(t *testing.T) {
	for _, c := range []struct{ name, yaml, want string }{
		{"infinity", "a: .inf", "1:4: found .inf, wanted a number that JSON has"},
		{"negative infinity", "- -.INF", "1:3: found -.INF, wanted a number that JSON has"},
		{"not a number", "a:\n  - .NaN", "2:5: found .NaN, wanted a number that JSON has"},
		{"tagged infinity", "!!float '.inf'", "1:1: found .inf, wanted a number that JSON has"},
		{"int that is a fraction", "a: !!int 1.5", "1:4: found the tag !!int on a scalar that is none, wanted a scalar of this type"},
		{"bool of YAML 1.1", "!!bool yes", "1:1: found the tag !!bool on a scalar that is none, wanted a scalar of this type"},
		{"null that is none", "!!null 0", "1:1: found the tag !!null on a scalar that is none, wanted a scalar of this type"},
		{"map on a sequence", "a: !!map [1]", "1:4: found the tag !!map on a sequence, wanted it on a mapping"},
		{"str on a mapping", "!!str {a: 1}", "1:1: found the tag !!str on a mapping, wanted it on a scalar"},
		{"seq on a scalar", "!!seq a", "1:1: found the tag !!seq on a scalar, wanted it on a sequence"},
		{"exponent", "a: 1e1234567890123456789", `1:4: found "1e1234567890123456789", wanted an exponent of at most 18 digits`},
		{"long hexadecimal", "a: 0x" + strings.Repeat("f", maxBased), "1:4: found an integer of 4098 characters that is not decimal, wanted at most 4096"},
	} {
		t.Run(c.name, func(t *testing.T) { wantFault(t, c.yaml, c.want) })
	}
}
