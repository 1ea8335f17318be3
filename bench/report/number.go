package main

import (
	"math"
	"strconv"
	"strings"
)

// number writes a number with two significant digits or more, and commas between thousands; "-" is what was not measured.
func number(v float64) string {
	switch {
	case math.IsNaN(v):
		return "-"
	case v == 0:
		return "0"
	case v < 0.1:
		return strconv.FormatFloat(v, 'f', 1-int(math.Floor(math.Log10(v))), 64)
	case v < 10:
		return strconv.FormatFloat(v, 'f', 2, 64)
	case v < 100:
		return strconv.FormatFloat(v, 'f', 1, 64)
	}
	digits := strconv.FormatFloat(v, 'f', 0, 64)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}

// row writes a row of a Markdown table.
func row(b *strings.Builder, cells ...string) {
	b.WriteString("| " + strings.Join(cells, " | ") + " |\n")
}

// head writes the head of a Markdown table, all but the first of its columns being numbers.
func head(b *strings.Builder, cells ...string) {
	row(b, cells...)
	b.WriteString("| --- |" + strings.Repeat(" ---: |", len(cells)-1) + "\n")
}
