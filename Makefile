# Two commands: `make run` serves Goedwerk, `make test` tests it. Both set up what they need first.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export GOEDWERK_DATA ?= $(CURDIR)/data

.PHONY: run room test check format bench screenshots attack setup catalogues lock clean

run: setup
	@$(BIN)/goedwerk serve

room: setup
	@$(BIN)/goedwerk serve --room

test: setup
	@dev/test.sh

check: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --no-cache
	$(BIN)/reuse lint --quiet || $(BIN)/reuse lint
	$(BIN)/python dev/catalogues.py check
	GOEDWERK_DATA=$$(mktemp -d) $(BIN)/python -m django makemigrations --check --dry-run --settings goedwerk.config.settings

format: setup
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: setup
	@for bench in bench/*.py; do echo "== $$bench"; $(BIN)/python $$bench || exit 1; done

screenshots: setup
	$(BIN)/python dev/screenshots.py

catalogues: setup
	$(BIN)/python dev/catalogues.py write

lock:
	requirements/lock.sh

setup: $(VENV)/.ready

$(VENV)/.ready: requirements/all.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("Goedwerk needs Python 3.11 or newer." if sys.version_info < (3, 11) else 0)'
	@$(PYTHON) -m venv $(VENV) || { echo "Python cannot make an environment. On Debian: apt-get install python3-venv"; exit 1; }
	@echo "Setting up (once): packages of requirements/all.txt"
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements/all.txt
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

clean:
	rm -rf $(VENV) build
