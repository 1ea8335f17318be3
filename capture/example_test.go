package capture_test

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/assaykit/assay/capture"
)

func Example() {
	recording := `{"method":"GET","url":"https://api.example.com/users/7","status":200,"response":{"body":{"id":7}}}
{"method":"GET","url":"https://api.example.com/users/8","status":"ok"}
{"method":"GET","url":"https://api.example.com/users/9","status":404}
`
	r, err := capture.Open("users.ndjson", strings.NewReader(recording))
	if err != nil {
		fmt.Println(err)
		return
	}
	defer r.Close()
	for {
		x, err := r.Next()
		if err == io.EOF {
			break
		}
		if _, damaged := errors.AsType[*capture.EntryError](err); damaged {
			fmt.Println(err)
			continue
		}
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(x.Method, x.URL.Path, x.Status, x.Response.State, string(x.Response.Body))
	}
	// Output:
	// GET /users/7 200 body recorded {"id":7}
	// users.ndjson:2: entry 2: status: found a string, wanted an integer
	// GET /users/9 404 no body
}

func ExampleNaming() {
	names, err := capture.ParseNaming("{method}/{path}/{status}.json")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, file := range []string{"GET/users/7/200.json", "notes.txt"} {
		r, err := names.Open(file, file, strings.NewReader(`{"id":7}`))
		if err != nil {
			fmt.Println(err)
			continue
		}
		x, err := r.Next()
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(x.Method, x.URL.Path, x.Status, x.Response.MediaType, string(x.Response.Body))
		r.Close()
	}
	// Output:
	// GET /users/7 200 application/json {"id":7}
	// notes.txt: found the file name notes.txt, wanted one such as {method}/{path}/{status}.json
}
