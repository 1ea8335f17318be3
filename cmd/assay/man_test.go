package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"
)

// manual is the folder of the man pages, which are written anew where ASSAY_MAN is set: make man.
const manual = "../../docs/man"

// TestMan wants the man pages to say what the commands say of themselves.
func TestMan(t *testing.T) {
	root := newRoot(streams{notes: &notes{w: io.Discard}})
	pages := map[string][]byte{}
	pagesOf(t, root, pages)
	if os.Getenv("ASSAY_MAN") != "" {
		write(t, pages)
	}
	files, err := filepath.Glob(manual + "/*.1")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if _, ok := pages[filepath.Base(file)]; !ok {
			t.Errorf("%s: found a page of no command; make man removes it", file)
		}
	}
	for name, page := range pages {
		got, err := os.ReadFile(filepath.Join(manual, name))
		if err != nil || !bytes.Equal(got, page) {
			t.Errorf("%s: it is not what the command says of itself (%v); make man writes it anew", name, err)
		}
	}
}

// write replaces the man pages.
func write(t *testing.T, pages map[string][]byte) {
	if err := os.RemoveAll(manual); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(manual, 0o755); err != nil {
		t.Fatal(err)
	}
	for name, page := range pages {
		if err := os.WriteFile(filepath.Join(manual, name), page, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// pagesOf makes the page of a command and those of its subcommands.
func pagesOf(t *testing.T, cmd *cobra.Command, pages map[string][]byte) {
	for _, sub := range cmd.Commands() {
		if sub.IsAvailableCommand() && sub.Name() != "help" && sub.Name() != "completion" {
			pagesOf(t, sub, pages)
		}
	}
	steady(cmd)
	var page bytes.Buffer
	header := doc.GenManHeader{Section: "1", Source: "Assay", Manual: "Assay"}
	if err := doc.GenMan(cmd, &header, &page); err != nil {
		t.Fatal(err)
	}
	// The date would make the page another one every month.
	first, rest, _ := bytes.Cut(page.Bytes(), []byte("\n.TH "))
	title, rest, _ := bytes.Cut(rest, []byte("\n"))
	words := strings.SplitN(string(title), `" "`, 4)
	if len(words) != 4 {
		t.Fatalf("found the title %q, wanted a name, a section, a date and a source", title)
	}
	words[2] = ""
	text := string(first) + "\n.TH " + strings.Join(words, `" "`) + "\n" + string(rest)
	pages[strings.ReplaceAll(cmd.CommandPath(), " ", "-")+".1"] = []byte(text)
}

// plain keeps the letters that mean something in Markdown, as which descriptions are read.
var plain = strings.NewReplacer("*", `\*`, "_", `\_`, "<", `\<`, "`", "\\`")

// steady makes of a command what its page says: text that is set off stays as it is written, and what
// the machine decides has no value.
func steady(cmd *cobra.Command) {
	cmd.DisableAutoGenTag = true
	lines := strings.Split(cmd.Long, "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, "  ") {
			lines[i] = "  " + line // four spaces are code
		} else {
			lines[i] = plain.Replace(line)
		}
	}
	cmd.Long = strings.Join(lines, "\n")
	if jobs := cmd.Flags().Lookup("jobs"); jobs != nil {
		jobs.DefValue = "processors"
	}
}
