package main

import (
	"os"
	"strconv"
	"time"
)

// began is the time that reports tell of. SOURCE_DATE_EPOCH, which build systems set to have the same bytes from the same input,
// is heeded: https://reproducible-builds.org/specs/source-date-epoch/.
func began() time.Time {
	if seconds, err := strconv.ParseInt(os.Getenv("SOURCE_DATE_EPOCH"), 10, 64); err == nil {
		return time.Unix(seconds, 0).UTC()
	}
	return time.Now()
}
