package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestReplace wants a file as it was until it is committed, and no other file left.
func TestReplace(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a")
	if err := os.WriteFile(path, []byte("before"), 0o600); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(dir, "link")
	if err := os.Symlink(path, link); err != nil {
		t.Skip("no symbolic links here: ", err)
	}
	for _, c := range []struct {
		end  func(*replacement)
		want string
	}{
		{func(r *replacement) { r.discard() }, "before"},
		{func(r *replacement) {
			if err := r.commit(); err != nil {
				t.Error(err)
			}
			r.discard() // which comes too late
		}, "after"},
	} {
		r, err := replace(link)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := r.WriteString("after"); err != nil {
			t.Fatal(err)
		}
		if text, err := os.ReadFile(path); string(text) != "before" {
			t.Errorf("found %q (%v) while the file is being written, wanted what was there", text, err)
		}
		c.end(r)
		if text, err := os.ReadFile(path); string(text) != c.want {
			t.Errorf("found %q (%v), wanted %q", text, err, c.want)
		}
		if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
			t.Errorf("found %v (%v), wanted the symbolic link to stay", info, err)
		}
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("found %v (%v), wanted the mode to stay", info, err)
		}
		if left, _ := filepath.Glob(filepath.Join(dir, ".assay-*")); len(left) > 0 {
			t.Errorf("found %s left", strings.Join(left, ", "))
		}
	}
	if r, err := replace(os.DevNull); err != nil || r.commit() != nil {
		t.Errorf("found the error %v for a device, wanted it written", err)
	}
}

// TestReplaceInPlace wants a file to be written whose folder takes no other.
func TestReplaceInPlace(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a")
	if err := os.WriteFile(path, []byte("before, and longer"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(dir, 0o500); err != nil {
		t.Fatal(err)
	}
	defer func() { _ = os.Chmod(dir, 0o700) }()
	if err := replaceFile(path, []byte("after")); err != nil {
		t.Fatal(err)
	}
	if text, err := os.ReadFile(path); string(text) != "after" {
		t.Errorf("found %q (%v), wanted the new text", text, err)
	}
}
