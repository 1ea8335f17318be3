package pattern

import (
	"strings"
	"unicode"
)

// propertySet looks up what stands between the braces of \p{...}: ECMA-262 section 22.2.1,
// UnicodePropertyValueExpression, tables 66 to 69. Names are exact, in letter case too.
// known is false for a name that ECMA-262 does not have; ok is false also for one
// it has but package unicode lacks the data of.
func propertySet(expression string) (set runeSet, ok, known bool) {
	name, value, hasValue := strings.Cut(expression, "=")
	if !hasValue {
		if set, ok := categorySet(name); ok {
			return set, true, true
		}
		return binarySet(name)
	}
	switch name {
	case "General_Category", "gc":
		set, ok = categorySet(value)
		return set, ok, ok
	case "Script", "sc":
		set, ok = scriptSet(value)
		return set, ok, ok
	case "Script_Extensions", "scx":
		_, known = scriptSet(value)
		return nil, false, known
	}
	return nil, false, false
}

func categorySet(name string) (runeSet, bool) {
	if short, ok := unicode.CategoryAliases[name]; ok {
		name = short
	}
	table, ok := unicode.Categories[name]
	if !ok {
		return nil, false
	}
	return tableSet(table), true
}

func scriptSet(name string) (runeSet, bool) {
	if long, ok := scriptAliases[name]; ok {
		name = long
	}
	table, ok := unicode.Scripts[name]
	if !ok {
		return nil, false
	}
	return tableSet(table), true
}

func binarySet(name string) (set runeSet, ok, known bool) {
	if long, ok := binaryAliases[name]; ok {
		name = long
	}
	if derive, ok := derivedProperties[name]; ok {
		return derive(), true, true
	}
	if tableProperties()[name] {
		return tableSet(unicode.Properties[name]), true, true
	}
	return nil, false, propertiesWithoutData()[name]
}

// tables returns the members of all the tables.
func tables(all ...*unicode.RangeTable) runeSet {
	set := runeSet{}
	for _, table := range all {
		set = set.union(tableSet(table))
	}
	return set
}

// derivedProperties are those that the Unicode character database itself defines
// by others (DerivedCoreProperties.txt), and the three that ECMA-262 adds.
var derivedProperties = map[string]func() runeSet{
	"Any":             func() runeSet { return anyRune },
	"ASCII":           func() runeSet { return runeSet{{0, 0x7F}} },
	"Assigned":        func() runeSet { return tableSet(unicode.Cn).complement() },
	"Alphabetic":      func() runeSet { return tables(unicode.L, unicode.Nl, unicode.Other_Alphabetic) },
	"Uppercase":       uppercase,
	"Lowercase":       lowercase,
	"Cased":           func() runeSet { return uppercase().union(lowercase()).union(tableSet(unicode.Lt)) },
	"Math":            func() runeSet { return tables(unicode.Sm, unicode.Other_Math) },
	"Grapheme_Extend": func() runeSet { return tables(unicode.Me, unicode.Mn, unicode.Other_Grapheme_Extend) },
	"ID_Start":        idStart,
	"ID_Continue":     idContinue,
}

func uppercase() runeSet { return tables(unicode.Lu, unicode.Other_Uppercase) }

func lowercase() runeSet { return tables(unicode.Ll, unicode.Other_Lowercase) }

func idStart() runeSet {
	return tables(unicode.L, unicode.Nl, unicode.Other_ID_Start).minus(patternCharacters())
}

func idContinue() runeSet {
	more := tables(unicode.Mn, unicode.Mc, unicode.Nd, unicode.Pc, unicode.Other_ID_Continue)
	return idStart().union(more).minus(patternCharacters())
}

func patternCharacters() runeSet {
	return tables(unicode.Pattern_Syntax, unicode.Pattern_White_Space)
}
