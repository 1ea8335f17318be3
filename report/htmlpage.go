package report

import (
	"crypto/sha256"
	_ "embed" // the parts of the page
	"encoding/base64"
	"html/template"
	"sync"
)

// The parts of the page. It loads nothing: style and script are in it.
var (
	//go:embed page/page.html
	pageText string
	//go:embed page/page.css
	pageStyle template.CSS
	//go:embed page/page.js
	pageScript template.JS

	// The template and the policy are made when a page is written: most runs of the program write none.
	pageTemplate = sync.OnceValue(func() *template.Template { return template.Must(template.New("page").Parse(pageText)) })
	// pagePolicy lets a browser run the one script and use the one style, so that nothing else could even if it were
	// not escaped.
	pagePolicy = sync.OnceValue(func() string { return policyOf(string(pageScript), string(pageStyle)) })
)

// policyOf lets a page run one script and use one style.
func policyOf(script, style string) string {
	return "default-src 'none'; base-uri 'none'; form-action 'none'; script-src " + hashSource(script) + "; style-src " + hashSource(style)
}

// hashSource names a text in a content security policy.
func hashSource(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// htmlPage is what the template is given. All texts of payloads in it have been made visible; the template escapes them.
type htmlPage struct {
	Policy        string
	Style         template.CSS
	Script        template.JS
	Title         string
	Version, Time string
	Good          bool
	Valid, Total  int
	Counts        []htmlCount
	Omissions     []Omission
	BadName       string // what those are called that are not as they should be
	GroupName     string
	Groups        []*htmlGroup
	Checks        []htmlCount
	Files         []*htmlFile
	MoreValid     int
}

// htmlCount is a number with what it counts.
type htmlCount struct {
	Name   string
	Number int
	Bad    bool
}

// htmlGroup counts what one schema or operation governs.
type htmlGroup struct {
	Name           string
	Total, Invalid int
}

// htmlFile is a source with its violations, as many as are shown.
type htmlFile struct {
	Name    string
	Summary string
	Errors  []htmlError
	Rest    int
	Bad     bool

	source               string
	total, bad, problems int
}

// htmlError is one violation.
type htmlError struct {
	Check    htmlCheck
	Warning  bool
	Place    string
	Pointer  string
	Head     string // which record or exchange it is in
	Message  string
	Quote    *htmlQuote
	Causes   []string
	Demand   string
	Absolute string
}

// htmlCheck is a check with where it is explained.
type htmlCheck struct{ Name, URI string }

// htmlQuote is a line of the source with the value in it.
type htmlQuote struct {
	Line                 int
	Before, Value, After string
}
