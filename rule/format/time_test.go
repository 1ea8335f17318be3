package format

import (
	"fmt"
	"testing"
	"time"
)

func TestDate(t *testing.T) {
	verdicts(t, "date",
		[]string{"0000-02-29", "0000-01-01", "9999-12-31", "2000-02-29", "2024-02-29"},
		[]string{"1900-02-29", "2023-02-29", "2024-06-31", "2024-1-011", "2024-01-1x", "-024-01-01", "2024-01-01\n"})
}

// TestDateAgainstTime compares whole calendars with package time.
func TestDateAgainstTime(t *testing.T) {
	for _, year := range []int{0, 1, 4, 100, 400, 1582, 1900, 2000, 2023, 2024, 2100, 9999} {
		for month := range 14 {
			for day := range 33 {
				s := fmt.Sprintf("%04d-%02d-%02d", year, month, day)
				_, err := time.Parse(time.DateOnly, s)
				if got, want := Date(s), err == nil; got != want {
					t.Errorf("Date(%q) is %v, package time says %v", s, got, want)
				}
			}
		}
	}
}

func TestTime(t *testing.T) {
	verdicts(t, "time",
		[]string{
			"00:00:00Z", "23:59:59z", "23:59:60Z", "23:59:60.999z", "00:00:00.0+23:59", "00:00:00-23:59",
			"00:00:60+00:01", "23:58:60-00:01", "23:59:60-00:00",
		},
		[]string{
			"", "Z", "00:00:00", "00:00:00.Z", "00:00:00.+00:00", "00:00:00+0000", "00:00:00+00", "00:00:00+24:00",
			"00:00:00+00:60", "00:00:00ZZ", "00:00:00 Z", "23:59:61Z", "23:59:60+00:01", "00:00:60Z", "0:00:00Z",
			"00.00.00Z", "00:00:00\u22120:00", "00:00:00.\u0660Z",
		})
}

func TestDateTime(t *testing.T) {
	verdicts(t, "date-time",
		[]string{"2016-12-31T23:59:60Z", "2016-12-31t23:59:60z", "2017-01-01T00:59:60+01:00", "0000-01-01T00:00:00Z"},
		[]string{"", "2016-12-31", "2016-12-31T", "2016-12-31 23:59:59Z", "2016-12-31T23:59:60+01:00",
			"2016-12-31\x1423:59:59Z", "2023-02-29T00:00:00Z"})
}

func TestDuration(t *testing.T) {
	verdicts(t, "duration",
		[]string{"P1Y", "P1Y2M", "P2M3D", "PT1H", "PT1H2M", "PT2M3S", "P1YT3S", "P0W", "p1y2m3dt4h5m6s"},
		[]string{"", "P", "T1H", "PT", "P1DT", "P1S", "PT1Y", "PT1H3S", "P1Y3D", "P1M1M", "P1M1Y", "P1D1D", "P1W1W",
			"P1W1D", "P1D1W", "PT1W", "P1WT", "P1DT1H ", "PP1D", "P1DT1HT1M", "P1.5D", "P\x17", "P1\x17", "P1D\x14" + "1H"})
}
