package contest

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// roster is what the first round found out about the contenders, by the names of their benchmarks. It is a file, since each round is a
// process of its own.
type roster struct {
	file  string
	first bool            // this is the first round
	Out   map[string]bool // who does not take part: later rounds neither try nor measure them
}

// slow is how long a pass over the documents of a case may take. Who takes longer is measured in the first round alone.
const slow = time.Second

// readRoster reads the roster of a benchmark, of which there is none in the first round.
func readRoster(work, benchmark string) (*roster, error) {
	r := &roster{file: filepath.Join(work, benchmark+".roster.json"), Out: map[string]bool{}}
	text, err := os.ReadFile(r.file)
	if errors.Is(err, fs.ErrNotExist) {
		r.first = true
		return r, nil
	}
	if err != nil {
		return nil, err
	}
	return r, json.Unmarshal(text, r)
}

// close writes the roster for the rounds to come.
func (r *roster) close() error {
	if !r.first {
		return nil
	}
	text, err := json.Marshal(r)
	if err != nil {
		return err
	}
	return os.WriteFile(r.file, text, 0o666)
}
