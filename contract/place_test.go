package contract

import (
	"net/url"
	"testing"
)

func TestHostMatches(t *testing.T) {
	tests := []struct {
		host, url string
		want      bool
	}{
		{"", "https://api.example.com/", true},
		{"", "/relative", true},
		{"*", "https://api.example.com:8443/", true},
		{"api.example.com", "https://api.example.com/", true},
		{"api.example.com", "https://API.Example.COM/", true},
		{"API.Example.com", "https://api.example.com/", true},
		{"api.example.com", "https://api.example.com./", true},
		{"api.example.com.", "https://api.example.com/", true},
		{"api.example.com", "https://api.example.com:443/", true},
		{"api.example.com", "http://api.example.com:80/", true},
		{"api.example.com", "https://api.example.com:8443/", true},
		{"api.example.com", "https://user:secret@api.example.com/", true},
		{"api.example.com", "https://example.com/", false},
		{"api.example.com", "https://api.example.com.evil.test/", false},
		{"api.example.com", "/relative", false},
		{"api.example.com:443", "https://api.example.com/", true},
		{"api.example.com:443", "https://api.example.com:443/", true},
		{"api.example.com:443", "http://api.example.com/", false},
		{"api.example.com:80", "http://api.example.com/", true},
		{"localhost:8080", "http://localhost:8080/", true},
		{"localhost:8080", "http://localhost:8081/", false},
		{":8080", "http://localhost:8080/", true},
		{":8080", "http://localhost/", false},
		{"*.example.com", "https://api.example.com/", true},
		{"*.example.com", "https://a.b.example.com:443/", true},
		{"*.Example.com", "https://API.example.com/", true},
		{"*.example.com", "https://example.com/", false},
		{"*.example.com", "https://badexample.com/", false},
		{"api-?.example.com", "https://api-1.example.com/", true},
		{"[::1]", "http://[::1]:8080/", true},
		{"::1", "http://[::1]/", true},
		{"[::1]:8080", "http://[::1]:8080/", true},
		{"[::1]:8080", "http://[0:0:0:0:0:0:0:1]:8080/", true},
		{"[::1]:8080", "http://[::1]/", false},
	}
	for _, test := range tests {
		t.Run(test.host+" "+test.url, func(t *testing.T) {
			h, err := parseHost(test.host)
			if err != nil {
				t.Fatal(err)
			}
			u, err := url.Parse(test.url)
			if err != nil {
				t.Fatal(err)
			}
			if got := h.matches(hostOf(u)); got != test.want {
				t.Errorf("found %t, wanted %t", got, test.want)
			}
		})
	}
}

func TestMediaRangeMatches(t *testing.T) {
	tests := []struct {
		media, of string
		want      bool
	}{
		{"", "application/json", true},
		{"", "text/json", true},
		{"", "application/problem+json", true},
		{"", "application/jsonp", false},
		{"", "application/x-ndjson", false},
		{"", "text/html", false},
		{"", "+json", false},
		{"", "", false},
		{"application/json", "application/json", true},
		{"Application/JSON; charset=UTF-8", "application/json", true},
		{"application/json", "application/problem+json", false},
		{"application/json", "", false},
		{"application/*+json", "application/problem+json", true},
		{"application/*+json", "application/json", false},
		{"application/*+json", "application/+json", false},
		{"application/*+json", "text/x+json", false},
		{"application/*", "application/xml", true},
		{"application/*", "text/xml", false},
		{"*/*", "text/html", true},
		{"*/*", "", true},
	}
	for _, test := range tests {
		t.Run(test.media+" of "+test.of, func(t *testing.T) {
			m, err := parseMediaRange(test.media, false)
			if err != nil {
				t.Fatal(err)
			}
			if got := m.matches(test.of); got != test.want {
				t.Errorf("found %t, wanted %t", got, test.want)
			}
		})
	}
}

func TestStatusMatches(t *testing.T) {
	tests := []struct {
		status string
		code   int
		want   bool
	}{
		{"201", 201, true},
		{"201", 200, false},
		{"2XX", 200, true},
		{"2xx", 299, true},
		{"2XX", 300, false},
		{"2XX", 199, false},
		{"5XX", 599, true},
		{"default", 404, true},
		{"Default", 999, true},
		{"", 201, true},
		{"", -1, false},
	}
	for _, test := range tests {
		s, err := parseStatus(test.status)
		if err != nil {
			t.Fatal(err)
		}
		if got := s.matches(test.code); got != test.want {
			t.Errorf("%s matches %d: found %t, wanted %t", test.status, test.code, got, test.want)
		}
	}
}
