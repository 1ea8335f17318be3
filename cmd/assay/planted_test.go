package main

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"html"
	"math/rand/v2"
	"net/textproto"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/assaykit/assay/report"
)

// spellings are how a text may stand in an output.
func spellings(text string) []string {
	quoted, _ := json.Marshal(text)
	list := []string{text[len(text)-13:], // which all that is cut at its front or back has, too
		textproto.CanonicalMIMEHeaderKey(text), string(quoted[1 : len(quoted)-1]), html.EscapeString(text), url.QueryEscape(text), url.PathEscape(text), hex.EncodeToString([]byte(text))}
	escapes, percents := "", ""
	for _, c := range []byte(text) {
		escapes += fmt.Sprintf(`\u%04x`, c)
		percents += fmt.Sprintf("%%%02X", c)
	}
	list = append(list, escapes, percents)
	for shift := range 3 { // base64 of it within something longer
		encoded := base64.StdEncoding.EncodeToString([]byte(strings.Repeat("-", shift) + text))
		list = append(list, encoded[4:len(encoded)-4])
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// search wants nothing that is planted in an output.
func search(t *testing.T, what, output string, planted ...map[string]string) {
	t.Helper()
	for _, in := range planted {
		for place, text := range in {
			for _, spelling := range spellings(text) {
				if i := strings.Index(output, spelling); i >= 0 {
					t.Errorf("%s tells the secret %s that was planted in %s:\n…%s…", what, text, place, output[max(0, i-200):min(len(output), i+len(spelling)+100)])
					break
				}
			}
		}
	}
}

// TestPlanted plants secrets wherever a capture may hold one, and looks for them in all that the program writes.
func TestPlanted(t *testing.T) {
	if raced {
		t.Skip("each round runs the program a hundred times, which the race detector makes ten times as long")
	}
	rounds := 1
	if more, err := strconv.Atoi(os.Getenv("ASSAY_PLANTED")); err == nil {
		rounds = more // as many as anybody has the time for
	}
	for seed := range rounds {
		g := &garden{Rand: rand.New(rand.NewPCG(uint64(seed), 7))}
		for _, format := range []struct {
			name string
			text func() string
		}{
			{"a.har", g.plantedHAR}, {"a.ndjson", g.plantedLines}, {"nock.json", g.plantedNock}, {"cassette.yaml", g.plantedCassette}, {"dump.txt", g.plantedDump},
		} {
			t.Run(fmt.Sprintf("%d/%s", seed, format.name), func(t *testing.T) {
				g.tokens, g.words, g.values = map[string]string{}, map[string]string{}, map[string]string{}
				dir := t.TempDir()
				file := func(name string) string { return filepath.Join(dir, name) }
				for name, text := range map[string]string{"api.yaml": plantedSpec, format.name: format.text()} {
					if err := os.WriteFile(file(name), []byte(text), 0o600); err != nil {
						t.Fatal(err)
					}
				}
				searchReports(t, g, file, format.name)
				searchRedacted(t, g, file, format.name)
			})
		}
	}
}

// differsAt is where two texts begin to differ; -1 where they do not.
func differsAt(a, b string) int {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return i
		}
	}
	if len(a) == len(b) {
		return -1
	}
	return min(len(a), len(b))
}

// outputOf runs the program, and gives all that it writes.
func outputOf(t *testing.T, args ...string) string {
	t.Helper()
	var out, notes bytes.Buffer
	if status := run(args, strings.NewReader(""), &out, &notes); status > statusInvalid {
		t.Fatalf("assay %s: found the exit status %d: %s", strings.Join(args, " "), status, notes.String())
	}
	return out.String() + notes.String()
}

// searchReports looks in all reports.
func searchReports(t *testing.T, g *garden, file func(string) string, name string) {
	t.Helper()
	for _, show := range [][]string{nil, {"--show-values"}} {
		planted := []map[string]string{g.tokens, g.words}
		if show == nil {
			planted = append(planted, g.values)
		}
		args := append([]string{"contract", "--spec", file("api.yaml"), "--verbose", "--summary", file("summary.json"), "--coverage", file("page.html")}, show...)
		for _, format := range report.ExchangeFormats() {
			output := outputOf(t, append(args, "--report", format, file(name))...)
			search(t, format+fmt.Sprint(show), output, planted...)
			if format == "text" && !strings.Contains(output, " invalid") {
				t.Errorf("found nothing invalid, wanted much:\n%s", output)
			}
		}
		for _, written := range []string{"summary.json", "page.html"} {
			text, err := os.ReadFile(file(written))
			if err != nil {
				t.Fatal(err)
			}
			search(t, written+fmt.Sprint(show), string(text), planted...)
		}
		search(t, "merge"+fmt.Sprint(show), outputOf(t, "contract", "merge", "--report", "text", "--verbose", file("summary.json")), planted...)
		if err := os.WriteFile(file("empty.json"), []byte(outputOf(t, "contract", "--spec", file("api.yaml"), "--summary", "-", "--output", os.DevNull, file(name))), 0o600); err != nil {
			t.Fatal(err)
		}
		search(t, "with a baseline"+fmt.Sprint(show), outputOf(t, append(args, "--baseline", file("empty.json"), file(name))...), planted...)
	}
}

// searchRedacted looks in clean captures, and wants them to be clean already.
func searchRedacted(t *testing.T, g *garden, file func(string) string, name string) {
	t.Helper()
	for _, all := range [][]string{nil, {"--all-values"}} {
		planted := []map[string]string{g.tokens, g.words}
		if all != nil {
			planted = append(planted, g.values)
		}
		args := append([]string{"capture", "redact", "--spec", file("api.yaml")}, all...)
		notes := outputOf(t, append(args, "--output", file("clean"), file(name))...)
		text, err := os.ReadFile(file("clean"))
		if err != nil {
			t.Fatal(err)
		}
		search(t, "the clean capture"+fmt.Sprint(all), string(text)+notes, planted...)
		outputOf(t, append(args, "--output", file("again"), file("clean"))...)
		again, err := os.ReadFile(file("again"))
		if err != nil {
			t.Fatal(err)
		}
		if i := differsAt(string(again), string(text)); i >= 0 {
			t.Errorf("cleaning twice: found …%.300s… wanted …%.300s…", again[max(0, i-100):], text[max(0, i-100):])
		}
	}
}
