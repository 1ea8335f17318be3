package openapi

import (
	"slices"
	"strconv"
	"strings"
)

// The members of the objects that lead to what is judged (OpenAPI 3.2, sections 4.8 to 4.17, which has those of earlier versions, too). A member by
// another name is a slip mostly, and what it was meant to say would not be judged, which nobody would be told of.
var (
	operationMembers = []string{"tags", "summary", "description", "externalDocs", "operationId", "parameters", "requestBody", "responses", "callbacks",
		"deprecated", "security", "servers"}
	requestMembers  = []string{"description", "content", "required"}
	responseMembers = []string{"summary", "description", "headers", "content", "links"}
	mediaMembers    = []string{"schema", "itemSchema", "example", "examples", "encoding", "prefixEncoding", "itemEncoding"}
)

// known warns of members of an object that the specification does not have. It has extensions, x-.
func (r *reader) known(n node, what string, members []string) {
	if r.swagger || r.warned[n] {
		return
	}
	r.warned[n] = true
	for name := range n.value.Members() {
		text := name.Text()
		if strings.HasPrefix(text, "x-") || text == "$ref" || slices.Contains(members, text) {
			continue
		}
		r.out.Warnings = append(r.out.Warnings, Place{n.source, name}.Problem(
			"found the member "+strconv.Quote(text)+", which means nothing in "+what+", wanted some of "+strings.Join(members, ", ")+", or x-"))
	}
}
