package contract

import (
	"github.com/assaykit/assay/capture"
)

// empty judges a response of which no media type is documented.
func (c *Checker) empty(g governing, x *capture.Exchange, f Finding) Finding {
	if g.NoBody && len(x.Response.Body) > 0 {
		f.Result = UndocumentedMediaType
		f.Reason = c.shown.describeMedia(x.Response.MediaType) + "; documented: no body"
		return f
	}
	f.Result = Valid
	return f
}

// describedBody judges the body of a response by its media type, where an API description says of what media type it is.
func (c *Checker) describedBody(g governing, m capture.Message, f Finding) Finding {
	if g.Schema == nil {
		f.Result = Valid
		return f
	}
	d, reason, err := c.read(m, g.media.of(m), g.Schema)
	switch {
	case err != nil:
		return f.invalid(err)
	case d == nil:
		return f.skip(reason)
	}
	defer d.Release()
	return c.judge(g, d, f)
}

// headersOf adds to the finding on a body what is wrong with the headers of the response.
func (c *Checker) headersOf(g governing, x *capture.Exchange, f Finding) Finding {
	return f.with(c.headers(g.Headers, x.Response.Header))
}
