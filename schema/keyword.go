package schema

import (
	"strconv"

	"github.com/assaykit/assay/document"
)

// keyword is a row of the table: all that this package knows of a keyword in some drafts.
type keyword struct {
	name   string
	drafts Drafts
	// holds calls yield for each schema within the keyword's value, with the reference tokens that lead to
	// it from that value. nil: there are none.
	holds func(value document.Value, yield func(schema document.Value, tokens ...string))
	// read makes rules or an annotation of the keyword.
	read func(r *reader, k *keyword, value document.Value)
	// rank is the row's place in the table. Keywords are read in this order, so that the order in
	// which a schema has them does not show.
	rank int
}

// keywordTable has every keyword of the supported drafts by name. A name has several rows where drafts
// differ. To add a keyword: write its rule in package rule, and its row here.
func keywordTable() map[string][]keyword {
	rows := []struct {
		name   string
		drafts Drafts
		holds  func(document.Value, func(document.Value, ...string))
		read   func(*reader, *keyword, document.Value)
	}{
		// Core: identifiers and references.
		{"$schema", everyDraft, nil, nothing},
		{"id", until(Draft4), nil, nothing},
		{"$id", since(Draft6), nil, nothing},
		{"$anchor", since(Draft2019), nil, nothing},
		{"$dynamicAnchor", since(Draft2020), nil, nothing},
		{"$recursiveAnchor", only(Draft2019), nil, nothing},
		{"$comment", since(Draft7), nil, nothing},
		{"$ref", everyDraft, nil, readRef},
		{"$dynamicRef", since(Draft2020), nil, unsupported},
		{"$recursiveRef", only(Draft2019), nil, unsupported},
		{"$vocabulary", since(Draft2019), nil, nothing},
		{"$defs", since(Draft2019), byName, nothing},
		{"definitions", everyDraft, byName, nothing},

		// Any type.
		{"type", everyDraft, nil, readType},
		{"enum", everyDraft, nil, readEnum},
		{"const", since(Draft6), nil, readConst},

		// Numbers.
		{"minimum", only(Draft4), nil, readMinimumDraft4},
		{"minimum", since(Draft6), nil, readMinimum},
		{"maximum", only(Draft4), nil, readMaximumDraft4},
		{"maximum", since(Draft6), nil, readMaximum},
		{"exclusiveMinimum", only(Draft4), nil, besideNumber},
		{"exclusiveMinimum", since(Draft6), nil, readExclusiveMinimum},
		{"exclusiveMaximum", only(Draft4), nil, besideNumber},
		{"exclusiveMaximum", since(Draft6), nil, readExclusiveMaximum},
		{"multipleOf", everyDraft, nil, readMultipleOf},

		// Strings.
		{"minLength", everyDraft, nil, readMinLength},
		{"maxLength", everyDraft, nil, readMaxLength},
		{"pattern", everyDraft, nil, readPattern},
		{"format", everyDraft, nil, readFormat},
		{"contentEncoding", since(Draft7), nil, annotation},
		{"contentMediaType", since(Draft7), nil, annotation},
		{"contentSchema", since(Draft2019), nil, annotation},

		// Arrays.
		{"minItems", everyDraft, nil, readMinItems},
		{"maxItems", everyDraft, nil, readMaxItems},
		{"uniqueItems", everyDraft, nil, readUniqueItems},
		{"prefixItems", since(Draft2020), list, readPrefixItems},
		{"items", until(Draft2019), oneOrList, readItemsOrList},
		{"items", since(Draft2020), one, readItems},
		{"additionalItems", until(Draft2019), one, readAdditionalItems},
		{"contains", since(Draft6), one, readContains},
		{"minContains", since(Draft2019), nil, besideContains},
		{"maxContains", since(Draft2019), nil, besideContains},
		{"unevaluatedItems", since(Draft2019), one, unsupported},

		// Objects.
		{"minProperties", everyDraft, nil, readMinProperties},
		{"maxProperties", everyDraft, nil, readMaxProperties},
		{"required", everyDraft, nil, readRequired},
		{"properties", everyDraft, byName, readProperties},
		{"patternProperties", everyDraft, byName, readPatternProperties},
		{"additionalProperties", everyDraft, one, readAdditionalProperties},
		{"propertyNames", since(Draft6), one, readPropertyNames},
		{"dependentRequired", since(Draft2019), nil, readDependentRequired},
		{"dependentSchemas", since(Draft2019), byName, readDependentSchemas},
		{"dependencies", everyDraft, byName, readDependencies},
		{"unevaluatedProperties", since(Draft2019), one, unsupported},

		// Schemas in place.
		{"allOf", everyDraft, list, readAllOf},
		{"anyOf", everyDraft, list, readAnyOf},
		{"oneOf", everyDraft, list, readOneOf},
		{"not", everyDraft, one, readNot},
		{"if", since(Draft7), one, readIf},
		{"then", since(Draft7), one, nothing},
		{"else", since(Draft7), one, nothing},

		// Annotations.
		{"title", everyDraft, nil, annotation},
		{"description", everyDraft, nil, annotation},
		{"default", everyDraft, nil, annotation},
		{"examples", since(Draft6), nil, annotation},
		{"readOnly", since(Draft7), nil, annotation},
		{"writeOnly", since(Draft7), nil, annotation},
		{"deprecated", since(Draft2019), nil, annotation},
		{"x-sensitive", everyDraft, nil, readSensitive},
	}
	table := make(map[string][]keyword, len(rows))
	for rank, row := range rows {
		table[row.name] = append(table[row.name], keyword{row.name, row.drafts, row.holds, row.read, rank})
	}
	return table
}

// one, list, byName and oneOrList say what subschemas a keyword holds.

func one(v document.Value, yield func(document.Value, ...string)) { yield(v) }

func list(v document.Value, yield func(document.Value, ...string)) {
	for i, item := range v.Items() {
		yield(item, strconv.Itoa(i))
	}
}

func byName(v document.Value, yield func(document.Value, ...string)) {
	for name, value := range v.Members() {
		yield(value, name.Text())
	}
}

func oneOrList(v document.Value, yield func(document.Value, ...string)) {
	if v.Kind() == document.Array {
		list(v, yield)
	} else {
		one(v, yield)
	}
}
