// Package capture reads recorded HTTP exchanges, whatever tool recorded them, as one stream.
//
// [Open] looks at the content of a source, not at its name, and tells HAR 1.2, nock recordings, go-vcr cassettes, dumps of
// curl -i and NDJSON apart, each of them plain, gzip-compressed or zstd-compressed. [Reader.Next] then gives one [Exchange] at a time,
// with its bodies in the clear. An entry that is damaged is reported as an [*EntryError] and costs
// nothing but itself. Memory grows with the largest entry, not with the source.
//
// A folder of files that are bodies alone is read by a [Naming], which says what the names of files tell.
//
// No error of this package repeats a value of the recording: such a value may be a secret.
// Errors tell names, types and places only.
//
// # HAR
//
// The members that [HAR 1.2] defines are read by their exact names; all others are passed over.
// Only the shape of what an Exchange is made of is checked, and recorders are met halfway:
//
//   - a status may be a string, and is 0 where it is -1 (Playwright) or there is no response at all (Proxyman); sizes that are no numbers are not known;
//   - base64 may have line breaks; bodies in it, or in files beside (_file, Playwright), may still be under their content codings;
//   - a body is not recorded where a recorder says that the response broke off (_error, _failureText, _charlesStatus), or that it kept less
//     than all: a comment beside a text that is shorter than the size, or a text of 1,048,576 characters,
//     where Firefox cuts.
//
// Files beside a HAR are read by [Limits.OpenBeside], which has the folder.
//
// # nock
//
// A [nock] recording is an array of objects, the first of which has a scope. scope and path are the URL, without the default
// port that nock adds; the method is taken in upper case, and a status that is absent is 200, as nock has them. Headers
// (reqheaders of the request; of the response rawHeaders, or headers where there are none) are a flat array of names and values, or an object.
// A body is any JSON, or a string that is its text. A response under a content coding may be an array of hexadecimal
// strings, and one with responseIsBinary is one such string. Nock tells neither an empty body from none nor a body that is a
// JSON string from its text: an empty one is none in a request, and in a response that may have none.
//
// # go-vcr
//
// A [go-vcr] cassette is YAML with a block sequence under interactions, each of which has a request (method, url) and a response
// (code), both with headers as lists and a body, which is a string or !!binary. Each is read alone; one with an alias is read together with those
// before it that have anchors, of which 1 MiB is kept and 16 MiB are read again. A sequence in flow style is held whole, and must be no longer than an entry may. Bodies may be under their content codings. Nock's rule
// for empty bodies holds; where a request has only the fields of a form, its body is not recorded.
//
// # curl
//
// A dump is what [curl -i] writes: the status line (HTTP/1.0 to HTTP/3), headers and body of a response, with those of others behind it.
// Lines may end with CR LF or LF. curl does not write what it asked for, so a line before the response has to tell the request, as people
// keep it:
//
//	$ curl -i -X POST -H 'Content-Type: application/json' -d '{"name": "a"}' https://api.example.com/users
//	HTTP/2 201
//	content-type: application/json
//
//	{"id": 1}
//
//	# GET https://api.example.com/users/1
//	HTTP/2 200
//	…
//
// It is a curl command with or without a prompt ($, % or #), of which method, URL, headers and body are taken, and which may go over more than one line;
// or a method and a URL or a path, with or without # before them. Of such lines one behind the other
// the last counts. Other lines that begin with #, and blank ones, are passed over.
//
// A body is as long as Content-Length says where a response, a request or the end of the text stands behind it. Else, as where there is no
// such header, it goes to the next line with a request that has a response behind it, or to the end of the text. An entry is damaged where neither tells the
// end of the body, and where its length is another than the header says (but under a content coding, which --compressed undoes).
// An empty body is none.
//
// Responses of 1xx but 101, and those of a proxy that opened the way, belong to the response behind them. Of a redirect that curl followed (-L) the
// next response behind it is that of its Location, with the method that curl takes; a request that was refused, or failed (401, 407, 408, 429, 5xx), was
// made again; and a command with more than one URL has an answer for each. What curl did not write of the former is a body that is not recorded.
//
// # NDJSON
//
// One exchange a line, blank lines between them allowed, each a JSON object (shown here on more lines):
//
//	{
//	  "method": "POST",
//	  "url": "https://api.example.com/connect_sessions",
//	  "status": 201,
//	  "time": "2026-11-01T09:30:00Z",
//	  "request": {
//	    "headers": {"accept": ["application/json", "text/plain"]},
//	    "bodyText": "provider=bamboohr"
//	  },
//	  "response": {
//	    "headers": {"content-type": "application/json"},
//	    "body": {"id": 48501}
//	  }
//	}
//
// method, url and status are required; status is 0 where no response came. time is by RFC 3339. A
// header's value is a string or an array of strings. A message holds its body in at most one of three
// members, and has no body where it holds none of them:
//
//   - body: any JSON value, null included; its text is taken exactly as it is written;
//   - bodyText: a string that is the text of the body;
//   - bodyBase64: a string that is the body's bytes in base64.
//
// Other members are passed over.
//
// [curl -i]: https://curl.se/docs/manpage.html#-i
// [nock]: https://github.com/nock/nock#recording
// [go-vcr]: https://github.com/dnaeon/go-vcr
// [HAR 1.2]: http://www.softwareishard.com/blog/har-12-spec/
package capture
