package report

import (
	"bytes"
	"fmt"
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/assaykit/assay/rule"
	nethtml "golang.org/x/net/html"
)

// shape is a page as a browser reads it: how often each element is there, and what elements of some classes hold.
type shape struct {
	elements map[string]int
	texts    map[string][]string // by class
	styles   string              // all text within style and script
}

// readPage reads a page by the rules of HTML and wants it to load nothing.
func readPage(t *testing.T, page []byte) shape {
	t.Helper()
	s := shape{elements: map[string]int{}, texts: map[string][]string{}}
	z := nethtml.NewTokenizer(bytes.NewReader(page))
	inside, class := "", ""
	for {
		switch kind := z.Next(); kind {
		case nethtml.ErrorToken:
			if z.Err() != io.EOF {
				t.Fatal(z.Err())
			}
			return s
		case nethtml.StartTagToken:
			token := z.Token()
			inside, class = token.Data, ""
			s.elements[inside]++
			for _, a := range token.Attr {
				switch {
				case a.Key == "src" || strings.HasPrefix(a.Key, "on") || a.Key == "style" || a.Key == "srcset":
					t.Fatalf("found the attribute %s=%q", a.Key, a.Val)
				case a.Key == "href" && a.Val != "#files" && a.Val != "#operations" && !strings.HasPrefix(a.Val, "https://json-schema.org/") && !strings.HasPrefix(a.Val, homepage+"/blob/main/docs/errors.md#"):
					t.Fatalf("found a link to %q", a.Val)
				case a.Key == "class":
					class = a.Val
				}
			}
		case nethtml.TextToken:
			text := string(z.Text())
			if inside == "style" || inside == "script" {
				s.styles += text
			} else if class != "" {
				s.texts[class] = append(s.texts[class], text)
			}
		case nethtml.EndTagToken:
			inside, class = "", ""
		}
	}
}

func holdHTMLOfPayloads(t *testing.T, r hostile) {
	t.Helper()
	result := r.result()
	for i := range result.Err.Violations {
		result.Err.Violations[i].Keyword = r.piece()
	}
	result.Schema = r.text()
	page := ofResults(t, "html", Options{Version: r.text()}, result)
	found := readPage(t, page)
	list := faults(result.Err)
	if found.elements["script"] != 1 || found.elements["style"] != 1 || found.styles != string(pageStyle)+string(pageScript) {
		t.Fatalf("%+v: found other scripts or styles in\n%s", result, page)
	}
	messages := found.texts["message"]
	if found.elements["details"] != 1 || found.elements["ol"] != 1 || len(messages) != len(list) {
		t.Fatalf("%+v: found %d messages in\n%s", result, len(messages), page)
	}
	for i, f := range list {
		if messages[i] != visible(f.message) {
			t.Fatalf("found message %q, wanted %q", messages[i], visible(f.message))
		}
	}
	found = readPage(t, ofFindings(t, "html", Options{}, r.finding()))
	if found.elements["script"] != 1 || found.elements["details"] != 1 {
		t.Fatalf("found %v", found.elements)
	}
	for line := range strings.Lines(string(page)) {
		if line = strings.TrimSuffix(line, "\n"); visible(line) != line {
			t.Fatalf("the page has a line %q with characters that do not print", line)
		}
	}
}

// TestPolicyIsOfThePage wants the style and the script to stand in the page as the policy names them.
func TestPolicyIsOfThePage(t *testing.T) {
	page := string(ofResults(t, "html", Options{}, results(t)...))
	policy := regexp.MustCompile(`http-equiv="Content-Security-Policy" content="([^"]*)"`).FindStringSubmatch(page)
	if policy == nil || nethtml.UnescapeString(policy[1]) != pagePolicy() {
		t.Fatalf("found the policy %q, wanted %q", policy, pagePolicy())
	}
	for _, text := range []string{"<style>" + string(pageStyle) + "</style>", "<script>" + string(pageScript) + "</script>"} {
		if strings.Count(page, text) != 1 {
			t.Errorf("found no %.20s… as it is named", text)
		}
	}
	if strings.Contains(string(pageScript), "</") || strings.Contains(string(pageStyle), "</") {
		t.Error("the script or the style would end its element")
	}
}

func TestHTMLShowsNoSecret(t *testing.T) {
	page := string(ofResults(t, "html", Options{}, invalidSession(t)))
	if strings.Contains(page, "made-up-token") || !strings.Contains(page, "•••••") {
		t.Error("the page shows what is sensitive, or no mask for it")
	}
}

// TestHTMLIsBounded wants a page to show so many violations and to count all.
func TestHTMLIsBounded(t *testing.T) {
	many := func(source string, n int) Result {
		e := &rule.Error{}
		for range n {
			e.Violations = append(e.Violations, rule.Violation{Keyword: "type", Found: "1", Wanted: "a string"})
		}
		return Result{Source: source, Record: 1, Err: e}
	}
	var verdicts []Result
	for i := range 60 {
		verdicts = append(verdicts, many(fmt.Sprintf("bad%d.json", i), 120))
	}
	for i := range mostValidFiles + 7 {
		verdicts = append(verdicts, Result{Source: fmt.Sprintf("good%d.json", i), Record: 1})
	}
	page := string(ofResults(t, "html", Options{}, verdicts...))
	for text, want := range map[string]int{
		`<li class="error"`: mostInPage, `<p class="file valid"`: mostValidFiles, "<details ": 60,
		"and 20 more, which are not shown here":                 50,
		"and 120 more, which are not shown here":                10,
		"and 7 more without a fault, which are not listed here": 1,
		"<dd>7200</dd>": 1, ">type (7200)</option>": 1,
	} {
		if found := strings.Count(page, text); found != want {
			t.Errorf("found %d times %q, wanted %d", found, text, want)
		}
	}
}
