package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
)

// assay runs the program within the test.
func assay(in io.Reader, args ...string) (status int, stdout, stderr string) {
	var out, notes bytes.Buffer
	status = run(args, in, &out, &notes)
	return status, out.String(), notes.String()
}

func TestOrderIsThatOfTheInput(t *testing.T) {
	files := map[string]string{"s.json": `{"$id": "https://example.com/s", "type": "integer"}`}
	var want strings.Builder
	for i := range 200 {
		name := fmt.Sprintf("d/%03d.json", i)
		files[name] = fmt.Sprint(i)
		fmt.Fprintf(&want, "{\"source\":%q,\"record\":1,\"valid\":true,\"errors\":[]}\n", name)
	}
	inTree(t, files)
	for _, jobs := range []string{"1", "2", "16"} {
		status, out, notes := assay(nil, "validate", "--schema", "s.json", "--report", "ndjson", "--jobs", jobs, "d")
		if status != statusValid || out != want.String() || notes != "" {
			t.Errorf("--jobs %s: found status %d, notes %q and %d bytes of report, wanted 0, none and %d", jobs, status, notes, len(out), want.Len())
		}
	}
}

func TestRecordsAreReportedAsTheyCome(t *testing.T) {
	inTree(t, map[string]string{"s.json": `{"type": "integer"}`})
	input, feed := io.Pipe()
	report, out := io.Pipe()
	ended := make(chan int)
	go func() {
		status := run([]string{"validate", "--schema", "s.json", "--report", "ndjson", "-"}, input, out, io.Discard)
		_ = out.Close()
		ended <- status
	}()
	lines := bufio.NewScanner(report)
	send := func(text string) {
		if _, err := io.WriteString(feed, text); err != nil {
			t.Error(err)
		}
	}
	// The first two come together, since one line alone does not tell records from a text.
	send("1\n2\n")
	for i := 1; i <= 4; i++ {
		if i > 2 {
			send(fmt.Sprintf("%d\n", i))
		}
		if !lines.Scan() || !strings.Contains(lines.Text(), fmt.Sprintf(`"record":%d,"valid":true`, i)) {
			t.Fatalf("found the line %q, wanted that of record %d", lines.Text(), i)
		}
	}
	_ = feed.Close()
	if lines.Scan() {
		t.Errorf("found one more line: %s", lines.Text())
	}
	if status := <-ended; status != statusValid {
		t.Errorf("status: found %d, wanted 0", status)
	}
}

// full is a disk without room.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no room") }

func TestReportThatCannotBeWritten(t *testing.T) {
	files := map[string]string{"s.json": "false"}
	for i := range 2000 {
		files[fmt.Sprintf("d/%d.json", i)] = `"a text that is refused"`
	}
	inTree(t, files)
	var notes bytes.Buffer
	if status := run([]string{"validate", "--schema", "s.json", "d"}, nil, full{}, &notes); status != statusUsage {
		t.Errorf("status: found %d, wanted %d", status, statusUsage)
	}
	if got := notes.String(); got != "standard output: the report cannot be written: no room\n" {
		t.Errorf("found the note %q", got)
	}
}

func TestAlike(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want bool
	}{
		{"schema", "shema", true}, {"output", "otuput", true}, {"report", "reports", true}, {"jobs", "job", true},
		{"map", "foo", false}, {"formats", "foo", false}, {"config", "", false},
	} {
		if got := alike(test.a, test.b); got != test.want {
			t.Errorf("%s, %s: found %v, wanted %v", test.a, test.b, got, test.want)
		}
	}
}
