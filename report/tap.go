package report

import (
	"io"
	"strconv"
	"strings"
	"unicode"
)

// tap writes version 14 of the Test Anything Protocol: a test point for each instance, at once, and the plan at the
// end. Points that fail have their violations as YAML, by the names that the json report has.
type tap struct {
	w      io.Writer
	points int
}

func newTAP(w io.Writer, _ Options) Reporter[Result] { return &tap{w: w} }

const tapVersion = "TAP version 14\n"

// Add writes the point of an instance.
func (t *tap) Add(r Result) error {
	list := faults(r.Err)
	if why := r.passedOver(); why != "" {
		return t.line("ok", tapEscapes.Replace(sourceOf(r))+" # SKIP "+why+"\n")
	}
	if r.Err == nil {
		return t.point("ok", sourceOf(r), "")
	}
	var b strings.Builder
	b.WriteString("  ---\n  message: " + quoteYAML(headline(list)) + "\n  severity: fail\n  file: " + quoteYAML(r.Source) + "\n  errors:\n")
	writeTAPFaults(&b, "    ", list)
	b.WriteString("  ...\n")
	return t.point("not ok", sourceOf(r), b.String())
}

// writeTAPFaults writes violations as the items of a list. Each text is quoted, whatever is in it. A text is nowhere an item by
// itself: Perl's harness takes one with a colon for a member.
func writeTAPFaults(b *strings.Builder, indent string, list []fault) {
	for _, f := range list {
		b.WriteString(indent + "- message: " + quoteYAML(f.message) + "\n")
		for _, m := range [][2]string{
			{"instanceLocation", f.InstanceLocation}, {"keywordLocation", f.KeywordLocation},
			{"absoluteKeywordLocation", f.AbsoluteKeywordLocation}, {"keyword", f.Keyword}, {"code", checkOf(f).name},
		} {
			b.WriteString(indent + "  " + m[0] + ": " + quoteYAML(m[1]) + "\n")
		}
		b.WriteString(indent + "  line: " + strconv.Itoa(f.Position.Line) + "\n")
		b.WriteString(indent + "  column: " + strconv.Itoa(f.Position.Column) + "\n")
		if len(f.Causes) > 0 {
			b.WriteString(indent + "  causes:\n")
			writeTAPFaults(b, indent+"    ", faultsOf(f.Causes))
		}
	}
}

// Omit writes a point that fails: a harness counts what is there, and must not pass over what is not.
func (t *tap) Omit(o Omission) error {
	return t.point("not ok", visible(o.Source), "  ---\n  message: "+quoteYAML(o.Reason)+"\n  severity: fail\n  ...\n")
}

// point writes the line of a test point, and its diagnostics.
func (t *tap) point(status, description, diagnostics string) error {
	return t.line(status, tapEscapes.Replace(description)+"\n"+diagnostics)
}

// line writes a test point as it is.
func (t *tap) line(status, text string) error {
	before := ""
	if t.points == 0 {
		before = tapVersion
	}
	t.points++
	_, err := io.WriteString(t.w, before+status+" "+strconv.Itoa(t.points)+" - "+text)
	return err
}

// tapEscapes keep a description from being a directive, such as # SKIP.
var tapEscapes = strings.NewReplacer(`\`, `\\`, "#", `\#`)

// Close writes the plan.
func (t *tap) Close() error {
	plan := "1.." + strconv.Itoa(t.points) + "\n"
	if t.points == 0 {
		plan = tapVersion + plan
	}
	_, err := io.WriteString(t.w, plan)
	return err
}

// quoteYAML is a text as a scalar of YAML in double quotes, on one line. It is JSON but for characters that do not print, which
// YAML has by their numbers.
func quoteYAML(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteString(`\` + string(r))
		case unicode.IsPrint(r):
			b.WriteRune(r)
		default:
			b.WriteString(escape(r))
		}
	}
	b.WriteByte('"')
	return b.String()
}
