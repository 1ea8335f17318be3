package yaml

import (
	"bytes"
	"regexp"
)

// The library refuses the directive %YAML of any version but 1.1, though it reads what 1.2 has.
var version = regexp.MustCompile(`^%YAML[ \t]+1\.([02-9])(?:[ \t\r]|$)`)

// withoutVersion gives a text with 1.1 in each %YAML directive of another minor version (YAML 1.2, section 6.8.1).
// Directives stand at the start of the text and behind the end of a document only; elsewhere a
// line like that is content.
func withoutVersion(text []byte) []byte {
	if !bytes.Contains(text, []byte("%YAML")) {
		return text
	}
	copied, directives := false, true
	for start := 0; start < len(text); {
		line := text[start:]
		if end := bytes.IndexByte(line, '\n'); end >= 0 {
			line = line[:end]
		}
		if directives {
			if at := version.FindSubmatchIndex(line); at != nil {
				if !copied {
					text, copied = bytes.Clone(text), true
				}
				text[start+at[2]] = '1'
			}
		}
		directives = bytes.HasPrefix(line, []byte("...")) ||
			directives && (len(bytes.TrimSpace(line)) == 0 || line[0] == '#' || line[0] == '%')
		start += len(line) + 1
	}
	return text
}
