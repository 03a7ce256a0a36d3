# Everything on a fresh machine: Python 3.11 or newer and make. `make demo` and `make test` set themselves up.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: demo test check bench bench-matching acceptance rules wheel clean help

help: ## show the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

$(READY): pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "itemcatalog needs Python 3.11 or newer")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

demo: $(READY) ## audit the example city and print where the report is
	$(BIN)/itemcatalog audit fixtures/fuzhou -o out/fuzhou --fail-on never

test: $(READY) ## run every test that this machine can run
	$(BIN)/python -m pytest -n 2 -rs

check: $(READY) ## style, types and floors
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

bench: $(READY) ## speed and memory
	$(BIN)/python -m tests.bench

bench-matching: $(READY) ## matching beside its peers, same data, same run (extra: bench)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,bench]'
	$(BIN)/python tests/bench/matching/matching_bench.py

acceptance: $(READY) ## findings of the committed rule set against the working one
	$(BIN)/python -m tests.acceptance

rules: $(READY) ## write the rule pages again from the code
	$(BIN)/python -m tests.tables.rule_pages

wheel: $(READY) ## build the wheel and prove it without src/
	$(BIN)/python -m tests.wheel

clean: ## remove what was made here
	rm -rf $(VENV) .venv-spark out dist build
