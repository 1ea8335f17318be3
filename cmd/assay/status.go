package main

import (
	"errors"
	"fmt"
	"io"
	"sync"

	"github.com/assaykit/assay/report"
	"github.com/spf13/cobra"
)

// The exit statuses. A higher one stands for more that is wrong, so a run that meets several ends with the highest.
const (
	statusValid   = 0 // all is valid
	statusInvalid = 1 // something is invalid, or out of date
	statusUsage   = 2 // wrong usage, or input that is missing or cannot be read
	statusSchema  = 3 // the schema or the configuration cannot be used
)

// failure ends the program with a status. Its error is printed; nil says that all has been said.
type failure struct {
	status int
	err    error
}

// Error is what is printed.
func (f *failure) Error() string {
	if f.err == nil {
		return ""
	}
	return f.err.Error()
}

// Unwrap gives the error behind the failure.
func (f *failure) Unwrap() error { return f.err }

// ended is the failure of a status when all has been said; nil for that of success.
func ended(status int) error {
	if status == statusValid {
		return nil
	}
	return &failure{status: status}
}

// usage is the failure of a command that was called in a wrong way. Where cmd is given, the hint leads to its help.
func usage(cmd *cobra.Command, message string, args ...any) error {
	err := fmt.Errorf(message, args...)
	if cmd != nil {
		err = fmt.Errorf("%w; see %s --help", err, cmd.CommandPath())
	}
	return &failure{statusUsage, fmt.Errorf("assay: %w", err)}
}

// unusable is the failure of a schema or a configuration.
func unusable(err error) error { return &failure{statusSchema, err} }

// statusOf is the exit status of an error.
func statusOf(err error) int {
	if f, ok := errors.AsType[*failure](err); ok {
		return f.status
	}
	if err != nil {
		return statusUsage
	}
	return statusValid
}

// notes is where all that is no report is written. Any number of goroutines may use it.
type notes struct {
	mu   sync.Mutex
	w    io.Writer
	said map[string]bool
}

// print writes a line, or several.
func (n *notes) print(line string) {
	n.mu.Lock()
	defer n.mu.Unlock()
	fmt.Fprintln(n.w, report.Lines(line))
}

// once writes a line that was not written before, and reports whether it did.
func (n *notes) once(line string) bool {
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.said[line] {
		return false
	}
	if n.said == nil {
		n.said = map[string]bool{}
	}
	n.said[line] = true
	fmt.Fprintln(n.w, report.Lines(line))
	return true
}
