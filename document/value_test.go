package document

import (
	"fmt"
	"testing"
)

func ExampleParse() {
	d, err := Parse([]byte(`{"name": "Zo\u00eb", "sizes": [1.50, 2]}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	for name, value := range d.Root().Members() {
		p := value.Position()
		fmt.Printf("%d:%d %s: %s\n", p.Line, p.Column, name.Text(), value.JSON())
	}
	fmt.Println(d.Root().Lookup("/sizes/0").Text())
	// Output:
	// 1:10 name: "Zoë"
	// 1:31 sizes: [1.50,2]
	// 1.50
}

func TestNoValue(t *testing.T) {
	var none Value
	if !none.IsZero() || none.Kind() != Invalid || none.True() || !none.Get("a").IsZero() || !none.Lookup("/a").IsZero() || !none.Lookup("").IsZero() {
		t.Error("the zero Value is something")
	}
	for range none.Items() {
		t.Error("the zero Value has an item")
	}
	for range none.Members() {
		t.Error("the zero Value has a member")
	}
}

func TestRangesOfOtherKinds(t *testing.T) {
	for _, text := range []string{`null`, `true`, `1`, `"a"`, `[]`, `{}`, `[1]`, `{"a":1}`} {
		v := parse(t, text).Root()
		items, members := 0, 0
		for i, item := range v.Items() {
			if items++; i != 0 || item.JSON() != "1" {
				t.Errorf("%s: got item %d %s", text, i, item.JSON())
			}
		}
		for name, member := range v.Members() {
			if members++; name.Text() != "a" || name.Kind() != String || member.JSON() != "1" {
				t.Errorf("%s: got %s %s", text, name.Text(), member.JSON())
			}
		}
		if wantItems, wantMembers := text == "[1]", text == `{"a":1}`; (items == 1) != wantItems || (members == 1) != wantMembers || items+members > 1 {
			t.Errorf("%s: got %d items and %d members", text, items, members)
		}
		if got := v.Get("a"); got.IsZero() == (members == 1) {
			t.Errorf("%s: got %v for a member", text, got)
		}
		if got := v.True(); got != (text == "true") {
			t.Errorf("%s: got %v for true", text, got)
		}
	}
}

func TestRangesEndEarly(t *testing.T) {
	root := parse(t, `{"a":[1,[2],{"x":3}],"b":0}`).Root()
	var seen []string
	for i, item := range root.Get("a").Items() {
		seen = append(seen, fmt.Sprint(i, item.JSON()))
		if i == 1 {
			break
		}
	}
	for name := range root.Members() {
		seen = append(seen, name.Text())
		break
	}
	if got, want := fmt.Sprint(seen), "[01 1[2] a]"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestValueAndEntry(t *testing.T) {
	d := parse(t, `[true,{"a":"b"}]`)
	v := d.Value(d.Root().Lookup("/1/a").Entry())
	if v.Text() != "b" || v.Document() != d || v.Len() != 1 || v.Kind() != String {
		t.Errorf("got %s, want the string of the entry", v.JSON())
	}
}
