package pattern

// referenced collects the groups that back references name.
func referenced(n node, into map[int]bool) map[int]bool {
	if ref, ok := n.(*backreference); ok {
		into[ref.index] = true
	}
	for _, child := range children(n) {
		referenced(child, into)
	}
	return into
}

// simplify returns a tree that matches the same strings: groups that nothing refers
// to are dissolved, sequences are flat, a set of one member is a literal.
func simplify(n node, referenced map[int]bool) node {
	switch n := n.(type) {
	case *class:
		if len(n.set) == 1 && n.set[0].lo == n.set[0].hi {
			return &literal{n.set[0].lo}
		}
	case *group:
		body := simplify(n.body, referenced)
		if !referenced[n.index] {
			return body
		}
		return &group{n.index, body}
	case *sequence:
		return flatSequence(n, referenced)
	case *choice:
		options := make([]node, len(n.options))
		for i, option := range n.options {
			options[i] = simplify(option, referenced)
		}
		return &choice{options}
	case *look:
		return &look{simplify(n.body, referenced), n.behind, n.negative}
	case *repeat:
		body := simplify(n.body, referenced)
		if n.min == 1 && n.max == 1 {
			return body
		}
		if n.max == 0 && !contains(body, isGroup) {
			return &sequence{}
		}
		return &repeat{body, n.min, n.max, n.lazy}
	}
	return n
}

func flatSequence(n *sequence, referenced map[int]bool) node {
	flat := []node{}
	for _, item := range n.items {
		item = simplify(item, referenced)
		if inner, ok := item.(*sequence); ok {
			flat = append(flat, inner.items...)
			continue
		}
		flat = append(flat, item)
	}
	if len(flat) == 1 {
		return flat[0]
	}
	return &sequence{flat}
}

func isGroup(n node) bool {
	_, ok := n.(*group)
	return ok
}

// elements returns what follows one another at the top of a simplified tree.
func elements(n node) []node {
	if s, ok := n.(*sequence); ok {
		return s.items
	}
	return []node{n}
}
