package format

import "testing"

func TestRegex(t *testing.T) {
	verdicts(t, "regex",
		[]string{"", "a|b", "^(?=a)(?!b)", `(?<=a)(?<!b)\k<n>(?<n>c)`, "[]", "[^]", `\cA`, `\u{1F600}`, `\p{L}`, "a{2,3}?"},
		[]string{"(", ")", "[", "a**", `\`, "(?P<n>a)", "(?#a)", "(?i)a", `\Z`, "a{2,1}", "(?<n>a)(?<n>b)"})
}
