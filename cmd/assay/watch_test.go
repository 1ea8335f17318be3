package main

import (
	"context"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/assaykit/assay/generator"
	"github.com/spf13/cobra"
)

// lines is what a run writes while it goes on.
type lines struct {
	mu   sync.Mutex
	text strings.Builder
	seen int
}

func (l *lines) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Write(p)
}

// await waits for text behind that which was waited for before.
func (l *lines) await(t *testing.T, want string) {
	t.Helper()
	var rest string
	for end := time.Now().Add(30 * time.Second); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		l.mu.Lock()
		rest = l.text.String()[l.seen:]
		at := strings.Index(rest, want)
		if at >= 0 {
			l.seen += at + len(want)
		}
		l.mu.Unlock()
		if at >= 0 {
			return
		}
	}
	t.Fatalf("found %q, wanted %q in it", rest, want)
}

// TestWatchGoesOn wants each fault to be said and none to end the run, for as long as somebody may mend it.
func TestWatchGoesOn(t *testing.T) {
	inTree(t, map[string]string{"s.json": `{"properties": {"a": {"$ref": "part.json"}}}`})
	said := &lines{}
	g := &generateCommand{streams: streams{notes: &notes{w: said}}, target: target{out: "gen", Options: generator.Options{Type: "S"}}}
	g.schemas.schema = "s.json"
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	cmd := &cobra.Command{}
	cmd.SetContext(ctx)
	ended := make(chan error, 1)
	go func() { ended <- g.watch(cmd, nil) }()

	save := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	said.await(t, "part.json: cannot be read")
	said.await(t, "assay: failed; watching 2 files\n")
	save("part.json", `{"type": `)
	said.await(t, "part.json:1:10: ")
	said.await(t, "assay: failed; watching 2 files\n")
	save("part.json", `{"type": "string"}`)
	said.await(t, "assay: wrote gen/")
	said.await(t, "; watching 2 files\n")
	save("s.json", `{"type": "strin"}`)
	said.await(t, "s.json:1:10: type: found \"strin\"")
	said.await(t, "assay: failed; watching 2 files\n")
	save("other.json", `{}`) // concerns nobody
	save("s.json", `{"properties": {"a": {"$ref": "part.json"}}, "$comment": ""}`)
	said.await(t, "; watching 2 files\n")
	cancel()
	if err := <-ended; err != nil {
		t.Errorf("found %v, wanted it to end well", err)
	}
}
