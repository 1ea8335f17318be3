package main

import "sync"

// room bounds how many bytes of text are in memory. Any number of goroutines may use it.
type room struct {
	mu          sync.Mutex
	given       sync.Cond
	held, limit int
}

func newRoom(limit int) *room {
	r := &room{limit: limit}
	r.given.L = &r.mu
	return r
}

// take notes n bytes more, and waits until there is room for what is read next. A text that is longer than the limit is let
// in, alone: nothing more is read until it was reported.
func (r *room) take(n int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for r.held += n; r.held > r.limit; {
		r.given.Wait()
	}
}

// give notes that n bytes were let go.
func (r *room) give(n int) {
	r.mu.Lock()
	r.held -= n
	r.mu.Unlock()
	r.given.Signal()
}
