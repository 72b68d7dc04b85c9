#!/usr/bin/env bash
# Every test that this machine can run; says in one line what was left out, and how to get it.
set -euo pipefail
cd "$(dirname "$0")/.."
bin=.venv/bin
left_out=()
marks=()

chromium=$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)
if [ -z "$chromium" ]; then
    marks+=("not browser")
    left_out+=("pages in a browser (apt-get install chromium)")
fi
if ! command -v java >/dev/null || [ ! -f dev/checkers/node_modules/vnu-jar/build/dist/vnu.jar ]; then
    marks+=("not nu")
    left_out+=("the Nu HTML checker (apt-get install default-jre-headless nodejs npm; npm ci --ignore-scripts --prefix dev/checkers)")
fi
expression=$(IFS=@; joined="${marks[*]:-}"; echo "${joined//@/ and }")

# One process more than the usual two processors: tests of pages often wait for a browser or a server.
shared=(--numprocesses 3 --dist loadfile --no-loadscope-reorder)
# Set by .ci/run, which has tested the engine alone by then: those tests need nothing of the platform.
engine=()
[ -z "${GOEDWERK_ENGINE_TESTED:-}" ] || engine=(--ignore tests/analysis)

run() { # run pytest, with the marks this machine lacks left out
    local own=$1; shift
    local all="${own}${own:+${expression:+ and }}${expression}"
    "$bin/pytest" -q ${all:+-m "$all"} "$@"
}

echo "== SQLite"
run "" "${shared[@]}" "${engine[@]}" tests

postgres=$(dev/postgresql.sh find || true)
if [ -z "$postgres" ]; then
    left_out+=("PostgreSQL (apt-get install postgresql)")
else
    echo "== PostgreSQL"
    GOEDWERK_DATABASE_URL=$(dev/postgresql.sh start)
    export GOEDWERK_DATABASE_URL
    trap 'dev/postgresql.sh stop' EXIT
    # What touches the database; the command itself is tested on the database it makes.
    run "database and not browser and not nu" "${shared[@]}" \
        tests/accounts tests/approaches tests/config tests/contracts tests/conversations tests/dialogues \
        tests/dilemmas tests/organisations tests/reports tests/signals tests/values --ignore tests/dialogues/test_erasure.py
    # Alone: it reads every file of the server, also of databases that others use at that moment.
    run "not browser and not nu" tests/dialogues/test_erasure.py
fi

if [ ${#left_out[@]} -gt 0 ]; then
    joined=$(printf '; %s' "${left_out[@]}")
    echo "Left out: ${joined:2}"
    [ -z "${GOEDWERK_TEST_ALL:-}" ] || exit 1
else
    echo "Nothing was left out."
fi
