package toml

import (
	"math/big"
	"strings"

	"github.com/assaykit/assay/document"
	library "github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"
)

// scalar reads a value without children.
func scalar(n *unstable.Node, p document.Position) (*node, error) {
	text := string(n.Data)
	switch n.Kind {
	case unstable.Bool:
		return &node{kind: document.Boolean, text: text, position: p}, nil
	case unstable.String:
		return &node{kind: document.String, text: text, position: p}, nil
	}
	// What is no date, and too large a number, the library knows.
	if err := library.Unmarshal([]byte("x = "+text), new(map[string]any)); err != nil {
		return nil, p.Refuse("not TOML: %s", strings.TrimPrefix(err.Error(), "toml: "))
	}
	switch n.Kind {
	case unstable.Integer:
		return &node{kind: document.Number, text: integer(text), position: p}, nil
	case unstable.Float:
		if strings.HasSuffix(text, "inf") || strings.HasSuffix(text, "nan") {
			return nil, p.Refuse("found %s, wanted a number that JSON has", text)
		}
		return &node{kind: document.Number, text: plain(text), position: p}, nil
	case unstable.DateTime, unstable.LocalDateTime:
		text = strings.Replace(text, " ", "T", 1)
		if date := len("1979-05-27T"); len(text) > date {
			text = text[:date] + withSeconds(text[date:])
		}
	case unstable.LocalTime:
		text = withSeconds(text)
	}
	return &node{kind: document.String, text: text, position: p}, nil
}

// withSeconds is a time of day, with the seconds that TOML 1.1 lets be left out. An offset may follow it. What is no time stays, for
// the library to refuse it.
func withSeconds(text string) string {
	const minutes = len("07:32")
	if len(text) < minutes || len(text) > minutes && text[minutes] == ':' {
		return text
	}
	return text[:minutes] + ":00" + text[minutes:]
}

// plain is a decimal number in JSON's syntax.
func plain(text string) string {
	return strings.TrimPrefix(strings.ReplaceAll(text, "_", ""), "+")
}

// integer is an integer in JSON's syntax.
func integer(text string) string {
	text = plain(text)
	if len(text) > 2 && text[0] == '0' {
		if n, ok := new(big.Int).SetString(text, 0); ok {
			return n.String()
		}
	}
	return text
}
