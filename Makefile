# Two commands: `make run` serves Goedwerk, `make test` tests it. Both set up what they need first.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export GOEDWERK_DATA ?= $(CURDIR)/data

.PHONY: run room test check format bench screenshots attack fuzz setup catalogues lock clean help

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

bench: $(VENV)-bench/.ready
	@for bench in bench/*.py; do echo "== $$bench"; $(VENV)-bench/bin/python $$bench || exit 1; done

screenshots: setup
	$(BIN)/python dev/screenshots.py

catalogues: setup
	$(BIN)/python dev/catalogues.py write

lock:
	requirements/lock.sh

setup: $(VENV)/.ready

$(VENV)/.ready: requirements/all.txt
$(VENV)-bench/.ready: requirements/bench.txt
$(VENV)/.ready $(VENV)-bench/.ready: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("Goedwerk needs Python 3.11 or newer." if sys.version_info < (3, 11) else 0)'
	@$(PYTHON) -m venv $(@D) || { echo "Python cannot make an environment. On Debian: apt-get install python3-venv"; exit 1; }
	@echo "Setting up (once): packages of $(filter requirements/%,$^)"
	@$(@D)/bin/pip install --quiet --disable-pip-version-check --require-hashes --requirement $(filter requirements/%,$^)
	@$(@D)/bin/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

clean:
	rm -rf $(VENV) $(VENV)-* build

attack: setup
	$(BIN)/python dev/attack.py

fuzz: setup
	$(BIN)/python dev/fuzz.py

help:
	@echo "make run          set up, serve, print a link that signs you in"
	@echo "make room         the same, for phones in the room"
	@echo "make test         set up, and run every test that this machine can"
	@echo "make check        style, order of the rooms, licences, translations, migrations"
	@echo "make format       put the code in shape"
	@echo "make attack       let the adversary loose on the disclosure rule"
	@echo "make fuzz         send the served platform requests that nobody meant"
	@echo "make bench        speed, as ratios against a peer in the same run"
	@echo "make screenshots  contact sheets of every page, in build/screenshots"
	@echo "make catalogues   gather and compile translations"
	@echo "make lock         write the lock files anew (needs uv)"
