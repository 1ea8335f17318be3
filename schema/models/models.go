// Package models holds our own schemas: files for everybody, and as text for the program.
package models

import _ "embed"

// AssayConfiguration is the schema of the file assay.yaml.
//
//go:embed assay_configuration.json
var AssayConfiguration []byte
