package main

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/assaykit/assay/capture"
	"github.com/assaykit/assay/rule"
	"github.com/spf13/cobra"
)

// captureLimits are what captures may have at most, and what it may cost to judge what is in them.
type captureLimits struct {
	capture.Limits
	rule rule.Limits
}

// captureLimitNames are the limits, each with its default as people write it.
const captureLimitNames = "entry=64MiB,body=256MiB,source=256MiB"

// add gives a command the flag. A command that judges nothing has no limits of evaluations.
func (l *captureLimits) add(cmd *cobra.Command, judges bool) {
	names, to := captureLimitNames, limitList{"entry": bytesOf(&l.Entry), "body": bytesOf(&l.Body), "source": bytesOf(&l.Source)}
	if judges {
		names += "," + ruleLimitNames
		to.addRule(&l.rule)
	}
	cmd.Flags().Func("limits", "what an entry of a capture, a body and an unpacked capture may have at most, a `list`\n(default "+names+")", func(list string) error {
		return to.set(list, names)
	})
}

// folderOf is the folder that a file is in, which symbolic links do not lead out of: a capture comes from anybody.
type folderOf string

func (f folderOf) Open(name string) (fs.File, error) { return within(f, name, fs.FS.Open) }

// Stat does not open what may be a pipe.
func (f folderOf) Stat(name string) (fs.FileInfo, error) { return within(f, name, fs.Stat) }

// within asks the folder for a name. What it opened stays open.
func within[T any](f folderOf, name string, ask func(folder fs.FS, name string) (T, error)) (found T, err error) {
	root, err := os.OpenRoot(filepath.Dir(string(f)))
	if err != nil {
		return found, err
	}
	defer func() { _ = root.Close() }()
	return ask(root.FS(), name)
}

// open opens a capture with the files beside it that may hold bodies.
func (l *captureLimits) open(name string, r io.Reader) (*capture.Reader, error) {
	if name == dash {
		return l.Open(name, r)
	}
	return l.OpenBeside(name, r, folderOf(name))
}
