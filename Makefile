# The two commands of the README: `make run` and `make test`. Both set up what is missing.

SWIFT ?= swift
# make run DATA=dir: open that directory instead of the bundled sample.
DATA ?=
# make install PREFIX=dir
PREFIX ?= /usr/local
# Options for the build of the tests, for CI.
BUILD_FLAGS ?=

export SWIFT BUILD_FLAGS

.PHONY: run build test setup format check-format benchmark man install clean

run: build
	@"$$($(SWIFT) build -c release --show-bin-path)/echelon" $(if $(DATA),"$(DATA)")

build: setup
	@$(SWIFT) build -c release --product echelon

test:
	@Scripts/setup test
	@Scripts/test

setup:
	@Scripts/setup

format:
	@$(SWIFT) format --in-place --recursive --parallel Package.swift Sources Tests

check-format:
	@$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests

benchmark: build
	@Benchmarks/run

# The manual page, from the same descriptions as --help.
man: setup
	@Scripts/man

# The program, its manual page, its completions and the sample, under PREFIX.
install: build man
	@Scripts/install "$(PREFIX)"

clean:
	@rm -rf .build .build-tests
