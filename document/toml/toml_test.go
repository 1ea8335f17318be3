package toml_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/assaykit/assay/document/toml"
)

func TestParse(t *testing.T) {
	for name, c := range map[string]struct{ text, json string }{
		"nothing":           {"", `{}`},
		"comments":          {"# a\n\n  # b", `{}`},
		"byte order mark":   {"\ufeffa = 1", `{"a":1}`},
		"line ends":         {"a = 1\r\nb = 2\r\n", `{"a":1,"b":2}`},
		"strings":           {`a = "é\n\u00e9\U0001F600\"" ` + "\nb = 'c:\\d'\nc = '''\nx\ny'''\nd = \"\"\"\na \\\n   b\"\"\"", `{"a":"é\né😀\"","b":"c:\\d","c":"x\ny","d":"a b"}`},
		"keys":              {"'a b' = 1\n\"é\" = 2\n1 = 3\n-_ = 4\n\"\" = 5\ntrue = 6", `{"a b":1,"é":2,"1":3,"-_":4,"":5,"true":6}`},
		"dotted keys":       {"a.b.c = 1\na . \"d.e\" = 2\n3.14 = 'x'", `{"a":{"b":{"c":1},"d.e":2},"3":{"14":"x"}}`},
		"integers":          {"a = [+1, -1, 0, -0, +0, 1_000, 0xDEAD_beef, 0o17, 0b101, 9223372036854775807, -9223372036854775808]", `{"a":[1,-1,0,-0,0,1000,3735928559,15,5,9223372036854775807,-9223372036854775808]}`},
		"floats":            {"a = [+1.0, -0.01, 5e+22, 1e06, -2E-2, 6.626e-34, 224_617.445_991_228, -0.0]", `{"a":[1.0,-0.01,5e+22,1e06,-2E-2,6.626e-34,224617.445991228,-0.0]}`},
		"booleans":          {"a = [true,false]", `{"a":[true,false]}`},
		"dates and times":   {"a = [1979-05-27T07:32:00Z, 1979-05-27 00:32:00.999999-07:00, 1979-05-27T07:32:00, 1979-05-27, 07:32:00.5]", `{"a":["1979-05-27T07:32:00Z","1979-05-27T00:32:00.999999-07:00","1979-05-27T07:32:00","1979-05-27","07:32:00.5"]}`},
		"no seconds":        {"a = [1979-05-27 07:32Z, 1979-05-27T07:32-07:00, 1979-05-27t07:32, 07:32]", `{"a":["1979-05-27T07:32:00Z","1979-05-27T07:32:00-07:00","1979-05-27t07:32:00","07:32:00"]}`},
		"arrays":            {"a = [ 1, 'x', [ ], [[2,],], # c\n {b=1} ,\n]", `{"a":[1,"x",[],[[2]],{"b":1}]}`},
		"inline tables":     {"a = { b.c = 1, d = { }, b.e = [ {f=1} ] }", `{"a":{"b":{"c":1,"e":[{"f":1}]},"d":{}}}`},
		"tables":            {"x = 0\n[a]\nb = 1\n[c.d]\n[c]\ne = 1\n[ a . 'f g' ]\nh = 2", `{"x":0,"a":{"b":1,"f g":{"h":2}},"c":{"d":{},"e":1}}`},
		"arrays of tables":  {"[[a]]\nb = 1\n[[a]]\n[a.c]\nd = 1\n[[a.e]]\nf = 1\n[[a.e]]", `{"a":[{"b":1},{"c":{"d":1},"e":[{"f":1},{}]}]}`},
		"dotted in a table": {"[a]\nb.c = 1\nb.d = 2\n[a.e]", `{"a":{"b":{"c":1,"d":2},"e":{}}}`},
	} {
		t.Run(name, func(t *testing.T) {
			d, err := toml.Parse([]byte(c.text))
			if err != nil {
				t.Fatal(err)
			}
			if got := string(d.Root().JSON()); got != c.json {
				t.Errorf("found %s\nwanted %s", got, c.json)
			}
		})
	}
}

func TestPlaces(t *testing.T) {
	text := "\ufeff'é' = 'x' # c\n[a . b]\n  c.d = [ 1,\n  # n\n\t[ true , 2 ], { e = 'é', f.g= 3 } ]\n[[l]]\nm = 1979-05-27\n[[l]]\n"
	d, err := toml.Parse([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for at := range d.Entries() {
		p := d.Position(at)
		fmt.Fprintf(&got, "%s %d:%d\n", d.Pointer(at), p.Line, p.Column)
	}
	// Each member comes twice: its name, and its value.
	want := ` 1:1
/é 1:1
/é 1:7
/a 2:2
/a 2:2
/a/b 2:6
/a/b 2:6
/a/b/c 3:3
/a/b/c 3:3
/a/b/c/d 3:5
/a/b/c/d 3:9
/a/b/c/d/0 3:11
/a/b/c/d/1 5:2
/a/b/c/d/1/0 5:4
/a/b/c/d/1/1 5:11
/a/b/c/d/2 5:16
/a/b/c/d/2/e 5:18
/a/b/c/d/2/e 5:22
/a/b/c/d/2/f 5:27
/a/b/c/d/2/f 5:27
/a/b/c/d/2/f/g 5:29
/a/b/c/d/2/f/g 5:32
/l 6:3
/l 6:3
/l/0 6:3
/l/0/m 7:1
/l/0/m 7:5
/l/1 8:3
`
	if got.String() != want {
		t.Errorf("found\n%s\nwanted\n%s", got.String(), want)
	}
}

// Many keys beside each other take no longer each than few: 100,000 tables took 20 s where each was looked for among all.
func TestManyKeys(t *testing.T) {
	const n = 100_000
	var tables, inline strings.Builder
	inline.WriteString("a = {")
	for i := range n {
		fmt.Fprintf(&tables, "[t.k%d]\nx = %d\n", i, i)
		fmt.Fprintf(&inline, "k%d = 1, ", i)
	}
	inline.WriteString("}")
	for name, text := range map[string]string{"t": tables.String(), "a": inline.String()} {
		d, err := toml.Parse([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		if got := d.Root().Get(name).Len(); got != n {
			t.Errorf("found %d members, wanted %d", got, n)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for name, c := range map[string]struct{ text, message string }{
		"no value":              {"a = \n", "1:5: not TOML: "},
		"two values":            {"a = 1\nb = 1 2", "2:7: not TOML: "},
		"key twice":             {"a = 1\na = 2", `2:1: found the member name "a" twice, wanted it once (it is on line 1, too)`},
		"key twice, inline":     {"a = {b = 1, b = 2}", `1:13: found the member name "b" twice, wanted it once`},
		"table twice":           {"[a]\n[b]\n[a]", `3:2: found the table "a" twice, wanted it once`},
		"table of a dotted key": {"a.b = 1\n[a]", `2:2: found the key "a", which has another value already, wanted a table`},
		"inline table extended": {"a = {}\n[a.b]", "2:"},
		"table and value":       {"a = 1\n[a.b]", `2:2: found the key "a", which has another value already, wanted a table`},
		"value in a value":      {"a = 1\na.b = 2", `2:1: found the key "a", which has another value already, wanted a table`},
		"list and table":        {"[a]\n[[a]]", `2:3: found the key "a", which has another value already, wanted an array of tables`},
		"array extended":        {"a = []\n[[a]]", "2:3: "},
		"array of scalars":      {"a = [1]\n[a.b]", "2:"},
		"integer too large":     {"é = 9223372036854775808", "1:"},
		"integer too large 2":   {"'é' = 9223372036854775808", "1:7: not TOML: "},
		"infinity":              {"'é' = [1, -inf]", "1:11: found -inf, wanted a number that JSON has"},
		"nan":                   {"a = nan", "1:5: found nan, wanted a number that JSON has"},
		"no UTF-8":              {"a = '\xff'", "1:6: not TOML: "},
		"no date":               {"a = 1979-13-01", "1:"},
		"no time":               {"a = 1979-05-27T7", "1:"},
		"half a time":           {"a = 07:3", "1:"},
		"time without minutes":  {"a = 1979-05-27T07:Z", "1:"},
		"no key":                {"= 1", "1:1: not TOML: "},
		"control character":     {"a = '\x00'", "1:"},
		"deep":                  {"a = " + strings.Repeat("[", 1100) + strings.Repeat("]", 1100), "1:1028: found more, wanted at most 1024 "},
		"very deep":             {"a = " + strings.Repeat("[", 1_000_000), "1:10005: not TOML: "},
		"long key":              {strings.Repeat("a.", 1_000_000) + "a = 1", "1:2049: found a key of more parts, wanted at most 1024"},
		"long header":           {"[" + strings.Repeat("a.", 1_000_000) + "a]", "1:2050: found a key of more parts, wanted at most 1024"},
		"deep tables":           {"[" + strings.Repeat("a.", 1000) + "a]\n" + strings.Repeat("a.", 1000) + "a = 1", "2:"},
	} {
		t.Run(name, func(t *testing.T) {
			d, err := toml.Parse([]byte(c.text))
			if err == nil {
				t.Fatalf("found %s, wanted an error", d.Root().JSON())
			}
			if !strings.HasPrefix(err.Error(), c.message) {
				t.Errorf("found %s\nwanted %s", err, c.message)
			}
		})
	}
}

func ExampleParse() {
	d, err := toml.Parse([]byte("[server]\nport = 8080\n"))
	if err != nil {
		fmt.Println(err)
		return
	}
	port := d.Root().Get("server").Get("port")
	fmt.Println(port.Kind(), port.Text(), port.Position().Line)
	_, err = toml.Parse([]byte("[server]\nport = \n"))
	fmt.Println(err)
	// Output:
	// number 8080 2
	// 2:8: not TOML: unexpected character U+000A at start of value
}
