package secret

import "strings"

// Runs of characters that were drawn by lot are told from words by their pairs. In words, letters follow each other that often do, digits stand
// together, and capitals begin a word. A third of surprises among the pairs is more than names made of words have, and less than what lots
// give: of 20 letters and digits drawn by lot one in 500 is taken for words, of 32 one in 10000.
const (
	leastPiece = 20 // characters of one piece: letters and digits
	leastRun   = 24 // characters of pieces with what joins them in base64, identifiers and paths
	leastHex   = 32 // hexadecimal digits: a digest of MD5
)

// random reports whether a text has a long run of characters that no words make.
func random(text string) bool {
	for rest := text; len(rest) >= leastPiece; {
		start := strings.IndexFunc(rest, isRun)
		if start < 0 {
			return false
		}
		rest = rest[start:]
		end := strings.IndexFunc(rest, func(c rune) bool { return !isRun(c) })
		if end < 0 {
			end = len(rest)
		}
		if randomRun(rest[:end]) {
			return true
		}
		rest = rest[end:]
	}
	return false
}

// randomRun asks of a run as a whole, and of each of its pieces: a token may have a name in front of it.
func randomRun(run string) bool {
	if len(run) >= leastRun && surprising(run) {
		return true
	}
	for _, piece := range strings.FieldsFunc(run, isJoint) {
		if len(piece) >= leastPiece && surprising(piece) || hexadecimal(piece) {
			return true
		}
	}
	return false
}

func isRun(c rune) bool { return isJoint(c) || c < 0x80 && class(byte(c)) != other }

// isJoint knows what stands between the letters and digits of base64, base64url, identifiers and paths.
func isJoint(c rune) bool { return c == '-' || c == '_' || c == '/' || c == '+' || c == '=' }

// surprising reports whether a third of the pairs of a run is what words do not have.
func surprising(run string) bool {
	surprises, characters := 0, 0
	for i := range len(run) {
		if class(run[i]) == other {
			continue
		}
		characters++
		if i > 0 && surprise(run[i-1], run[i]) {
			surprises++
		}
	}
	return characters >= leastPiece && 3*surprises >= characters && !identifier(run)
}

// surprise reports whether words seldom have the pair: another kind of character than before, unless a word begins or has begun with a capital, or
// letters that seldom meet.
func surprise(a, b byte) bool {
	x, y := class(a), class(b)
	switch {
	case x == other || y == other:
		return false
	case x == digit && y == digit:
		return false
	case x == digit || y == digit || x == lower && y == upper:
		return true
	}
	a, b = a|0x20, b|0x20
	return a != b && strings.IndexByte(seldom[a-'a'], b) >= 0
}

// seldom has for each letter those that follow it in less than three of ten thousand pairs of the words of documentation.
var seldom = [26]string{
	"hjoqz", "ghkmnpqvwxz", "gjqwxz", "hjkqvwz", "jz", "ghjkmnqvwxz", "bdfjkqvwxyz", "bcdfgjknpqvwxyz", "hjquwy",
	"bcdfghklmnpqrstvwxyz", "bcdfghjmpqruvwxyz", "hjkmqrwxz", "fghjknqrvwxz", "hjqwxz", "hjqxyz", "bgjmnqvwxz",
	"abcdefghijklmnoprstvwxyz", "hjqwxz", "bjqvxz", "bgjkqvz", "hjkqvwxyz", "bcdfghjklmnpqrstuwxyz", "bcdfgjklmpqtuvxyz",
	"ghjklmnoqrsuvwyz", "bdfghjkqruvwxz", "bcdfghjklmnopqrstuvwxy",
}

const hexDigits = "0123456789abcdefABCDEF"

type kind int

const (
	other kind = iota
	digit
	upper
	lower
)

func class(c byte) kind {
	switch {
	case c >= '0' && c <= '9':
		return digit
	case c >= 'A' && c <= 'Z':
		return upper
	case c >= 'a' && c <= 'z':
		return lower
	}
	return other
}

// identifier knows hexadecimal digits that are fewer than those of a digest, as databases name their records.
func identifier(run string) bool {
	return len(run) < leastHex && strings.Trim(run, hexDigits) == ""
}

// hexadecimal reports whether a piece is the text of many bytes, as digests and keys are.
func hexadecimal(piece string) bool {
	return len(piece) >= leastHex && len(strings.TrimLeft(piece, "0")) >= leastPiece && strings.Trim(piece, hexDigits) == "" &&
		strings.ContainsAny(piece, "0123456789") && strings.ContainsAny(piece, "abcdefABCDEF")
}
