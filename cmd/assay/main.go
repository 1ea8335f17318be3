// Command assay validates JSON and YAML against JSON Schema, generates Go from schemas, and checks recorded API
// traffic against a contract.
//
// The rooms of the package: a file for each subcommand, and beside them the nouns that they share: streams and exit
// statuses, flags, assay.yaml, inputs, instances, schemas, reports.
package main

import "os"

// version is set by the linker for releases.
var version string

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }
