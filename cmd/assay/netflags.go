package main

import (
	"fmt"
	"os"
	"path/filepath"
	"sync"

	"github.com/assaykit/assay/schema/remote"
	"github.com/spf13/cobra"
)

// lockName is the file that says which bytes remote schemas have. It stands beside assay.yaml.
const lockName = "assay.lock"

// netFlags are those of fetching schemas, which is never done unless they say so.
type netFlags struct {
	allow, http, private bool
	limits               remote.Limits
	cache                string
	frozen               bool
	anew                 bool // no flag: the lock is being written
}

// add gives a command the flags.
func (f *netFlags) add(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.BoolVar(&f.allow, "allow-net", false, "fetch schemas that are not on disk, by https from public addresses;\nwithout it nothing is fetched")
	flags.BoolVar(&f.http, "allow-http", false, "with --allow-net: fetch http: URLs, too")
	flags.BoolVar(&f.private, "allow-private", false, "with --allow-net: let servers have addresses that are not public, such as 10.1.2.3")
	flags.Func("net-limits", "with --allow-net: how large a document may be, how long it may take, and how many\nthere may be, a `list` (default size=16MiB,time=30s,documents=1000)", func(s string) (err error) {
		f.limits, err = remote.ParseLimits(s)
		return err
	})
	flags.StringVar(&f.cache, "cache", "", "the `folder` that keeps what was fetched, or off\n(default that of ASSAY_CACHE, else assay among the caches of the user)")
	if err := cmd.MarkFlagDirname("cache"); err != nil {
		panic("assay: completion of --cache: " + err.Error())
	}
	flags.BoolVar(&f.frozen, "frozen", false, "use no remote schema that assay.lock does not name; what the cache has\nneeds no --allow-net")
}

// check is the error for flags that mean nothing without another one.
func (f *netFlags) check(cmd *cobra.Command) error {
	for _, name := range []string{"allow-http", "allow-private", "net-limits"} {
		if cmd.Flags().Changed(name) && !f.allow {
			return usage(cmd, "--%s: found no --allow-net, wanted it beside it: without it nothing is fetched", name)
		}
	}
	return nil
}

// fetcher is what remote schemas are had by, made when the first is asked for; nil where there are to be none.
func (f *netFlags) fetcher(cmd *cobra.Command, n *notes, keep func(file string)) func() (*remote.Fetcher, error) {
	if !f.allow && !f.frozen {
		return nil
	}
	return sync.OnceValues(func() (*remote.Fetcher, error) {
		name, err := lockFile(cmd)
		if err != nil {
			return nil, err
		}
		keep(name)
		lock, err := remote.ReadLock(name)
		if err != nil {
			return nil, err
		}
		headers, err := remote.ParseHeaders(os.Getenv("ASSAY_HEADERS"))
		if err != nil {
			return nil, err
		}
		o := remote.Options{Fetch: f.allow, HTTP: f.http, Private: f.private, Limits: f.limits, Cache: remote.OpenCache(f.cache),
			Lock: lock, Frozen: f.frozen, Headers: headers}
		if f.anew {
			o.Lock, o.Anew = nil, true
		}
		if verbose, err := cmd.Flags().GetBool("verbose"); err == nil && verbose {
			o.Note = func(line string) { n.once(line) }
		}
		return remote.New(o), nil
	})
}

// lockFile is where the lock is, or would be: beside the configuration, else in the working directory.
func lockFile(cmd *cobra.Command) (string, error) {
	given := ""
	if flag := cmd.Flags().Lookup("config"); flag != nil {
		given = flag.Value.String()
	}
	file, err := configFile(given)
	if err != nil {
		return "", fmt.Errorf("%s: %w", lockName, err)
	}
	return filepath.Join(filepath.Dir(file), lockName), nil
}
