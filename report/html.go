package report

import (
	"cmp"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/assaykit/assay/rule"
)

// How much a page shows: one that no browser can scroll helps nobody. All is counted all the same.
const (
	mostInFile     = 100  // violations of one file
	mostInPage     = 5000 // violations of all files
	mostValidFiles = 1000 // names of files without a fault
)

// html writes one page for people without a terminal. Its head tells the numbers, so that what is shown is kept until the end: of
// violations what stands on the page, of all else the counts.
type html struct {
	w      io.Writer
	page   htmlPage
	file   *htmlFile
	shown  int // violations on the page
	valid  int // files without a fault that are listed
	checks map[string]int
	groups map[string]*htmlGroup
	noun   string // what is counted: instance or exchange
}

func newHTMLPage(w io.Writer, o Options, noun, groups, bad string) html {
	h := html{w: w, checks: map[string]int{}, groups: map[string]*htmlGroup{}, noun: noun}
	h.page = htmlPage{Policy: pagePolicy(), Style: pageStyle, Script: pageScript, Version: visible(o.Version), GroupName: groups, BadName: bad}
	if !o.Time.IsZero() {
		h.page.Time = o.Time.Format(time.RFC3339)
	}
	return h
}

// begin counts a verdict on something in a source, which a group of its kind governs; "" for none.
func (h *html) begin(source, group string, bad bool) {
	if h.file == nil || h.file.source != source {
		h.end()
		h.file = &htmlFile{source: source, Name: visible(source)}
	}
	h.page.Total++
	h.file.total++
	if bad {
		h.file.bad++
	}
	if group == "" {
		return
	}
	g := h.groups[group]
	if g == nil {
		g = &htmlGroup{Name: visible(group)}
		h.groups[group] = g
		h.page.Groups = append(h.page.Groups, g)
	}
	g.Total++
	if bad {
		g.Invalid++
	}
}

// violation counts one of the verdict that began last, and keeps it if there is room; make is called only then.
func (h *html) violation(c check, make func() htmlError) {
	f := h.file
	f.problems++
	h.checks[c.name]++
	if len(f.Errors) == mostInFile || h.shown == mostInPage {
		f.Rest++
		return
	}
	h.shown++
	e := make()
	e.Check = htmlCheck{visible(c.name), c.help()}
	f.Errors = append(f.Errors, e)
}

// end lists the file that was begun.
func (h *html) end() {
	f := h.file
	switch {
	case f == nil:
		return
	case f.problems > 0:
		f.Bad = true
		f.Summary = rule.Count(f.problems, "finding")
		if f.total > 1 {
			f.Summary += ", " + strconv.Itoa(f.bad) + " of " + rule.Count(f.total, h.noun) + " " + strings.ToLower(h.page.BadName)
		}
	case h.valid == mostValidFiles:
		h.page.MoreValid++
		return
	default:
		h.valid++
		if f.total > 1 {
			f.Summary = rule.Count(f.total, h.noun)
		}
	}
	h.page.Files = append(h.page.Files, f)
}

// Omit keeps an omission for the head of the page.
func (h *html) Omit(o Omission) error {
	h.page.Omissions = append(h.page.Omissions, Omission{visible(o.Source), visible(o.Reason)})
	return nil
}

// write ends the page.
func (h *html) write() error {
	h.end()
	for _, name := range slices.SortedFunc(maps.Keys(h.checks), func(a, b string) int {
		return cmp.Or(cmp.Compare(h.checks[b], h.checks[a]), cmp.Compare(a, b))
	}) {
		h.page.Checks = append(h.page.Checks, htmlCount{Name: visible(name), Number: h.checks[name]})
	}
	if n := len(h.page.Omissions); n > 0 {
		h.page.Good = false
		h.page.Title += ", " + strconv.Itoa(n) + " not checked"
	}
	return pageTemplate().Execute(h.w, &h.page)
}
