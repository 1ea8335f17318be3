package contract_test

import (
	"fmt"
	"io"
	"strings"

	"github.com/assaykit/assay/capture"
	"github.com/assaykit/assay/contract"
	"github.com/assaykit/assay/rule"
)

func ExampleChecker_Check() {
	number := &rule.Schema{Assertions: []rule.Assertion{rule.Type{Types: rule.TypeNumber}}}
	checker, err := contract.NewChecker([]contract.Route{
		{Method: "GET", Path: "/users/{id}", Status: "200", Schema: number, Pointer: "/data/id"},
	}, contract.Options{HashKey: []byte("test")})
	if err != nil {
		fmt.Println(err)
		return
	}
	recorded := `{"method":"GET","url":"https://h/users/1?key=abc","status":200,"response":{"headers":{"content-type":"application/json"},"body":{"data":{"id":"1"}}}}
{"method":"GET","url":"https://h/users/1/","status":404,"response":{"headers":{"content-type":"application/json"},"body":{}}}
`
	reader, err := capture.Open("users.ndjson", strings.NewReader(recorded))
	if err != nil {
		fmt.Println(err)
		return
	}
	defer reader.Close()
	for {
		x, err := reader.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			fmt.Println(err)
			continue
		}
		f := checker.Check(x)
		fmt.Printf("%s:%d: %s %s %d: %s (%s)\n", f.Source, f.Line, f.Method, f.URL, f.Status, f.Result, f.Operation)
		if f.Err != nil {
			fmt.Println("\t", f.Err)
		}
		if f.Reason != "" {
			fmt.Println("\t", f.Reason)
		}
	}
	// Output:
	// users.ndjson:1: GET https://h/users/1?key=REDACTED 200: invalid (GET /users/{id})
	// 	 /data/id: found a string of 1 character (#770b67b9), wanted a number (type)
	// users.ndjson:2: GET https://h/users/1/ 404: undocumented-status (GET /users/{id})
	// 	 documented: 200
}

// A summary of before says what is new.
func ExampleSummary_News() {
	user := &rule.Schema{Location: "file:///schemas/user.json", Assertions: []rule.Assertion{rule.Type{Types: rule.TypeObject}},
		Applicators: []rule.Applicator{rule.NewProperties([]rule.Property{{Name: "id", Schema: &rule.Schema{}}})}}
	checker, err := contract.NewChecker([]contract.Route{{Method: "GET", Path: "/users/{id}", Status: "200", Schema: user}}, contract.Options{Coverage: true})
	if err != nil {
		fmt.Println(err)
		return
	}
	summary := func(name, body string) *contract.Summary {
		s := checker.Summary()
		reader, err := capture.Open(name, strings.NewReader(
			`{"method":"GET","url":"https://h/users/1","status":200,"response":{"headers":{"content-type":"application/json"},"body":`+body+"}}\n"))
		if err != nil {
			fmt.Println(err)
			return s
		}
		defer reader.Close()
		x, err := reader.Next()
		if err != nil {
			fmt.Println(err)
			return s
		}
		s.Add(checker.Check(x))
		return s
	}
	before, after := summary("before.ndjson", `{"id": 1, "nick": "x"}`), summary("after.ndjson", `{"id": 10, "nick": "x", "mail": "y"}`)
	for _, n := range after.News(before) {
		fmt.Println(n.Kind, n.Key.Operation, n.Describe())
	}
	// Output:
	// undocumented-member GET /users/{id} the undocumented member "mail" in response 200 any JSON media type (user.json)
	// wider-range GET /users/{id} digits from 2 to 2, which were from 1 to 1, of id in response 200 any JSON media type (user.json)
}
