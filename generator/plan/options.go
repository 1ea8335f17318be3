package plan

// Options are the choices that a schema leaves open. The zero value is the default of each.
type Options struct {
	// Root is the name of the root type; "" takes it from the schema's title or its document's name.
	Root string
	// Initialisms are further words that names have as they are written here.
	Initialisms []string
	// Formats are Go types for formats of strings and numbers, by the format's name.
	Formats map[string]GoType
	// Imports are packages that have the types of some schemas already. The first that fits counts.
	Imports []Import
	// Declared are types that the package has already, beside what is generated.
	Declared []string
	// Pointers makes members that may be absent, or null, pointers; those that may be both keep their three states. Slices and maps
	// that may be absent are nil then.
	Pointers bool
	// ExactNumbers keeps the text of numbers that need not be integers.
	ExactNumbers bool
	// OmitReadOnly and OmitWriteOnly give no field to members that are marked so.
	OmitReadOnly, OmitWriteOnly bool
	// Methods are further names that no field may have.
	Methods []string
	// SecretMethods are such names, too, where the schema marks anything as sensitive.
	SecretMethods []string
	// Functions are how the names of functions begin that go with a type, as New does with NewT.
	Functions []string
	// Defaults gives fields their defaults.
	Defaults bool
}

// GoType is a type of another package. Without a path it is a predeclared one, or one that the package has already.
type GoType struct{ Path, Name string }

// Import says which package has the types of the schemas whose URIs begin with a text.
type Import struct{ Schema, Path string }
