package format

import "testing"

// BenchmarkCheckers shows what a valid text of each format costs.
func BenchmarkCheckers(b *testing.B) {
	for _, bench := range []struct{ name, text string }{
		{"date-time", "1990-12-31T15:59:50.123-08:00"},
		{"duration", "P1Y2M3DT4H5M6S"},
		{"email", "joe.bloggs@example.com"},
		{"hostname", "www.example.com"},
		{"idn-hostname", "bücher.example"},
		{"ipv4", "192.168.0.1"},
		{"ipv6", "2001:db8:85a3::8a2e:370:7334"},
		{"uri", "https://user@example.com:8080/a/b%20c?d=e#f"},
		{"iri", "https://bücher.example/ü?d=e#f"},
		{"uri-template", "https://example.com/{a}/{b:3}{?c,d*}"},
		{"json-pointer", "/foo/bar~0/baz~1/qux"},
		{"uuid", "2eb8aa08-aa98-11ea-b4aa-73b441d16380"},
	} {
		check, _ := Lookup(bench.name)
		b.Run(bench.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if !check(bench.text) {
					b.Fatalf("%s refuses %q", bench.name, bench.text)
				}
			}
		})
	}
}
