package contract

import (
	"errors"
	"strings"
	"testing"
)

func TestNewCheckerFaults(t *testing.T) {
	good := Route{Method: "POST", Path: "/users", Schema: anything}
	with := func(change func(*Route)) Route {
		r := good
		change(&r)
		return r
	}
	tests := []struct {
		name string
		bad  Route
		want string
	}{
		{"no schema", with(func(r *Route) { r.Schema = nil }), "found no schema"},
		{"path", with(func(r *Route) { r.Path = "/users/{" }), `path "/users/{": found "{"`},
		{"method with space", with(func(r *Route) { r.Method = "GET POST" }), `method "GET POST": found ' '`},
		{"two methods", with(func(r *Route) { r.Method = "GET,POST" }), `method "GET,POST": found ','`},
		{"status word", with(func(r *Route) { r.Status = "ok" }), `status "ok"`},
		{"status short", with(func(r *Route) { r.Status = "20" }), `status "20"`},
		{"status out of range", with(func(r *Route) { r.Status = "600" }), `status "600"`},
		{"status zero", with(func(r *Route) { r.Status = "000" }), `status "000"`},
		{"status signed", with(func(r *Route) { r.Status = "2+1" }), `status "2+1"`},
		{"class half written", with(func(r *Route) { r.Status = "20X" }), `status "20X"`},
		{"class of nothing", with(func(r *Route) { r.Status = "6XX" }), `status "6XX"`},
		{"host with scheme", with(func(r *Route) { r.Host = "https://h" }), `host "https://h"`},
		{"host with userinfo", with(func(r *Route) { r.Host = "me@h" }), `host "me@h"`},
		{"host with bad port", with(func(r *Route) { r.Host = "h:99999" }), `found the port "99999"`},
		{"host with bad glob", with(func(r *Route) { r.Host = "api[.example.com" }), `host "api[.example.com"`},
		{"media type without slash", with(func(r *Route) { r.MediaType = "json" }), `media type "json"`},
		{"media type broken", with(func(r *Route) { r.MediaType = "application/ json" }), `media type "application/ json"`},
		{"media type with version", with(func(r *Route) { r.MediaType = "application/json;v=2" }), "found a parameter"},
		{"range of types", with(func(r *Route) { r.MediaType = "*/json" }), "found * in the type"},
		{"range within subtype", with(func(r *Route) { r.MediaType = "application/v*" }), "found * within the subtype"},
		{"range of prefixes", with(func(r *Route) { r.MediaType = "application/*json" }), "found * within the subtype"},
		{"pointer without slash", with(func(r *Route) { r.Pointer = "data" }), `pointer "data"`},
		{"pointer with bare tilde", with(func(r *Route) { r.Pointer = "/a~" }), "found ~ by itself"},
		{"pointer with bad escape", with(func(r *Route) { r.Pointer = "/a~0/b~2" }), "found ~ by itself"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			test.bad.Name = "create user"
			_, err := NewChecker([]Route{good, test.bad}, Options{})
			if err == nil || !strings.Contains(err.Error(), test.want) || !strings.Contains(err.Error(), "route 2 (create user): ") {
				t.Fatalf("found the error %v, wanted route 2 (create user) with %q", err, test.want)
			}
			if e, ok := errors.AsType[*RouteError](err); !ok || e.Index != 1 || e.Name != "create user" {
				t.Errorf("found %+v, wanted a RouteError of index 1", e)
			}
		})
	}
}

func TestNewCheckerTellsAllFaults(t *testing.T) {
	_, err := NewChecker([]Route{{Path: "/a"}, {Path: "b", Schema: anything, Status: "x"}}, Options{})
	for _, want := range []string{"route 1 (/a): found no schema", "route 2 (b): path", `status "x"`} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("found the error %v, wanted %q in it", err, want)
		}
	}
}

func TestNewCheckerOnePlaceTwice(t *testing.T) {
	base := Route{Host: "api.example.com", Method: "GET", Path: "/users/{id}", Status: "200",
		MediaType: "application/json", Schema: anything}
	tests := []struct {
		name   string
		change func(*Route)
		same   bool
	}{
		{"itself", func(*Route) {}, true},
		{"another name", func(r *Route) { r.Name = "get user" }, true},
		{"another pointer", func(r *Route) { r.Pointer = "/data" }, true},
		{"method in lower case", func(r *Route) { r.Method = "get" }, true},
		{"another parameter name", func(r *Route) { r.Path = "/users/{user_id}" }, true},
		{"a slash at the end", func(r *Route) { r.Path = "/users/{id}/" }, true},
		{"percent-encoded", func(r *Route) { r.Path = "/%75sers/{id}" }, true},
		{"host in upper case", func(r *Route) { r.Host = "API.example.com." }, true},
		{"a charset", func(r *Route) { r.MediaType = "application/JSON; charset=utf-8" }, true},
		{"another status", func(r *Route) { r.Status = "201" }, false},
		{"a class", func(r *Route) { r.Status = "2XX" }, false},
		{"another media type", func(r *Route) { r.MediaType = "application/*" }, false},
		{"any media type", func(r *Route) { r.MediaType = "" }, false},
		{"another host", func(r *Route) { r.Host = "*.example.com" }, false},
		{"a port", func(r *Route) { r.Host = "api.example.com:443" }, false},
		{"any method", func(r *Route) { r.Method = "" }, false},
		{"a literal segment", func(r *Route) { r.Path = "/users/id" }, false},
		{"braces as literals", func(r *Route) { r.Path = "/users/%7Bid%7D" }, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			other := base
			test.change(&other)
			_, err := NewChecker([]Route{base, other}, Options{})
			if same := err != nil; same != test.same {
				t.Fatalf("found the error %v, wanted one: %t", err, test.same)
			}
			if test.same && !strings.Contains(err.Error(), "as in route 1 (GET /users/{id})") {
				t.Errorf("found the error %v, wanted it to name route 1", err)
			}
		})
	}
}

func TestDefaultIsAnyStatus(t *testing.T) {
	_, err := NewChecker([]Route{{Path: "/a", Schema: anything}, {Path: "/a", Status: "default", Schema: anything}}, Options{})
	if err == nil {
		t.Error("found no error, wanted one: both govern every status")
	}
}
