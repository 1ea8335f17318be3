package field

// PointerMember is a member that may be absent, for which a nil pointer stands.
func PointerMember[T any](c *Coder, name string, v **T, code func(*T, *Coder)) {
	if c.skip > 0 {
		c.skip--
		return
	}
	pointer(c, name, v, code)
}

func pointer[T any](c *Coder, name string, v **T, code func(*T, *Coder)) {
	if *v == nil && c.absent() {
		return
	}
	if c.next(name) {
		if c.d != nil {
			*v = new(T)
		}
		code(*v, c)
	}
}

// PointerOrNull is for a value that may be null, for which a nil pointer stands.
func PointerOrNull[T any](code func(*T, *Coder)) func(**T, *Coder) {
	return func(v **T, c *Coder) {
		if c.Null(*v == nil) {
			return
		}
		if c.d != nil {
			*v = new(T)
		}
		if c.err == nil { // or a value that holds itself would have no end
			code(*v, c)
		}
	}
}
