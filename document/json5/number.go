package json5

import (
	"bytes"
	"math/big"
)

// longestHex is how many digits a hexadecimal number may have: they are made decimal, which takes longer than the square root of
// the time for more of them.
const longestHex = 4096

// number reads a number (section 6) and writes it as JSON has it.
func (p *parser) number() error {
	at := p.here()
	start := p.at
	sign := ""
	if c := p.peek(); c == '+' || c == '-' {
		if c == '-' {
			sign = "-"
		}
		p.at++
	}
	rest := p.text[p.at:]
	for _, word := range []string{"Infinity", "NaN"} {
		if bytes.HasPrefix(rest, []byte(word)) {
			return at.Refuse("found %s%s, wanted a number that JSON has", p.text[start:p.at], word)
		}
	}
	var text string
	var err error
	if len(rest) > 1 && rest[0] == '0' && rest[1]|0x20 == 'x' {
		text, err = p.hexadecimal()
	} else {
		text, err = p.decimal()
	}
	if err != nil {
		return err
	}
	return at.Placed(p.out.Number(sign+text, at))
}

// hexadecimal is the number behind a sign that begins with 0x.
func (p *parser) hexadecimal() (string, error) {
	p.at += 2
	start := p.at
	for isHex(p.peek()) {
		p.at++
	}
	digits := p.text[start:p.at]
	if len(digits) == 0 {
		return "", p.fail("a hexadecimal digit")
	}
	if len(digits) > longestHex {
		p.at = start
		return "", p.here().Refuse("found a number of %d hexadecimal digits, wanted at most %d", len(digits), longestHex)
	}
	n, _ := new(big.Int).SetString(string(digits), 16)
	return n.String(), nil
}

func isHex(c byte) bool { return '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'f' }

// decimal is the number behind a sign, with the zeros that JSON wants around a point.
func (p *parser) decimal() (string, error) {
	whole := p.digits()
	if len(whole) > 1 && whole[0] == '0' {
		p.at -= len(whole) - 1
		return "", p.fail("no digit after a leading zero")
	}
	text := string(whole)
	if p.peek() == '.' {
		p.at++
		fraction := p.digits()
		if len(whole)+len(fraction) == 0 {
			return "", p.fail("a digit")
		}
		text = or0(whole) + "." + or0(fraction)
	} else if len(whole) == 0 {
		return "", p.fail("a digit")
	}
	if c := p.peek(); c == 'e' || c == 'E' {
		p.at++
		text += string(c)
		if c := p.peek(); c == '+' || c == '-' {
			text += string(c)
			p.at++
		}
		exponent := p.digits()
		if len(exponent) == 0 {
			return "", p.fail("a digit in the exponent")
		}
		text += string(exponent)
	}
	return text, nil
}

func or0(digits []byte) string {
	if len(digits) == 0 {
		return "0"
	}
	return string(digits)
}

// digits reads decimal digits, if there are any.
func (p *parser) digits() []byte {
	start := p.at
	for c := p.peek(); '0' <= c && c <= '9'; c = p.peek() {
		p.at++
	}
	return p.text[start:p.at]
}
