package yaml

import "bytes"

// The library refuses the directive %YAML of any version but 1.1, though it reads what 1.2 has.
var version = lazily(`^%YAML[ \t]+1\.([02-9])(?:[ \t\r\n]|$)`)

// asVersion11 gives a text that is divided into documents by the rules of YAML 1.1, which the library knows, as it is by those
// of 1.2. Each %YAML directive of another minor version gets 1.1 (YAML 1.2, section 6.8.1). Where a document without
// a start marker follows an end marker (section 9.1.3), the latter becomes a start marker; where no document
// precedes it, it becomes a comment. Places stay.
//
// Directives stand at the start of the text and behind the end of a document only; elsewhere a
// line like that is content.
func asVersion11(text []byte) []byte {
	if !bytes.Contains(text, []byte("%YAML")) && !bytes.Contains(text, []byte("...")) {
		return text
	}
	fresh := bytes.Clone(text)
	prefix, first, directives := true, true, false // before a document, before the first one, among its directives
	start, end := 0, -1                            // end is where the last end marker is, while only comments follow
	for line := range lines(text) {
		switch {
		case isMarker("...", line) && !directives:
			if prefix = true; first {
				fresh[start] = '#'
			} else {
				end = start
			}
		case prefix && !isComment(line):
			if at := version().FindSubmatchIndex(line); at != nil {
				fresh[start+at[2]] = '1'
			}
			directives = line[0] == '%'
			prefix, first = directives, false
			if end >= 0 && !directives && !isMarker("---", line) {
				copy(fresh[end:], "---")
			}
			end = -1
		}
		start += len(line)
	}
	return fresh
}
