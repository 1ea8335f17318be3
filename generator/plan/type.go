package plan

import (
	"fmt"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
)

// Type is a Go type. The set is closed: the types of this file.
type Type interface{ isType() }

// Basic is a predeclared Go type.
type Basic string

// The predeclared types that are used by themselves. Formats may ask for the other widths of numbers.
const (
	String  Basic = "string"
	Bool    Basic = "bool"
	Int64   Basic = "int64"
	Uint64  Basic = "uint64"
	Float64 Basic = "float64"
)

// Time is time.Time. It stands in struct fields only, where the text that was read is kept beside it.
type Time struct{}

// Number is json.Number: the text of a number.
type Number struct{}

// Custom is a type of another package, or one that people wrote in this package, which encoding/json reads and writes.
type Custom struct{ GoType }

// Raw is json.RawMessage: any JSON value, as text.
type Raw struct{}

// Slice is []Of.
type Slice struct{ Of Type }

// Map is map[string]Of.
type Map struct{ Of Type }

// Pointer is *To. It breaks the cycle of structs that hold each other.
type Pointer struct{ To *Named }

// Wrapped is a type of package field around another: Optional[Of], Nullable[Of] or Maybe[Of].
type Wrapped struct {
	State State
	Of    Type
	// Pointer says that it is a pointer instead, which is nil where the value is absent or null.
	Pointer bool
	// Nil says that it is the bare type, a slice or map, which is nil where the value is absent. One that is empty is not nil.
	Nil bool
}

// State says which of absent and null a value may be.
type State uint8

// The states, each a type of package field but the first, which is the bare type.
const (
	Bare State = iota
	Optional
	Nullable
	Maybe
)

// Named is a type that the generated package declares.
type Named struct {
	Name string
	// Doc is the text of the type's doc comment, a paragraph an entry.
	Doc []string
	// Schema is the schema that the type stands for.
	Schema *rule.Schema
	// Also are further schemas that its values satisfy, where the type stands for several at once.
	Also []*rule.Schema
	// Part says that the type stands for some values of its schema only, as a variant of a union: it has no
	// methods of its own but those of the union.
	Part bool
	// Own says that the type stands for a schema of its own: the root, a definition, or one that has its own URI, anchor or Go name. Others stand
	// where they are used.
	Own bool
	// Null says that null is a value of the type itself: its zero value.
	Null bool
	// Is is a *Struct, *Tuple, *Union, *Enum or the type's underlying type.
	Is Type
	// Secrets say what of it is not to be shown.
	Secrets Secrets

	suffix string // tells it from another type of the same schema
	some   bool   // its values satisfy one of the schemas, not all
	// branches are those that the type is the part of a union for.
	branches []conjunction
	// union is the one that the type is a variant of, by a word of its own, where its schema has no other name.
	union *Named
	word  string
}

// whole reports whether the type stands for all values of its schema, and for no other schema.
func (n *Named) whole() bool { return !n.Part && len(n.Also) == 0 }

// Struct is the type of an object with known members.
type Struct struct {
	Fields []*Field
	// Constants are the members that have one value, always.
	Constants []Constant
	// Extra is the type of the members that have no field; nil where the schema allows none.
	Extra Type
	// Other says that the schema allows values that are no objects.
	Other bool
}

// Field is a member of an object with a name of its own.
type Field struct {
	Name   string // in Go
	Member string // in JSON
	Doc    []string
	Schema *rule.Schema
	Type   Type
	// Tags are further struct tags, by their keys.
	Tags map[string]string
	// Soft are the schemas of which the member's value satisfies one where the field has it. It may satisfy none:
	// the member is then among those that have no field. nil for a field that has the member always.
	Soft []*rule.Schema
	// Default is the value that the schema proposes, where defaults are asked for and the field can have it; the zero Value for none.
	Default document.Value

	asked   document.Value // what x-go-name calls it; the zero Value for nothing
	source  *rule.Schema   // which says what it is for
	schemas []*rule.Schema // that its value satisfies
}

// Tuple is the type of an array whose items have different types, by their place.
type Tuple struct {
	Items []*Field
	// Rest is the type of the items behind those; nil where the schema allows none.
	Rest Type
}

// Union is the type of values that are of one of several types.
type Union struct {
	Variants []*Named
	// Cases say in order how a value's type is found. The last needs no test.
	Cases []Case
}

// Case is a type of a union, and how its values are told from those of the cases behind it.
type Case struct {
	Type  *Named
	Tells Test
}

// Test tells values of a type from others: by their kinds and, where those are not enough, by a string member, or by asking
// schemas. That of the last case is zero.
type Test struct {
	Kinds  rule.Types
	Member string
	Values []string
	Any    [][]*rule.Schema // all schemas of one of the lists accept the value
}

// Enum is a type with constants: of strings, or of integers.
type Enum struct {
	Of     Basic // String or Int64
	Values []Constant
	// Open says that there are other values, too.
	Open bool
}

// Constant is one value that has a name.
type Constant struct {
	Name string
	Doc  []string
	// Text is the value of a string, and JSON its text, as that of any other.
	Text, JSON string
	// Member is the one that has the value always, for constants of a struct.
	Member string
	// Of is the type of the constant; "" where Go has none for it.
	Of Basic
}

func (Basic) isType()   {}
func (Time) isType()    {}
func (Number) isType()  {}
func (Custom) isType()  {}
func (Raw) isType()     {}
func (Slice) isType()   {}
func (Map) isType()     {}
func (Pointer) isType() {}
func (Wrapped) isType() {}
func (*Named) isType()  {}
func (*Struct) isType() {}
func (*Tuple) isType()  {}
func (*Union) isType()  {}
func (*Enum) isType()   {}

// same tells whether two types are one in Go.
func same(a, b Type) bool { return identity(a) == identity(b) }

// identity is a text that types share if they are one in Go.
func identity(t Type) string {
	switch t := t.(type) {
	case Basic:
		return string(t)
	case Custom:
		return t.Path + "." + t.Name
	case Slice:
		return "[]" + identity(t.Of)
	case Map:
		return "map " + identity(t.Of)
	case Pointer:
		return "*" + identity(t.To)
	case Wrapped:
		return fmt.Sprintf("%d %s", t.State, identity(t.Of))
	case *Named:
		return fmt.Sprintf("%p", t)
	}
	return fmt.Sprintf("%T", t)
}
