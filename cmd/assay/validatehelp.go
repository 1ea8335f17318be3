package main

// validateHelp is what assay validate --help says first.
const validateHelp = `Check documents of JSON, YAML, TOML and others against a schema.

INPUT is a file, a folder, a glob such as 'payloads/**/*.json', or - for standard input. In folders, and
the folders in them, the files that end in .json, .jsonc, .json5, .yaml, .yml, .toml, .ndjson or .jsonl are checked, each
also with .gz or .zst behind it. Any other file that is named, or that a glob matches, is read as JSON, or as
--input-format says. In .jsonc, and with --jsonc in all that is read as JSON but records, comments and a comma behind the
last item or member are no fault.

@FILE is a list of inputs, a path a line, relative to the current folder; @- is such a list on standard input. Blank lines and
those that begin with # are passed over. A file whose name begins with @ is ./@name.

--exclude leaves out the files that a glob such as 'drafts/**' or '**/node_modules' matches, and all in the
folders that it matches: as they are found, or relative to the folder or the pattern given.

Every document of a YAML stream is an instance, and so is every line of .ndjson and .jsonl; blank lines
are passed over. Standard input is one JSON text, or NDJSON where its first line is a whole
value and more follows, or what --input-format says. An input without any instance is invalid.

What other languages can say and JSON cannot: dates of TOML are strings, as they are written, with a T between date and
time and 00 for seconds that are left out; infinities and nan are faults, as they are in JSON5.
Keys of YAML are the names that they are written as.

With --at POINTER the instances are the values that a JSON Pointer (RFC 6901) leads to in each document, and * in it is every
item or member: --at '/data/items/*' checks the items of an envelope. The member that is called * is ~2. A document that has
nothing where the pointer leads is invalid; one where * finds neither items nor members is counted, with a warning.
Locations in reports are those in the document; ndjson and json say in "at" where the instance is.

--limits says what a text may have at most: bytes (size), arrays and objects within each other (depth, at most 10000),
characters of a number (digits), bytes of a string (string), members or items of one value (members), values and names that the
aliases of a YAML document add to it (aliases), and of compressed files how many times as much may be in them as they
take (ratio, which does not count for the first 64 MiB). In other languages than JSON, depth and digits can be lowered, not raised.
It also says what a schema may cost: how often an evaluation may follow references (evaluations), bytes of violations (violations)
and the time of a match of a pattern that goes back and forth (match); those of a document may take ten times as long.

The schema of an instance is the first that is there of

  --schema FILE
  "$schema" in the instance       a path from its file, or a URL that --map leads to a file, or --allow-net fetches
  # yaml-language-server: $schema=path-or-URL
                                  a comment before all content of a YAML file, for the documents in it; read likewise
  #:schema path-or-URL            the same of a TOML file
  assay.yaml                      the entry that covers the file
  --catalog FILE                  the entry whose glob matches the file, {"schemas": [{"name", "fileMatch", "url"}]}; of
                                  several, the one with the longest glob

Where there is none, that is an error; with --ignore-missing-schema the instance is passed over and counted in the
summary, and so is a text of another ending than those above that is not JSON. A schema file that is named and not there
remains an error; a URL that is not to be had, and so a $schema that others read, is none.

With --allow-net, schemas that are not on disk are fetched, and a catalogue that is a URL: by https from public addresses, with the headers that
the lines of ASSAY_HEADERS, HOST[:PORT] NAME: VALUE, have for a host. Where there is an assay.lock, which assay schema lock writes,
documents must be what it says.

Where the $schema of an instance is a URL that neither --map nor --allow-net or --frozen lets be had, what stands below it in the list is
asked. The metaschemas of the drafts are built in. Without any INPUT, all that assay.yaml
names is checked. A whole assay.yaml for it:

  validate:
    - schema: schemas/user.json             # FILE[#pointer or anchor], relative to assay.yaml
      files: [users, "logs/**/*.ndjson"]    # files, folders and globs
    - schema: api.yaml#/components/schemas/Order
      files: [orders/*.json]
      expect: invalid                       # all of them must be; default valid
      at: /data/items/*                     # where the instances are; default the whole document

With expect: invalid, or --expect invalid for all of a run, an instance that is valid is the failure, and one that is not is as
wanted. A text that is none of its language is invalid, too. --expect goes before assay.yaml, which says nothing
where --schema is given.

The routes of assay.yaml, which govern recorded traffic, are shown by assay contract --help:

  contract:
    routes:                                 # name, host, method, status, media-type and pointer may be left out
      - {name: get user, host: "*.example.com", method: GET, path: "/users/{id}", status: 2XX,
         media-type: application/json, pointer: /data, schema: schemas/user.json}

An exchange of such traffic is a line of NDJSON:

  {"method": "GET", "url": "https://api.example.com/users/1", "status": 200, "response": {"body": {"id": 1}}}

Violations of one keyword by values that differ but in where they are, as the items of an array or the records of a file do, are shown 5
times for each file in the text report, and then counted; with --all, or --verbose, each is shown. Of anyOf and oneOf it tells
what the schema that came nearest has against the value, and in a line what the others wanted; with --verbose all that they have.

With --fail-fast nothing is checked after the first instance that is invalid (or valid, where it should not be); the reports end with
it. With --quiet the text report is what is wrong alone, and nothing where all is well.

With --output-format, each object of "instances" in the json report has the member "output" behind "errors": the
outcome in that format of JSON Schema, for valid instances, too. flag, basic, detailed and verbose
are those of 2019-09 and 2020-12; flag, list and hierarchical are those of v1; each can be had for
schemas of any draft. A text that is none of its language has no output.`

// validateExamples are the calls that it shows.
const validateExamples = `  assay validate --schema schema.json payload.json payloads/
  assay validate --schema api.yaml#/components/schemas/User 'users/**/*.yaml'
  assay validate --schema user.json --exclude '**/drafts' users/
  git diff --name-only --diff-filter=d -- '*.json' | assay validate @-
  assay validate --schema user.json --expect invalid testdata/bad
  zcat log.ndjson.gz | assay validate --schema event.json --report ndjson -
  assay validate --schema schema.json --report text --output - --report junit --output report.xml payloads/
  assay validate --schema schema.json --report html --output report.html --report sarif --output report.sarif payloads/
  assay validate --schema schema.json --report json --output-format basic payload.json
  assay validate --allow-net --schema https://json.schemastore.org/package.json package.json
  assay validate`
