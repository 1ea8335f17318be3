package format

import (
	"strings"
	"testing"
)

func TestEmail(t *testing.T) {
	long := strings.Repeat("a", 64)
	domain := strings.Repeat("a", 63) + "." + strings.Repeat("b", 63) + "." + strings.Repeat("c", 63) + "." + strings.Repeat("d", 61)
	verdicts(t, "email",
		[]string{
			"a@b", "!#$%&'*+-/=?^_`{|}~@b", long + "@b", `""@b`, `"\""@b`, `"a\\"@b`, `"@"@b`, `" "@b`, `"a"@[1.2.3.4]`,
			"a@" + domain, "a@1", "a@1.2.3.4", "a@xn--X", "a@[127.000.000.001]", "a@[ipv6:::1]", "a@[IPv6:1:2:3:4:5:6:7:8]",
			"a@[IPv6:1:2:3:4:5:6::]", "a@[IPv6:::ffff:010.0.0.1]",
		},
		[]string{
			"", "a", "@", "@b", "a@", "a@@b", "a@b@c", ".a@b", "a.@b", "a..b@c", `"a@b`, `"a"b@c`, `a"b"@c`, `"a\"@b`, `"\`, `"`,
			"\"\x7f\"@b", "\"\n\"@b", "\"\\\n\"@b", "a b@c", "a(c)@b", "ü@b", `"ü"@b`, long + "a@b", "a@" + domain + "d", "a@b.", "a@.b",
			"a@-b", "a@b-", "a@b_c", "a@ü", "a@[", "a@[]", "a@[1.2.3]", "a@[1.2.3.256]", "a@[1.2.3.4", "a@1.2.3.4]", "a@[::1]",
			"a@[IPv6:]", "a@[IPv6:1:2:3:4:5:6:7::]", "a@[IPv6:1.2.3.4]", "a@[tag:x]", "a@[1.2.3.4]b", " a@b", "a@b ", "a@b\n",
		})
}

func TestIDNEmail(t *testing.T) {
	verdicts(t, "idn-email",
		[]string{
			"ü@b", "ü.ü@b", `"ü"@b`, "a@ü", "a@bu\u0308cher.example", "a@xn--X", strings.Repeat("ü", 32) + "@b", "\u202e@b", "ü@[1.2.3.4]",
		},
		[]string{
			"", "ü", "ü@", "@ü", ".ü@b", "ü.@b", `"\ü"@b`, "a@-ü", "a@ü_", "a@ü。b", "a@ü．b", "a@[ü]", "a\xff@b", "a@b\xff", "ü@a@b",
			strings.Repeat("ü", 33) + "@b", "a@ü.xn--X", "a@Ü", "a@" + strings.Repeat("ü", 60) + "." + strings.Repeat("b", 70),
		})
}
