package main

import (
	"encoding/json"

	"github.com/assaykit/assay/document"
)

// read takes over what is known to satisfy the schema of configurations.
func (c *config) read(root document.Value) error {
	if root.Kind() == document.Null {
		return nil // a file of comments
	}
	if err := json.Unmarshal([]byte(root.JSON()), c); err != nil {
		return err
	}
	for i, v := range root.Get("generate").Items() {
		e := generateEntry{at: v, shared: root.Get("generate-defaults")}
		if !e.shared.IsZero() {
			if err := json.Unmarshal([]byte(e.shared.JSON()), &e.Style); err != nil {
				return err
			}
		}
		if err := json.Unmarshal([]byte(v.JSON()), &e); err != nil {
			return err
		}
		for i, at := range e.Imports {
			e.Imports[i].Schema = c.uri(at.Schema)
		}
		c.Generate[i] = e
	}
	for i, v := range root.Get("contract").Get("routes").Items() {
		c.Contract.Routes[i].at = v.Position()
	}
	for i, v := range root.Get("contract").Get("bodies").Items() {
		c.Contract.Bodies[i].at = v.Position()
	}
	return nil
}
