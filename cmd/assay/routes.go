package main

import (
	"errors"
	"fmt"

	"github.com/assaykit/assay/contract"
	"github.com/assaykit/assay/document"
)

// checker makes the contract of the routes of the configuration.
func (c *config) checker(l *library, o contract.Options) (*contract.Checker, error) {
	if len(c.Contract.Routes) == 0 {
		return nil, unusable(fmt.Errorf("%s: found no routes, wanted contract.routes to say which schema governs what", c.name))
	}
	routes := make([]contract.Route, len(c.Contract.Routes))
	for i, r := range c.Contract.Routes {
		s, err := l.open(c.reference(r.Schema))
		if err != nil {
			return nil, err
		}
		routes[i] = contract.Route{Name: r.Name, Host: r.Host, Method: r.Method, Path: r.Path,
			Status: string(r.Status), MediaType: r.MediaType, Pointer: r.Pointer, Schema: s.Rule()}
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
		at = c.Contract.Routes[r.Index].at
	}
	return c.at(at, err)
}
