package contract

import (
	"net/url"
	"testing"
)

func TestRedactURL(t *testing.T) {
	tests := []struct{ url, want string }{
		{"https://api.example.com/connect_sessions", "https://api.example.com/connect_sessions"},
		{"https://api.example.com:8443/a/?api_key=s3&x=1", "https://api.example.com:8443/a/?api_key=REDACTED&x=REDACTED"},
		{"https://h/?z=1&a=2&z=3", "https://h/?z=REDACTED&a=REDACTED&z=REDACTED"},
		{"https://user:s3@h/a", "https://h/a"},
		{"https://s3@h/a", "https://h/a"},
		{"https://h/a#access_token=s3", "https://h/a"},
		{"https://h/a?b=c#s3", "https://h/a?b=REDACTED"},
		{"https://h/a?s3", "https://h/a?REDACTED"},
		{"https://h/a?s3%3D&b", "https://h/a?REDACTED&REDACTED"},
		{"https://h/a?b=s3;c=s3", "https://h/a?b=REDACTED"},
		{"https://h/a?b=s3==&&c=", "https://h/a?b=REDACTED&&c=REDACTED"},
		{"https://h/a?filter%5Bid%5D=s3", "https://h/a?filter%5Bid%5D=REDACTED"},
		{"https://h/a?q=https://u:p@x/?y=s3", "https://h/a?q=REDACTED"},
		{"https://h/a%2Fb/%7Bid%7D", "https://h/a%2Fb/%7Bid%7D"},
		{"https://h/a?", "https://h/a"},
		{"https://h", "https://h"},
		{"/a/b?x=s3", "/a/b?x=REDACTED"},
		{"//user:s3@h/a", "//h/a"},
		{"data:text/plain;base64,czM=", "data:REDACTED"},
		{"user:s3@h/a", "user:REDACTED"},
	}
	for _, test := range tests {
		t.Run(test.url, func(t *testing.T) {
			u, err := url.Parse(test.url)
			if err != nil {
				t.Fatal(err)
			}
			if got := redactURL(u, nil); got != test.want {
				t.Errorf("found %s, wanted %s", got, test.want)
			}
		})
	}
}
