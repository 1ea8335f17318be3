package main

import (
	"errors"
	"fmt"

	"github.com/assaykit/assay/contract"
	"github.com/assaykit/assay/document"
)

// checker makes the contract of the routes of the configuration.
func (c *config) checker(l *library, o contract.Options) (*contract.Checker, error) {
	if len(c.contract.routes) == 0 {
		return nil, unusable(fmt.Errorf("%s: found no routes, wanted contract.routes to say which schema governs what", c.name))
	}
	routes := make([]contract.Route, len(c.contract.routes))
	for i, r := range c.contract.routes {
		s, err := l.open(c.reference(r.schema))
		if err != nil {
			return nil, err
		}
		routes[i] = contract.Route{Name: r.name, Host: r.host, Method: r.method, Path: r.path,
			Status: r.status, MediaType: r.media, Pointer: r.pos, Schema: s.Rule()}
	}
	checker, err := contract.NewChecker(routes, o)
	if err != nil {
		return nil, unusable(c.placed(err))
	}
	return checker, nil
}

// placed gives the errors of routes the places where the configuration has them.
func (c *config) placed(err error) error {
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		var list []error
		for _, e := range joined.Unwrap() {
			list = append(list, c.placed(e))
		}
		return errors.Join(list...)
	}
	at := document.Position{Line: 1, Column: 1}
	if r, ok := errors.AsType[*contract.RouteError](err); ok {
		at = c.contract.routes[r.Index].at
	}
	return c.at(at, err)
}
