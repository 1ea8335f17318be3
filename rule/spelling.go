package rule

import (
	"iter"
	"slices"
	"unicode"
)

// spelling finds what a word may be a misspelling of. Its zero value has nothing to spend; see [newSpelling].
type spelling struct {
	left                int // how many words may still be looked at
	word, other         []rune
	before, above, next []int
}

const (
	// mostSpelled is how many words one explanation looks at: schemas may know very many names, and instances have very many others.
	mostSpelled = 1 << 16
	// longestSpelled is how many bytes a word may have. What is longer is text, not a name.
	longestSpelled = 64
	// mostEdits is how many letters of a word may be wrong, however long it is.
	mostEdits = 4
)

func newSpelling() spelling { return spelling{left: mostSpelled} }

// nearest are the words that a word looks most like: one, or two that are equally near; nil where there are more, or where none is
// near. Of three letters one may be wrong. Upper and lower case, and the signs that join words, make no difference.
func (s *spelling) nearest(word string, words iter.Seq[string]) []string {
	if s.left <= 0 || word == "" || len(word) > longestSpelled {
		return nil
	}
	s.word = plainLetters(s.word[:0], word)
	most := min(len(s.word)/3, mostEdits)
	least := most + 1
	var near []string
	for w := range words {
		if s.left--; s.left < 0 {
			return nil // what was not looked at may be nearer
		}
		if w == "" || len(w) > longestSpelled {
			continue
		}
		s.other = plainLetters(s.other[:0], w)
		n := s.edits(least + 1)
		if n < least {
			near, least = near[:0], n
		}
		if n == least && len(near) < 3 && n <= most && !slices.Contains(near, w) {
			near = append(near, w)
		}
	}
	if len(near) > 2 {
		return nil
	}
	return near
}

// plainLetters appends the letters of a word that tell it from others.
func plainLetters(to []rune, word string) []rune {
	for _, r := range word {
		if r != '-' && r != '_' {
			to = append(to, unicode.ToLower(r))
		}
	}
	return to
}

// Edits is the number of letters to insert, delete, replace or swap with their neighbours that turn a into b; limit where it is no
// less.
func Edits(a, b string, limit int) int {
	s := spelling{word: []rune(a), other: []rune(b)}
	return s.edits(limit)
}

// edits is Edits of the two words at hand. It ends where no way can be short enough any more.
func (s *spelling) edits(limit int) int {
	a, b := s.word, s.other
	if len(a)-len(b) >= limit || len(b)-len(a) >= limit {
		return limit
	}
	n := len(b) + 1
	before, above, next := slices.Grow(s.before[:0], n)[:n], slices.Grow(s.above[:0], n)[:n], slices.Grow(s.next[:0], n)[:n]
	for j := range above {
		above[j] = j
	}
	for i := 1; i <= len(a); i++ {
		next[0] = i
		least := i
		for j := 1; j <= len(b); j++ {
			change := 1
			if a[i-1] == b[j-1] {
				change = 0
			}
			next[j] = min(above[j]+1, next[j-1]+1, above[j-1]+change)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				next[j] = min(next[j], before[j-2]+1)
			}
			least = min(least, next[j])
		}
		if least > limit {
			above[len(b)] = limit
			break
		}
		before, above, next = above, next, before
	}
	n = min(above[len(b)], limit)
	s.before, s.above, s.next = before, above, next
	return n
}
