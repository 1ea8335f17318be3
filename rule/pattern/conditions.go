package pattern

// condition is a tree that must match, or must not.
type condition struct {
	tree    node
	negated bool
}

// conditions takes apart a pattern that looks ahead right at the start of the text, as most
// patterns with lookahead do: ^(?!a)(?=b)c is ^c and ^b and not ^a. Each can then have
// an engine of its own, and none needs to backtrack. It returns nil for any other pattern.
func conditions(n node) []condition {
	items := elements(n)
	if len(items) < 2 || !isEdge(items[0], textStart) || contains(n, isGroup) || contains(n, isBackreference) {
		return nil
	}
	var parts []condition
	rest := []node{items[0]}
	for i, item := range items[1:] {
		ahead, ok := item.(*look)
		if !ok || ahead.behind {
			rest = append(rest, items[i+1:]...)
			break
		}
		parts = append(parts, condition{fromStart(items[0], ahead.body), ahead.negative})
	}
	if parts == nil {
		return nil
	}
	return append(parts, condition{&sequence{rest}, false})
}

func fromStart(start, body node) node {
	return flatSequence(&sequence{[]node{start, body}}, nil)
}

func isEdge(n node, kind edgeKind) bool {
	e, ok := n.(*edge)
	return ok && e.kind == kind
}

func isBackreference(n node) bool {
	_, ok := n.(*backreference)
	return ok
}

// all matches where every condition holds.
type all []part

type part struct {
	matcher matcher
	negated bool
}

func newAll(conditions []condition) (matcher, error) {
	parts := make(all, len(conditions))
	for i, c := range conditions {
		m, err := choose(c.tree)
		if err != nil {
			return nil, err
		}
		parts[i] = part{m, c.negated}
	}
	return parts, nil
}

func (m all) match(s string) (bool, error) {
	for _, part := range m {
		matched, err := part.matcher.match(s)
		if err != nil || matched == part.negated {
			return false, err
		}
	}
	return true, nil
}
