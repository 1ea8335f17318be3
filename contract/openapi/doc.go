// Package openapi reads OpenAPI descriptions as contracts: the routes that package contract holds exchanges against.
//
// It reads OpenAPI 3.0, 3.1 and 3.2, and of Swagger 2.0 the responses and bodies of requests. It only finds out what is where:
// servers, paths, parameters, bodies, responses and what they refer to, in other files, too. Schemas stay where they are and are
// compiled there by package schema, so every error has its file:line:col. What says nothing of exchanges is not looked at.
//
// # What the specification leaves open
//
//   - A server without host, such as /v1 or none at all, is any host. A server without port is any port. The scheme says
//     nothing.
//   - A server variable with enum is each of its values, another one any text, or its default where that is more than
//     one segment.
//   - A path with x-multi-segment: true at a parameter lets that parameter take slashes.
//   - Two paths that differ in a slash at the end are two; otherwise that slash makes no difference.
//   - A response without content may have any body or none; one whose content is empty has none.
//   - A member that is required and readOnly need not be in requests, one that is writeOnly not in responses, in every version.
//   - webhooks, callbacks, links, security and examples say nothing of what is checked. A discriminator adds nothing to
//     validation (OpenAPI 3.1, section 4.8.25).
package openapi
