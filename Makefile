# Casebook. `make help` lists what there is.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: run build test test-go test-frontend test-e2e trials lint format generate bench clean help

# SQLite calls fdatasync, which is cheaper than fsync and as safe.
export CGO_ENABLED := 1
export CGO_CFLAGS := -g -O2 -DHAVE_FDATASYNC=1
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD := 1

# .ci/run replaces these by runners that also count. Make puts what is replaced into the environment: a variable
# named VITEST would make Vite build for tests.
GO_TEST := go test -race -timeout 20m ./...
UNIT_TEST := npm test
E2E_TEST := npm run e2e

VERSION := $(shell git describe --tags --always --dirty 2>/dev/null || echo dev)
LINTER := bin/tools/golangci-lint-v2.15.0
PACKAGES := frontend/node_modules/.package-lock.json
DIST := frontend/dist/index.html
FRONTEND := $(shell find frontend/src frontend/public -type f) \
	$(addprefix frontend/,index.html package.json vite.config.ts svelte.config.js tsconfig.app.json)

run: build ## Build everything and start the server
	bin/casebook serve

build: $(DIST) ## Build the frontend and the binary, bin/casebook
	go build -trimpath -buildvcs=false -ldflags '-X main.version=$(VERSION)' -o bin/casebook ./cmd/casebook

test: test-go test-frontend test-e2e ## Run every test (or a part, such as test-go); what they need is installed

test-go: # The Go tests, on SQLite and on a private PostgreSQL
	.ci/with-postgres $(GO_TEST)

test-frontend: $(DIST) # The frontend's unit tests, and the player's weight
	cd frontend && $(UNIT_TEST)
	cd frontend && npm run size

test-e2e: build # Playing in a real browser, against the real binary
	.ci/need browser
	cd frontend && $(E2E_TEST)

trials: ## Kill, starve and overload the real program, as root; TRIALS="-run Killed" does less
	.ci/trials $(TRIALS)

lint: $(LINTER) $(PACKAGES) ## Check style, the rooms' dependencies and types
	$(LINTER) run ./...
	cd frontend && npm run lint && npm run format:check && npm run check

format: $(LINTER) $(PACKAGES) ## Format everything
	$(LINTER) fmt ./...
	cd frontend && npm run format

generate: $(PACKAGES) ## Generate the code that follows from api/openapi.yaml
	go generate ./...
	cd frontend && npm run api

bench: ## Measure everything beside its peers, in ten minutes; BENCH="--only decide" measures less
	CASEBOOK_TEST_FSYNC=on .ci/with-postgres go run -tags bench ./internal/bench $(BENCH)

clean: ## Remove what was built
	rm -rf bin/casebook frontend/test-results
	find frontend/dist -mindepth 1 ! -name .gitkeep -delete

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

$(DIST): $(PACKAGES) $(FRONTEND)
	cd frontend && npm run build

$(PACKAGES): frontend/package-lock.json
	cd frontend && npm ci --no-audit --no-fund
	touch $@

$(LINTER):
	GOBIN=$(CURDIR)/bin/tools go install github.com/golangci/golangci-lint/v2/cmd/golangci-lint@$(subst bin/tools/golangci-lint-,,$@)
	mv bin/tools/golangci-lint $@
