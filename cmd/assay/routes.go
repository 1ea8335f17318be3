package main

import (
	"errors"
	"fmt"
	"slices"

	"github.com/assaykit/assay/contract"
	"github.com/assaykit/assay/schema"
)

// checker makes the contract of the configuration: its routes, and the descriptions that it names.
func (c *config) checker(l *library, o contract.Options) (*contract.Checker, error) {
	if len(c.Contract.Routes) == 0 && len(c.Contract.Specs) == 0 {
		return nil, unusable(fmt.Errorf("%s: found no routes, wanted contract.routes to say which schema governs what, or contract.specs", c.name))
	}
	var p parts
	for _, r := range c.Contract.Routes {
		s, err := l.open(c.reference(r.Schema))
		if err != nil {
			return nil, err
		}
		p.add(contract.Route{Name: r.Name, Host: r.Host, Method: r.Method, Path: r.Path,
			Status: string(r.Status), MediaType: r.MediaType, Pointer: r.Pointer, Schema: s.Rule()},
			func(message string) schema.Problem {
				return schema.Problem{File: c.name, Position: r.at, Message: message}
			})
	}
	for _, name := range c.Contract.Specs {
		if err := p.describe(l, c.reference(name), nil); err != nil {
			return nil, err
		}
	}
	return p.checker(o)
}

// parts are the routes of a contract, each with the place that it comes from.
type parts struct {
	routes []contract.Route
	places []func(message string) schema.Problem
}

func (p *parts) add(r contract.Route, at func(message string) schema.Problem) {
	p.routes, p.places = append(p.routes, r), append(p.places, at)
}

// checker makes the contract. Each error has its place, and is told once.
func (p *parts) checker(o contract.Options) (*contract.Checker, error) {
	checker, err := contract.NewChecker(p.routes, o)
	if err == nil {
		return checker, nil
	}
	list := []error{err}
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		list = joined.Unwrap()
	}
	var problems []schema.Problem
	for _, err := range list {
		at := schema.Problem{Message: err.Error()}
		if r, ok := errors.AsType[*contract.RouteError](err); ok {
			if p.routes[r.Index].Described {
				err = fmt.Errorf("%s: %w", r.Name, r.Err)
			}
			at = p.places[r.Index](err.Error())
		}
		if !slices.Contains(problems, at) {
			problems = append(problems, at)
		}
	}
	return nil, unusable(&schema.Error{Problems: problems})
}
