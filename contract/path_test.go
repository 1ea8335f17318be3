package contract

import (
	"net/url"
	"strings"
	"testing"
)

func TestTemplateMatches(t *testing.T) {
	tests := []struct {
		template, url string
		want          bool
	}{
		{"/connect_sessions", "https://h/connect_sessions", true},
		{"/connect_sessions", "https://h/connect_sessions/", true},
		{"/connect_sessions/", "https://h/connect_sessions", true},
		{"/connect_sessions/", "https://h/connect_sessions/", true},
		{"/connect_sessions", "https://h/connect_sessions//", false},
		{"/connect_sessions", "https://h//connect_sessions", false},
		{"/connect_sessions", "https://h/Connect_Sessions", false},
		{"/connect_sessions", "https://h/connect_sessions/1", false},
		{"/connect_sessions", "https://h/connect_sessions?page=/x", true},
		{"/connect_sessions", "https://h/connect_sessions?", true},
		{"/connect_sessions", "https://h/connect_sessions/?a=b#c/d", true},
		{"/", "https://h", true},
		{"/", "https://h/", true},
		{"/", "https://h?x=1", true},
		{"/", "https://h/a", false},
		{"/a", "/a", true},
		{"/users/{id}", "https://h/users/42", true},
		{"/users/{id}", "https://h/users/42/", true},
		{"/users/{id}", "https://h/users/", false},
		{"/users/{id}", "https://h/users//", false},
		{"/users/{id}", "https://h/users", false},
		{"/users/{id}", "https://h/users/a/b", false},
		{"/users/{id}", "https://h/users/a%2Fb", true},
		{"/users/{id}", "https://h/users/a%2fb/", true},
		{"/users/{id}/posts", "https://h/users/a%2Fb/posts", true},
		{"/users/{id}/posts", "https://h/users/a/b/posts", false},
		{"/users/{id}", "https://h/users/%20", true},
		{"/users/{id}", "https://h/users/%00", true},
		{"/users/{id}", "https://h/users/%FF", true},
		{"/users/{id}", "https://h/users/{id}", true},
		{"/users/me", "https://h/%75sers/m%65", true},
		{"/a/b", "https://h/a%2Fb", false},
		{"/a%2Fb", "https://h/a%2fb", true},
		{"/a%2Fb", "https://h/a/b", false},
		{"/café", "https://h/caf%C3%A9", true},
		{"/caf%C3%A9", "https://h/café", true},
		{"/a b", "https://h/a%20b", true},
		{"/a b", "https://h/a+b", false},
		{"/a+b", "https://h/a+b", true},
		{"/a+b", "https://h/a%2Bb", true},
		{"/100%25", "https://h/100%25", true},
		{"/x;v=1", "https://h/x;v=1", true},
		{"/{name}.json", "https://h/report.json", true},
		{"/{name}.json", "https://h/report.json.json", true},
		{"/{name}.json", "https://h/.json", false},
		{"/{name}.json", "https://h/report.xml", false},
		{"/v1/{name}:cancel", "https://h/v1/job-7:cancel", true},
		{"/v1/{name}:cancel", "https://h/v1/job-7", false},
		{"/{a}-{b}", "https://h/x-y", true},
		{"/{a}-{b}", "https://h/x-y-z", true},
		{"/{a}-{b}", "https://h/--x", true},
		{"/{a}-{b}", "https://h/x-", false},
		{"/{a}-{b}", "https://h/-x", false},
		{"/{a}-{b}", "https://h/xy", false},
		{"/{a}--{b}-c", "https://h/x---y-c", true},
		{"/{a}{b}", "https://h/xy", true},
		{"/{a}{b}", "https://h/x", false},
		{"/{a}-{b}/c", "https://h//c", false},
		{"/a//b", "https://h/a//b", true},
		{"/a//b", "https://h/a/b", false},
	}
	for _, test := range tests {
		t.Run(test.template+" "+test.url, func(t *testing.T) {
			parsed, err := parseTemplate(test.template)
			if err != nil {
				t.Fatal(err)
			}
			u, err := url.Parse(test.url)
			if err != nil {
				t.Fatal(err)
			}
			if got := parsed.matches(pathOf(u)); got != test.want {
				t.Errorf("found %t, wanted %t", got, test.want)
			}
		})
	}
}

func TestTemplateFaults(t *testing.T) {
	tests := []struct{ template, want string }{
		{"", "no slash at its start"},
		{"users", "no slash at its start"},
		{"https://api.example.com/users", "no slash at its start"},
		{"/users?page={page}", `found "?"`},
		{"/users#top", `found "#"`},
		{"/users/{id", "closing brace"},
		{"/users/{id/x}", "closing brace"},
		{"/users/id}", "closing brace without"},
		{"/users/{}", "found {}"},
		{"/users/{a{b}}", `found the parameter "a{b"`},
		{"/users/{id}/posts/{id}", "twice"},
		{"/users/{id:[0-9]+}", "wanted a plain name"},
		{"/files/{path...}", "wanted a plain name"},
		{"/files/{+path}", "wanted a plain name"},
		{"/files/{path*}", "wanted a plain name"},
		{"/files/*", "found *"},
		{"/users/:id", `wanted {id}`},
		{"/100%", `found the escape "%"`},
		{"/a%zz", `found the escape "%zz"`},
	}
	for _, test := range tests {
		t.Run(test.template, func(t *testing.T) {
			_, err := parseTemplate(test.template)
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("found the error %v, wanted one with %q", err, test.want)
			}
		})
	}
}

func FuzzTemplate(f *testing.F) {
	f.Add("/users/{id}.json", "/users/1.json")
	f.Add("/{a}-{b}", "/--")
	f.Add("/a%2Fb/", "//")
	f.Fuzz(func(t *testing.T, text, path string) {
		parsed, err := parseTemplate(text)
		if err != nil {
			return
		}
		u, err := url.Parse(path)
		if err != nil {
			return
		}
		parsed.matches(pathOf(u))
		if parsed.compare(parsed) != 0 {
			t.Error("a template does not equal itself")
		}
	})
}
