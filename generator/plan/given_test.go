package plan

import "testing"

// TestParseGoType wants a type's package and name, and an error for what is no type.
func TestParseGoType(t *testing.T) {
	for text, want := range map[string]GoType{
		"net/netip.Addr": {"net/netip", "Addr"}, "time.Time": {"time", "Time"}, "string": {"", "string"}, "int32": {"", "int32"},
		"gopkg.in/x/null.v4.Time": {"gopkg.in/x/null.v4", "Time"},
	} {
		if got, err := ParseGoType(text); err != nil || got != want {
			t.Errorf("%s: found %+v (%v), wanted %+v", text, got, err, want)
		}
	}
	for _, text := range []string{"", "Addr", "net/netip", "net/netip.addr", "net/netip.Addr{}", "a b.C", "C.int", "bool", "any", "../x.Y", "x\"; import \"y.Z"} {
		if got, err := ParseGoType(text); err == nil {
			t.Errorf("%q: found %+v, wanted an error", text, got)
		}
	}
}
