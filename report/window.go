package report

import "strings"

// window is a line of cells of which a part is shown.
type window struct {
	cells             []cell
	cutLeft, cutRight bool // the line goes on beyond the cells
	first, behind     int  // the cells of the value; first == behind for a place behind the last cell
}

// mark finds the cells that show the bytes from start to end, at least the one at start.
func (w *window) mark(start, end int) {
	for w.first < len(w.cells) && w.cells[w.first].end <= start {
		w.first++
	}
	w.behind = w.first
	for w.behind < len(w.cells) && (w.behind == w.first || w.cells[w.behind].start < end) {
		w.behind++
	}
}

// quote is a line of a text, cut to what fits, with the value in it.
type quote struct {
	before, value, after string
	under                string // stands under the value where a highlight cannot be
}

// line is the whole of it.
func (q quote) line() string { return strings.TrimRight(q.before+q.value+q.after, " ") }

// render writes the part around the value that fits, and what stands under it.
func (w *window) render(room int) quote {
	from, to := 0, len(w.cells)
	if w.cutLeft || w.cutRight || total(w.cells) > room {
		from, to = w.fit(room - 2) // an ellipsis at each end
	}
	behind := min(w.behind, to)
	q := quote{
		before: joined(w.cells[from:w.first]), value: joined(w.cells[w.first:behind]), after: joined(w.cells[behind:to]),
	}
	before := total(w.cells[from:w.first])
	if from > 0 || w.cutLeft {
		q.before = "…" + q.before
		before++
	}
	if to < len(w.cells) || w.cutRight {
		q.after += "…"
	}
	length := total(w.cells[w.first:behind])
	q.under = strings.Repeat(" ", before) + "^" + strings.Repeat("~", max(0, length-1))
	return q
}

// fit chooses the cells to show: some of what is before the value, so that it is seen what the value belongs to, then as much of
// the value and of what follows as there is room for, then more of what is before.
func (w *window) fit(room int) (from, to int) {
	from, to = w.first, w.first
	left := func(limit int) {
		for from > 0 && w.cells[from-1].width <= limit {
			from--
			limit -= w.cells[from].width
			room -= w.cells[from].width
		}
	}
	left(room / 3)
	for to < len(w.cells) && w.cells[to].width <= room {
		room -= w.cells[to].width
		to++
	}
	if to == len(w.cells) {
		left(room)
	}
	return from, to
}

// joined is the text of cells.
func joined(cells []cell) string {
	var b strings.Builder
	for _, c := range cells {
		b.WriteString(c.text)
	}
	return b.String()
}

// total is the width of cells.
func total(cells []cell) int {
	n := 0
	for _, c := range cells {
		n += c.width
	}
	return n
}
