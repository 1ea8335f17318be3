package document

import (
	"errors"
	"strings"
	"testing"
)

func TestAccepted(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"null", "null", "null"}, {"true", "true", "true"}, {"false", " false\n", "false"},
		{"all white space", "\t\r\n [ \t\r\n1 \t\r\n,\t\r\n 2\t] \r\n\t", "[1,2]"},
		{"byte order mark", "\ufeff {}", "{}"},
		{"empty array", "[ ]", "[]"}, {"empty object", "{\n}", "{}"}, {"empty string", `""`, `""`}, {"empty name", `{"":0}`, `{"":0}`},
		{"zero", "0", "0"}, {"negative zero", "-0", "-0"}, {"negative zero fraction", "-0.0", "-0.0"},
		{"number of all parts", "-12.50E+07", "-12.50E+07"}, {"zero exponent", "0e0", "0e0"}, {"leading zeros in an exponent", "1e-007", "1e-007"},
		{"exponent of 18 digits", "1e123456789012345678", "1e123456789012345678"},
		{"many digits", strings.Repeat("9", 400) + ".1", strings.Repeat("9", 400) + ".1"},
		{"numbers side by side", "[1,-1,1.0]", "[1,-1,1.0]"},
		{"simple escapes", `"\"\\\/\b\f\n\r\t"`, `"\"\\/\b\f\n\r\t"`},
		{"escapes of either case", `"\u00E9\u00e9\uABCD\uabcd"`, "\"éé\uabcd\uabcd\""},
		{"NUL escaped", `"\u0000"`, `"\u0000"`}, {"noncharacters", `"\uffff\ufffe"`, "\"\uffff\ufffe\""},
		{"surrogate pairs", `"\ud83d\ude00\uDBFF\uDFFF\ud800\udc00"`, "\"😀\U0010ffff\U00010000\""},
		{"escape right before the quote", `"12345678\n"`, `"12345678\n"`},
		{"escaped backslash before the quote", `"\\"`, `"\\"`},
		{"DEL and separators raw", "\"\x7f\u0080\u2028\ufeff\"", "\"\x7f\u0080\u2028\ufeff\""},
		{"wide characters", `{"日本":"😀é"}`, `{"日本":"😀é"}`},
		{"deepest", strings.Repeat("[", MaxDepth) + strings.Repeat("]", MaxDepth), strings.Repeat("[", MaxDepth) + strings.Repeat("]", MaxDepth)},
		{"deepest more than once", "[" + strings.Repeat("{\"a\":", MaxDepth-1) + "1" + strings.Repeat("}", MaxDepth-1) + ",[]]", "[" + strings.Repeat("{\"a\":", MaxDepth-1) + "1" + strings.Repeat("}", MaxDepth-1) + ",[]]"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := parse(t, c.text).Root().JSON(); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func TestRefused(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"nothing", "", "1:1: not JSON: found the end of the text, wanted a value"},
		{"white space only", " \n ", "2:2: not JSON: found the end of the text, wanted a value"},
		{"byte order mark only", "\ufeff", "1:1: not JSON: found the end of the text, wanted a value"},
		{"byte order mark inside", " \ufeff1", `1:2: not JSON: found '\ufeff', wanted a value`},
		{"two byte order marks", "\ufeff\ufeff1", `1:1: not JSON: found '\ufeff', wanted a value`},
		{"two values", "1 2", "1:3: not JSON: found '2', wanted the end of the text"},
		{"part of a literal", "nul", "1:1: not JSON: found 'n', wanted a value"},
		{"more than a literal", "nulll", "1:5: not JSON: found 'l', wanted the end of the text"},
		{"literal in capitals", "[True]", "1:2: not JSON: found 'T', wanted a value"},
		{"other white space", "[\u00a01]", `1:2: not JSON: found '\u00a0', wanted a value`},
		{"form feed", "[\f1]", `1:2: not JSON: found '\f', wanted a value`},
		{"NUL behind the value", "1\x00", `1:2: not JSON: found '\x00', wanted the end of the text`},
		{"comment", "[1 // x\n]", "1:4: not JSON: found '/', wanted ',' or ']'"},
		{"single quotes", "['a']", `1:2: not JSON: found '\'', wanted a value`},
		{"array that stays open", "[1,\n 2", "2:3: not JSON: found the end of the text, wanted ',' or ']'"},
		{"array that ends in a comma", "[1,]", "1:4: not JSON: found ']', wanted a value"},
		{"array that begins with a comma", "[,1]", "1:2: not JSON: found ',', wanted a value"},
		{"array closed by a brace", "[1}", "1:3: not JSON: found '}', wanted ',' or ']'"},
		{"bracket alone", "]", "1:1: not JSON: found ']', wanted a value"},
		{"object that stays open", `{"a":1`, "1:7: not JSON: found the end of the text, wanted ',' or '}'"},
		{"object that ends in a comma", `{"a":1,}`, "1:8: not JSON: found '}', wanted a member name in quotes"},
		{"name without quotes", "{a:1}", "1:2: not JSON: found 'a', wanted a member name in quotes"},
		{"number as a name", "{1:1}", "1:2: not JSON: found '1', wanted a member name in quotes"},
		{"no colon", `{"a" 1}`, "1:6: not JSON: found '1', wanted ':'"},
		{"two colons", `{"a"::1}`, "1:6: not JSON: found ':', wanted a value"},
		{"no value", `{"a":}`, "1:6: not JSON: found '}', wanted a value"},
		{"no comma", `{"a":1 "b":2}`, "1:8: not JSON: found '\"', wanted ',' or '}'"},
		{"name alone", `{"a"`, "1:5: not JSON: found the end of the text, wanted ':'"},
		{"string that stays open", `"abc`, "1:5: not JSON: found the end of the text, wanted a closing quote"},
		{"string that stays open behind an escape", `"\n`, "1:4: not JSON: found the end of the text, wanted a closing quote"},
		{"end within an escape", `"\`, "1:3: not JSON: found the end of the text, wanted an escape sequence"},
		{"unknown escape", `["\x41"]`, `1:4: not JSON: found 'x', wanted one of " \ / b f n r t u after a backslash`},
		{"escape of a wide character", `"\é"`, `1:3: not JSON: found 'é', wanted one of " \ / b f n r t u after a backslash`},
		{"three digits", `"\u00e"`, `1:4: not JSON: found '0', wanted four hexadecimal digits`},
		{"end within digits", `"\u00`, `1:4: not JSON: found '0', wanted four hexadecimal digits`},
		{"sign in digits", `"\u+0e9"`, `1:4: not JSON: found '+', wanted four hexadecimal digits`},
		{"half a pair", `"\ud83d"`, `1:2: not JSON: found '\\', wanted both halves of a surrogate pair`},
		{"second half alone", `"é\ude00"`, `1:3: not JSON: found '\\', wanted both halves of a surrogate pair`},
		{"halves the wrong way", `"\ude00\ud83d"`, `1:2: not JSON: found '\\', wanted both halves of a surrogate pair`},
		{"half and a character", `"\ud83d\u0041"`, `1:2: not JSON: found '\\', wanted both halves of a surrogate pair`},
		{"half and the end", `"\ud83d\u`, `1:2: not JSON: found '\\', wanted both halves of a surrogate pair`},
		{"line end in a string", "\"a\nb\"", `1:3: not JSON: found '\n', wanted no control character within a string`},
		{"tab behind an escape", "\"\\n\t\"", `1:4: not JSON: found '\t', wanted no control character within a string`},
		{"last control character", "\"\x1f\"", `1:2: not JSON: found '\x1f', wanted no control character within a string`},
		{"not UTF-8", "\"é\xff\"", "1:3: not JSON: found byte 0xff, wanted UTF-8"},
		{"overlong", "\"\xc0\x80\"", "1:2: not JSON: found byte 0xc0, wanted UTF-8"},
		{"surrogate in UTF-8", "\"\xed\xa0\x80\"", "1:2: not JSON: found byte 0xed, wanted UTF-8"},
		{"beyond Unicode", "\"\xf4\x90\x80\x80\"", "1:2: not JSON: found byte 0xf4, wanted UTF-8"},
		{"not UTF-8 behind an escape", "\"\\n\xe2\x82\"", "1:4: not JSON: found byte 0xe2, wanted UTF-8"},
		{"not UTF-8 outside of strings", "[\xff]", "1:2: not JSON: found byte 0xff, wanted a value"},
		{"leading zero", "[01]", "1:3: not JSON: found '1', wanted no digit after a leading zero"},
		{"negative leading zero", "-00", "1:3: not JSON: found '0', wanted no digit after a leading zero"},
		{"sign alone", "-", "1:2: not JSON: found the end of the text, wanted a digit"},
		{"plus", "+1", "1:1: not JSON: found '+', wanted a value"},
		{"point first", ".5", "1:1: not JSON: found '.', wanted a value"},
		{"point last", "[1.]", "1:4: not JSON: found ']', wanted a digit after the decimal point"},
		{"point and exponent", "1.e5", "1:3: not JSON: found 'e', wanted a digit after the decimal point"},
		{"no exponent", "1e", "1:3: not JSON: found the end of the text, wanted a digit in the exponent"},
		{"sign of no exponent", "[1E+]", "1:5: not JSON: found ']', wanted a digit in the exponent"},
		{"exponent of 19 digits", "1e-1234567890123456789", "1:4: not JSON: found '1', wanted an exponent of at most 18 digits"},
		{"hexadecimal", "0x1", "1:2: not JSON: found 'x', wanted the end of the text"},
		{"infinity", "-Infinity", "1:2: not JSON: found 'I', wanted a digit"},
		{"too deep", strings.Repeat("[", 5000), "1:1025: found '[', wanted at most 1024 arrays and objects within each other (the limit depth)"},
		{"objects too deep", strings.Repeat(`{"":`, 1025), "1:4097: found '{', wanted at most 1024 arrays and objects within each other (the limit depth)"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, err := Parse([]byte(c.text))
			var fault *SyntaxError
			if !errors.As(err, &fault) || d != nil {
				t.Fatalf("got %v, %v, want a *SyntaxError only", d, err)
			}
			if err.Error() != c.want {
				t.Errorf("got  %s\nwant %s", err, c.want)
			}
		})
	}
}

// Every part of a text that is an object with all kinds of values is no JSON.
func TestEveryPrefixIsRefused(t *testing.T) {
	text := `{"a":[null,true,false,-1.5e+10,"é\u00e9\ud83d\ude00 12345678"],"b":{"c":{}}}`
	for n := range len(text) {
		d, err := Parse([]byte(text[:n]))
		if err == nil {
			t.Errorf("%q is accepted as %s", text[:n], d.Root().JSON())
		}
	}
	parse(t, text)
}
