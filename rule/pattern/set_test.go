package pattern

import (
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
)

func TestLastCasedIsPastAllFolding(t *testing.T) {
	for char := rune(lastCased + 1); char <= unicode.MaxRune; char++ {
		if unicode.SimpleFold(char) != char {
			t.Fatalf("%U folds", char)
		}
	}
}

func TestFoldedWordsIsWordsFolded(t *testing.T) {
	if diff := cmp.Diff(words.folded(), foldedWords, cmp.AllowUnexported(runeRange{})); diff != "" {
		t.Error(diff)
	}
}

func TestComplement(t *testing.T) {
	tests := []runeSet{{}, anyRune, digits, {{0, 5}}, {{7, unicode.MaxRune}}, words, spaces}
	for _, set := range tests {
		rest := set.complement()
		if rest.meets(set) {
			t.Errorf("%v meets its complement", set)
		}
		if diff := cmp.Diff(anyRune, rest.union(set), cmp.AllowUnexported(runeRange{})); diff != "" {
			t.Error(diff)
		}
	}
}

func TestPropertyNamesAreWhatTheyShouldBe(t *testing.T) {
	for name := range tableProperties() {
		if unicode.Properties[name] == nil {
			t.Errorf("package unicode has no %s", name)
		}
	}
	for short, long := range scriptAliases {
		if unicode.Scripts[long] == nil {
			t.Errorf("%s: package unicode has no script %s", short, long)
		}
	}
	for short, long := range binaryAliases {
		if _, _, known := binarySet(long); !known {
			t.Errorf("%s: no property %s", short, long)
		}
	}
}
