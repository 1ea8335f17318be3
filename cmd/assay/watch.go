package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/assaykit/assay/rule"
	"github.com/fsnotify/fsnotify"
	"github.com/spf13/cobra"
)

// calm is how long nothing may change before Go is written again: editors save in several steps.
const calm = 100 * time.Millisecond

// tick is how far the times of files may be behind the clock.
const tick = 10 * time.Millisecond

// watching is a run of generate that goes on.
type watching struct {
	*generateCommand
	cmd    *cobra.Command
	args   []string
	events *fsnotify.Watcher
	// files are all that was read or looked for so far, as absolute paths; folders are theirs. Folders are what is
	// watched, since editors put a new file in the place of the old one.
	files, folders map[string]bool
}

// watch writes Go, then again whenever what it is made from changes, until it is interrupted. Errors do not end it, but for
// those that no file can mend.
func (g *generateCommand) watch(cmd *cobra.Command, args []string) error {
	if g.checkOnly {
		return usage(cmd, "--watch: found it beside --check, wanted one of them")
	}
	ctx, stop := signal.NotifyContext(cmd.Context(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second signal ends what does not end by itself
	events, err := fsnotify.NewWatcher()
	if err != nil {
		return fmt.Errorf("--watch: this system tells of no changes: %w", err)
	}
	defer func() { _ = events.Close() }() // it was only listened to
	w := &watching{g, cmd, args, events, map[string]bool{}, map[string]bool{}}
	if err := w.round(); err != nil && len(w.files) == 0 {
		return err
	}
	return w.listen(ctx)
}

// listen waits for changes, and for a moment without any, before each round.
func (w *watching) listen(ctx context.Context) error {
	quiet := time.NewTimer(calm)
	quiet.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil
		case e := <-w.events.Events:
			if w.concerns(e) {
				quiet.Reset(calm)
			}
		case err := <-w.events.Errors:
			w.notes.print("assay: --watch: " + err.Error())
			quiet.Reset(calm) // whatever was missed
		case <-quiet.C:
			_ = w.round() // it has been said
		}
	}
}

// concerns reports whether something happened to one of the files. A reference may name a file without its ending.
func (w *watching) concerns(e fsnotify.Event) bool {
	if !e.Has(fsnotify.Write | fsnotify.Create | fsnotify.Rename | fsnotify.Remove) {
		return false
	}
	name := absolute(e.Name)
	return w.files[name] || mayBeSchemaName(name) && w.files[strings.TrimSuffix(name, filepath.Ext(name))]
}

// mayBeSchemaName reports whether a file has an ending that schemas have.
func mayBeSchemaName(name string) bool {
	switch filepath.Ext(name) {
	case ".json", ".yaml", ".yml":
		return true
	}
	return false
}

// round generates once, and once more where a file changed before it was watched. It says in a line what came of it.
func (w *watching) round() error {
	for {
		start := time.Now().Add(-tick)
		written, err := w.write()
		if w.follow() && w.changedSince(start) {
			continue
		}
		switch {
		case err != nil && len(w.files) == 0:
			return err
		case err != nil:
			w.notes.print(err.Error())
			written = "failed"
		}
		w.notes.print(fmt.Sprintf("assay: %s; watching %s", written, rule.Count(len(w.files), "file")))
		return err
	}
}

// write is one run of generate. It notes the files that it read, also where it fails.
func (w *watching) write() (string, error) {
	l, err := w.schemas.library(w.cmd, w.notes)
	if err != nil {
		return "", err
	}
	changes, err := w.changes(w.cmd, w.args, l)
	for _, name := range l.names() {
		w.files[absolute(name)] = true
	}
	if w.configures(w.args) {
		if name, err := configFile(w.config); err == nil && name != "" {
			w.files[absolute(name)] = true
		}
	}
	if err != nil {
		return "", err
	}
	var done []string
	for _, c := range changes {
		if err := c.apply(); err != nil {
			return "", &failure{statusUsage, err}
		}
		if c.new == nil {
			done = append(done, "removed "+c.path)
		} else {
			done = append(done, "wrote "+c.path)
		}
	}
	if len(done) == 0 {
		return "nothing to write", nil
	}
	return strings.Join(done, ", "), nil
}

// follow watches the folders of all files, and reports whether one of them was not watched before.
func (w *watching) follow() bool {
	added := false
	for file := range w.files {
		dir := filepath.Dir(file)
		if w.folders[dir] || w.events.Add(dir) != nil {
			continue // one that is not there yet is tried again after each round
		}
		w.folders[dir], added = true, true
	}
	return added
}

// changedSince reports whether a file was written at or after a time.
func (w *watching) changedSince(start time.Time) bool {
	for file := range w.files {
		if info, err := os.Stat(file); err == nil && !info.ModTime().Before(start) {
			return true
		}
	}
	return false
}
