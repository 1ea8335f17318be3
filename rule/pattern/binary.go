package pattern

import (
	"strings"
	"sync"
)

// binaryAliases maps the short names of binary properties to the long ones
// (ECMA-262 table 67).
var binaryAliases = map[string]string{
	"AHex": "ASCII_Hex_Digit", "Alpha": "Alphabetic", "Bidi_C": "Bidi_Control", "Bidi_M": "Bidi_Mirrored",
	"CI": "Case_Ignorable", "CWCF": "Changes_When_Casefolded", "CWCM": "Changes_When_Casemapped",
	"CWKCF": "Changes_When_NFKC_Casefolded", "CWL": "Changes_When_Lowercased", "CWT": "Changes_When_Titlecased",
	"CWU": "Changes_When_Uppercased", "DI": "Default_Ignorable_Code_Point", "Dep": "Deprecated", "Dia": "Diacritic",
	"EBase": "Emoji_Modifier_Base", "EComp": "Emoji_Component", "EMod": "Emoji_Modifier", "EPres": "Emoji_Presentation",
	"Ext": "Extender", "ExtPict": "Extended_Pictographic", "Gr_Base": "Grapheme_Base", "Gr_Ext": "Grapheme_Extend",
	"Hex": "Hex_Digit", "IDC": "ID_Continue", "IDS": "ID_Start", "IDSB": "IDS_Binary_Operator", "IDST": "IDS_Trinary_Operator",
	"Ideo": "Ideographic", "Join_C": "Join_Control", "LOE": "Logical_Order_Exception", "Lower": "Lowercase",
	"NChar": "Noncharacter_Code_Point", "Pat_Syn": "Pattern_Syntax", "Pat_WS": "Pattern_White_Space",
	"QMark": "Quotation_Mark", "RI": "Regional_Indicator", "SD": "Soft_Dotted", "STerm": "Sentence_Terminal",
	"Term": "Terminal_Punctuation", "UIdeo": "Unified_Ideograph", "Upper": "Uppercase", "VS": "Variation_Selector",
	"XIDC": "XID_Continue", "XIDS": "XID_Start", "space": "White_Space",
}

// tableProperties are the binary properties of ECMA-262 that are tables of package unicode.
var tableProperties = names(`ASCII_Hex_Digit Bidi_Control Dash Deprecated Diacritic Extender Hex_Digit
	IDS_Binary_Operator IDS_Trinary_Operator Ideographic Join_Control Logical_Order_Exception
	Noncharacter_Code_Point Pattern_Syntax Pattern_White_Space Quotation_Mark Radical Regional_Indicator
	Sentence_Terminal Soft_Dotted Terminal_Punctuation Unified_Ideograph Variation_Selector White_Space`)

// propertiesWithoutData are the binary properties of ECMA-262 that can neither be
// read from package unicode nor be derived from what it has.
var propertiesWithoutData = names(`Bidi_Mirrored Case_Ignorable Changes_When_Casefolded Changes_When_Casemapped
	Changes_When_Lowercased Changes_When_NFKC_Casefolded Changes_When_Titlecased Changes_When_Uppercased
	Default_Ignorable_Code_Point Emoji Emoji_Component Emoji_Modifier Emoji_Modifier_Base Emoji_Presentation
	Extended_Pictographic Grapheme_Base XID_Continue XID_Start`)

// names are a set, which is made when it is first asked for: few patterns ask.
func names(list string) func() map[string]bool {
	return sync.OnceValue(func() map[string]bool {
		set := map[string]bool{}
		for name := range strings.FieldsSeq(list) {
			set[name] = true
		}
		return set
	})
}
