package main

import (
	"bytes"
	"regexp"
	"sync"
)

// modelinePattern is a comment by which editors are told of the schema of a YAML file, or of a TOML file.
var modelinePattern = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^#(?:\s*yaml-language-server\s*:\s*\$schema=|:schema\s+)(\S+)`)
})

// modeline is the schema that a comment in the first lines of a YAML or TOML text names: comments, blank lines, directives and the mark of
// the first document stand before or behind it, and no content. It is "" where none does.
func modeline(text []byte) string {
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	for line := range bytes.Lines(text) {
		line = bytes.TrimSpace(line)
		switch {
		case len(line) == 0 || line[0] == '%' || string(line) == "---":
		case line[0] != '#':
			return ""
		default:
			if found := modelinePattern().FindSubmatch(line); found != nil {
				return string(found[1])
			}
		}
	}
	return ""
}
