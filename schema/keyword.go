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
	// vocabulary is the one that the keyword belongs to.
	vocabulary Vocabularies
	// rank is the row's place in the table. Keywords are read in this order, so that the order in
	// which a schema has them does not show.
	rank int
}

// demands reports whether the keyword can make an instance invalid.
func (k *keyword) demands() bool {
	return k.vocabulary&(applicator|unevaluated|validation) != 0
}

// keywordTable has every keyword of the supported drafts by name. A name has several rows where drafts
// differ. To add a keyword: write its rule in package rule, and its row here.
func keywordTable() map[string][]keyword {
	type row struct {
		name   string
		drafts Drafts
		holds  func(document.Value, func(document.Value, ...string))
		read   func(*reader, *keyword, document.Value)
	}
	table := map[string][]keyword{}
	rank := 0
	add := func(vocabulary Vocabularies, rows ...row) {
		for _, r := range rows {
			table[r.name] = append(table[r.name], keyword{r.name, r.drafts, r.holds, r.read, vocabulary, rank})
			rank++
		}
	}
	add(core,
		row{"$schema", everyDraft, nil, nothing},
		row{"id", until(Draft4), nil, nothing},
		row{"$id", since(Draft6), nil, nothing},
		row{"$anchor", since(Draft2019), nil, nothing},
		row{"$dynamicAnchor", since(Draft2020), nil, nothing},
		row{"$recursiveAnchor", only(Draft2019), nil, nothing},
		row{"$comment", since(Draft7), nil, nothing},
		row{"$vocabulary", since(Draft2019), nil, nothing},
		row{"$defs", since(Draft2019), byName, nothing},
		row{"definitions", everyDraft, byName, nothing},
		row{"$ref", everywhere, nil, readRef},
		row{"$dynamicRef", since(Draft2020), nil, readDynamicRef},
		row{"$recursiveRef", only(Draft2019), nil, readRecursiveRef},
	)
	add(validation,
		row{"type", everyDraft, nil, readType},
		row{"type", only(Swagger20), nil, readTypeSwagger},
		row{"type", only(OpenAPI30), nil, readTypeOpenAPI},
		row{"nullable", only(OpenAPI30), nil, readNullable},
		row{"enum", everywhere, nil, readEnum},
		row{"const", since(Draft6), nil, readConst},

		row{"minimum", only(Draft4) | openAPI, nil, readMinimumDraft4},
		row{"minimum", since(Draft6), nil, limited(minimum)},
		row{"maximum", only(Draft4) | openAPI, nil, readMaximumDraft4},
		row{"maximum", since(Draft6), nil, limited(maximum)},
		row{"exclusiveMinimum", only(Draft4) | openAPI, nil, besideNumber},
		row{"exclusiveMinimum", since(Draft6), nil, limited(exclusiveMinimum)},
		row{"exclusiveMaximum", only(Draft4) | openAPI, nil, besideNumber},
		row{"exclusiveMaximum", since(Draft6), nil, limited(exclusiveMaximum)},
		row{"multipleOf", everywhere, nil, readMultipleOf},

		row{"minLength", everywhere, nil, counted(minLength)},
		row{"maxLength", everywhere, nil, counted(maxLength)},
		row{"pattern", everywhere, nil, readPattern},

		row{"minItems", everywhere, nil, counted(minItems)},
		row{"maxItems", everywhere, nil, counted(maxItems)},
		row{"uniqueItems", everywhere, nil, readUniqueItems},
		row{"minContains", since(Draft2019), nil, besideContains},
		row{"maxContains", since(Draft2019), nil, besideContains},

		row{"minProperties", everywhere, nil, counted(minProperties)},
		row{"maxProperties", everywhere, nil, counted(maxProperties)},
		row{"required", everywhere, nil, readRequired},
		row{"dependentRequired", since(Draft2019), nil, readDependentRequired},
	)
	add(formats, row{"format", everywhere, nil, readFormat})
	add(applicator,
		row{"prefixItems", since(Draft2020), list, readPrefixItems},
		row{"items", until(Draft2019), oneOrList, readItemsOrList},
		row{"items", since(Draft2020) | openAPI, one, readItems},
		row{"additionalItems", until(Draft2019), one, readAdditionalItems},
		row{"contains", since(Draft6), one, readContains},

		row{"properties", everywhere, byName, readProperties},
		row{"patternProperties", everyDraft, byName, readPatternProperties},
		row{"additionalProperties", everywhere, one, readAdditionalProperties},
		row{"propertyNames", since(Draft6), one, readPropertyNames},
		row{"dependentSchemas", since(Draft2019), byName, readDependentSchemas},
		row{"dependencies", everyDraft, byName, readDependencies},
		row{"propertyDependencies", since(V1), byNameTwice, readPropertyDependencies},

		row{"allOf", everywhere, list, readAllOf},
		row{"anyOf", everyDraft | only(OpenAPI30), list, readAnyOf},
		row{"oneOf", everyDraft | only(OpenAPI30), list, readOneOf},
		row{"not", everyDraft | only(OpenAPI30), one, readNot},
		row{"if", since(Draft7), one, readIf},
		row{"then", since(Draft7), one, nothing},
		row{"else", since(Draft7), one, nothing},
	)
	// These look at what all others evaluated, so they come last.
	add(unevaluated,
		row{"unevaluatedItems", since(Draft2019), one, readUnevaluatedItems},
		row{"unevaluatedProperties", since(Draft2019), one, readUnevaluatedProperties},
	)
	add(content,
		row{"contentEncoding", since(Draft7), nil, readContentEncoding},
		row{"contentMediaType", since(Draft7), nil, readContentMediaType},
		row{"contentSchema", since(Draft2019), one, readContentSchema},
	)
	add(metadata,
		row{"title", everywhere, nil, annotation},
		row{"description", everywhere, nil, annotation},
		row{"default", everywhere, nil, annotation},
		row{"examples", since(Draft6), nil, annotation},
		row{"readOnly", since(Draft7) | openAPI, nil, annotation},
		row{"writeOnly", since(Draft7) | only(OpenAPI30), nil, annotation},
		row{"deprecated", since(Draft2019) | only(OpenAPI30), nil, annotation},
	)
	add(openAPIBase,
		row{"discriminator", since(Draft2020) | openAPI, nil, readDiscriminator},
		row{"xml", since(Draft2020) | openAPI, nil, annotation},
		row{"externalDocs", since(Draft2020) | openAPI, nil, annotation},
		row{"example", since(Draft2020) | openAPI, nil, annotation},
	)
	add(ours,
		row{"x-sensitive", everywhere, nil, readSensitive},
		row{"x-message", everywhere, nil, readMessage},
		row{"errorMessage", everywhere, nil, readMessage},
	)
	return table
}

// one, list, byName, byNameTwice and oneOrList say what subschemas a keyword holds.

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

func byNameTwice(v document.Value, yield func(document.Value, ...string)) {
	for name, value := range v.Members() {
		byName(value, func(sub document.Value, tokens ...string) { yield(sub, name.Text(), tokens[0]) })
	}
}

func oneOrList(v document.Value, yield func(document.Value, ...string)) {
	if v.Kind() == document.Array {
		list(v, yield)
	} else {
		one(v, yield)
	}
}
