package main

import (
	"bufio"
	"bytes"
	"cmp"
	"fmt"
	"math"
	"os"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/perf/benchfmt"
)

// result is what a contender needs for a document of a case.
type result struct {
	ns     float64 // that of the fastest round
	mbs    float64 // megabytes of text a second
	allocs float64
	bytes  float64 // that are allocated
	rounds int
}

// contest is one benchmark: a result by case and way.
type contest struct {
	cases []string // in the order in which they ran
	of    map[string]map[string]result
	notes map[string]map[string]string // why a way does not take part
}

// results are the contests by the names of their benchmarks.
type results map[string]*contest

// nameParts are the benchmark, the case and the way in a benchmark's name.
var nameParts = regexp.MustCompile(`^(?:Benchmark)?(\w+)/case=([^/]+)/way=([^/\s]+?)(?:-\d+)?$`)

// read reads the output of benchmarks from files, and the configuration that it names.
func read(files []string) (all results, config map[string]string, err error) {
	all, config = results{}, map[string]string{}
	samples := map[string][]result{}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, nil, err
		}
		r := benchfmt.NewReader(bytes.NewReader(text), file)
		for r.Scan() {
			switch record := r.Result().(type) {
			case *benchfmt.Result:
				name := record.Name.String()
				if !nameParts.MatchString(name) {
					continue // a case in which nobody takes part
				}
				samples[name] = append(samples[name], sample(record))
				all.add(name)
				for _, c := range record.Config {
					config[c.Key] = string(c.Value)
				}
			case *benchfmt.SyntaxError:
				return nil, nil, record
			}
		}
		if err := r.Err(); err != nil {
			return nil, nil, err
		}
		all.readNotes(text)
	}
	for name, s := range samples {
		parts := nameParts.FindStringSubmatch(name)
		all[parts[1]].of[parts[2]][parts[3]] = fastest(s)
	}
	return all, config, nil
}

// add makes room for a benchmark's results.
func (r results) add(name string) *contest {
	parts := nameParts.FindStringSubmatch(name)
	if parts == nil {
		panic(fmt.Sprintf("found the benchmark %q, wanted one with case and way", name))
	}
	c := r[parts[1]]
	if c == nil {
		c = &contest{of: map[string]map[string]result{}, notes: map[string]map[string]string{}}
		r[parts[1]] = c
	}
	if !slices.Contains(c.cases, parts[2]) {
		c.cases = append(c.cases, parts[2])
		c.of[parts[2]] = map[string]result{}
		c.notes[parts[2]] = map[string]string{}
	}
	return c
}

// readNotes reads the lines that say who does not take part.
func (r results) readNotes(text []byte) {
	lines := bufio.NewScanner(bytes.NewReader(text))
	for lines.Scan() {
		if rest, ok := strings.CutPrefix(lines.Text(), "note "); ok {
			name, why, _ := strings.Cut(rest, " ")
			parts := nameParts.FindStringSubmatch(name)
			r.add(name).notes[parts[2]][parts[3]] = why
		}
	}
}

// sample is one measurement, for a document.
func sample(r *benchfmt.Result) result {
	value := func(unit string) float64 {
		if v, ok := r.Value(unit); ok {
			return v
		}
		return math.NaN() // who is not Go counts no allocations
	}
	documents := value("docs")
	ns := value("sec/doc") * 1e9 // benchfmt makes base units of all
	return result{
		ns: ns, mbs: value("textbytes") / documents / ns * 1e3, allocs: value("allocs/op") / documents, bytes: value("B/op") / documents,
	}
}

// fastest is the sample with the least time: what a busy machine adds to the others is not the contender's.
func fastest(samples []result) result {
	best := slices.MinFunc(samples, func(a, b result) int { return cmp.Compare(a.ns, b.ns) })
	best.rounds = len(samples)
	return best
}
