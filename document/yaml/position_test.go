package yaml

import (
	"fmt"
	"strings"
	"testing"

	"github.com/assaykit/assay/document"
)

// places lists the pointers of all values with their positions; names come first, with a colon.
func places(v document.Value) []string {
	p := v.Position()
	all := []string{fmt.Sprintf("%s@%d:%d", v.Pointer(), p.Line, p.Column)}
	for _, item := range v.Items() {
		all = append(all, places(item)...)
	}
	for name, member := range v.Members() {
		p := name.Position()
		all = append(all, fmt.Sprintf("%s:%d:%d", name.Text(), p.Line, p.Column))
		all = append(all, places(member)...)
	}
	return all
}

func TestPositions(t *testing.T) {
	for _, c := range []struct{ name, yaml, want string }{
		{"block", "a: 1\nb:\n  - x\n  -  y\n", "@1:1 a:1:1 /a@1:4 b:2:1 /b@3:3 /b/0@3:5 /b/1@4:6"},
		{"flow", "{a: [1, {b: 2}]}", "@1:1 a:1:2 /a@1:5 /a/0@1:6 /a/1@1:9 b:1:10 /a/1/b@1:13"},
		{"characters, not bytes", "é: ü\n日本: {éé: '語', 😀: 1}", "@1:1 é:1:1 /é@1:4 日本:2:1 /日本@2:5 éé:2:6 /日本/éé@2:10 😀:2:15 /日本/😀@2:18"},
		{"CRLF", "a: 1\r\nb: 2\r\n", "@1:1 a:1:1 /a@1:4 b:2:1 /b@2:4"},
		{"CR", "a: 1\rb: 2", "@1:1 a:1:1 /a@1:4 b:2:1 /b@2:4"},
		{"byte order mark", "\ufeffa: 1", "@1:1 a:1:1 /a@1:4"},
		{"separators are no line ends", "a: \"\u2028\u0085\" # \u2029\nb: [\"\u2028\", 1]", "@1:1 a:1:1 /a@1:4 b:2:1 /b@2:4 /b/0@2:5 /b/1@2:10"},
		{"escapes that are exchanged", `{a: "\/\ud83d\ude00", b: 1}`, "@1:1 a:1:2 /a@1:5 b:1:23 /b@1:26"},
		{"nothing has the place behind the colon", "a:\nb: 1", "@1:1 a:1:1 /a@1:3 b:2:1 /b@2:4"},
		{"tags and anchors belong to the value", "a: !t &x\n  b: !!str 1", "@1:1 a:1:1 /a@1:4 b:2:3 /a/b@2:6"},
		{"literal", "a: |\n  x\nb: 1", "@1:1 a:1:1 /a@1:4 b:3:1 /b@3:4"},
		{"comments", "# c\n\na: # d\n  # e\n  b\n", "@3:1 a:3:1 /a@5:3"},
		{"documents", "a: 1\n---\n# c\nb: 2\n--- c\n---\n---\nd", "@1:1 a:1:1 /a@1:4 | @4:1 b:4:1 /b@4:4 | @5:5 | @6:1 | @8:1"},
		{"alias", "- &x {a: 1}\n- *x\n-  *x", "@1:1 /0@1:3 a:1:7 /0/a@1:10 /1@2:3 a:1:7 /1/a@1:10 /2@3:4 a:1:7 /2/a@1:10"},
		{"alias of a scalar", "a: &x 1\nb: *x\n", "@1:1 a:1:1 /a@1:4 b:2:1 /b@2:4"},
		{"alias as a name", "- &x a\n- *x : 1\n", "@1:1 /0@1:3 /1@2:3 a:2:3 /1/a@2:8"},
		{"merged members are where they are written", "- &x {a: 1}\n- <<: *x\n  b: 2\n", "@1:1 /0@1:3 a:1:7 /0/a@1:10 /1@2:3 a:1:7 /1/a@1:10 b:3:3 /1/b@3:6"},
		{"one JSON text", "\n{\"é\":\n [1]}", "@2:1 é:2:2 /é@3:2 /é/0@3:3"},
	} {
		t.Run(c.name, func(t *testing.T) {
			docs, err := Parse([]byte(c.yaml))
			if err != nil {
				t.Fatal(err)
			}
			var all []string
			for _, d := range docs {
				all = append(all, strings.Join(places(d.Root()), " "))
			}
			if got := strings.Join(all, " | "); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}
