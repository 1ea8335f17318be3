package main

import "fmt"

// expectation is what instances are wanted to be; "" is valid.
type expectation string

const (
	expectValid   expectation = "valid"
	expectInvalid expectation = "invalid"
)

// terms are what an entry of the configuration says of its files beside their schema.
type terms struct {
	expect expectation
	at     steps
}

// terms are those for the instances of a file. The command line says them, or else of, or the configuration.
func (f *inputFlags) terms(file string, of func(file string) (terms, error)) (terms, error) {
	if f.expect != "" && f.at != nil {
		return terms{f.expect, f.at}, nil
	}
	t, err := of(file)
	if f.expect != "" {
		t.expect = f.expect
	}
	if f.at != nil {
		t.at = f.at
	}
	return t, err
}

// terms are what the entries whose files cover one say of it, all the same. There may be no configuration.
func (c *config) terms(file string) (t terms, err error) {
	if c == nil || file == dash {
		return t, nil
	}
	known := false
	for _, e := range c.Validate {
		if !e.covers(c, file) {
			continue
		}
		other, err := e.terms()
		switch {
		case err != nil:
			return t, unusable(fmt.Errorf("%s: %w", c.name, err))
		case !known:
			t, known = other, true
		case t.expect != other.expect:
			return t, &failure{statusUsage, fmt.Errorf("%s: found two entries of %s for it, one that expects it to be valid and one invalid; wanted --expect valid or --expect invalid", file, c.name)}
		case t.at.String() != other.at.String():
			return t, &failure{statusUsage, fmt.Errorf("%s: found two entries of %s for it, at %q and at %q; wanted --at", file, c.name, t.at, other.at)}
		}
	}
	return t, nil
}

// terms are those of an entry.
func (e validateEntry) terms() (t terms, err error) {
	t.expect = expectValid
	if e.Expect == expectInvalid {
		t.expect = expectInvalid
	}
	if t.at, err = parseSteps(e.At); err != nil {
		return t, fmt.Errorf("at: %w", err)
	}
	return t, nil
}
