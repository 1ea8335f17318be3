package main

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/assaykit/assay/contract"
	"github.com/assaykit/assay/report"
	"github.com/spf13/cobra"
)

// captureEndings are those of the captures that are looked for in folders.
var captureEndings = []string{".har", ".ndjson", ".jsonl"}

// contractCommand is what the command line of assay contract says.
type contractCommand struct {
	streams
	schemas    schemaFlags
	reports    reportFlags
	config     string
	specs      []string
	servers    []string // in the place of those of the descriptions
	bodies     bodyFolders
	limits     captureLimits
	failOn     []string
	showValues bool
	showAll    bool
	summary    string // the file that gets it
	coverage   string // the file that gets a page of it
	baseline   string // the file of the summary of before
}

func newContract(s streams) *cobra.Command {
	c := &contractCommand{streams: s}
	cmd := &cobra.Command{
		Use:   "contract [flags] CAPTURE...",
		Short: "Check recorded API traffic against a contract",
		Long: `Check recorded API traffic against a contract: an OpenAPI description (--spec), or the routes of assay.yaml, which
say by which schema the responses of an operation go.

CAPTURE is a file, a folder, a glob or - for standard input. A capture is a HAR 1.2 file, a recording of nock, a go-vcr cassette, a dump of curl -i with a line
such as # GET https://api.example.com/users/1 before each response, or NDJSON with an exchange a line, plain or compressed by gzip or zstd; its content tells which. In folders, the files that end
in .har, .ndjson or .jsonl are checked, each also with .gz or .zst behind it. Without any CAPTURE,
those that assay.yaml names are.

With --bodies each file of a folder is the body of a response, whatever its ending, and its name below the folder tells the rest: {method} (GET
where the pattern has none), {path}, {status} (200), {host}, and {name}, which is any text. Slashes of a path are those of folders, or __;
{path:_} has another text for them. A file whose name does not fit is not read, and makes the exit status 2. A dump of curl -i in such a folder needs no line before it.

No report shows a value of a payload: instead of it stand its type, its length and a hash, which is the same for equal values within one run. The key of
the hashes is drawn by lot; runs that are to agree, as those of shards, have one in the environment variable ASSAY_HASH_KEY. With --show-values
values are shown, but not those of headers, cookies and queries, what the schema marks as x-sensitive, and what looks like a token; with
--show-secrets these are, too. A damaged entry of a capture is invalid; a capture that cannot be read, or not to its end, makes
the exit status 2. Violations of one exchange that are alike, as those of the items of an array, are shown 5 times in the text report, and then
counted; with --verbose each is shown.

An OpenAPI description (3.0, 3.1, 3.2; of Swagger 2.0 responses and bodies) governs responses, their headers, and requests with
their parameters and bodies. A request that was answered by a status of 4xx is not judged: it was refused as it should be. The
server of an exchange must be one of its servers; servers without a host, or none, are any.

--summary FILE keeps what was seen of each operation, of the members, branches and enum values of its schemas, and what never was, for
assay contract merge. With --baseline FILE what such a summary has of violations and of what is undocumented is known and does not fail; what is new
does, and is listed. A member that schemas allow and do not name fails with --fail-on undocumented-member, and is told of with --verbose.

An assay.yaml with all keys of a route. Only path and schema must be there; what is left out is any:

  contract:
    captures: [captures, "logs/**/*.har"]   # read where no CAPTURE is given; may be left out
    bodies:                                 # the same of folders of bodies, each with its pattern
      - {folder: fixtures, names: "{method}/{path}/{status}.json"}
    routes:
      - name: get user               # what reports call it; left out: GET /users/{id}
        host: "*.example.com"        # * and ? as in globs, with or without a port
        method: GET
        path: /users/{id}            # {id} stands for one segment, or a part of it
        status: 2XX                  # 200, 2XX or default
        media-type: application/json # or application/*+json, application/*, */*; left out: any JSON
        pointer: /data               # JSON Pointer to the part of the body; left out: the whole body
        schema: schemas/user.json    # FILE[#pointer or anchor], relative to assay.yaml
      - {path: /health, schema: schemas/health.json}
    specs: [openapi.yaml]            # OpenAPI descriptions beside the routes, or without any

Of several routes that fit, the narrowest governs; their order does not matter.

An exchange in NDJSON, on one line; method, url and status are required:

  {"method": "GET", "url": "https://api.example.com/users/1", "status": 200,
   "request": {"headers": {"accept": "application/json"}},
   "response": {"headers": {"content-type": "application/json"}, "body": {"id": 1}}}

A message has its body in body (any JSON), bodyText (a string) or bodyBase64; headers are strings or lists
of strings.`,
		Example: `  assay contract recording.har
  assay contract --spec openapi.yaml recording.har
  assay contract --config ci/assay.yaml --report junit --output contract.xml captures/
  assay contract --fail-on invalid 'captures/**/*.har'
  assay contract --baseline baseline.json captures/
  assay contract --bodies '{method}/{path}/{status}.json' fixtures/
  assay contract`,
		ValidArgsFunction: completeFiles("har", "ndjson", "jsonl", "gz", "zst"),
		RunE:              func(cmd *cobra.Command, args []string) error { return c.run(cmd, args) },
	}
	cmd.Flags().SortFlags = false
	cmd.Flags().StringArrayVar(&c.specs, "spec", nil, "an OpenAPI description, `FILE` in JSON or YAML, that is the contract in place of\nthe routes; repeatable")
	if err := cmd.RegisterFlagCompletionFunc("spec", completeFiles(schemaEndings...)); err != nil {
		panic("assay: completion of --spec: " + err.Error())
	}
	cmd.Flags().StringArrayVar(&c.servers, "server", nil, "the `URL` that the traffic was recorded at, in place of the servers of --spec: http://localhost:8080/v1,\nor /v1 for any host; repeatable")
	cmd.Flags().StringVar(&c.config, "config", "", "the `file` with the routes (default the nearest assay.yaml)")
	c.schemas.add(cmd, false)
	c.reports.add(cmd, report.ExchangeFormats())
	cmd.Flags().Func("bodies", "take each file of a folder for the body of a response, of which the file's name tells the rest by a `pattern`\nsuch as {method}/{path}/{status}.json", c.bodies.set)
	c.limits.add(cmd, true)
	cmd.Flags().Func("fail-on", "the results, a `list` with commas, that make the exit status 1: some of\n"+strings.Join(failures, ",")+"\n(default "+strings.Join(standardFailures, ",")+"; with --baseline all\nthat is new, but for skipped)", c.setFailOn)
	completion(cmd, "fail-on", failures)
	cmd.Flags().StringVar(&c.baseline, "baseline", "", "the summary of an earlier run, a `file` that --summary wrote: what it has does not fail, and what is new does")
	if err := cmd.RegisterFlagCompletionFunc("baseline", completeFiles("json")); err != nil {
		panic("assay: completion of --baseline: " + err.Error())
	}
	cmd.Flags().BoolVar(&c.showValues, "show-values", false, "let reports show values of payloads, but for what is or may be secret")
	cmd.Flags().BoolVar(&c.showAll, "show-secrets", false, "let reports show everything, tokens, headers and queries included")
	cmd.Flags().StringVar(&c.summary, "summary", "", "write to a `file` what was seen of each operation and what never was, for assay contract merge")
	cmd.Flags().StringVar(&c.coverage, "coverage", "", "write the same to a `file` as a page for browsers, with charts")
	cmd.AddCommand(newContractMerge(s))
	return cmd
}

// failures are the results and kinds of drift that an exit status may tell of, standardFailures those that it does, and newFailures those that
// it does of what a baseline has not. An operation that no route governs is not among the standard ones: captures hold the traffic of
// others, too. Nor is what the contract allows.
var (
	failures = []string{string(contract.Invalid), string(contract.UndocumentedStatus), string(contract.UndocumentedMediaType),
		string(contract.UndocumentedOperation), string(contract.UndocumentedMember), string(contract.BeyondEnum), string(contract.WiderRange), string(contract.Skipped)}
	standardFailures = failures[:3]
	newFailures      = failures[:7]
)

func (c *contractCommand) setFailOn(list string) error {
	c.failOn = nil
	for word := range strings.SplitSeq(list, ",") {
		if !slices.Contains(failures, word) {
			return fmt.Errorf("found %q, wanted some of %s", word, strings.Join(failures, ","))
		}
		c.failOn = append(c.failOn, word)
	}
	return nil
}

// look says where to look for why no exchange is governed.
func (c *contractCommand) look() string {
	if len(c.specs) > 0 {
		return "see the servers and paths of --spec; --server is for traffic of another server, such as http://localhost:8080/v1, or / for any"
	}
	return "see the hosts and paths of the routes"
}

// fails are the results and kinds of drift that fail in this run.
func (c *contractCommand) fails() []string {
	switch {
	case c.failOn != nil:
		return c.failOn
	case c.baseline != "":
		return newFailures
	}
	return standardFailures
}

// covers reports whether somebody wants to know what schemas allow and do not tell of.
func (c *contractCommand) covers() bool {
	return c.summary != "" || c.coverage != "" || c.baseline != "" || c.reports.verbose ||
		slices.Contains(c.failOn, string(contract.UndocumentedMember)) || slices.Contains(c.failOn, string(contract.BeyondEnum))
}

func (c *contractCommand) run(cmd *cobra.Command, args []string) error {
	if err := c.reports.check(cmd); err != nil {
		return err
	}
	if len(c.servers) > 0 && len(c.specs) == 0 {
		return usage(cmd, "--server: found no --spec, wanted the description whose servers it is in the place of")
	}
	library, err := c.schemas.library(cmd, c.notes)
	if err != nil {
		return err
	}
	library.options.Limits = c.limits.rule
	settings, err := c.settings(cmd, args)
	if err != nil {
		return err
	}
	checker, err := c.checker(library, settings)
	if err != nil {
		return err
	}
	files, status, err := c.files(cmd, args, settings)
	if err != nil {
		return err
	}
	defer c.show(files)()
	check := &traffic{streams: c.streams, checker: checker, bodies: c.bodies, limits: c.limits, failOn: c.fails(), showAll: c.showAll, look: c.look()}
	c.reports.fails = check.fails
	var read readFiles
	read.addRun(settings, library)
	for _, file := range files {
		read.addInput(file, c.in)
	}
	c.reports.schemas = library
	if err := c.account(check, &read); err != nil {
		return err
	}
	if check.reports, err = openReports(&c.reports, c.streams, read, report.Exchanges); err != nil {
		return err
	}
	defer check.reports.discard()
	for _, file := range files {
		found, err := check.capture(file)
		if err != nil {
			return err
		}
		status = max(status, found)
	}
	status = max(status, check.news())
	if err := check.reports.close(); err != nil {
		return err
	}
	if err := c.keep(check.summary); err != nil {
		return err
	}
	if status == statusValid {
		status = check.ungoverned()
	}
	return ended(status)
}

// settings are the configuration. It is nil where descriptions and captures are given, so that none is asked for.
func (c *contractCommand) settings(cmd *cobra.Command, args []string) (*config, error) {
	if len(c.specs) > 0 && len(args) > 0 && c.config == "" {
		return nil, nil
	}
	settings, err := loadConfig(c.config)
	if err == nil && settings == nil {
		wanted := "wanted one with routes, --spec FILE or --config FILE"
		if len(c.specs) > 0 {
			wanted = "wanted one with contract.captures, or captures to check"
		}
		return nil, usage(cmd, "found no %s in this folder or above it, %s", configName, wanted)
	}
	return settings, err
}

// checker is the contract: the descriptions, else the routes of the configuration.
func (c *contractCommand) checker(l *library, settings *config) (*contract.Checker, error) {
	o := contract.Options{ShowValues: c.showValues, ShowSecrets: c.showAll, HashKey: []byte(os.Getenv("ASSAY_HASH_KEY")), Coverage: c.covers()}
	if len(c.specs) > 0 {
		return l.described(c.specs, c.servers, o)
	}
	return settings.checker(l, o)
}

// files are the captures to be read. status tells of arguments that lead to nothing, which have been said; the error is one
// that leaves no capture at all.
func (c *contractCommand) files(cmd *cobra.Command, args []string, settings *config) (files []string, status int, err error) {
	var bodies []bodiesEntry
	if len(args) == 0 && settings != nil {
		bodies = settings.Contract.Bodies
		for _, p := range settings.Contract.Captures {
			args = append(args, settings.path(p))
		}
	}
	if len(args) == 0 && len(bodies) == 0 {
		return nil, 0, usage(cmd, "found no capture, wanted files, folders, globs or -, or contract.captures in %s", settings.name)
	}
	e := expander{endings: captureEndings, notes: c.notes}
	miss := func(arg string, err error) {
		if err != nil {
			c.notes.print(err.Error())
			c.reports.omit(arg, err.Error())
			status = statusUsage
		}
	}
	for _, arg := range args {
		miss(arg, c.bodies.expand(&e, arg))
	}
	for _, b := range bodies {
		wrong, missing := c.bodies.entry(&e, settings, b)
		if wrong != nil {
			return nil, 0, wrong
		}
		miss(settings.path(b.Folder), missing)
	}
	if len(e.files) == 0 {
		return nil, status, ended(status)
	}
	return e.files, status, nil
}
