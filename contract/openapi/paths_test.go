package openapi_test

import "testing"

// any200 is an operation that answers 200 with anything.
const any200 = `{responses: {"200": {description: fine}}}`

// TestPaths wants requests to find their operations, among them those that others miss: trailing slashes, escapes and
// several parameters in a segment.
func TestPaths(t *testing.T) {
	c := checker(t, `
servers: [{url: "https://api.example.com/v1/"}, {url: "http://localhost:8080"}]
paths:
  /users/{id}: {get: `+any200+`, delete: `+any200+`}
  /users/me: {get: `+any200+`}
  /users/: {get: `+any200+`}
  /users: {post: `+any200+`, get: `+any200+`}
  /{kind}/{id}/{part}: {get: `+any200+`}
  /files/{name}.{ending}: {get: `+any200+`}
  /files/a%20b: {get: `+any200+`}
  /files/é: {get: `+any200+`}
  /jobs/{user-id[0]}:cancel: {post: `+any200+`}
  /:batch/*: {post: `+any200+`}
  /deep/{path}: {get: {parameters: [{name: path, in: path, required: true, x-multi-segment: true}], responses: {"200": {description: fine}}}}
  /deep/{path}/end: {get: {parameters: [{name: path, in: path, required: true, x-multi-segment: true}], responses: {"200": {description: fine}}}}
  /: {get: `+any200+`}
  /own:
    servers: [{url: /base}]
    get: `+any200+`
    put: {servers: [{url: "//put.example.com"}], responses: {"200": {description: fine}}}
`)
	for _, test := range []struct{ method, url, want string }{
		{"GET", "https://api.example.com/v1/users/7", "valid GET /users/{id}"},
		{"GET", "https://api.example.com:443/v1/users/7", "valid GET /users/{id}"},
		{"GET", "http://API.example.com/v1/users/7/", "valid GET /users/{id}"},
		{"GET", "https://api.example.com/v1/users/a%2Fb", "valid GET /users/{id}"},
		{"GET", "https://api.example.com/v1/users/me", "valid GET /users/me"},
		{"GET", "https://api.example.com/v1/users/m%65", "valid GET /users/me"},
		{"DELETE", "https://api.example.com/v1/users/me", "valid DELETE /users/{id}"},
		{"GET", "https://api.example.com/v1/users", "valid GET /users"},
		{"GET", "https://api.example.com/v1/users/", "valid GET /users/"},
		{"POST", "https://api.example.com/v1/users/", "valid POST /users"},
		{"GET", "http://localhost:8080/users/7?x=1", "valid GET /users/{id}"},
		{"GET", "http://localhost:8081/users/7", "undocumented-operation: no route has this path for this host, but for localhost:8080"},
		{"GET", "https://api.example.com/users/7", "undocumented-operation: no route has this path for this host, but for localhost:8080"},
		{"GET", "https://other.example.com/v1/users/7", "undocumented-operation: no route has this path for this host, but for api.example.com, localhost:8080"},
		{"GET", "https://api.example.com/v1/users//x", "undocumented-operation: no route has this path"},
		{"PUT", "https://api.example.com/v1/users/7", "undocumented-operation: this path is documented for DELETE, GET"},
		{"HEAD", "https://api.example.com/v1/users/7", "undocumented-operation: this path is documented for DELETE, GET"},
		{"OPTIONS", "https://api.example.com/v1/users/7", "undocumented-operation: this path is documented for DELETE, GET"},
		{"GET", "https://api.example.com/v1/users/7/name", "valid GET /{kind}/{id}/{part}"},
		{"GET", "https://api.example.com/v1/files/a.tar.gz", "valid GET /files/{name}.{ending}"},
		{"GET", "https://api.example.com/v1/files/a", "undocumented-operation: no route has this path for this host, but for localhost:8080"},
		{"GET", "https://api.example.com/v1/files/a%20b", "valid GET /files/a%20b"},
		{"GET", "https://api.example.com/v1/files/%C3%A9", "valid GET /files/é"},
		{"POST", "https://api.example.com/v1/jobs/7:cancel", "valid POST /jobs/{user-id[0]}:cancel"},
		{"POST", "https://api.example.com/v1/:batch/*", "valid POST /:batch/*"},
		{"POST", "https://api.example.com/v1/:batch/x", "undocumented-operation: no route has this path for this host, but for localhost:8080"},
		{"GET", "https://api.example.com/v1/deep/a", "valid GET /deep/{path}"},
		{"GET", "http://localhost:8080/deep/a/b/c", "valid GET /deep/{path}"},
		{"GET", "http://localhost:8080/deep/a/b/end", "valid GET /deep/{path}/end"},
		{"GET", "http://localhost:8080/deep/", "valid GET /deep/{path}"},
		{"GET", "http://localhost:8080/deep", "undocumented-operation: no route has this path"},
		{"GET", "https://api.example.com/v1", "valid GET /"},
		{"GET", "https://api.example.com/v1/", "valid GET /"},
		{"GET", "http://localhost:8080", "valid GET /"},
		{"GET", "https://anywhere.example.org/base/own", "valid GET /own"},
		{"PUT", "https://put.example.com/own", "valid PUT /own"},
		{"PUT", "https://api.example.com/v1/own", "undocumented-operation: no route has this path"},
	} {
		if got := said(t, c, exchange{Method: test.method, URL: test.url, Status: 200}); got != test.want {
			t.Errorf("%s %s: %s, want %s", test.method, test.url, got, test.want)
		}
	}
}

// TestServers wants the servers of descriptions to be read as the specification has them.
func TestServers(t *testing.T) {
	for _, test := range []struct{ servers, url, want string }{
		{`[]`, "https://any.example.com/x", "valid GET /x"},
		{`[{url: /}]`, "https://any.example.com/x", "valid GET /x"},
		{`[{url: "."}]`, "https://any.example.com/x", "valid GET /x"},
		{`[{url: v2/}]`, "https://any.example.com/v2/x", "valid GET /x"},
		{`[{url: "https://[::1]:8080"}]`, "https://[0::1]:8080/x", "valid GET /x"},
		{`[{url: "https://user@api.example.com"}]`, "https://api.example.com/x", "valid GET /x"},
		{`[{url: "https://{env}.example.com", variables: {env: {default: api, enum: [api, test]}}}]`, "https://test.example.com/x", "valid GET /x"},
		{`[{url: "https://{env}.example.com", variables: {env: {default: api, enum: [api, test]}}}]`, "https://dev.example.com/x", "undocumented-operation: no route has this path for this host, but for api.example.com, test.example.com"},
		{`[{url: "https://{env}.example.com", variables: {env: {default: api}}}]`, "https://dev.example.com/x", "valid GET /x"},
		{`[{url: "{scheme}://h.example.com:{port}/{base}", variables: {scheme: {default: https}, port: {default: "443"}, base: {default: v1}}}]`, "https://h.example.com:8443/v7/x", "valid GET /x"},
		{`[{url: "https://h.example.com/{base}", variables: {base: {default: api/v1}}}]`, "https://h.example.com/api/v1/x", "valid GET /x"},
		{`[{url: "https://h.example.com/{base}", variables: {base: {default: ""}}}]`, "https://h.example.com/x", "valid GET /x"},
		{`[{url: "https://h.example.com/{base}", variables: {base: {default: v1, enum: [v1, v2]}}}]`, "https://h.example.com/v3/x", "undocumented-operation: no route has this path"},
		{`[{url: "https://h.example.com"}, {url: "http://h.example.com"}]`, "http://h.example.com/x", "valid GET /x"},
	} {
		c := checker(t, "servers: "+test.servers+"\npaths: {/x: {get: "+any200+"}}\n")
		if got := said(t, c, exchange{Method: "GET", URL: test.url, Status: 200}); got != test.want {
			t.Errorf("%s: %s: %s, want %s", test.servers, test.url, got, test.want)
		}
	}
}
