package main

import (
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/assaykit/assay/schema/remote"
	"github.com/spf13/cobra"
)

// lockCommand is what the command line of assay schema lock says.
type lockCommand struct {
	streams
	schemas          schemaFlags
	config, catalog  string
	checkOnly, prune bool
}

func newSchemaLock(s streams) *cobra.Command {
	l := &lockCommand{streams: s}
	cmd := &cobra.Command{
		Use:   "lock [flags] [SCHEMA...]",
		Short: "Write which bytes remote schemas have, to assay.lock",
		Long: `Write which bytes remote schemas have to assay.lock, which stands beside assay.yaml, or in the working directory
where there is none: a line for each URL that the schemas lead to, with the SHA-256 of its document.

SCHEMA is a file, folder, glob or URL, as for assay schema check. Without any, all schemas that assay.yaml names are looked at. Each
document is asked of its server, whatever the cache has, so --allow-net must be there if any is remote. Lines for
other URLs stay, but with --prune. Nothing is written where a schema cannot be used.

Where there is an assay.lock, every command refuses remote documents that are not what it says, and takes those from the cache that
are. A URL that it does not name is fetched all the same with --allow-net; with --frozen it is an error.`,
		Example: `  assay schema lock --allow-net
  assay schema lock --allow-net schemas/ https://json.schemastore.org/package.json
  assay schema lock --allow-net --check
  assay validate --frozen`,
		ValidArgsFunction: completeFiles(schemaEndings...),
		RunE:              func(cmd *cobra.Command, args []string) error { return l.run(cmd, args) },
	}
	cmd.Flags().SortFlags = false
	l.schemas.add(cmd, false)
	l.schemas.addVerbose(cmd)
	cmd.Flags().StringVar(&l.config, "config", "", "the `file` beside which the lock stands, and whose schemas are looked at (default the nearest assay.yaml)")
	cmd.Flags().StringVar(&l.catalog, "catalog", "", "the `URL` of a catalogue that is to be locked, too, but not the schemas that it names")
	cmd.Flags().BoolVar(&l.checkOnly, "check", false, "write nothing; say what would change, and exit with 1 if anything would")
	cmd.Flags().BoolVar(&l.prune, "prune", false, "leave out the lines of URLs that the schemas do not lead to")
	return cmd
}

func (l *lockCommand) run(cmd *cobra.Command, args []string) error {
	if l.schemas.net.frozen {
		return usage(cmd, "--frozen: found it where the lock is written, wanted it for the other commands")
	}
	l.schemas.net.anew = true
	library, err := l.schemas.library(cmd, l.notes)
	if err != nil {
		return err
	}
	library.options.Whole, library.options.Each = true, true
	roots, err := l.roots(cmd, args)
	if err != nil {
		return err
	}
	var faults []error
	for _, root := range roots {
		if _, err := library.open(root); err != nil {
			faults = append(faults, err)
		}
	}
	if len(faults) > 0 {
		return unusable(errors.Join(faults...))
	}
	if l.catalog != "" {
		if _, err := library.loadCatalog(l.catalog); err != nil {
			return err
		}
	}
	found, err := library.locked()
	if err != nil {
		return unusable(err)
	}
	name, err := lockFile(cmd)
	if err != nil {
		return err
	}
	return l.write(name, found)
}

// write brings the lock up to date, and tells of each line that changes.
func (l *lockCommand) write(name string, found map[string]remote.Digest) error {
	lock, err := remote.ReadLock(name)
	if err != nil {
		return unusable(err)
	}
	before := maps.Clone(lock.Digests)
	if l.prune {
		clear(lock.Digests)
	}
	maps.Copy(lock.Digests, found)
	changes := lockChanges(before, lock.Digests)
	for _, change := range changes {
		l.notes.print(name + ": " + change)
	}
	switch {
	case len(changes) == 0:
		return nil
	case l.checkOnly:
		l.notes.print("assay: " + name + " is out of date; assay schema lock writes it")
		return ended(statusInvalid)
	}
	if err := lock.Write(); err != nil {
		return &failure{statusUsage, fmt.Errorf("%s: cannot be written: %w", name, reason(err))}
	}
	return nil
}

// lockChanges are the differences of two locks, a line each, in the order of the URLs.
func lockChanges(before, after map[string]remote.Digest) (lines []string) {
	all := maps.Clone(before)
	maps.Copy(all, after)
	for _, url := range slices.Sorted(maps.Keys(all)) {
		old, new := before[url], after[url]
		switch {
		case old == new:
		case old == "":
			lines = append(lines, fmt.Sprintf("%s: added, %s", url, new))
		case new == "":
			lines = append(lines, fmt.Sprintf("%s: removed, %s", url, old))
		default:
			lines = append(lines, fmt.Sprintf("%s: changed from %s to %s", url, old, new))
		}
	}
	return lines
}

// roots are the schemas that are looked at: those given, else all of the configuration.
func (l *lockCommand) roots(cmd *cobra.Command, args []string) (roots []string, err error) {
	for _, arg := range args {
		files, err := schemaFiles(arg, l.notes)
		if err != nil {
			return nil, unusable(err)
		}
		roots = append(roots, files...)
	}
	if len(args) > 0 {
		return roots, nil
	}
	c, err := loadConfig(l.config)
	if err != nil {
		return nil, err
	}
	if c != nil {
		roots = c.schemas()
	}
	if len(roots) == 0 && l.catalog == "" {
		return nil, usage(cmd, "found no schema, wanted files, folders, globs or URLs, or an %s that names some", configName)
	}
	return roots, nil
}

// schemas are all that the configuration names, each once.
func (c *config) schemas() (list []string) {
	add := func(schema string) {
		if at := c.reference(schema); !slices.Contains(list, at) {
			list = append(list, at)
		}
	}
	for i := range c.Generate {
		add(c.Generate[i].Schema)
	}
	for _, e := range c.Validate {
		add(e.Schema)
	}
	for _, r := range c.Contract.Routes {
		add(r.Schema)
	}
	return list
}

// locked are the remote documents that were got, as a lock has them.
func (l *library) locked() (map[string]remote.Digest, error) {
	if l.fetcher == nil {
		return nil, nil
	}
	fetcher, err := l.fetcher()
	if err != nil {
		return nil, err
	}
	return fetcher.Locked(), nil
}
