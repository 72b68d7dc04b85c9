#!/usr/bin/env bash
# Writes the lock files anew: run.txt to serve, all.txt to build, test and check, engine.txt for the engine alone.
# Needs uv.
set -eu
cd "$(dirname "$0")/.."
lock() { uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --quiet pyproject.toml "$@"; }
lock --extra build --output-file requirements/run.txt
lock --extra build --extra test --constraint requirements/run.txt --output-file requirements/all.txt
uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --quiet \
    --constraint requirements/all.txt requirements/engine.in --output-file requirements/engine.txt
