package rule

import "github.com/assaykit/assay/document"

// The formats of v1, whose units are those of schemas: what the keywords say stands in the unit of their schema.

// appendSchemaHead begins the object of a schema's unit, with what its keywords say. kept is whether its annotations count.
func (u *Unit) appendSchemaHead(b []byte, kept bool) []byte {
	b = u.appendValid(b)
	b = appendMember(b, "evaluationPath", u.KeywordLocation)
	b = appendMember(b, "schemaLocation", u.AbsoluteKeywordLocation)
	b = appendMember(b, "instanceLocation", u.InstanceLocation)
	b = u.appendErrors(b)
	switch {
	case !u.Valid:
		b = u.appendAnnotations(b, "droppedAnnotations")
	case kept:
		b = u.appendAnnotations(b, "annotations")
	}
	return b
}

// appendErrors appends the errors by their keywords; that of the schema false has the name "".
func (u *Unit) appendErrors(b []byte) []byte {
	first := true
	add := func(told *Unit) {
		if told.Error == "" {
			return
		}
		if first {
			b = append(b, `,"errors":{`...)
		}
		b = append(document.AppendString(appendComma(b, &first), told.Keyword), ':')
		b = document.AppendString(b, told.Error)
	}
	add(u)
	for _, k := range u.Units {
		add(k)
	}
	return closed(b, first)
}

// appendAnnotations appends the annotations by their keywords.
func (u *Unit) appendAnnotations(b []byte, name string) []byte {
	first := true
	for _, k := range u.Units {
		if k.Annotation == nil {
			continue
		}
		if first {
			b = append(b, `,"`+name+`":{`...)
		}
		b = append(document.AppendString(appendComma(b, &first), k.Keyword), ':')
		b = append(b, k.Annotation...)
	}
	return closed(b, first)
}

// closed ends an object that was begun with its first member.
func closed(b []byte, none bool) []byte {
	if none {
		return b
	}
	return append(b, '}')
}

// says reports whether a schema's unit has errors or annotations, dropped ones included.
func (u *Unit) says() bool {
	told := u.Error != ""
	for _, k := range u.Units {
		told = told || k.Error != "" || k.Annotation != nil
	}
	return told
}

func (u *Unit) appendList(b []byte) []byte {
	b = append(u.appendValid(b), `,"details":[`...)
	first := true
	u.counting(func(told *Unit) {
		if told.Keyword == "" && told.says() {
			b = append(told.appendSchemaHead(appendComma(b, &first), true), '}')
		}
	})
	return append(b, "]}"...)
}

// appendHierarchical appends the tree of schemas; kept is false below a unit that fails.
func (u *Unit) appendHierarchical(b []byte, kept bool) []byte {
	kept = kept && u.Valid
	b = u.appendSchemaHead(b, kept)
	first := true
	for _, k := range u.Units {
		for _, below := range k.Units {
			if first {
				b = append(b, `,"details":[`...)
			}
			b = below.appendHierarchical(appendComma(b, &first), kept && k.Valid)
		}
	}
	if !first {
		b = append(b, ']')
	}
	return append(b, '}')
}
