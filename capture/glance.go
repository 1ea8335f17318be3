package capture

// glanceHAR reads what it can of the head of a damaged entry.
func glanceHAR(entry []byte) head {
	var h head
	c := newCursor(entry)
	part := func(members ...member) func() error {
		return func() error {
			_, err := c.object(members...)
			return err
		}
	}
	// An error ends the reading, and what was read before it stays.
	_, _ = c.object(
		member{"request", part(member{"method", c.text(&h.method)}, member{"url", c.text(&h.url)})},
		member{"response", part(member{"status", c.integer(&h.status)})},
	)
	return h
}

// glanceNDJSON reads what it can of the head of a damaged line.
func glanceNDJSON(line []byte) head {
	var h head
	c := newCursor(line)
	_, _ = c.object(
		member{"method", c.text(&h.method)},
		member{"url", c.text(&h.url)},
		member{"status", c.integer(&h.status)},
	)
	return h
}

// setHead takes what makes sense of a head that was read at a glance.
func (e *EntryError) setHead(h head) {
	e.Method = h.method.value
	if u, err := parseURL(h.url); err == nil {
		e.URL = u
	}
	if checkStatus(h.status) == nil {
		e.Status = int(h.status.value)
	}
}
