package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
)

// listMark begins an argument that is not an input but a list of them.
const listMark = "@"

// listed are the arguments with the entries of each list in its place, and the files that the lists came from.
func (s streams) listed(cmd *cobra.Command, args []string) (names, lists []string, err error) {
	dashes := 0
	for _, arg := range args {
		list, is := strings.CutPrefix(arg, listMark)
		if arg == dash || list == dash {
			if dashes++; dashes > 1 {
				return nil, nil, usage(cmd, "%s: found standard input twice, wanted it once, as an input or as a list of inputs", arg)
			}
		}
		switch {
		case !is:
			names = append(names, arg)
			continue
		case list == "":
			return nil, nil, usage(cmd, "found %s without a file, wanted @FILE, or @- for a list on standard input", listMark)
		}
		entries, err := s.list(list)
		if err != nil {
			return nil, nil, &failure{statusUsage, err}
		}
		names, lists = append(names, entries...), append(lists, list)
	}
	return names, lists, nil
}

// list are the entries of a list: a path a line.
func (s streams) list(name string) ([]string, error) {
	in := s.in
	if name != dash {
		file, err := os.Open(name)
		if err != nil {
			return nil, fmt.Errorf("%s: cannot be read: %w", name, reason(err))
		}
		defer func() { _ = file.Close() }() // it was only read
		in = file
	}
	text, err := io.ReadAll(in)
	if err != nil {
		return nil, fmt.Errorf("%s: cannot be read: %w", name, reason(err))
	}
	var entries []string
	for line := range strings.Lines(strings.TrimPrefix(string(text), "\ufeff")) {
		line = strings.TrimRight(line, "\r\n")
		if strings.TrimSpace(line) == "" || line[0] == '#' {
			continue
		}
		entries = append(entries, entryPath(line))
	}
	if len(entries) == 0 {
		return nil, fmt.Errorf("%s: found a list without entries, wanted a path on a line of its own for each input", name)
	}
	return entries, nil
}

// entryPath is the path that a line means. Git writes one with unusual characters as a string in quotes. A dash is a file of
// that name here: standard input is no path.
func entryPath(line string) string {
	if line[0] == '"' {
		if path, err := strconv.Unquote(line); err == nil {
			return path
		}
	}
	if line == dash {
		return "." + string(filepath.Separator) + line
	}
	return line
}
