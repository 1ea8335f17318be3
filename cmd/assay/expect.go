package main

import "fmt"

// expectation is what instances are wanted to be; "" is valid.
type expectation string

const (
	expectValid   expectation = "valid"
	expectInvalid expectation = "invalid"
)

// expectation is what the entries of the configuration whose files cover one want of it. There may be no configuration.
func (c *config) expectation(file string) (expectation, error) {
	if c == nil || file == dash {
		return expectValid, nil
	}
	found := map[expectation]bool{}
	for _, e := range c.Validate {
		if e.covers(c, file) {
			found[e.wants()] = true
		}
	}
	if len(found) > 1 {
		return "", &failure{statusUsage, fmt.Errorf("%s: found two entries of %s for it, one that expects it to be valid and one invalid; wanted --expect valid or --expect invalid", file, c.name)}
	}
	if found[expectInvalid] {
		return expectInvalid, nil
	}
	return expectValid, nil
}

// wants is what an entry wants of its files.
func (e validateEntry) wants() expectation {
	if e.Expect == expectInvalid {
		return expectInvalid
	}
	return expectValid
}
