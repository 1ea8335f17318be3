package field

import "github.com/assaykit/assay/document"

// ListMember is a member that is an array and may be absent, for which a nil slice stands. An empty one is [].
func ListMember[T any](c *Coder, name string, v *[]T, code func(*[]T, *Coder)) {
	if (*v != nil || !c.absent()) && c.next(name) {
		code(v, c)
	}
}

// MapMember is a member that is an object and may be absent, for which a nil map stands. An empty one is {}.
func MapMember[T any](c *Coder, name string, v *map[string]T, code func(*map[string]T, *Coder)) {
	if (*v != nil || !c.absent()) && c.next(name) {
		code(v, c)
	}
}

// SoftListMember is a soft member for whose absence a nil slice stands.
func SoftListMember[T any](c *Coder, name string, v *[]T, code func(*[]T, *Coder), valid func(d *document.Document, at int) bool) {
	c.soft(name, *v == nil, valid)
	ListMember(c, name, v, code)
}

// SoftMapMember is a soft member for whose absence a nil map stands.
func SoftMapMember[T any](c *Coder, name string, v *map[string]T, code func(*map[string]T, *Coder), valid func(d *document.Document, at int) bool) {
	c.soft(name, *v == nil, valid)
	MapMember(c, name, v, code)
}
