//go:build race

package field_test

const raceEnabled = true
