# The commands people type: `make help` lists them. Each first sets up what it needs and is
# missing. Whatever takes more than a line is a script in tools/.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory
# One cargo at a time: it uses all processors by itself, and a second one would wait for its lock.
# Nor is it to look for the job server of a `make -j`.
.NOTPARALLEL:
unexport MAKEFLAGS
# Where rustup puts Rust, for a shell that has not been told of it yet.
export PATH := $(PATH):$(HOME)/.cargo/bin

.PHONY: run
run: build ## Build for release and start the server
	@LEPTOS_HASH_FILES=true exec target/release/server

.PHONY: demo
demo: build ## Build for release and start a demo: made-up members, on this machine alone
	@LEPTOS_HASH_FILES=true exec target/release/server demo

.PHONY: test
test: setup ## Check and test everything, on SQLite and PostgreSQL, natively and in the browser
	@tools/test lint test-crates test-rules-wasm test-browser

.PHONY: build
build: build-tools ## Build the server and what the browser gets, for release
	@tools/build

.PHONY: test-crates
test-crates: rust ## Test all crates natively
	@tools/with-postgres cargo test --workspace --exclude frontend --no-fail-fast

.PHONY: test-rules
test-rules: rust ## Test the membership rules
	@cargo test --package rules --no-fail-fast

.PHONY: test-rules-wasm
test-rules-wasm: build-tools ## Test the membership rules in WebAssembly
	@tools/test-rules-wasm

.PHONY: test-register
test-register: rust ## Test the register of members, on SQLite and PostgreSQL
	@tools/with-postgres cargo test --package register --no-fail-fast

.PHONY: test-server
test-server: rust ## Test the pages and the server, on SQLite and PostgreSQL
	@tools/with-postgres cargo test --package app --package server --no-fail-fast

.PHONY: test-browser
test-browser: build browser-tools ## Test the release build in a browser, with and without JavaScript
	@tools/test-browser

.PHONY: lint
lint: lint-tools ## Check the formatting, Clippy's advice, and the crates' licences and sources
	cargo fmt --check
	@tools/clippy
	@tools/check-crates

.PHONY: fmt
fmt: rust ## Format the code
	cargo fmt

.PHONY: bench
bench: build browser-tools ## Measure: the register, open dashboards, and the pages in a browser
	@tools/bench

.PHONY: setup
setup: build-tools lint-tools browser-tools ## Set up everything that the others need
	@tools/get/postgres >/dev/null

.PHONY: clean
clean: ## Remove what was built; not the tools, nor the data
	rm -rf target end2end/node_modules end2end/playwright-report end2end/test-results

.PHONY: help
help: ## List these commands
	@sed -nE 's/^([a-z-]+):.*## (.*)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 24

# What the commands need.
.PHONY: rust build-tools lint-tools browser-tools
rust:
	@tools/get/rust
build-tools: rust
	@tools/get/node
	@tools/get/wasm-target
	@tools/get/wasm-bindgen
	@tools/get/wasm-opt
	@tools/get/cargo-leptos
lint-tools: rust
	@tools/get/wasm-target
	@tools/get/cargo-deny
browser-tools:
	@tools/get/node
	@tools/get/node-packages
	@tools/get/browser >/dev/null
