package schema

// Code names a kind of problem or warning, the same in all versions.
type Code string

// The codes of problems, for which a schema cannot be used.
const (
	CodeKeywordValue Code = "keyword-value"
	CodeMetaschema   Code = "metaschema"
	CodeNotSchema    Code = "not-a-schema"
	CodeReference    Code = "unresolved-reference"
	CodeURI          Code = "invalid-uri"
	CodeDialect      Code = "unknown-dialect"
	CodeEndless      Code = "endless-reference"
	CodeScopes       Code = "too-many-scopes"
	CodeBundle       Code = "not-bundled"
)

// The codes of warnings.
const (
	CodeUnknownKeyword Code = "unknown-keyword"
	CodeForeignKeyword Code = "foreign-keyword"
	CodeIgnoredKeyword Code = "ignored-keyword"
	CodeUnknownFormat  Code = "unknown-format"
	CodeUndeclared     Code = "undeclared-name"
	CodeDuplicateURI   Code = "duplicate-uri"
	CodeCircular       Code = "circular-reference"
	CodeNothing        Code = "checks-nothing"
	CodeMessage        Code = "message"
	CodeIgnoredDialect Code = "ignored-dialect"
)

// Meaning is what there is to know of a code.
type Meaning struct {
	Code Code
	// Warning says that the schema can be used all the same.
	Warning bool
	// Summary says what was found, Remedy what to do.
	Summary, Remedy string
	// Example is a schema that gives the code; "" where none is short enough.
	Example string
}

// Meanings are all codes in the order in which users are told of them.
func Meanings() []Meaning {
	return []Meaning{
		{CodeKeywordValue, false, "The value of a keyword is not one that the keyword takes.", "Give it one that its specification allows; the message says which.", `{"pattern": "("}`},
		{CodeMetaschema, false, "The schema is not valid by the metaschema of its dialect.", "Mend what the message names, or name the dialect that is meant in $schema.", `{"title": 7}`},
		{CodeNotSchema, false, "There is something else where a schema is wanted, or nothing.", "Point at a schema: an object, or true or false.", `{"properties": {"a": 7}}`},
		{CodeReference, false, "A reference leads to nothing.", "Correct the path or anchor behind #, or say with --map where the document is on disk.", `{"$ref": "#/$defs/user"}`},
		{CodeURI, false, "What should be a URI reference is none, or no base can be found for it.", "Write it as RFC 3986 has it.", `{"$ref": "%"}`},
		{CodeDialect, false, "$schema or $vocabulary names what is not known here.", "Name draft 4, 6, 7, 2019-09, 2020-12 or v1, or a metaschema that can be loaded.", `{"$schema": 7}`},
		{CodeEndless, false, "A schema applies itself to the same instance, by way of more than references, without an end.", "Take one of the references of the circle out, or put it below properties or items.", `{"not": {"$ref": "#"}}`},
		{CodeScopes, false, "Dynamic references give schemas a meaning of their own in too many scopes.", "Use $ref where nothing is to be replaced.", ""},
		{CodeBundle, false, "A document cannot stand in a bundle.", "Give its schemas an $id, and different ones to different schemas.", ""},
		{CodeUnknownKeyword, true, "No draft has the keyword, so it checks nothing.", "Correct its spelling; write what is for other programs as x-...", `{"priperties": {}}`},
		{CodeForeignKeyword, true, "Another draft has the keyword, that of the schema does not: it checks nothing.", "Say in $schema which draft is meant, or use what the schema's own has for it.", `{"$schema": "http://json-schema.org/draft-07/schema#", "dependentRequired": {"a": ["b"]}}`},
		{CodeIgnoredKeyword, true, "The keyword has no effect where it stands, as beside $ref up to draft 7.", "Move it: into an allOf beside the reference, or to where its specification has it.", `{"$schema": "http://json-schema.org/draft-07/schema#", "$ref": "#/definitions/a", "minimum": 1, "definitions": {"a": {"type": "integer"}}}`},
		{CodeUnknownFormat, true, "No specification defines the format, so it checks nothing.", "Correct its spelling, or say what is meant by pattern.", `{"format": "datetime"}`},
		{CodeUndeclared, true, "A name is required that properties does not declare.", "Correct its spelling, or declare it.", `{"properties": {"color": true}, "required": ["colour"]}`},
		{CodeDuplicateURI, true, "Two schemas have one URI or anchor: references lead to the first.", "Give each its own.", `{"$defs": {"a": {"$anchor": "x"}, "b": {"$anchor": "x"}}}`},
		{CodeCircular, true, "References alone lead from a schema back to it: the way back checks nothing.", "Take one of the references of the circle out.", `{"$ref": "#"}`},
		{CodeMessage, true, "x-message or errorMessage has what is no message, or one that is never shown.", "Give messages as strings, by keywords that stand beside them.", `{"minimum": 1, "errorMessage": {"minimun": "too small"}}`},
		{CodeNothing, true, "A schema has no keyword that checks something: every instance is valid.", "Point at the schema that is meant; say so with true where nothing is to be checked.", `{"components": {"user": {"type": "object"}}}`},
		{CodeIgnoredDialect, true, "$schema says nothing in a schema that has no URI of its own.", "Take it out, or give the schema an $id.", `{"properties": {"a": {"$schema": "http://json-schema.org/draft-07/schema#", "type": "string"}}}`},
	}
}
