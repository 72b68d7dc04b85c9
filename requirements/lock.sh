#!/usr/bin/env bash
# Writes the lock files anew: run.txt to serve, all.txt to build, test and check, engine.txt for the engine alone,
# fast.txt for the engine with compiled loops, bench.txt for the benchmarks and their peers. Needs uv.
set -eu
cd "$(dirname "$0")/.."
lock() { uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --quiet "$@"; }
lock pyproject.toml --extra build --output-file requirements/run.txt
lock pyproject.toml --extra build --extra test --constraint requirements/run.txt --output-file requirements/all.txt
for only in engine fast; do
    lock requirements/$only.in --constraint requirements/all.txt --output-file requirements/$only.txt
done
lock pyproject.toml --extra build --extra test requirements/bench.in \
    --constraint requirements/all.txt --constraint requirements/fast.txt --output-file requirements/bench.txt
