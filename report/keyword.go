package report

// Where the sections of the specification are. It is draft 2020-12 that explains a keyword, whichever draft the schema is written
// in: one keyword is one check, and the meaning that people look up differs little. Keywords that it has no more have their last draft.
const (
	core           = "https://json-schema.org/draft/2020-12/json-schema-core#section-"
	validation     = "https://json-schema.org/draft/2020-12/json-schema-validation#section-"
	coreDraft2019  = "https://json-schema.org/draft/2019-09/draft-handrews-json-schema-02#rfc.section."
	validateDraft7 = "https://json-schema.org/draft-07/json-schema-validation#rfc.section."
)

// keywordCheck is the check of a keyword. One that is not in the table, as those of later drafts, is told by its name alone.
func keywordCheck(name string) check {
	for _, c := range keywords {
		if c.name == name {
			return c
		}
	}
	return check{name: name, summary: "The keyword " + visible(name) + " is satisfied."}
}

// keywords are the checks of the keywords that assert something, in the order of the specification.
var keywords = []check{
	{"$ref", "A value satisfies the schema that is referred to.", core + "8.2.3.1"},
	{"$dynamicRef", "A value satisfies the schema that is referred to.", core + "8.2.3.2"},
	{"$recursiveRef", "A value satisfies the schema that is referred to.", coreDraft2019 + "8.2.4.2.1"},
	{"allOf", "A value satisfies every one of some schemas.", core + "10.2.1.1"},
	{"anyOf", "A value satisfies at least one of some schemas.", core + "10.2.1.2"},
	{"oneOf", "A value satisfies exactly one of some schemas.", core + "10.2.1.3"},
	{"not", "A value does not satisfy a schema.", core + "10.2.1.4"},
	{"if", "A value satisfies the schema that a condition chooses.", core + "10.2.2.1"},
	{"then", "A value satisfies the schema that a condition chooses.", core + "10.2.2.2"},
	{"else", "A value satisfies the schema that a condition chooses.", core + "10.2.2.3"},
	{"dependentSchemas", "An object with a certain member satisfies a schema.", core + "10.2.2.4"},
	{"prefixItems", "The first items of an array satisfy a schema each.", core + "10.3.1.1"},
	{"items", "The items of an array satisfy a schema.", core + "10.3.1.2"},
	{"additionalItems", "The items of an array beyond those that have schemas satisfy another.", coreDraft2019 + "9.3.1.2"},
	{"contains", "An array has items that satisfy a schema.", core + "10.3.1.3"},
	{"properties", "The members of an object satisfy the schemas of their names.", core + "10.3.2.1"},
	{"patternProperties", "The members of an object satisfy the schemas whose patterns their names match.", core + "10.3.2.2"},
	{"additionalProperties", "The members of an object that have no schema satisfy another, if they may be there at all.", core + "10.3.2.3"},
	{"propertyNames", "The names of an object's members satisfy a schema.", core + "10.3.2.4"},
	{"unevaluatedItems", "The items of an array that no other schema is for satisfy this one, if they may be there at all.", core + "11.2"},
	{"unevaluatedProperties", "The members of an object that no other schema is for satisfy this one, if they may be there at all.", core + "11.3"},
	{"type", "A value is of a certain type.", validation + "6.1.1"},
	{"enum", "A value is one of those that are listed.", validation + "6.1.2"},
	{"const", "A value is a certain one.", validation + "6.1.3"},
	{"multipleOf", "A number is a multiple of another.", validation + "6.2.1"},
	{"maximum", "A number is not greater than another.", validation + "6.2.2"},
	{"exclusiveMaximum", "A number is less than another.", validation + "6.2.3"},
	{"minimum", "A number is not less than another.", validation + "6.2.4"},
	{"exclusiveMinimum", "A number is greater than another.", validation + "6.2.5"},
	{"maxLength", "A string is not longer than it may be.", validation + "6.3.1"},
	{"minLength", "A string is as long as it must be.", validation + "6.3.2"},
	{"pattern", "A string matches a regular expression.", validation + "6.3.3"},
	{"maxItems", "An array has no more items than it may have.", validation + "6.4.1"},
	{"minItems", "An array has as many items as it must have.", validation + "6.4.2"},
	{"uniqueItems", "No two items of an array are equal.", validation + "6.4.3"},
	{"maxContains", "An array has no more items that satisfy a schema than it may have.", validation + "6.4.4"},
	{"minContains", "An array has as many items that satisfy a schema as it must have.", validation + "6.4.5"},
	{"maxProperties", "An object has no more members than it may have.", validation + "6.5.1"},
	{"minProperties", "An object has as many members as it must have.", validation + "6.5.2"},
	{"required", "An object has every member that it must have.", validation + "6.5.3"},
	{"dependentRequired", "An object with a certain member has those that go with it.", validation + "6.5.4"},
	{"dependencies", "An object with a certain member has those that go with it, or satisfies a schema.", validateDraft7 + "6.5.7"},
	{"format", "A string is of a certain format.", validation + "7"},
	{"contentEncoding", "A string is binary data in a certain encoding.", validation + "8.3"},
	{"contentMediaType", "A string holds a document of a certain media type.", validation + "8.4"},
	{"contentSchema", "A string holds a document that satisfies a schema.", validation + "8.5"},
}
