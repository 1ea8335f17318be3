package plan

import (
	"github.com/assaykit/assay/rule"
)

// Type is a Go type. The set is closed: the types of this file.
type Type interface{ isType() }

// Basic is a predeclared Go type.
type Basic string

// The predeclared types that are used.
const (
	String  Basic = "string"
	Bool    Basic = "bool"
	Int64   Basic = "int64"
	Float64 Basic = "float64"
)

// Time is time.Time. It stands in struct fields only, where the text that was read is kept beside it.
type Time struct{}

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
	// Is is a *Struct, an *Enum or the type's underlying type.
	Is Type
}

// Struct is the type of an object with known members.
type Struct struct {
	Fields []*Field
	// Extra is the type of the members that have no field; nil where the schema allows none.
	Extra Type
}

// Field is a member of an object with a name of its own.
type Field struct {
	Name   string // in Go
	Member string // in JSON
	Doc    []string
	Schema *rule.Schema
	Type   Type
}

// Enum is a string type with constants.
type Enum struct{ Values []Constant }

// Constant is one value of an Enum.
type Constant struct{ Name, Text string }

func (Basic) isType()   {}
func (Time) isType()    {}
func (Raw) isType()     {}
func (Slice) isType()   {}
func (Map) isType()     {}
func (Pointer) isType() {}
func (Wrapped) isType() {}
func (*Named) isType()  {}
func (*Struct) isType() {}
func (*Enum) isType()   {}
