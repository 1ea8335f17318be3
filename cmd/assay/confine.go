package main

import (
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/assaykit/assay/schema"
	"github.com/spf13/cobra"
)

// folders are those in which any schema may refer to files: those of --root, and that of assay.yaml, whose author decides on what is there.
func (f *schemaFlags) folders(cmd *cobra.Command) []string {
	list := slices.Clone(f.roots)
	given := ""
	if flag := cmd.Flags().Lookup("config"); flag != nil {
		given = flag.Value.String()
	}
	// A configuration that cannot be found is an error of those who read it.
	if file, err := configFile(given); err == nil && file != "" {
		list = append(list, filepath.Dir(file))
	}
	return list
}

// outside is the error for a file that an instance, which may come from anywhere, names as its schema, and which is in none of the folders in
// which it may: its own, the working directory, and those of all schemas.
func (l *library) outside(reference, instance string) error {
	path, _, _ := strings.Cut(reference, "#")
	if u, err := url.Parse(path); err == nil && u.Scheme == "file" {
		path = filepath.FromSlash(u.Path)
	} else if path == "" || strings.Contains(path, "://") {
		return nil
	}
	within := append([]string{".", filepath.Dir(instance)}, l.roots...)
	if err := schema.Confined(path, within); err != nil {
		return unusable(fmt.Errorf("%s: $schema: %w", instance, err))
	}
	if info, err := os.Stat(filepath.Clean(path)); err == nil && !info.Mode().IsRegular() && !info.IsDir() {
		return unusable(fmt.Errorf("%s: $schema: found %s, a pipe, device or socket, wanted a file", instance, path))
	}
	return nil
}
