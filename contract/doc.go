// Package contract says which schema governs which recorded exchange, and what it says of it.
//
// A [Checker] is made once of a list of [Route] values and then asked about each exchange of a
// capture. It answers with a [Finding]: the exchange is valid, or invalid with its violations, or the
// contract does not document its operation, its status or its media type, or it is skipped, always with
// the reason. No exchange goes without a finding.
//
// # How the governing route is found
//
// The routes of one host, method and path are one operation. The operation is chosen first, then the
// status, then the media type, each by the narrowest route that fits. There is no way back: an
// operation that documents status 201 for application/json only does not document a 201 of text/html,
// though it may have a default response for any media type. That is how OpenAPI 3.1 has it (Responses
// Object, Response Object). Only a path of another method does not stand in the way of a wider one:
// beside GET /users/me, DELETE /users/{id} governs DELETE /users/me. The order of the list of routes
// never matters.
//
//   - Host: a literal name comes before a glob, a glob before none; with a port before without.
//   - Path: segment by segment from the left, a literal comes before a parameter.
//   - Method: a method comes before none.
//   - Status: 201 comes before 2XX, 2XX before default.
//   - Media type: application/json comes before application/*+json, then any JSON media type,
//     application/* and */*.
//
// # What is equal in a URL
//
// Segments are split at the slashes of the path as it is written and compared after percent-decoding,
// so %2F stays within its segment (RFC 3986, section 2.2). One slash at the end of a path makes no
// difference, and no path is the path "/" (RFC 3986, section 6.2.3). Hosts are compared without case and
// without the dot of the root; a port that is not written is the scheme's own. Query, fragment
// and userinfo say nothing of the operation.
//
// # What a finding shows
//
// A finding holds no value of the query, none of a header except the media type and, unless [Options]
// asks for values, none of a body: it tells these by type, length and a keyed hash. It does hold the path and the names of query
// parameters and members, except those that look like tokens (package capture/secret). [Checker.Sensitive] tells what schemas mark
// in an exchange, for those who take it out.
package contract
