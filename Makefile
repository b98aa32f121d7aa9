# `make run` opens the dashboard; `make test` runs every check; `make quick` those that a change touches. All set up
# what they need.
VENV := .venv
# pip reads its registry from the person's own settings; nothing here names one.
PIP  := $(VENV)/bin/python -m pip --disable-pip-version-check --quiet
# The first Python from 3.11 on that can make a virtual environment (a shim may exist and not run).
PYTHON := $(shell for p in python3.14 python3.13 python3.12 python3.11 python3 python; do \
  "$$p" -c 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$p" && break; done)

.PHONY: run test quick check fmt lock calibrate clean

run: $(VENV)/.run
	@$(VENV)/bin/python -m tui $(ARGS)

test: check
	$(VENV)/bin/python -m pytest -n auto --dist worksteal

# What differs from BASE (the last commit): lint, types, and the tests that import a changed module.
BASE := HEAD
quick: $(VENV)/.dev
	$(VENV)/bin/ruff check --quiet .
	$(VENV)/bin/mypy
	@tests=$$($(VENV)/bin/python -m tests.quick $(BASE)) && \
	  if [ -n "$$tests" ]; then $(VENV)/bin/python -m pytest -q -n auto $$tests; else echo "No test imports what changed."; fi

check: $(VENV)/.dev
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/ruff check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports

fmt: $(VENV)/.dev
	$(VENV)/bin/ruff check --fix-only --quiet .
	$(VENV)/bin/ruff format .

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "tolerable needs Python 3.11 or newer with venv: install it (Debian, Ubuntu: apt install python3 python3-venv; macOS: brew install python)" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements.lock | $(VENV)/bin/python
	$(PIP) install --require-hashes -r requirements.lock
	@touch $@

$(VENV)/.dev: requirements-dev.lock pyproject.toml $(VENV)/.run
	$(PIP) install --require-hashes -r requirements-dev.lock
	$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

# Needs uv. `--no-header --no-annotate` keep registry hosts and local paths out of the files.
UV_FLAGS := --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --quiet
lock:
	uv pip compile $(UV_FLAGS) pyproject.toml -o requirements.lock
	uv pip compile $(UV_FLAGS) pyproject.toml --group dev -c requirements.lock -o requirements-dev.lock

# Six minutes on two idle cores: the estimate in worlds whose truth is known, its targets beside what it reached.
calibrate: $(VENV)/.dev
	$(VENV)/bin/python -m tests.calibration --write docs/calibration.md

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
