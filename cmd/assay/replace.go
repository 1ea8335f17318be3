package main

import (
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// replacement is a file that is being written beside the one whose place it takes in the end, in one step: whoever reads that one finds it as it
// was or as it is to be, also when the program is killed meanwhile.
type replacement struct {
	*os.File
	path string // "" where the file itself is written: a pipe, a device, or one in a folder that nothing can be added to
	over bool   // committed or discarded
}

// replace begins to write a file. Its folder must be there.
func replace(path string) (*replacement, error) {
	if strings.HasPrefix(path, "/dev/fd/") || strings.HasPrefix(path, "/dev/std") || strings.HasPrefix(path, "/proc/") {
		// What is open already, as /dev/stdout is, may lead to a file that others write, too.
		f, err := os.OpenFile(path, os.O_WRONLY, 0)
		return &replacement{File: f}, err
	}
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target // not the link is replaced, but what it leads to
	} else if info, err := os.Lstat(path); err == nil && info.Mode()&fs.ModeSymlink != 0 {
		f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644) // what it leads to is not there yet
		return &replacement{File: f}, err
	}
	info, err := os.Stat(path)
	if err == nil && !info.Mode().IsRegular() {
		f, err := os.OpenFile(path, os.O_WRONLY, 0)
		return &replacement{File: f}, err
	}
	f, beside := besideFile(path)
	if beside != nil {
		// Who may write the file and not its folder has it written in place.
		if f, inPlace := os.OpenFile(path, os.O_WRONLY|os.O_TRUNC, 0); inPlace == nil {
			return &replacement{File: f}, nil
		}
		return nil, beside
	}
	r := &replacement{File: f, path: path}
	if err == nil {
		if err := f.Chmod(info.Mode().Perm()); err != nil {
			r.discard()
			return nil, err
		}
	}
	return r, nil
}

// besideFile makes a new file beside another one, with the mode that new files have.
func besideFile(path string) (f *os.File, err error) {
	for range 100 {
		name := filepath.Join(filepath.Dir(path), ".assay-"+strconv.FormatUint(rand.Uint64(), 36))
		if f, err = os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644); !errors.Is(err, fs.ErrExist) {
			return f, err
		}
	}
	return nil, err
}

// commit puts the file in its place. Where it cannot, all is as it was.
func (r *replacement) commit() error {
	if r.path == "" {
		r.over = true
		return r.Close()
	}
	err := r.Close()
	if err == nil {
		err = os.Rename(r.Name(), r.path)
	}
	if err != nil {
		err = errors.Join(err, os.Remove(r.Name()))
	}
	r.over = true
	return err
}

// discard ends what was not committed.
func (r *replacement) discard() {
	if r.over {
		return
	}
	r.over = true
	_ = r.Close() // nothing of it is wanted
	if r.path != "" {
		_ = os.Remove(r.Name())
	}
}

// replaceFile gives a file another text.
func replaceFile(path string, text []byte) error {
	r, err := replace(path)
	if err != nil {
		return err
	}
	if _, err = r.Write(text); err != nil {
		r.discard()
		return err
	}
	return r.commit()
}
