package format

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// verdicts checks that a format accepts and refuses what it should.
func verdicts(t *testing.T, name string, valid, invalid []string) {
	t.Helper()
	check, ok := Lookup(name)
	if !ok {
		t.Fatalf("Lookup(%q) knows no such format", name)
	}
	for _, s := range valid {
		if !check(s) {
			t.Errorf("%s refuses %q", name, s)
		}
	}
	for _, s := range invalid {
		if check(s) {
			t.Errorf("%s accepts %q", name, s)
		}
	}
}

func TestNames(t *testing.T) {
	want := []string{
		"date", "date-time", "duration", "email", "hostname", "idn-email", "idn-hostname", "ipv4", "ipv6",
		"iri", "iri-reference", "json-pointer", "regex", "relative-json-pointer", "time", "uri",
		"uri-reference", "uri-template", "uuid",
	}
	got := Names()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Names (-want +got):\n%s", diff)
	}
	if !slices.IsSorted(got) {
		t.Errorf("Names are not in order: %q", got)
	}
	got[0] = "changed"
	if Names()[0] != "date" {
		t.Error("a caller can change what Names returns")
	}
}

func TestLookup(t *testing.T) {
	for _, name := range Names() {
		if check, ok := Lookup(name); !ok || check == nil {
			t.Errorf("Lookup(%q) knows no such format", name)
		}
	}
	for _, name := range []string{"", "Date", "date ", "dat", "datee", "color", "host-name", "ip-address", "zzz"} {
		if check, ok := Lookup(name); ok || check != nil {
			t.Errorf("Lookup(%q) knows such a format", name)
		}
	}
}

// TestLookupFindsItsOwn makes sure that no row of the table carries the checker
// of another: a sample of each format is told from a near miss, which some
// format of the same family would accept.
func TestLookupFindsItsOwn(t *testing.T) {
	samples := map[string]string{
		"date": "2024-02-29", "date-time": "2024-02-29T12:00:00Z", "time": "12:00:00Z", "duration": "P1D",
		"email": "a@b.example", "idn-email": "ü@b.example", "hostname": "b.example", "idn-hostname": "ü.example",
		"ipv4": "10.0.0.1", "ipv6": "::1", "uri": "x:y", "uri-reference": "/a?b", "iri": "x:ü", "iri-reference": "/ü",
		"uri-template": "{a}ü", "json-pointer": "/a~1", "relative-json-pointer": "0#", "regex": "^a+$",
		"uuid": "2eb8aa08-aa98-11ea-b4aa-73b441d16380",
	}
	none := map[string]string{
		"date": "2023-02-29", "date-time": "2024-02-29 12:00:00Z", "time": "12:00:00", "duration": "P1H",
		"email": "ü@b.example", "idn-email": "ü@", "hostname": "ü.example", "idn-hostname": "-ü.example",
		"ipv4": "::1", "ipv6": "10.0.0.1", "uri": "/a?b", "uri-reference": "/ü", "iri": "/ü", "iri-reference": "/<",
		"uri-template": "{", "json-pointer": "0#", "relative-json-pointer": "/a", "regex": "(", "uuid": "2eb8aa08",
	}
	for _, name := range Names() {
		verdicts(t, name, []string{samples[name]}, []string{none[name]})
	}
}

// TestNoAllocation holds the promise that a valid text in ASCII costs no memory.
func TestNoAllocation(t *testing.T) {
	for name, texts := range map[string][]string{
		"date-time":             {"1990-12-31T15:59:60.123-08:00", "1963-06-19t08:30:06z"},
		"date":                  {"2024-02-29"},
		"time":                  {"08:30:06.283185Z", "01:29:60+01:30"},
		"duration":              {"P1Y2M3DT4H5M6S", "P2W"},
		"email":                 {"joe.bloggs@example.com", `"a \" b"@[127.0.0.1]`, "a@[IPv6:1::d6:192.168.0.1]"},
		"idn-email":             {"joe.bloggs@example.com"},
		"hostname":              {"www.example.com", "1host"},
		"idn-hostname":          {"www.example.com"},
		"ipv4":                  {"255.255.255.255"},
		"ipv6":                  {"2001:db8::7", "::ffff:192.168.0.1", "1:2:3:4:5:6:7:8"},
		"uri":                   {"http://u:p@foo.bar:80/a/%20?b=c#d", "ldap://[2001:db8::7]/c=GB?one", "http://[v1.fe]"},
		"uri-reference":         {"", "//foo.bar/?baz=qux#quux", "abc"},
		"iri":                   {"http://foo.bar/?baz=qux#quux"},
		"iri-reference":         {"/abc"},
		"uri-template":          {"http://example.com/dictionary/{term:1}/{?a*,b}", "a%41b"},
		"json-pointer":          {"", "/foo/bar~0/baz~1/%a"},
		"relative-json-pointer": {"120/foo/bar", "0#"},
		"uuid":                  {"2EB8AA08-AA98-11EA-B4AA-73B441D16380"},
	} {
		check, _ := Lookup(name)
		for _, s := range texts {
			ok := true
			if n := testing.AllocsPerRun(100, func() { ok = ok && check(s) }); n != 0 {
				t.Errorf("%s(%q) allocates %v times", name, s, n)
			}
			if !ok {
				t.Errorf("%s refuses %q", name, s)
			}
		}
	}
}

func ExampleLookup() {
	check, ok := Lookup("date")
	fmt.Println(ok, check("2024-02-29"), check("2023-02-29"))
	_, ok = Lookup("color")
	fmt.Println(ok)
	// Output:
	// true true false
	// false
}
