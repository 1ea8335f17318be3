# How this project is built, checked and shown. `make` alone lists the targets.
#
# A text after `##` on a target's line is what `make help` prints for it.

SHELL := bash

# The version that `assay version` prints. Deferred, so that git runs only where it is needed;
# from an archive without git, say `make build VERSION=v1.2.3`.
VERSION ?= $(shell git describe --tags --always --dirty 2>/dev/null || echo devel)

# Packages that `check` tests under the race detector.
RACE ?= ./...

# Which benchmarks run (for `bench` Judge/case=model, say), and how often each: six runs are the fewest benchstat gives a range for.
BENCH ?= .
COUNT ?= 6

# How long each benchmark of `bench` runs in a round, in milliseconds, and the folder that has the corpus.
BENCHTIME ?= 100ms
ASSAY_SHARED ?= ../shared

# How long each fuzz target runs. Minimizing what was found is cut short: it can take longer than finding.
FUZZTIME ?= 10s

# Where govulncheck looks vulnerabilities up.
VULNDB ?= https://vuln.go.dev

# Tools are pinned in a module of their own, so that they never reach the go.sum of our users.
TOOL := go tool -modfile=tools/go.mod

# What only a release needs has a list of its own, which CI does not download.
RELEASETOOL := go tool -modfile=tools/release.mod

# A go.work above the checkout would replace the versions that go.mod pins, and forbids -modfile.
export GOWORK := off

# The order in which `all` names its steps is meant. Go uses all cores by itself.
.NOTPARALLEL:

.PHONY: help
help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "%-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: all
all: build checkgenerate check test ## Build, then run everything that CI runs, cheap failures first

# $(call step,HEADING,STATUS,COMMAND) shows a command and runs it; another exit status than STATUS
# fails. Seeing invalid input refused is part of the demo, so there the wanted status is 1.
define step
	@printf '\n== %s\n$$ %s\n\n' '$(1)' '$(3)'
	@status=0; $(3) || status=$$?; \
	if [ $$status -ne $(2) ]; then \
		echo "demo: '$(3)' exited with status $$status, want $(2)" >&2; exit 1; \
	fi
endef

SAMPLE := schema/models/connect_session_token_auth_link.json

.PHONY: demo
demo: build ## Generate, then validate good and bad payloads and recorded traffic
	$(call step,Write the Go code that assay.yaml names,0,bin/assay generate)
	$(call step,Good payloads: each is valid,0,bin/assay validate --schema $(SAMPLE) testdata/payloads/valid)
	$(call step,A bad payload: the report says what is wrong and what was wanted,1,bin/assay validate --schema $(SAMPLE) testdata/payloads/invalid/several_faults.json)
	$(call step,Ten records of which three are bad,1,bin/assay validate --schema $(SAMPLE) testdata/payloads/batch.ndjson)
	$(call step,All bad payloads: each is refused; the report goes to a file,1,bin/assay validate --schema $(SAMPLE) --report junit --output bin/invalid.xml testdata/payloads/invalid)
	$(call step,Recorded traffic: some of it breaks the contract,1,bin/assay contract testdata/captures)
	@printf '\nThe demo went as it should: what is good passed, what is bad was refused.\n'

# Without cgo, local paths and VCS stamps, the same commit and Go give the same bytes on every machine.
.PHONY: build
build: ## Build bin/assay
	CGO_ENABLED=0 go build -trimpath -buildvcs=false -ldflags '-X main.version=$(VERSION)' -o bin/assay ./cmd/assay

.PHONY: generate
generate: build ## Write the generated code that assay.yaml names
	bin/assay generate

.PHONY: checkgenerate
checkgenerate: build ## Fail, with the diff, if generated code is out of date
	bin/assay generate --check

.PHONY: man
man: ## Write the man pages, docs/man
	ASSAY_MAN=1 go test ./cmd/assay -count 1 -run '^TestMan$$'

.PHONY: test
test: ## Run all tests
	go test ./...

# Not part of `test`: the packages, 400 MB when unpacked, come from npm. bin is not under version control.
OCTOKIT := openapi@23.0.2 fixtures@23.1.2 webhooks-schemas@7.6.1 webhooks-examples@7.6.1

.PHONY: test-github
test-github: ## Hold recorded traffic and webhooks of GitHub against its own description and schemas (needs npm)
	@mkdir -p bin/github; for package in $(OCTOKIT); do \
		name=$${package%@*}; test -e bin/github/$$name/package.json && continue; \
		archive=$$(cd bin/github && npm pack --silent @octokit/$$package) || exit; \
		mkdir -p bin/github/$$name && tar -xzf bin/github/$$archive -C bin/github/$$name --strip-components 1 || exit; \
	done
	ASSAY_GITHUB='$(CURDIR)/bin/github' go test ./contract/openapi -count 1 -run '^TestGitHub$$' -v
	ASSAY_GITHUB='$(CURDIR)/bin/github' go test ./generator -count 1 -run '^TestWebhooks$$' -v

# The race detector comes last: it is the slowest, and needs a C compiler. The tag lets released documents be written over, so that
# who goes on using them is seen.
.PHONY: check
check: ## Check format, modules and code (gofmt, vet, staticcheck), and test for races
	@echo 'gofmt -l .'; files=$$(gofmt -l .) || exit; \
	if [ -n "$$files" ]; then \
		printf 'check: not formatted, run gofmt -w on:\n%s\n' "$$files" >&2; exit 1; \
	fi
	go mod tidy -diff
	go mod verify
	go -C tools mod tidy -diff
	go -C tools mod verify
	go -C bench mod tidy -diff
	go -C bench mod verify
	go vet ./...
	$(TOOL) staticcheck ./...
	go -C bench vet ./...
	go -C bench tool -modfile=../tools/go.mod staticcheck ./...
	go -C bench test ./...
	go test -race -tags assaypoison $(RACE)

# What a release has for each system: the program, its bill of materials (CycloneDX), and the digests of all. The same commit gives the same programs.
PLATFORMS ?= linux/amd64 linux/arm64 darwin/amd64 darwin/arm64 windows/amd64

.PHONY: release
release: ## Build what a release has into dist/ (PLATFORMS, VERSION)
	rm -rf dist && mkdir dist
	for platform in $(PLATFORMS); do \
		os=$${platform%/*} arch=$${platform#*/}; name=dist/assay-$$os-$$arch; \
		if [ "$$os" = windows ]; then name=$$name.exe; fi; \
		echo "$$name"; CGO_ENABLED=0 GOOS=$$os GOARCH=$$arch go build -trimpath -buildvcs=false -ldflags '-X main.version=$(VERSION)' -o "$$name" ./cmd/assay || exit; \
		$(RELEASETOOL) cyclonedx-gomod bin -json -noserial -version '$(VERSION)' -output "$$name.cdx.json" "$$name" || exit; \
	done
	cd dist && sha256sum * >SHA256SUMS

# Not part of `all`: the database is not reachable from everywhere, and a new entry in it must not
# turn an unchanged commit red. Status 3 is a finding; any other failure means that nothing was looked up.
.PHONY: vuln
vuln: ## Look the dependencies up in the vulnerability database (VULNDB, needs network)
	@status=0; $(TOOL) govulncheck -db $(VULNDB) ./... || status=$$?; \
	case $$status in 0 | 3) ;; *) \
		echo 'vuln: NOT CHECKED: govulncheck failed before it had an answer, see above;' >&2; \
		echo 'vuln: it needs $(VULNDB), or a mirror given as VULNDB=URL' >&2 ;; \
	esac; exit $$status

# The peers are in a module of their own, so that they never reach the go.sum of our users.
.PHONY: bench
bench: ## Compare with the field (BENCH, COUNT rounds): writes bench/results.md and docs/benchmark.svg
	bench/run '$(BENCH)' $(COUNT) $(BENCHTIME) '$(abspath $(ASSAY_SHARED))'

.PHONY: benchlocal
benchlocal: ## Run the benchmarks of the packages (BENCH) COUNT times into bench.txt, and summarize them
	set -o pipefail; go test -run '^$$' -bench '$(BENCH)' -benchmem -count $(COUNT) -timeout 0 ./... | tee bench.txt
	$(TOOL) benchstat bench.txt

# `go test -fuzz` takes one target at a time, so they are found in the test files and run in turn.
FUZZTARGET := ^func Fuzz([A-Z0-9_][A-Za-z0-9_]*)?\(

.PHONY: fuzz
fuzz: ## Run each fuzz target for FUZZTIME, one after the other
	@packages=$$(go list -f '{{.ImportPath}} {{.Dir}}' ./...) || exit; found=; \
	while read -r package dir; do \
		for target in $$(grep -hosE '$(FUZZTARGET)' "$$dir"/*_test.go | tr -d '(' | cut -d ' ' -f 2); do \
			found=yes; printf '\n== %s %s\n' "$$package" "$$target"; \
			go test -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 1x "$$package" </dev/null || exit; \
		done; \
	done <<<"$$packages"; \
	printf '\n== generated code of the official suite\n'; \
	ASSAY_FUZZ_GENERATED=$(FUZZTIME) go test -count 1 -timeout 0 -run '^TestFuzzGenerated$$' -v ./generator || exit; \
	if [ -z "$$found" ]; then echo 'fuzz: found no fuzz target' >&2; exit 1; fi

.PHONY: clean
clean: ## Remove what the other targets leave behind, except generated code
	rm -rf bin bench/_work bench/_test bench/node/node_modules
	rm -f bench.txt coverage.out coverage.html *.test *.prof
