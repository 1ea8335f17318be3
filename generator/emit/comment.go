package emit

import (
	"strings"
	"unicode"

	"github.com/dave/jennifer/jen"
)

// width is the length at which lines of comments and of lists are broken.
const width = 110

// comment adds paragraphs of text as // lines. The text comes from schemas, so each line gets "// " of
// its own, and control characters are dropped: nothing in it can end the comment or be a directive.
func comment(g *jen.Group, paragraphs ...string) {
	for _, line := range comments(paragraphs...) {
		g.Comment(line)
	}
}

// comments are the lines of a comment.
func comments(paragraphs ...string) (lines []string) {
	for i, p := range paragraphs {
		if i > 0 {
			lines = append(lines, "//")
		}
		for _, line := range wrap(p) {
			if strings.HasPrefix(line, "+build") {
				line = "| " + line // or it would be a build constraint
			}
			lines = append(lines, "// "+line)
		}
	}
	return lines
}

// wrap breaks a text into lines. Line breaks of the text stay.
func wrap(text string) []string {
	var lines []string
	for _, paragraph := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("\n\r\u2028\u2029", r) }) {
		line := ""
		for _, word := range strings.Fields(strings.Map(printable, paragraph)) {
			if line != "" && len(line)+len(word) >= width {
				lines, line = append(lines, line), ""
			}
			if line != "" {
				line += " "
			}
			line += word
		}
		if line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

func printable(r rune) rune {
	if unicode.IsPrint(r) || r == ' ' {
		return r
	}
	if unicode.IsSpace(r) {
		return ' '
	}
	return -1
}
