package schema

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/assaykit/assay/document"
)

// Bundle makes one JSON text of a schema and all the documents that it refers to, a compound schema document
// (2020-12 core, section 9.3): each other document stands, under its URI, in $defs of the root's, or in definitions
// up to draft 7. The built-in metaschemas stay out. A schema that is a part of a document becomes a reference to that part.
//
// References stay as they are wherever they still lead to the same schema. A URI that says where a file was found becomes
// one below https://bundle.invalid/, with the same relative references between files, so the text does not tell what
// the folders of this machine are called; comments and what no keyword reads stay as written. A root without $schema
// gets that of the draft that it was read by. A $schema that names a metaschema of one's own with all keywords of a draft
// becomes that draft's.
//
// The bundle of a bundle is that bundle. The error is an *[Error] where a document cannot be held in another one:
// where its metaschema chooses vocabularies, where it is not an object or a boolean, or where two of one
// URI differ.
func Bundle(s *Schema) ([]byte, error) {
	b, err := newBundle(s)
	if err != nil {
		return nil, err
	}
	b.refuse()
	if b.gather(); len(b.problems) == 0 {
		b.arrange()
	}
	text := b.write()
	if len(b.problems) > 0 {
		return nil, b.refused()
	}
	var pretty bytes.Buffer
	if err := json.Indent(&pretty, text, "", "  "); err != nil {
		return nil, fmt.Errorf("the bundle is no JSON text: %w", err)
	}
	pretty.WriteByte('\n')
	if err := b.alone(pretty.Bytes()); err != nil {
		return nil, fmt.Errorf("the bundle cannot be used without its documents: %w", err)
	}
	return pretty.Bytes(), nil
}

// bundle is a schema on its way into one text.
type bundle struct {
	*compiler
	fragment string
	names    bundleNames
	parts    []*part              // the documents in the bundle, the root's first
	placed   map[string]*resource // by their URIs in the bundle; of several within one document, the first
	// found are the resources of the root's document whose URIs depend on where that was found.
	found map[*resource]bool
	// dangling are the references that nothing followed when the schema was compiled.
	dangling map[document.Value]*resource
	// located says that something leads to a URI that depends on where the root's document was found.
	located bool
	// texts are the strings that are written otherwise than they are read.
	texts map[document.Value]string
}

// newBundle compiles the schema once more, to know what each reference leads to.
func newBundle(s *Schema) (*bundle, error) {
	if s.root == nil {
		return nil, fmt.Errorf("%s: found several schemas at #%s, wanted one", s.Sources[0].Name, s.fragment)
	}
	root, o := s.again(func(uri string) string { return uri })
	c := newCompiler(o)
	c.links = map[document.Value]link{}
	if _, err := c.compile(root, s.fragment); err != nil {
		return nil, err
	}
	b := &bundle{
		compiler: c, fragment: s.fragment, placed: map[string]*resource{},
		found: map[*resource]bool{}, dangling: map[document.Value]*resource{}, texts: map[document.Value]string{},
	}
	own := func(r *resource) bool { return slices.Contains(c.sources, r.source) }
	c.documents = slices.DeleteFunc(c.documents, func(r *resource) bool { return !own(r) })
	b.names = nameBundle(c.documents)
	return b, nil
}

// home is the resource that the root's document is.
func (b *bundle) home() *resource { return b.documents[0] }

// arrange settles what is written of each document.
func (b *bundle) arrange() {
	for _, p := range b.parts {
		b.visitPart(p)
	}
	for ref, l := range b.links {
		b.locate(ref, l.from, l.to)
	}
	for ref, from := range b.dangling {
		b.locate(ref, from, b.known(from, ref))
	}
	b.identifyParts()
	for ref, l := range b.links {
		b.redirect(ref, l.from, l.to)
	}
	for ref, from := range b.dangling {
		b.redirect(ref, from, b.known(from, ref))
	}
}

// refused is why there is no bundle, in the order of the places.
func (b *bundle) refused() error {
	list := inPlaceOrder(b.problems)
	slices.SortFunc(list, func(a, b Problem) int {
		return cmp.Or(strings.Compare(a.File, b.File), cmp.Compare(a.Position.Line, b.Position.Line),
			cmp.Compare(a.Position.Column, b.Position.Column), strings.Compare(a.Message, b.Message))
	})
	return &Error{slices.Compact(list)}
}

// alone compiles the bundle with nothing beside it.
func (b *bundle) alone(text []byte) error {
	d, err := document.Parse(text)
	if err != nil {
		return err
	}
	o := b.options
	o.Load = nil
	_, err = Compile(&Source{URI: b.names.of(b.home().uri).String(), Name: "bundle", Document: d}, "", o)
	return err
}
