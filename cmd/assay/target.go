package main

import (
	"errors"
	"fmt"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"github.com/assaykit/assay/generator"
)

// target is a schema to write Go for.
type target struct {
	schema, out string
	generator.Options
	config  *config // that the entry is of
	entry   *generateEntry
	formats []string // that its schemas have
}

// at starts an error with the place that it speaks of, where the target is one of a configuration.
func (t *target) at(err error) error {
	if _, option := errors.AsType[*generator.OptionError](err); t.entry == nil || !option {
		return err
	}
	return t.config.at(t.entry.optionAt(err), err)
}

// file is what the schema is in, without the part that it is there.
func (t *target) file() string {
	file, _, _ := strings.Cut(t.schema, "#")
	return file
}

// reachable is the error for a target whose schema is no file, or whose folder is none.
func (t *target) reachable() error {
	file := t.file()
	if info, err := os.Stat(file); !isURI(file) && (err != nil && t.entry != nil || err == nil && info.IsDir()) {
		found := "found the folder " + file + ", wanted a file"
		if err != nil {
			found = "found " + file + ", which cannot be read: " + reason(err).Error()
		}
		return t.wrong("schema", statusSchema, "%s", found)
	}
	for dir := filepath.Clean(t.out); ; dir = filepath.Dir(dir) {
		info, err := os.Stat(dir)
		switch {
		case err == nil && !info.IsDir():
			return t.wrong("out", statusUsage, "found the file %s, wanted a folder", dir)
		case err == nil, dir == filepath.Dir(dir):
			return nil
		}
	}
}

// wrong is the failure of a key of the configuration, with its place, or else that of the flag of this name.
func (t *target) wrong(option string, status int, message string, args ...any) error {
	err := &generator.OptionError{Option: option, Err: fmt.Errorf(message, args...)}
	if t.entry == nil {
		return &failure{status, fmt.Errorf("assay: --%w", err)}
	}
	return unusable(t.at(err))
}

// complete names the package where it has no name: by what others wrote in the folder, else by the folder. It checks
// the options.
func (t *target) complete() error {
	if t.Package == "" {
		if others := neighboursIn(t.out); len(others) > 0 {
			t.Package = others[0].name
		} else if folder := filepath.Base(absolute(t.out)); packageName(folder) != "" {
			t.Package = packageName(folder)
		} else {
			return &generator.OptionError{Option: "out", Err: fmt.Errorf("found the folder %s, whose name no Go package can have, wanted the name of the package beside it", folder)}
		}
	}
	return t.Check()
}

// packageName is the name of a folder as that of a package, as people would write it: my-pkg is mypkg. It is "" where no package can
// be called so.
func packageName(folder string) string {
	if token.IsIdentifier(folder) && folder != "_" {
		return folder
	}
	name := strings.Map(func(r rune) rune {
		if r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, folder)
	if !token.IsIdentifier(name) || name == "_" {
		return ""
	}
	return name
}

// fits is the error for a target whose folder has Go files of another package: the two would not build together.
func (t *target) fits(beside []neighbour) error {
	for _, other := range beside {
		if other.name != t.Package {
			return &failure{statusUsage, fmt.Errorf("%s: found package %s beside what is to be generated, wanted package %s; --package %s takes its name, or --out another folder",
				other.at, other.name, t.Package, other.name)}
		}
	}
	return nil
}
