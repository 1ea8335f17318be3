package schema_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/assaykit/assay/schema"
)

// TestLost wants what a fragment does not find to be named, and what it may have been meant for.
func TestLost(t *testing.T) {
	const rest = `
"allOf": [true],
"$defs": {"User": {"type": "string"}, "a/b c": {"$anchor": "place"}}}`
	for fragment, wanted := range map[string]string{
		"/$defs/Usr":         `3:10: #/$defs has no member "Usr", did you mean #/$defs/User?`,
		"/$def/user":         `1:1: the document has no member "$def", did you mean #/$defs/User?`,
		"/definitions/User":  `1:1: the document has no member "definitions", did you mean #/$defs/User?`,
		"/User":              `1:1: the document has no member "User", did you mean #/$defs/User?`,
		"User":               `1:1: it has no anchor "User", did you mean #/$defs/User?`,
		"$defs/User":         `1:1: it has no anchor "$defs/User", did you mean #/$defs/User?`,
		"plase":              `1:1: it has no anchor "plase", did you mean #place?`,
		"/$defs/a~1bc":       `3:10: #/$defs has no member "a/bc", did you mean #/$defs/a~1b c?`,
		"/$defs/Order":       `3:10: #/$defs has no member "Order", wanted one of its schemas: #/$defs/User, #/$defs/a~1b c`,
		"/$defs/User/type/x": `3:28: #/$defs/User/type is a string, wanted a schema`,
		"/allOf/3":           `2:10: #/allOf has only 1 item, wanted a schema`,
		"/allOf/x":           `2:10: #/allOf is an array, wanted a schema`,
		"/wrong/pointer":     `1:1: the document has no member "wrong", wanted a schema`,
		"elsewhere":          `1:1: it has no anchor "elsewhere", wanted a schema`,
	} {
		place, why, _ := strings.Cut(wanted, " ")
		_, err := schema.Compile(source(t, "file:///s.json", "{"+rest), fragment, schema.Options{})
		if want := fmt.Sprintf("s.json:%s found nothing at #%s: %s", place, fragment, why); err == nil || err.Error() != want {
			t.Errorf("found\n%v\nwanted\n%s", err, want)
		}
	}
	// A reference is shown as it is to be written.
	_, err := schema.Compile(source(t, "file:///s.json", `{"$ref": "#/$defs/a~1b%20d",`+rest), "", schema.Options{})
	want := `s.json:1:10: $ref: found "#/$defs/a~1b%20d", which leads to nothing in s.json: #/$defs has no member "a/b d", did you mean "#/$defs/a~1b%20c"?`
	if err == nil || err.Error() != want {
		t.Errorf("found\n%v\nwanted\n%s", err, want)
	}
}
