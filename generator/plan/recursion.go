package plan

// reachable lists types and all named types that they are made of.
func reachable(roots []*Named) []*Named {
	var list []*Named
	seen := map[*Named]bool{}
	var visit func(t Type)
	visit = func(t Type) {
		switch t := t.(type) {
		case *Named:
			if !seen[t] {
				seen[t] = true
				list = append(list, t)
				visit(t.Is)
			}
		case *Struct:
			for _, f := range t.Fields {
				visit(f.Type)
			}
			if t.Extra != nil {
				visit(t.Extra)
			}
		case *Tuple:
			for _, f := range t.Items {
				visit(f.Type)
			}
			if t.Rest != nil {
				visit(t.Rest)
			}
		case *Union:
			for _, v := range t.Variants {
				visit(v)
			}
		case Slice:
			visit(t.Of)
		case Map:
			visit(t.Of)
		case Pointer:
			visit(t.To)
		case Wrapped:
			visit(t.Of)
		}
	}
	for _, root := range roots {
		visit(root)
	}
	return list
}

// breakCycles puts a pointer into each field by which a struct would hold itself. Every field within a
// cycle gets one, so the result does not depend on where one begins to look.
func breakCycles(types []*Named) {
	component := components(types)
	for _, n := range types {
		for _, f := range fieldsOf(n) {
			if held := holds(f.Type); held != nil && component[held] == component[n] {
				f.Type = pointed(f.Type, held)
			}
		}
	}
}

// holds is the struct, or tuple, that a value of the type holds within itself, not behind a slice or map; nil
// for none.
func holds(t Type) *Named {
	switch t := t.(type) {
	case *Named:
		switch t.Is.(type) {
		case *Struct, *Tuple:
			return t
		}
	case Wrapped:
		if !t.Pointer {
			return holds(t.Of)
		}
	}
	return nil
}

// pointed is the type with a pointer in place of the struct.
func pointed(t Type, to *Named) Type {
	if w, ok := t.(Wrapped); ok {
		w.Of = pointed(w.Of, to)
		return w
	}
	return Pointer{to}
}

// components numbers the strongly connected components of the structs by Tarjan's algorithm.
func components(types []*Named) map[*Named]int {
	index, low, component := map[*Named]int{}, map[*Named]int{}, map[*Named]int{}
	var stack []*Named
	count := 0
	var visit func(n *Named)
	visit = func(n *Named) {
		index[n] = len(index) + 1
		low[n] = index[n]
		stack = append(stack, n)
		for _, f := range fieldsOf(n) {
			held := holds(f.Type)
			switch {
			case held == nil || component[held] != 0:
			case index[held] == 0:
				visit(held)
				low[n] = min(low[n], low[held])
			default:
				low[n] = min(low[n], index[held])
			}
		}
		if low[n] != index[n] {
			return
		}
		count++
		for {
			top := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			component[top] = count
			if top == n {
				return
			}
		}
	}
	for _, n := range types {
		if index[n] == 0 {
			visit(n)
		}
	}
	return component
}

// fieldsOf are the fields of a struct, whatever it stands for.
func fieldsOf(n *Named) []*Field {
	switch is := n.Is.(type) {
	case *Struct:
		return is.Fields
	case *Tuple:
		return is.Items
	}
	return nil
}
