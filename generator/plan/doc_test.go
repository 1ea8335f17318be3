package plan

import "testing"

func TestAfterDeprecated(t *testing.T) {
	for text, want := range map[string]string{
		"DEPRECATED: use b":          "use b",
		"Deprecated. Use b":          "Use b",
		"[Deprecated] use b":         "use b",
		"**DEPRECATED** - use b":     "use b",
		"(deprecated, since 2) b":    "since 2) b",
		"deprecated":                 "",
		"Deprecated features of a b": "no",
		"deprecate: use b":           "no",
		"Not deprecated: use b":      "no",
		"Deprecatedness: use b":      "no",
		"":                           "no",
	} {
		rest, is := afterDeprecated(text)
		if !is {
			rest = "no"
		}
		if rest != want {
			t.Errorf("afterDeprecated(%q) = %q, want %q", text, rest, want)
		}
	}
}
