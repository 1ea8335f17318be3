//go:build !assaypoison

package document

// poisoned is for tests, which set the build tag assaypoison.
const poisoned = false

func (d *Document) poison() {}
