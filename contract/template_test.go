package contract_test

import (
	"net/url"
	"testing"

	"github.com/assaykit/assay/contract"
)

func TestTemplate(t *testing.T) {
	for path, wanted := range map[string]string{
		"":                      "/",
		"/users/17":             "/users/{id}",
		"/v1/users/17/posts/18": "/v1/users/{id}/posts/{id2}",
		"/orders/ord_00000001":  "/orders/{id}",
		"/orders/ord_1":         "/orders/ord_1",
		"/reports/top_ten":      "/reports/top_ten",
		"/pages/2026-11-27":     "/pages/{id}",
		"/users/2eb8aa08-aa98-11ea-b4aa-73b441d16380": "/users/{id}",
	} {
		if found := contract.Template(&url.URL{Path: path}); found != wanted {
			t.Errorf("%s: found %s, wanted %s", path, found, wanted)
		}
	}
}
