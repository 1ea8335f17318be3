package format

// DateTime reports whether s is a date-time of RFC 3339, section 5.6. The
// letters T and Z may be of either case, as the ABNF of RFC 2234 has it; a blank
// between date and time is not accepted, since the grammar has none. The second
// 60 is accepted where the time is 23:59:60 in UTC (section 5.7).
func DateTime(s string) bool {
	const date = len("2006-01-02")
	return len(s) > date &&
		Date(s[:date]) &&
		s[date]|0x20 == 't' &&
		Time(s[date+1:])
}

// Date reports whether s is a full-date of RFC 3339, section 5.6, with the days
// each month has (section 5.7 and appendix C). The year 0000 is a leap year.
func Date(s string) bool {
	if len(s) != len("2006-01-02") || s[4] != '-' || s[7] != '-' {
		return false
	}
	century, year := pair(s, 0), pair(s, 2)
	month, day := pair(s, 5), pair(s, 8)
	if century < 0 || year < 0 || month < 1 || month > 12 || day < 1 {
		return false
	}
	return day <= daysIn(month, century*100+year)
}

// Time reports whether s is a full-time of RFC 3339, section 5.6: a time of day
// with its offset, which goes up to 23:59. For the second 60 see DateTime.
func Time(s string) bool {
	const clock = len("15:04:05")
	if len(s) <= clock || s[2] != ':' || s[5] != ':' {
		return false
	}
	hour, minute, second := pair(s, 0), pair(s, 3), pair(s, 6)
	if hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60 {
		return false
	}
	s = s[clock:]
	if s[0] == '.' {
		n := 1 + digits(s[1:])
		if n == 1 {
			return false
		}
		s = s[n:]
	}
	offset, ok := timeOffset(s)
	if !ok {
		return false
	}
	const lastMinute = 24*60 - 1
	return second < 60 || (hour*60+minute-offset+24*60)%(24*60) == lastMinute
}

// timeOffset reads a time-offset of RFC 3339 and returns it in minutes east of
// UTC.
func timeOffset(s string) (minutes int, ok bool) {
	if s == "Z" || s == "z" {
		return 0, true
	}
	if len(s) != len("+00:00") || s[0] != '+' && s[0] != '-' || s[3] != ':' {
		return 0, false
	}
	hour, minute := pair(s, 1), pair(s, 4)
	if hour < 0 || hour > 23 || minute < 0 || minute > 59 {
		return 0, false
	}
	if s[0] == '-' {
		return -hour*60 - minute, true
	}
	return hour*60 + minute, true
}

// daysIn returns how many days a month of the Gregorian calendar has.
func daysIn(month, year int) int {
	switch month {
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// pair reads the two digits at s[i:], and returns -1 where they are not two
// digits. s must be long enough.
func pair(s string, i int) int {
	if !isDigit(s[i]) || !isDigit(s[i+1]) {
		return -1
	}
	return int(s[i]-'0')*10 + int(s[i+1]-'0')
}
