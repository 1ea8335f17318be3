package rule

// The formats of 2019-09 and 2020-12 (core, section 12.4).

// appendHead begins the object of a unit: the verdict and the locations (core, section 12.3).
func (u *Unit) appendHead(b []byte) []byte {
	b = u.appendValid(b)
	b = appendMember(b, "keywordLocation", u.KeywordLocation)
	b = appendMember(b, "absoluteKeywordLocation", u.AbsoluteKeywordLocation)
	return appendMember(b, "instanceLocation", u.InstanceLocation)
}

// appendSays appends what the unit itself says; kept is whether its annotation counts.
func (u *Unit) appendSays(b []byte, kept bool) []byte {
	if u.Error != "" {
		b = appendMember(b, "error", u.Error)
	}
	if kept && u.Annotation != nil {
		b = append(append(b, `,"annotation":`...), u.Annotation...)
	}
	return b
}

// appendBelow begins the array of the units below: errors where the unit fails, annotations where it passes.
func (u *Unit) appendBelow(b []byte) []byte {
	if u.Valid {
		return append(b, `,"annotations":[`...)
	}
	return append(b, `,"errors":[`...)
}

// tells reports whether the unit itself has an error or an annotation that counts in an outcome of its own verdict.
func (u *Unit) tells() bool {
	return u.Error != "" || u.Valid && u.Annotation != nil
}

func (u *Unit) appendBasic(b []byte) []byte {
	b = u.appendBelow(u.appendHead(b))
	first := true
	u.counting(func(told *Unit) {
		if !told.tells() {
			return
		}
		b = appendComma(b, &first)
		b = append(told.appendSays(told.appendHead(b), true), '}')
	})
	return append(b, "]}"...)
}

// counting calls yield for the unit and for all below that count: those that, with all on the way to them, are of the unit's
// own verdict. What fails below a keyword that passes is no error, and what passes below one that fails has its
// annotations dropped.
func (u *Unit) counting(yield func(*Unit)) {
	yield(u)
	for _, below := range u.Units {
		if below.Valid == u.Valid {
			below.counting(yield)
		}
	}
}

// appendComma separates the items of an array.
func appendComma(b []byte, first *bool) []byte {
	if *first {
		*first = false
		return b
	}
	return append(b, ',')
}

func (u *Unit) appendDetailed(b []byte) []byte {
	if c := u.condensed(); c != nil {
		return c.appendVerbose(b, true)
	}
	return append(u.appendHead(b), '}')
}

// condensed is the tree of the units that count, without those that tell nothing (core, section 12.4.3); nil where none
// tells anything.
func (u *Unit) condensed() *Unit {
	var below []*Unit
	for _, k := range u.Units {
		if k.Valid != u.Valid {
			continue
		}
		if c := k.condensed(); c != nil {
			below = append(below, c)
		}
	}
	if !u.tells() {
		switch len(below) {
		case 0:
			return nil
		case 1:
			return below[0]
		}
	}
	kept := *u
	kept.Units = below
	return &kept
}

// appendVerbose appends the tree; kept is false below a unit that fails.
func (u *Unit) appendVerbose(b []byte, kept bool) []byte {
	kept = kept && u.Valid
	b = u.appendSays(u.appendHead(b), kept)
	if len(u.Units) > 0 {
		b = u.appendBelow(b)
		first := true
		for _, below := range u.Units {
			b = below.appendVerbose(appendComma(b, &first), kept)
		}
		b = append(b, ']')
	}
	return append(b, '}')
}
