package generator

// Options say what to write.
type Options struct {
	Package string // the Go package's name
	Type    string // the root type's name; "" takes it from the schema's title or file name
	// Declared are types that hand-written files of the package declare: x-go-type can ask for them by their names alone.
	Declared []string
	Style
}

// Style is what packages of one project have in common. Its zero value is the default of everything.
type Style struct {
	// Header is text for the head of every file: a comment below the line that says that the file is generated.
	Header string `json:"header"`
	// BuildTags is a build constraint for every file, such as "linux && !race".
	BuildTags string `json:"build-tags"`
	// Layout says how a package is laid out in files.
	Layout Layout `json:"layout"`
	// Optional says what stands for members that may be absent or null.
	Optional Optional `json:"optional"`
	// Numbers says what stands for numbers that need not be integers.
	Numbers Numbers `json:"numbers"`
	// Formats are Go types for formats, by the format's name.
	Formats map[string]Format `json:"formats"`
	// Initialisms are words that names have in capitals, beside those that Go programmers have for all: "SKU".
	Initialisms []string `json:"initialisms"`
	// Imports are packages that have the types of other schemas already. The first that fits counts.
	Imports []Import `json:"imports"`
	// Emit lists what is written beside the types themselves; nil is codec, validator and string. An empty list is the
	// types alone.
	Emit []Extra `json:"emit"`
	// ReadOnly and WriteOnly say what becomes of members that the schema marks so.
	ReadOnly  Access `json:"read-only"`
	WriteOnly Access `json:"write-only"`
}

// Layout is how a package is laid out in files.
type Layout string

// The layouts.
const (
	KindsLayout  Layout = "kinds"  // a file for the types, one for the codecs, and so on; the default
	SingleLayout Layout = "single" // one file
	TypesLayout  Layout = "types"  // a file for each type
)

// Optional is what stands for members that may be absent or null.
type Optional string

// The ways to say absent.
const (
	FieldOptional   Optional = "field"   // the types of package field, which keep absent and null apart; the default
	PointerOptional Optional = "pointer" // pointers; slices and maps that may be absent, but not null, are nil instead
)

// Numbers is what stands for numbers that need not be integers.
type Numbers string

// The kinds of numbers.
const (
	FloatNumbers Numbers = "float64" // the default
	ExactNumbers Numbers = "exact"   // their text
)

// Format is what stands for a format.
type Format struct {
	// GoType is a type of a package, such as "net/netip.Addr", or a predeclared one: "string" or a number of some
	// width. encoding/json reads and writes the first.
	GoType string `json:"go-type"`
}

// Import says that the types of some schemas are in another package already.
type Import struct {
	// Schema is how the URIs of these schemas begin.
	Schema string `json:"schema"`
	// Package is the package's import path.
	Package string `json:"package"`
}

// Extra is something that is written beside the types themselves.
type Extra string

// The extras. What reads or writes values (constructors, equal, tests and v2) needs the codec or the validator beside it.
const (
	// CodecExtra is UnmarshalJSON, which validates, and MarshalJSON. Without it encoding/json goes by the struct tags: it
	// knows no constants and no unions, and loses what has no field.
	CodecExtra Extra = "codec"
	// ValidatorExtra is Validate and ValidateT. Without it UnmarshalJSON still validates.
	ValidatorExtra    Extra = "validator"
	ConstructorsExtra Extra = "constructors" // NewT, with the defaults of the schema
	EqualExtra        Extra = "equal"        // Equal, as JSON compares
	StringExtra       Extra = "string"       // String and its like for types that hold what the schema marks as sensitive, which hide it
	TestsExtra        Extra = "tests"        // a test and a fuzz target for each type
	V2Extra           Extra = "v2"           // the methods of encoding/json/v2
)

// Access is what becomes of members that are for one direction only.
type Access string

// The ways to treat such members.
const (
	KeepAccess Access = "keep" // they are fields like others; the default
	OmitAccess Access = "omit" // they have no field
)

// defaultExtras are written where no list says otherwise.
var defaultExtras = []Extra{CodecExtra, ValidatorExtra, StringExtra}
