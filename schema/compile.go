package schema

import (
	"net/url"
	"strings"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
	"github.com/assaykit/assay/rule/pattern"
)

// compiler holds the state of one Compile.
type compiler struct {
	options   Options
	limits    *rule.Limits // a copy of those among the options, which does not hold the compiler
	keywords  map[string][]keyword
	resources map[string]*resource
	located   map[*resource]bool // known by the URI they were found at alone
	sources   []*Source
	dialects  map[string]dialect // of metaschemas, by their URIs
	compiled  map[scoped]*rule.Schema
	// scopes are the dynamic scopes met so far, by their texts; outside is the one without any resource. tracked are the
	// anchors that they keep, missing those that they should, and holders counts the resources that have an anchor.
	scopes  map[string]*scope
	outside *scope
	tracked map[string]bool
	missing []string
	holders map[string]int
	// count is how many schemas were compiled, entries how many values the documents have, and gaveUp that there
	// were too many.
	count, entries int
	gaveUp         bool
	// expressions are the patterns compiled so far, by their texts.
	expressions map[string]*pattern.Pattern
	// near are the keywords that those unknown so far look like.
	near map[looked]string
	// strange are the schemas with members that neither are keywords nor look like any.
	strange  map[*rule.Schema]bool
	visited  []found // every schema object, in the order of its document
	problems []note
	warnings []note
	noted    map[note]bool // problems and warnings, for none is noted twice
	// documents are the roots of the documents that schemas were looked for in, in the order of their first use.
	documents []*resource
	// led are the references that led somewhere, by their texts, and children those of large values, by their tokens.
	// locators find the pointers of values in their documents, and roots are those of resources.
	led      map[reference]led
	children map[document.Value]map[string]document.Value
	locators map[*document.Document]*document.Locator
	roots    map[*resource]string
	// links are the references followed, by their values; nil where nobody asks for them.
	links map[document.Value]link
}

// site is a schema within its resource. The pointer leads to it from the resource's root.
type site struct {
	resource *resource
	value    document.Value
	pointer  string
}

// location is the absolute keyword location of a site.
func (s site) location() string {
	return s.resource.uri.String() + "#" + (&url.URL{Fragment: s.pointer}).EscapedFragment()
}

// additional reports whether a site is the value of additionalItems or additionalProperties, which drafts before 6 let
// be a boolean where no other schema may.
func (s site) additional() bool {
	keyword := s.pointer[strings.LastIndexByte(s.pointer, '/')+1:]
	return keyword == "additionalItems" || keyword == "additionalProperties"
}

// down is the site of a subschema, by the reference tokens that lead to it.
func (s site) down(value document.Value, tokens ...string) site {
	if inner, ok := s.resource.inner[value]; ok {
		return site{resource: inner, value: value}
	}
	pointer := s.pointer
	for _, t := range tokens {
		pointer += "/" + document.EscapePointer(t)
	}
	if other, ok := s.resource.others[value]; ok {
		return site{other, value, pointer}
	}
	return site{s.resource, value, pointer}
}

// Compile makes a schema from its document. fragment is a JSON Pointer or an anchor
// within it, or "" for all of it. The error is an *[Error] with the place of each problem.
func Compile(src *Source, fragment string, o Options) (*Schema, error) {
	return newCompiler(o).compile(src, fragment)
}

func newCompiler(o Options) *compiler {
	limits := o.Limits
	return &compiler{
		options: o, limits: &limits, keywords: keywordTable(),
		resources: map[string]*resource{}, located: map[*resource]bool{}, dialects: map[string]dialect{},
		tracked: map[string]bool{}, holders: map[string]int{},
		led: map[reference]led{}, children: map[document.Value]map[string]document.Value{},
		locators: map[*document.Document]*document.Locator{}, roots: map[*resource]string{},
		expressions: map[string]*pattern.Pattern{}, near: map[looked]string{},
		strange: map[*rule.Schema]bool{}, noted: map[note]bool{},
	}
}

func (c *compiler) compile(src *Source, fragment string) (*Schema, error) {
	c.sources = append(c.sources, src)
	o := c.options
	d := o.Default
	if d == 0 {
		d = Draft2020
	}
	r := c.identify(src, d.dialect())
	s := &Schema{Draft: r.dialect.draft, options: o}
	c.passes(func() {
		s.roots, s.fragment = c.rootsAt(r, fragment)
		if c.options.Whole && fragment == "" {
			c.whole(r)
		}
	})
	if _, err := c.finished(s); err != nil {
		return nil, err
	}
	if len(s.roots) == 1 && s.roots[0].Name == "" {
		s.root = s.roots[0].Rule
	}
	return s, nil
}

// schema compiles the schema at a site, once for each dynamic scope that makes a difference.
func (c *compiler) schema(at site, outer *scope) *rule.Schema {
	inside := c.inside(outer, at.resource)
	key := scoped{at.value, inside}
	if s, ok := c.compiled[key]; ok {
		return s
	}
	s := &rule.Schema{Location: at.location(), Scope: inside.text, Source: at.value, Limits: c.limits}
	c.compiled[key] = s
	if c.count++; c.spent() {
		c.tooMany(at)
		return s
	}
	draft := at.resource.dialect.draft
	switch kind := at.value.Kind(); {
	case at.value == at.resource.root && at.resource.describes != nil:
		c.fail(CodeNotSchema, at.resource.source, at.value, "%s", at.resource.describes.oneOf(at.value))
	case kind == document.Boolean && (draft >= Draft6 || at.additional()):
		s.Never = !at.value.True()
	case kind == document.Object:
		r := reader{compiler: c, site: at, scope: inside, schema: s}
		r.read()
	default:
		wanted := "an object or a boolean"
		if draft < Draft6 {
			wanted = "an object"
		}
		c.fail(CodeNotSchema, at.resource.source, at.value, "found %s, wanted a schema: %s", kindWord(at.value), wanted)
	}
	return s
}

func kindWord(v document.Value) string {
	switch v.Kind() {
	case document.Null:
		return "null"
	case document.Array, document.Object:
		return "an " + v.Kind().String()
	}
	return "a " + v.Kind().String()
}
