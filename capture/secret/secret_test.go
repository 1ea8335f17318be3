package secret

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"math/rand/v2"
	"strings"
	"testing"
)

func TestLooks(t *testing.T) {
	secrets := []string{
		"eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U",
		"Bearer eyJhbGciOiJub25lIn0.e30.",
		"ghp_16C7e42F292c6912E7710c838347Ae178B4a",
		"github_pat_11ABCDEFG0aBcDeFgHiJkL_mNoPqRsTuVwXyZ",
		"glpat-abcdefghijklmnopqrst",
		"sk_live_abcdefghijklmnop", "rk_test_12345678", "sk-proj-abcdefgh", "sk-abcdefghijklmnopqrstuvwx",
		"xoxb-1234567890-abcdef", "https://hooks.slack.com/services/T0/B0/x",
		"AKIAIOSFODNN7EXAMPLE", "ASIAABCDEFGHIJKLMNOP",
		"q7Gx0tVbZ2mW/K7wPfRj9s/bPxRfiC3yQ5uHn8Lk",
		"AIzaSyA-abcdefghijklmnopqrstuvwxyz01234",
		"Basic dXNlcjpwYXNz", "use Basic dXNlcjpwYXNzd29yZA== here", "Bearer abc123", "bearer AbCdEfGh",
		"-----BEGIN RSA PRIVATE KEY-----\nMIIB\n-----END RSA PRIVATE KEY-----",
		"postgres://admin:hunter2@db.example.com/app", "https://token@example.com/",
		"https://b.s3.amazonaws.com/a.png?X-Amz-Signature=0123&X-Amz-Date=1", "https://x.blob.core.windows.net/a?sv=1&sig=abcd%3D", "/cb?access_token=abcd",
		"sid=abc; Path=/; HttpOnly",
		"4111111111111111", "4111 1111 1111 1111", "5500-0000-0000-0004", "378282246310005",
		"2eb8aa08-aa98-11ea-b4aa-73b441d16380", "id:2EB8AA08-AA98-11EA-B4AA-73B441D16380",
		"d41d8cd98f00b204e9800998ecf8427e", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
		"01ARZ3NDEKTSV4RRFFQ69G5FAV", "k3j9x0q2m5n8p1r4t7v6", "prod-k3j9x0q2m5n8p1r4t7v6-east",
		"the key is V1StGXR8Z5jdHi6BmyTxK2, keep it",
	}
	for _, text := range secrets {
		if !Looks(text) {
			t.Errorf("%q does not look like a secret, wanted it to", text)
		}
	}
	plain := []string{
		"", "secret", "password", "hello world", "48501", "true", "2026-11-01", "2026-11-01T09:30:00Z", "2026-11-01T09:30:00.123456+01:00",
		"20261101T093000Z", "2024-01-15T10-30-45Z", "P1DT12H", "Sun, 06 Nov 1994 08:49:37 GMT",
		"internationalization", "getUserAccountByIdentifierAndName", "get_user_account_by_identifier_2", "ListOrganizationRepositorySecretsResponse",
		"some-long-kebab-case-identifier-2026", "MAX_RETRY_COUNT_FOR_REQUESTS", "application/vnd.github.v3+json; charset=utf-8",
		"text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8",
		"Mozilla/5.0 (X11; Linux x86_64; rv:109.0) Gecko/20100101 Firefox/115.0",
		"src/github.com/assaykit/assay/contract/checker.go", "/api/v1/organizations/settings/2026/11/01/report.json", "/usr/share/doc/libreoffice-common/copyright",
		"https://api.example.com/users/1?page=2&per_page=100", "https://example.com/a/b#c", "user@example.com", "first.last+tag@mail.example.co.uk",
		"node_modules/react-dom/cjs/react-dom.production.min.js", "com.example.application.ConfigurationProvider",
		"Basic information about bearer authentication is given here.", "The bearer presents it; basic knowledge suffices. Bearer token.",
		"Donaudampfschifffahrtsgesellschaftskapitän", "antidisestablishmentarianism", "+49 30 901820", "10.0.0.1", "192.168.100.200:8080", "2001:db8::8a2e:370:7334",
		"1700000000000", "12345678901234567890", "4111111111111112", "1111111111111111", "order-1234567890", "v1.2.3-beta.4+build.5",
		"5f2d9c1", "507f1f77bcf86cd799439011", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "00000000000000000000000000000000", "00000000-0000-4000-8000-0123456789ab",
		"name=value; other=thing", "a=b&c=d", "In no event shall the authors be liable for any claim, damages or other liability.",
		"Lorem ipsum dolor sit amet, consectetur adipiscing elit", "connect_session_token_auth_link", "UNDOCUMENTED_OPERATION_BY_CONTRACT",
		"#/components/schemas/RepositoryRuleParamsRequiredStatusChecks", "urn:ietf:params:oauth:grant-type:device_code", "es_ES.UTF-8", "America/Argentina/Buenos_Aires",
	}
	for _, text := range plain {
		if Looks(text) {
			t.Errorf("%q looks like a secret, wanted it not to", text)
		}
	}
}

// TestLooksOfLots wants nearly all that was drawn by lot to be taken for a secret.
func TestLooksOfLots(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	const digits, low = "0123456789", "abcdefghijklmnopqrstuvwxyz"
	for _, test := range []struct {
		name, alphabet string
		n, most        int // of ten thousand that may be missed
	}{
		{"letters and digits", low + strings.ToUpper(low) + digits, 20, 300},
		{"letters and digits", low + strings.ToUpper(low) + digits, 32, 20},
		{"base64url", low + strings.ToUpper(low) + digits + "-_", 43, 10},
		{"base64", low + strings.ToUpper(low) + digits + "+/", 40, 10},
		{"small letters and digits", low + digits, 32, 50},
		{"base32", strings.ToUpper(low) + "234567", 32, 300},
		{"hexadecimal", digits + "abcdef", 32, 20},
	} {
		missed := 0
		for range 10_000 {
			b := make([]byte, test.n)
			for i := range b {
				b[i] = test.alphabet[r.IntN(len(test.alphabet))]
			}
			if !Looks(string(b)) {
				missed++
			}
		}
		if t.Logf("%d of %s: %d of 10000 missed", test.n, test.name, missed); missed > test.most {
			t.Errorf("%d of %s: found %d of 10000 missed, wanted %d at most", test.n, test.name, missed, test.most)
		}
	}
}

func TestHeader(t *testing.T) {
	for name, want := range map[string]bool{
		"Authorization": true, "proxy-authorization": true, "Cookie": true, "Set-Cookie": true, "X-Api-Key": true, "X-CSRF-Token": true, "X-Amz-Signature": true,
		"Content-Type": false, "Accept": false, "ETag": false, "Location": false, "X-Request-Id": false, "": false,
	} {
		if got := Header(name); got != want {
			t.Errorf("%q: found %t, wanted %t", name, got, want)
		}
	}
}

func TestHeaderName(t *testing.T) {
	for name, want := range map[string]bool{
		"Cbtz87vixnpinefhmibiqr4mliecdtlu": true, "Akiaiosfodnn7example": true, "Ghp_16c7e42f292c6912e7710c838347ae178b4a": true,
		"X-B3-Traceid": false, "Sec-Websocket-Extensions": false, "X-Content-Type-Options": false, "X-Amz-Server-Side-Encryption-Customer-Key-Md5": false,
		"Access-Control-Allow-Credentials": false, "X-Ms-Ratelimit-Remaining-Subscription-Reads": false, "Http2-Settings": false, "": false,
	} {
		if got := HeaderName(name); got != want {
			t.Errorf("%q: found %t, wanted %t", name, got, want)
		}
	}
}

func TestMember(t *testing.T) {
	for name, want := range map[string]bool{
		"password": true, "userPassword": true, "password_hash": true, "client_secret": true, "access_token": true, "accessToken": true, "apiKey": true, "api-key": true,
		"APIKey": true, "cvv": true, "session_id": true, "credentials": true, "token": true, "private_key": true,
		"token_type": false, "password_url": false, "tokens": false, "total_tokens": false, "key": false, "monkey": false, "keyboard": false, "id": false, "name": false,
		"tokenize": false, "secretary": false, "pinned": false, "session": false, "": false, "password_expires_at": false,
	} {
		if got := Member(name); got != want {
			t.Errorf("%q: found %t, wanted %t", name, got, want)
		}
	}
}

func TestMasks(t *testing.T) {
	const token = "ghp_16C7e42F292c6912E7710c838347Ae178B4a"
	for _, test := range []struct {
		name      string
		f         func(string) string
		text, out string
	}{
		{"pointer", Pointer, "/sessions/" + token + "/id", "/sessions/REDACTED/id"},
		{"pointer", Pointer, "/paths/~1users~1{id}/get", "/paths/~1users~1{id}/get"},
		{"pointer", Pointer, "/x/q7Gx0tVbZ2mW~1K7wPfRj9s~1bPxRfiC3yQ5uHn8Lk", "/x/REDACTED"},
		{"words", Words, `request.headers["` + token + `"]: found a number`, `request.headers["REDACTED"]: found a number`},
		{"words", Words, "  two  words ", "  two  words "},
		{"segment", Segment, token + ".json", "REDACTED"},
		{"segment", Segment, "users.json", "users.json"},
	} {
		if got := test.f(test.text); got != test.out {
			t.Errorf("%s of %q: found %q, wanted %q", test.name, test.text, got, test.out)
		}
	}
}

func FuzzLooks(f *testing.F) {
	f.Add("Basic é", "x")
	f.Add("4111 1111 1111 1111", "00000000-")
	f.Fuzz(func(t *testing.T, before, after string) {
		sum := sha256.Sum256([]byte(before + after))
		for _, token := range []string{"ghp_" + hex.EncodeToString(sum[:20]), hex.EncodeToString(append([]byte{1}, sum[:]...)), "sk_live_" + base64.RawURLEncoding.EncodeToString(sum[:])} {
			if text := before + " " + token + " " + after; !Looks(text) {
				t.Errorf("%q does not look like a secret, wanted it to", text)
			}
			if text := Words(before + " " + token + " " + after); strings.Contains(text, token) {
				t.Errorf("%q has the token, wanted it hidden", text)
			}
		}
	})
}
