package yaml

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	library "gopkg.in/yaml.v3"
)

func TestAliases(t *testing.T) {
	for _, c := range []struct{ name, yaml, want string }{
		{"scalar", "a: &x 1\nb: *x", `{"a":1,"b":1}`},
		{"mapping", "a: &x {b: [1]}\nc: *x\nd: [*x]", `{"a":{"b":[1]},"c":{"b":[1]},"d":[{"b":[1]}]}`},
		{"latest anchor of a name", "- &x 1\n- &x 2\n- *x", `[1,2,2]`},
		{"name", "- &x a\n- {*x : 1}", `["a",{"a":1}]`},
		{"anchor on a name", "&x a: 1\nb: *x", `{"a":1,"b":"a"}`},
		{"anchor on nothing", "a: &x\nb: *x", `{"a":null,"b":null}`},
		{"anchor in a merged mapping", "<<: {a: &x 1}\na: 2\nb: *x", `{"a":2,"b":1}`},
		{"same name in each document", "- &x 1\n- *x\n---\n- &x 2\n- *x", "[1,1]\n[2,2]"},
	} {
		t.Run(c.name, func(t *testing.T) {
			docs, err := Parse([]byte(c.yaml))
			if err != nil {
				t.Fatal(err)
			}
			if got := text(docs); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestAliasFaults(t *testing.T) {
	for _, c := range []struct{ name, yaml, want string }{
		{"within its own sequence", "a: &x [1, *x]", "1:11: found the alias *x within what it stands for, wanted an alias of something else"},
		{"within its own mapping", "&x a:\n  &y b:\n    *x : *y", ""},
		{"deep within itself", "&x\na:\n  - b: *x", "3:8: found the alias *x within what it stands for, wanted an alias of something else"},
		{"merge of itself", "a: &x\n  <<: *x", "2:7: found the alias *x within what it stands for, wanted an alias of something else"},
		{"of another document", "a: &x 1\n---\nb: *x", "3:4: found the alias *x, wanted an anchor of this name before it in the same document"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if c.want != "" {
				wantFault(t, c.yaml, c.want)
			} else if _, err := Parse([]byte(c.yaml)); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestMergeKeys(t *testing.T) {
	for _, c := range []struct{ name, yaml, want string }{
		{"alias", "b: &b {x: 1, y: 2}\nc:\n  <<: *b\n  z: 3", `{"b":{"x":1,"y":2},"c":{"x":1,"y":2,"z":3}}`},
		{"own members win before", "y: 3\n<<: {x: 1, y: 2}", `{"y":3,"x":1}`},
		{"own members win behind", "<<: {x: 1, y: 2}\ny: 3", `{"x":1,"y":3}`},
		{"earlier mappings win", "<<: [{x: 1}, {x: 2, y: 2}]", `{"x":1,"y":2}`},
		{"aliases in a sequence", "- &a {x: 1}\n- &b {x: 2, y: 2}\n- {<<: [*b, *a], z: 3}", `[{"x":1},{"x":2,"y":2},{"x":2,"y":2,"z":3}]`},
		{"alias of a sequence", "- &a [{x: 1}, {y: 2}]\n- {<<: *a}", `[[{"x":1},{"y":2}],{"x":1,"y":2}]`},
		{"merge within a merge", "- &a {x: 1, y: 1}\n- &b {<<: *a, y: 2}\n- {<<: *b, z: 3}", `[{"x":1,"y":1},{"x":1,"y":2},{"x":1,"y":2,"z":3}]`},
		{"what a merged mapping has wins over what it merges", "<<: {<<: {x: 1}, x: 2}", `{"x":2}`},
		{"values are not merged", "<<: {x: {a: 1}}\nx: {b: 2}", `{"x":{"b":2}}`},
		{"an empty sequence", "<<: []\na: 1", `{"a":1}`},
		{"in quotes it is a name", "'<<': {x: 1}", `{"\u003c\u003c":{"x":1}}`},
		{"in quotes beside one", "<<: {x: 1}\n'<<': 2", `{"x":1,"\u003c\u003c":2}`},
		{"merged name in quotes", "<<: {'<<': 1}", `{"\u003c\u003c":1}`},
		{"by its tag", "!!merge m: {x: 1}", `{"x":1}`},
	} {
		t.Run(c.name, func(t *testing.T) {
			docs, err := Parse([]byte(c.yaml))
			if err != nil {
				t.Fatal(err)
			}
			if got, want := text(docs), strings.ReplaceAll(c.want, `\u003c`, "<"); got != want {
				t.Errorf("got  %s\nwant %s", got, want)
			}
		})
	}
}

func TestMergeFaults(t *testing.T) {
	for _, c := range []struct{ name, yaml, want string }{
		{"scalar", "<<: a", "1:5: found a scalar to merge, wanted a mapping, or a sequence of mappings"},
		{"null", "a: 1\n<<:\n", "2:4: found a scalar to merge, wanted a mapping, or a sequence of mappings"},
		{"scalar in a sequence", "<<: [{a: 1}, 2]", "1:14: found a scalar to merge, wanted a mapping, or a sequence of mappings"},
		{"sequence in a sequence", "<<: [[{a: 1}]]", "1:6: found a sequence to merge, wanted a mapping, or a sequence of mappings"},
		{"alias of a scalar", "a: &x 1\n<<: *x", "2:5: found a scalar to merge, wanted a mapping, or a sequence of mappings"},
	} {
		t.Run(c.name, func(t *testing.T) { wantFault(t, c.yaml, c.want) })
	}
}

// laughs makes levels of anchors, each with ten aliases of the one before.
func laughs(levels int, alias func(i int) string) string {
	var b strings.Builder
	b.WriteString("a0: &a0 {k: 1}\n")
	for i := 1; i < levels; i++ {
		fmt.Fprintf(&b, "a%d: &a%d %s\n", i, i, alias(i-1))
	}
	return b.String()
}

func tenfold(i int) string { return "[" + strings.Repeat(fmt.Sprintf("*a%d, ", i), 10) + "]" }

func TestExpansionIsBounded(t *testing.T) {
	for name, yaml := range map[string]string{
		"sequences": laughs(40, tenfold),
		"mappings":  laughs(40, func(i int) string { return fmt.Sprintf("{x: *a%d, y: *a%d}", i, i) }),
		"merges":    laughs(40, func(i int) string { return "{<<: " + tenfold(i) + "}" }),
		"text":      "- &a " + strings.Repeat("x", 100_000) + "\n" + strings.Repeat("- *a\n", 10_000),
		"a chain":   laughs(10_000, func(i int) string { return fmt.Sprintf("{<<: *a%d, k%d: 1}", i, i) }),
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			_, err := Parse([]byte(yaml))
			if !errors.Is(err, ErrExpansion) {
				t.Errorf("got %v, want ErrExpansion", err)
			}
			if took := time.Since(start); took > 2*time.Second {
				t.Errorf("took %v", took)
			}
		})
	}
}

func TestExpansionWithinBoundIsAccepted(t *testing.T) {
	docs, err := Parse([]byte(laughs(5, tenfold)))
	if err != nil {
		t.Fatal(err)
	}
	if got := docs[0].Root().Lookup("/a4/9/9/9/9/k").JSON(); got != "1" {
		t.Errorf("got %q, want 1", got)
	}
}

func TestOwnNodesAreNotBounded(t *testing.T) {
	root := &library.Node{Kind: library.SequenceNode, Content: make([]*library.Node, MaxExpansion+1)}
	for i := range root.Content {
		root.Content[i] = &library.Node{Kind: library.ScalarNode, Value: "x"}
	}
	m := measure{source: &source{}, sizes: map[*library.Node]int{}, most: MaxExpansion}
	if err := m.node(root); err != nil || m.total != MaxExpansion+2 || m.expanded != 0 {
		t.Errorf("got %v, a total of %d and %d of aliases for a large document without aliases", err, m.total, m.expanded)
	}
}
