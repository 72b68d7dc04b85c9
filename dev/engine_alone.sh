#!/usr/bin/env bash
# The engine is a library of its own: its tests pass where Django is not installed.
set -euo pipefail
cd "$(dirname "$0")/.."
venv=.venv-engine
if [ ! -f "$venv/.ready" ] || [ requirements/engine.txt -nt "$venv/.ready" ]; then
    ${PYTHON:-python3} -m venv "$venv"
    "$venv/bin/pip" install --quiet --disable-pip-version-check --require-hashes --requirement requirements/engine.txt
    touch "$venv/.ready"
fi
! "$venv/bin/python" -c 'import django' 2>/dev/null || { echo "Django is here: this proves nothing"; exit 1; }
export PYTHONPATH=$PWD/src
"$venv/bin/pytest" -q -p no:cacheprovider --confcutdir tests/analysis -c tests/analysis/pytest.ini tests/analysis
