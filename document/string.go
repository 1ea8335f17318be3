package document

import "unicode/utf8"

// str reads a string whose content begins at i and puts it on the tape. It returns the offset behind it.
func (x *indexer) str(i int) int {
	b := x.text
	end := plain(b, i)
	if byteAt(b, end) == '"' {
		x.leaf(uint64(String)|uint64(i)<<32, uint64(end-i))
		return end + 1
	}
	end, at, length, flags := x.oddString(i, end)
	if end < 0 {
		return end
	}
	x.leaf(uint64(String)|flags|uint64(at)<<32, uint64(length))
	return end + 1
}

// oddString reads a string that is not plain: b[start:i] is plain content, and what stands at i is not. It returns the
// offset of the closing quote, and where the string without escapes is in data.
func (x *indexer) oddString(start, i int) (end, at, length int, flags uint64) {
	b := x.text
	for ; i < len(b); i = plain(b, i) {
		switch c := b[i]; {
		case c == '"':
			return i, start, i - start, flags
		case c == '\\':
			end, at, length, isWide := x.unescape(start, i)
			if isWide {
				flags = flagWide
			}
			return end, at, length, flags
		case c >= utf8.RuneSelf:
			var ok bool
			if i, ok = wide(b, i); !ok {
				return x.fail(i, "UTF-8"), 0, 0, 0
			}
			flags = flagWide
		default:
			return x.fail(i, "no control character within a string"), 0, 0, 0
		}
	}
	return x.fail(i, "a closing quote"), 0, 0, 0
}

// oddName reads a member name that is long, or not plain, or near the end of the text, and puts it on the tape. It
// returns the offset of the closing quote, and the tail of its entry.
func (x *indexer) oddName(start int) (end int, tail uint64) {
	end, at, length, flags := x.oddString(start, plain(x.text, start))
	if end < 0 {
		return end, 0
	}
	data := x.text
	if at >= len(data) {
		data = x.arena
	}
	tail = uint64(length) | uint64(nameHash(data[at:at+length]))<<32
	x.tape = append(x.tape, entry{uint64(String) | flags | uint64(at)<<32, tail})
	return end, tail
}
