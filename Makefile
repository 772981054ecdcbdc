# `make demo` and `make test` need python3 (3.11 or newer, with venv) and make; the rest installs itself into .venv.
# PYTHON=python3.12 chooses the interpreter, VENV=folder the place of the environment.

VENV ?= .venv
STEPS ?= 100000
export PYTHON VENV
BIN := $(VENV)/bin
CODE := $(wildcard flows storage bot tests bench)

.DEFAULT_GOAL := help
.NOTPARALLEL:
MAKEFLAGS += --no-print-directory

.PHONY: help demo test runtime environment system lint types contracts tests nightly format lock model clean

help: ## what can be made here
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

demo: runtime ## the whole service with fictional members, in a browser
	@$(BIN)/temankpj demo $(ARGS)

test: system lint types contracts tests ## everything that has to hold, cheapest first

runtime:
	@scripts/environment runtime

environment: ## install or refresh what development needs
	@scripts/environment dev

system: environment ## the servers and the browser the tests need, where missing
	@scripts/system-packages

lint: environment ## style
	$(BIN)/ruff check $(CODE)
	$(BIN)/ruff format --check $(CODE)

types: environment ## static types
	$(BIN)/mypy $(CODE)

contracts: environment ## which package may import which
	$(BIN)/lint-imports

tests: environment ## the tests alone; ARGS="tests/flows -k nik" picks some
	@scripts/tests $(ARGS)

nightly: environment ## random walks through all conversations; STEPS=500000 goes further
	WALK_STEPS=$(STEPS) $(BIN)/pytest -s --timeout 0 tests/flows/test_properties.py $(ARGS)

format: environment ## lay the code out
	$(BIN)/ruff check --fix $(CODE)
	$(BIN)/ruff format $(CODE)

lock: environment ## pin again what pyproject.toml asks for; ARGS=--upgrade takes newer releases
	@scripts/lock $(ARGS)

model: environment ## train again what understands free text, and judge it by the examples held apart
	$(BIN)/temankpj understand train
	$(BIN)/temankpj understand eval --svg docs/understanding.svg

clean: ## remove what was made here, not the data in var/
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
