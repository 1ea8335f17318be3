package pattern_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/assaykit/assay/rule/pattern"
)

func TestSyntaxErrors(t *testing.T) {
	tests := []struct {
		source string
		offset int
		says   string
	}{
		{`a(b`, 3, "the end of the pattern"},
		{`ab)`, 2, "a group that this parenthesis closes"},
		{`^(abc]`, 6, `")"`},
		{`é[ab`, 2, `"]"`},
		{`*a`, 0, "something to repeat"},
		{`a|{2}`, 2, "something to repeat"},
		{`a**`, 2, "one quantifier"},
		{`a+{2}`, 2, "one quantifier"},
		{`a++`, 2, "possessive"},
		{`a{3,2}`, 1, "the lower count first"},
		{`^*`, 1, "no quantifier after an assertion"},
		{`(?<=a)+`, 6, "no quantifier after an assertion"},
		{`\b?`, 2, "no quantifier after an assertion"},
		{`[b-a]`, 2, "the lower end first"},
		{`\`, 1, "a character after the backslash"},
		{`\Aa`, 0, "wanted ^"},
		{`a\Z`, 1, "wanted $"},
		{`\a`, 0, `\x07`},
		{`\h`, 0, `[ \t]`},
		{`[\B]`, 1, "an escape of ECMA-262"},
		{`[\1]`, 1, "an escape of ECMA-262"},
		{`\012`, 2, "octal"},
		{`\2(a)`, 0, "one of the 1 groups"},
		{`\k<n>(a)`, 0, "the name of a group"},
		{`\k`, 2, `"<"`},
		{`\c1`, 2, "a letter from a to z"},
		{`\x4g`, 2, "2 hexadecimal digits"},
		{`\u12`, 2, "4 hexadecimal digits"},
		{`\u{110000}`, 2, "10FFFF"},
		{`\u{}`, 2, "hexadecimal digits in braces"},
		{`\pL`, 2, "{L}"},
		{`\p{letter}`, 2, "a general category"},
		{`\p{Greek}`, 2, "Script=Greek"},
		{`\p{Hyphen}`, 2, "a binary property"},
		{`\p{sc=Nowhere}`, 2, "a general category"},
		{`(?>a)`, 0, "atomic"},
		{`(?P<n>a)`, 0, "(?<name>"},
		{`(?#c)a`, 0, "comment"},
		{`(?a)`, 0, "one of (?:"},
		{`(?`, 0, "one of (?:"},
		{`(?-:a)`, 0, "one of (?:"},
		{`(?ii:a)`, 0, "one of (?:"},
		{`a(?i)b`, 1, "(?i:...)"},
		{`(?-i)b`, 0, "(?i:...)"},
		{`(?<>a)`, 3, "a group's name"},
		{`(?<1a>a)`, 3, "a group's name"},
		{`(?<a`, 4, "a group's name"},
		{`(?<a>a)(?<a>b)`, 12, "each name once"},
		{"a\xffb", 1, "UTF-8"},
	}
	for _, test := range tests {
		t.Run(test.source, func(t *testing.T) {
			_, err := pattern.Compile(test.source)
			var syntax *pattern.SyntaxError
			if !errors.As(err, &syntax) {
				t.Fatalf("got %v, want a *SyntaxError", err)
			}
			if syntax.Offset != test.offset || !strings.Contains(err.Error(), test.says) {
				t.Errorf("got %v, want offset %d and %q", err, test.offset, test.says)
			}
		})
	}
}

func TestUnsupported(t *testing.T) {
	tests := map[string]int{
		`a\p{Emoji}`:                 1,
		`\p{Script_Extensions=Grek}`: 0,
		`(?i:(a)\1)`:                 7,
		`(?:(a*))*\1`:                0,
		strings.Repeat("(", 500) + strings.Repeat(")", 500): 200,
	}
	for source, offset := range tests {
		_, err := pattern.Compile(source)
		var unsupported *pattern.UnsupportedError
		if !errors.As(err, &unsupported) || unsupported.Offset != offset {
			t.Errorf("%.30s: got %v, want an *UnsupportedError at %d", source, err, offset)
		}
	}
}

func TestDeepButAllowed(t *testing.T) {
	p, err := pattern.Compile(strings.Repeat("(?:x?", 190) + strings.Repeat(")+", 190) + "(?=!)")
	if err != nil {
		t.Fatal(err)
	}
	if !p.MatchString("xx!") || p.MatchString("xx") {
		t.Error("a deep pattern gives a wrong verdict")
	}
}

func TestCheck(t *testing.T) {
	for _, source := range []string{`(?<=a+)b`, `[]`, `\cA`, `\p{Emoji}`, `(?:(a*))*\1`, `[\w-.]`, `(?i:a)`} {
		if err := pattern.Check(source); err != nil {
			t.Errorf("%s: %v", source, err)
		}
	}
	for _, source := range []string{`(?i)abc`, `(?ims)abc`, `^(?i)a`, `\a`, `(?P<n>a)(?P=n)`, `(?#c)a`, `^(abc]`} {
		var syntax *pattern.SyntaxError
		if err := pattern.Check(source); !errors.As(err, &syntax) {
			t.Errorf("%s: got %v, want a *SyntaxError", source, err)
		}
	}
}

func TestMustCompilePanics(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	pattern.MustCompile(`(`)
}
