package pattern_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/assaykit/assay/rule/pattern"
)

// verdicts lists for a pattern what it matches and what it does not.
type verdicts struct {
	source  string
	matches []string
	rejects []string
}

func (v verdicts) check(t *testing.T) {
	t.Helper()
	p, err := pattern.Compile(v.source)
	if err != nil {
		t.Fatal(err)
	}
	for want, strings := range map[bool][]string{true: v.matches, false: v.rejects} {
		for _, s := range strings {
			got, err := p.Match(s)
			if err != nil {
				t.Errorf("%s on %q: %v", v.source, s, err)
			}
			if got != want {
				t.Errorf("%s on %q (%s): got %v, want %v", v.source, s, p.Engine(), got, want)
			}
		}
	}
}

func TestMatch(t *testing.T) {
	groups := map[string][]verdicts{
		"anchors and dot": {
			{`^abc$`, []string{"abc"}, []string{"abc\n", "xabc", "abcx", ""}},
			{`b$`, []string{"ab"}, []string{"ab\n", "a\nb\nc"}},
			{`^b`, []string{"bc"}, []string{"a\nb"}},
			{`^.$`, []string{"a", "\u0085", "\v", "🐲", "\uFFFD"}, []string{"\n", "\r", "\u2028", "\u2029", "", "ab"}},
			{`^[^]$`, []string{"\n", "a", "🐲"}, []string{"", "ab"}},
			{`[]`, nil, []string{"", "a", "]"}},
			{`^(?:[]|a)$`, []string{"a"}, []string{"", "b"}},
			{``, []string{"", "a", "\n"}, nil},
			{`^.*$`, []string{"", "abc"}, []string{"a\nb"}},
			{`a|^b$|`, []string{"", "c"}, nil},
		},
		"sets": {
			{`^\s$`, []string{" ", "\t", "\n", "\v", "\f", "\r", "\u00A0", "\u1680", "\u2003", "\u2028", "\u202F", "\u3000", "\uFEFF"}, []string{"\u0085", "\u180E", "\u200B", "a"}},
			{`^\S$`, []string{"\u0085", "a"}, []string{"\uFEFF", "\u2029"}},
			{`^\d+$`, []string{"0123456789"}, []string{"٣", "a"}},
			{`^\D$`, []string{"٣", "a"}, []string{"3"}},
			{`^\w+$`, []string{"aZ_09"}, []string{"é", "-", "ſ"}},
			{`^\W$`, []string{"é", "-"}, []string{"_"}},
			{`\bfoo\b`, []string{"foo", "a foo.", "éfoo"}, []string{"xfoo", "foo_"}},
			{`^\B.`, []string{"é"}, []string{"a"}},
			{`^[\w-.]+$`, []string{"a-.b"}, []string{"/", ","}},
			{`^[+-\d]+$`, []string{"+-1"}, []string{",", "."}},
			{`^[a-]+$`, []string{"a-"}, []string{"b"}},
			{`^[-a]+$`, []string{"a-"}, []string{"b"}},
			{`^[\b]$`, []string{"\b"}, []string{"b"}},
			{`^[^\d\s]$`, []string{"a"}, []string{"1", " "}},
			{`^[\]\\^]+$`, []string{`]\^`}, []string{"["}},
			{`^[[]$`, []string{"["}, []string{"]"}},
		},
		"escapes": {
			{`^\cJ\cj$`, []string{"\n\n"}, []string{"JJ"}},
			{`^\x41\u0042\u{43}\u{000044}$`, []string{"ABCD"}, nil},
			{`^\0$`, []string{"\x00"}, []string{"0", ""}},
			{`^\t\n\v\f\r$`, []string{"\t\n\v\f\r"}, nil},
			{`^\-\_\ \"\'\@\/\.\#\%\&\,\:\;\<\=\>\!\~\é$`, []string{"-_ \"'@/.#%&,:;<=>!~é"}, nil},
			{`^\^\$\\\*\+\?\(\)\[\]\{\}\|$`, []string{`^$\*+?()[]{}|`}, nil},
			{`^{$`, []string{"{"}, []string{""}},
			{`^a{,2}]}$`, []string{"a{,2}]}"}, []string{"a]}", "aa]}"}},
			{`^x{a}$`, []string{"x{a}"}, nil},
		},
		"beyond the basic plane": {
			{`^\u{1F600}$`, []string{"😀"}, []string{"😁"}},
			{`^\ud83d\ude00+$`, []string{"😀", "😀😀"}, []string{"", "😁"}},
			{`^[\ud83d\ude00-\ud83d\ude02]$`, []string{"😁"}, []string{"😃"}},
			{`^[🐲-😀]{2}$`, []string{"🐲😀"}, []string{"🐲"}},
			{`^.{1,2}$`, []string{"🐲", "🐲🐲"}, []string{"🐲🐲🐲"}},
			{`\ud83d`, nil, []string{"😀", "\uFFFD", "\xED\xA0\xBD"}},
			{`^[\ud800-\udfff]$`, nil, []string{"😀", "\uFFFD", "a"}},
			{`^[^\ud800-\udfff]$`, []string{"😀", "a"}, []string{""}},
		},
		"properties": {
			{`^\p{Letter}\p{L}\p{Lu}\p{gc=Ll}\p{General_Category=Decimal_Number}$`, []string{"éπZa٣"}, []string{"éπzaa"}},
			{`^\p{digit}$`, []string{"٣"}, []string{"a"}},
			{`^\p{Script=Greek}+\p{sc=Cyrl}$`, []string{"αβж"}, []string{"ab"}},
			{`^\P{L}[^\p{L}\d]$`, []string{"1-"}, []string{"aa", "11"}},
			{`^[\p{Lu}\P{L}]$`, []string{"A", "1"}, []string{"a"}},
			{`^\p{White_Space}\p{Alphabetic}\p{Upper}\p{ASCII}\p{Any}$`, []string{"\u0085ªA\x00\n"}, nil},
			{`^\p{Assigned}\p{C}$`, []string{"a\u0378"}, []string{"\u0378a"}},
			{`^\p{LC}\p{ID_Start}\p{IDC}$`, []string{"aª_"}, []string{"ªaa"}},
		},
		"loops": {
			{`^a{2}$`, []string{"aa"}, []string{"a", "aaa"}},
			{`^a{2,}?b??$`, []string{"aa", "aaab"}, []string{"a"}},
			{`^(?:ab){1001}$`, []string{strings.Repeat("ab", 1001)}, []string{strings.Repeat("ab", 1000), strings.Repeat("ab", 1002)}},
			{`^(?:a|bc){1,2500}$`, []string{"a", strings.Repeat("abc", 1250)}, []string{"", strings.Repeat("abc", 1250) + "a"}},
			{`^(?:ab){1500,}$`, []string{strings.Repeat("ab", 1700)}, []string{strings.Repeat("ab", 1499)}},
			{`^[a-z]{1,5000}$`, []string{strings.Repeat("a", 5000)}, []string{strings.Repeat("a", 5001)}},
			{`^(?:(?:ab){500}){500}$`, nil, []string{"abab"}},
			{`^(?:ab){99999999999999999999}$`, nil, []string{"ab"}},
			{`^(?:ab){0,99999999999999999999}$`, []string{"", "abab"}, []string{"a"}},
			{`^(?:(?:a?){2}b?)*$`, []string{"", "ab", "aabab"}, []string{"c"}},
			{`^(a){0}b$`, []string{"b"}, []string{"ab"}},
		},
		"groups": {
			{`^(?<year>\d{4})-(?<a_1$é>\d)$`, []string{"2024-1"}, []string{"2024"}},
			{`^(?<q>["']).*\k<q>$`, []string{`"a"`, `'a'`}, []string{`"a'`}},
			{`^(.)\1$`, []string{"aa", "éé", "😀😀"}, []string{"ab"}},
			{`^\1(a)$`, []string{"a"}, []string{"aa"}},
			{`^\k<n>(?<n>a)\1$`, []string{"aa"}, []string{"aaa"}},
			{`^(a\1)$`, []string{"a"}, []string{"aa"}},
			{`^(?:(a)|b)*\1$`, []string{"ab", "aa", "abaa", "b"}, []string{"c"}},
			{`^(?:(a)|b){3}\1$`, []string{"aab", "abb", "abaa"}, []string{"abba", "aba"}},
			{`^(?:(a)|b)c\1$`, []string{"aca", "bc"}, []string{"ac", "bca"}},
			{`^(a)?\1b$`, []string{"b", "aab"}, []string{"ab"}},
			{`(?:(?=(a)))?\1b`, []string{"ab", "b"}, []string{"a"}},
		},
		"lookaround": {
			{`^(?!a|b$)(?=.*\d).{2,3}$`, []string{"x1", "bc1"}, []string{"a1", "b", "xy", "1234"}},
			{`^(?!foo)`, []string{"", "bar"}, []string{"foo", "foobar"}},
			{`^(?=a)b|c`, []string{"c"}, []string{"b", "ab"}},
			{`a(?!b)`, []string{"ac", "a", "aba"}, []string{"ab"}},
			{`^((?!ab).)*$`, []string{"", "ba", "a"}, []string{"cab"}},
			{`(?<=€)\d+$`, []string{"€42"}, []string{"$42"}},
			{`(?<!-)\b\d$`, []string{" 4"}, []string{"-4"}},
			{`(?<=a+b)c`, []string{"aabc"}, []string{"bc"}},
			{`^(?<=^a?)b`, []string{"b"}, []string{"ab"}},
			{`(?<=\1(a))b`, []string{"aab"}, []string{"ab"}},
			{`^(?=a)*b$`, []string{"b"}, []string{"ab"}},
			{`^(?!\p{Lu})\p{L}\bx?`, []string{"a"}, []string{"A"}},
			{`é\b(?!x)`, []string{"éa"}, []string{"é", "é-"}},
		},
		"modifiers": {
			{`(?i)^ab[c-e]$`, []string{"ABD", "abE"}, []string{"abf"}},
			{`^(?i)a|b$`, []string{"AX", "xB"}, []string{"xc"}},
			{`^a(?i:b)c$`, []string{"aBc", "abc"}, []string{"aBC", "ABc"}},
			{`^(?i:a(?-i:b))$`, []string{"Ab"}, []string{"AB"}},
			{`^(?i:[^k])$`, []string{"a"}, []string{"k", "K", "\u212A"}},
			{`^(?i:ſ\w)$`, []string{"SK", "sſ", "ſ\u212A"}, []string{"ẞa"}},
			{`^(?i:ß)$`, []string{"ẞ", "ß"}, []string{"ss"}},
			{`(?i:\bſ\b)`, []string{"s", "-S-"}, []string{"as"}},
			{`^(?i:\W)$`, []string{"-"}, []string{"ſ", "\u212A"}},
			{`^(?i:\p{Lu})$`, []string{"a", "A"}, []string{"1"}},
			{`^(?s:.)$`, []string{"\n"}, []string{""}},
			{`(?m:^b$)`, []string{"a\nb", "a\u2028b\rc", "b"}, []string{"ab", "bc"}},
			{`(?ms)^b.c`, []string{"a\nb\nc"}, []string{"ab\nc"}},
			{`^(?-i:a)$`, []string{"a"}, []string{"A"}},
		},
	}
	for name, cases := range groups {
		t.Run(name, func(t *testing.T) {
			for _, v := range cases {
				v.check(t)
			}
		})
	}
}

func TestTimeoutIsNoVerdict(t *testing.T) {
	p := pattern.MustCompile(`^(?:[ab]+|ab|b)*(?<!x)!$`)
	s := strings.Repeat("ab", 30) + "?"
	matched, err := p.Match(s)
	if matched || !errors.Is(err, pattern.ErrTimeout) {
		t.Errorf("got %v, %v, want ErrTimeout", matched, err)
	}
	if err != nil && strings.Contains(err.Error(), s) {
		t.Errorf("the error tells the string: %v", err)
	}
}

func TestStringIsTheSource(t *testing.T) {
	const source = `^(?i:a)\-$`
	if got := pattern.MustCompile(source).String(); got != source {
		t.Errorf("got %q, want %q", got, source)
	}
}
