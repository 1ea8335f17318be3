package generator

import (
	"bytes"
	"go/build/constraint"
	"strings"
)

// stamp writes the header and the build constraint of a file below the line that says that it is generated: that
// line stays the first, by which the file is known, and a constraint must stand before the package clause.
func stamp(f File, s Style) []byte {
	rest, ok := bytes.CutPrefix(f.Text, []byte(Header+"\n"))
	tags := s.BuildTags
	switch {
	case f.Tags != "" && tags != "":
		tags = f.Tags + " && (" + tags + ")"
	case f.Tags != "":
		tags = f.Tags
	}
	if !ok || s.Header == "" && tags == "" {
		return f.Text
	}
	var b bytes.Buffer
	b.WriteString(Header + "\n")
	if s.Header != "" {
		b.WriteString("//\n")
		for line := range strings.SplitSeq(strings.TrimRight(s.Header, "\n"), "\n") {
			b.WriteString(strings.TrimRight("// "+line, " \t") + "\n")
		}
	}
	if expression, err := constraint.Parse("//go:build " + tags); err == nil {
		b.WriteString("\n//go:build " + expression.String() + "\n")
	}
	b.Write(rest)
	return b.Bytes()
}
