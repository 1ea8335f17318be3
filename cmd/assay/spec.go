package main

import (
	"fmt"

	"github.com/assaykit/assay/contract"
	"github.com/assaykit/assay/contract/openapi"
	"github.com/assaykit/assay/schema"
)

// described makes the contract of OpenAPI descriptions.
func (l *library) described(names, servers []string, o contract.Options) (*contract.Checker, error) {
	var p parts
	for _, name := range names {
		if err := p.describe(l, name, servers); err != nil {
			return nil, err
		}
	}
	return p.checker(o)
}

// describe adds the routes of a description.
func (p *parts) describe(l *library, name string, servers []string) error {
	d, err := l.description(name, servers)
	if err != nil {
		return unusable(err)
	}
	if len(d.Routes) == 0 {
		return unusable(fmt.Errorf("%s: found no operations, wanted paths with at least one", name))
	}
	for i, r := range d.Routes {
		p.add(r, d.Places[i].Problem)
	}
	return nil
}

// description reads one description.
func (l *library) description(name string, servers []string) (*openapi.Contract, error) {
	src, err := l.source(name)
	if err != nil {
		return nil, err
	}
	var sources []*schema.Source
	options := l.options
	options.Load = l.loader(src, &sources)
	d, err := openapi.ReadAt(src, options, servers...)
	if err != nil {
		return nil, err
	}
	if err := l.warn(d.Warnings); err != nil {
		return nil, err
	}
	for _, s := range d.Schemas {
		if err := l.warn(s.Warnings); err != nil {
			return nil, err
		}
	}
	return d, nil
}
