package report

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/assaykit/assay/document/yaml"
)

// tapPoint is a line of a report that is a test point.
var tapPoint = regexp.MustCompile(`^(not )?ok ([0-9]+) - ((?:[^#\\]|\\[#\\])*)$`)

// readTAP reads a report line by line, as the grammar of version 14 has it, and gives the diagnostics of the points that fail; "" for
// those that do not.
func readTAP(t *testing.T, report []byte) (points []string) {
	t.Helper()
	lines := strings.Split(strings.TrimSuffix(string(report), "\n"), "\n")
	if lines[0] != "TAP version 14" {
		t.Fatalf("found %q, wanted the version", lines[0])
	}
	for i := 1; i < len(lines)-1; i++ {
		m := tapPoint.FindStringSubmatch(lines[i])
		if m == nil || m[2] != strconv.Itoa(len(points)+1) {
			t.Fatalf("found %q, wanted the point %d", lines[i], len(points)+1)
		}
		diagnostics := ""
		if m[1] != "" {
			if i++; lines[i] != "  ---" {
				t.Fatalf("found %q, wanted diagnostics", lines[i])
			}
			for i++; lines[i] != "  ..."; i++ {
				diagnostics += lines[i] + "\n"
			}
		}
		points = append(points, diagnostics)
	}
	if plan := lines[len(lines)-1]; plan != "1.."+strconv.Itoa(len(points)) {
		t.Fatalf("found the plan %q, wanted one of %d points", plan, len(points))
	}
	return points
}

func holdTAPOfPayloads(t *testing.T, r hostile) {
	t.Helper()
	result := r.result()
	points := readTAP(t, ofResults(t, "tap", Options{}, Result{Source: r.text()}, result))
	if len(points) != 2 || points[0] != "" {
		t.Fatalf("%+v: found the points %q, wanted one that succeeds and one that does not", result, points)
	}
	docs, err := yaml.Parse([]byte(points[1]))
	if err != nil || len(docs) != 1 {
		t.Fatalf("%v: found %d documents in\n%s", err, len(docs), points[1])
	}
	list := faults(result.Err)
	if found := docs[0].Root().Get("message").Text(); found != headline(list) {
		t.Fatalf("found message %q, wanted %q", found, headline(list))
	}
	if found := docs[0].Root().Get("file").Text(); found != string([]rune(result.Source)) {
		t.Fatalf("found file %q, wanted %q", found, result.Source)
	}
	errors := docs[0].Root().Get("errors")
	if errors.Len() != len(list) {
		t.Fatalf("found %d errors, wanted %d in\n%s", errors.Len(), len(list), points[1])
	}
	for i, f := range list {
		e := docs[0].Root().Lookup("/errors/" + strconv.Itoa(i))
		for name, want := range map[string]string{"message": f.message, "instanceLocation": f.InstanceLocation} {
			if found := e.Get(name).Text(); found != string([]rune(want)) {
				t.Fatalf("found %s %q, wanted %q", name, found, want)
			}
		}
	}
}

// TestTAPByProve has Perl's harness read reports. It knows no version after 13 where it is older than 2024, but reads what
// that has, which is what we write.
func TestTAPByProve(t *testing.T) {
	prove, err := exec.LookPath("prove")
	if err != nil {
		t.Skip("prove, which comes with Perl, is not on this machine: ", err)
	}
	read := func(report []byte) (string, bool) {
		name := filepath.Join(t.TempDir(), "report.tap")
		if err := os.WriteFile(name, bytes.Replace(report, []byte("version 14"), []byte("version 13"), 1), 0o666); err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command(prove, "--verbose", "--nocolor", "--source", "File", "--file-option", "extensions=.tap", name).CombinedOutput()
		return string(out), err == nil
	}
	all := results(t)
	out, ok := read(ofResults(t, "tap", Options{}, all...))
	if ok || !strings.Contains(out, "Failed 5/7 subtests") || strings.Contains(out, "Parse errors") {
		t.Errorf("found\n%s", out)
	}
	if out, ok := read(ofResults(t, "tap", Options{}, all[0], all[3])); !ok || !strings.Contains(out, "Tests=2") {
		t.Errorf("of what is valid: found\n%s", out)
	}
	r := ofSeed(27)
	for range 5 {
		var hostile []Result
		for range 40 {
			hostile = append(hostile, r.result())
		}
		if out, ok := read(ofResults(t, "tap", Options{}, hostile...)); ok || !strings.Contains(out, "Failed 40/40 subtests") ||
			strings.Contains(out, "Parse errors") || strings.Contains(out, "skipped") {
			t.Fatalf("of hostile payloads: found\n%s", out)
		}
	}
}
