package contract

import (
	"maps"
	"net/textproto"
	"net/url"
	"slices"
	"strings"

	"github.com/assaykit/assay/capture"
	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
)

// Parameter is a parameter of requests, or a header of responses.
type Parameter struct {
	In       string // path, query, header or cookie
	Name     string
	Required bool
	// Style is how a value is written (OpenAPI 3.1, section 4.8.12.2): simple, form, spaceDelimited, pipeDelimited or deepObject. Of any
	// other only whether the parameter is there is checked.
	Style   string
	Explode bool
	// AllowEmpty says that an empty value is one.
	AllowEmpty bool
	// JSON says that the value is a JSON text.
	JSON   bool
	Schema *rule.Schema // nil is anything
}

// where says where in an exchange the parameter is.
func (p Parameter) where() string { return p.In + " parameter " + p.Name }

// values are the parameters that a request has.
type values struct {
	path    map[string]string
	query   map[string][]string
	header  textproto.MIMEHeader // nil where none was recorded
	cookies map[string]string    // nil where none was recorded
}

// valuesOf takes a request apart.
func valuesOf(x *capture.Exchange, p place) values {
	u := x.URL
	if u == nil {
		u = &url.URL{}
	}
	v := values{path: p.named.values(pathOf(u), endsInSlash(u))}
	_, v.query = splitQuery(u.RawQuery, "")
	if len(x.Request.Header) > 0 {
		v.header = x.Request.Header
	}
	// Recorders leave cookies out, so none at all says nothing.
	for _, line := range x.Request.Header.Values("Cookie") {
		for pair := range strings.SplitSeq(line, ";") {
			name, value, ok := strings.Cut(strings.TrimSpace(pair), "=")
			if !ok || name == "" {
				continue // no cookie (RFC 6265, section 4.2.1)
			}
			if v.cookies == nil {
				v.cookies = map[string]string{}
			}
			if n := len(value); n > 1 && value[0] == '"' && value[n-1] == '"' {
				value = value[1 : n-1]
			}
			v.cookies[name] = value
		}
	}
	return v
}

// of are the texts of a parameter; known is false where the capture may have left it out.
func (v values) of(p Parameter) (texts []string, known bool) {
	switch p.In {
	case "path":
		if text, ok := v.path[p.Name]; ok {
			return []string{text}, true
		}
		return nil, false
	case "query":
		if texts := v.query[p.Name]; texts != nil || !strings.HasSuffix(p.Name, "[]") {
			return append(texts, v.query[p.Name+"[]"]...), true
		}
		return v.query[strings.TrimSuffix(p.Name, "[]")], true
	case "header":
		return v.header.Values(p.Name), v.header != nil
	}
	if text, ok := v.cookies[p.Name]; ok {
		return []string{text}, true
	}
	return nil, v.cookies != nil
}

// parameter judges one parameter.
func (c *Checker) parameter(p Parameter, v values) []located {
	if p.Style == "deepObject" {
		return c.deep(p, v)
	}
	texts, known := v.of(p)
	switch {
	case !known:
		return nil
	case len(texts) == 0:
		return missing(p)
	}
	return c.texts(p, p.where(), texts, c.shown.of(p.In))
}

// missing is what is wrong with a request that does not have the parameter.
func missing(p Parameter) []located {
	if !p.Required {
		return nil
	}
	return []located{amiss(p.where(), "nothing", "a value, which is required")}
}

// texts judges the texts of a parameter or header.
func (c *Checker) texts(p Parameter, where string, texts []string, v rule.Values) []located {
	if p.Schema == nil || p.AllowEmpty && len(texts) == 1 && texts[0] == "" {
		return nil
	}
	text, ok := p.json(texts)
	if !ok {
		return nil
	}
	d, err := document.Parse(text)
	if err != nil {
		fault := syntaxOf("a text", err, text, v).Violations[0]
		return []located{amiss(where, fault.Found, fault.Wanted)}
	}
	defer d.Release()
	return locate(where, p.Schema.Explain(d, v))
}

// json writes the value of a parameter as JSON. ok is false where its style is one that is not read.
func (p Parameter) json(texts []string) (text []byte, ok bool) {
	if p.JSON {
		return []byte(texts[0]), true
	}
	is := kinds(p.Schema)
	if is&scalarOrMore == rule.TypeObject {
		return nil, false
	}
	separator := ""
	switch p.Style {
	case "simple":
		separator = ","
	case "form":
		if !p.Explode {
			separator = ","
		}
	case "spaceDelimited":
		separator = " "
	case "pipeDelimited":
		separator = "|"
	default:
		return nil, false
	}
	if is&rule.TypeArray == 0 || len(texts) == 1 && is&^(rule.TypeArray|rule.TypeObject|rule.TypeNull) != 0 {
		return textValue(p.Schema, texts), true
	}
	if separator != "" {
		var items []string
		for _, text := range texts {
			items = append(items, strings.Split(text, separator)...)
		}
		texts = items
	}
	if p.In == "header" {
		for i := range texts {
			texts[i] = strings.TrimSpace(texts[i])
		}
	}
	return arrayValue(p.Schema, texts), true
}

// deep judges a parameter of the style deepObject: name[member]=value.
func (c *Checker) deep(p Parameter, v values) []located {
	b := []byte{'{'}
	for _, name := range slices.Sorted(maps.Keys(v.query)) {
		member, ok := strings.CutPrefix(name, p.Name+"[")
		member, closed := strings.CutSuffix(member, "]")
		if !ok || !closed {
			continue
		}
		if strings.ContainsAny(member, "[]") {
			continue // no specification says what deeper ones mean
		}
		if len(b) > 1 {
			b = append(b, ',')
		}
		b = append(document.AppendString(b, member), ':')
		b = append(b, textValue(memberOf(p.Schema, member), v.query[name])...)
	}
	if len(b) == 1 {
		return missing(p)
	}
	d, err := document.Parse(append(b, '}'))
	if err != nil || p.Schema == nil {
		return nil
	}
	defer d.Release()
	return locate(p.where(), p.Schema.Explain(d, c.shown.of(p.In)))
}

// headers judges the headers of a response.
func (c *Checker) headers(list []Parameter, h textproto.MIMEHeader) []located {
	var found []located
	if len(h) == 0 {
		return nil
	}
	for _, p := range list {
		where := "response header " + p.Name
		texts := h.Values(p.Name)
		if len(texts) > 0 {
			found = append(found, c.texts(p, where, texts, c.shown.apart)...)
		} else if p.Required {
			found = append(found, located{where, rule.Violation{Found: "nothing", Wanted: "a value, which is required"}})
		}
	}
	return found
}
