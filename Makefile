# The two commands of the README: `make run` and `make test`. Both set up what is missing.

SWIFT ?= swift
DATA ?=

.PHONY: run test build setup format check-format benchmark clean

run: build
	@"$$($(SWIFT) build -c release --show-bin-path)/echelon" $(DATA)

build: setup
	@$(SWIFT) build -c release --product echelon

test: setup
	@Scripts/test

setup:
	@Scripts/setup

format:
	@$(SWIFT) format --in-place --recursive --parallel Package.swift Sources Tests

check-format:
	@$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests

benchmark: build
	@Benchmarks/run

clean:
	@rm -rf .build
