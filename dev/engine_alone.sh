#!/usr/bin/env bash
# The engine is a library of its own: its tests pass where Django is not installed. With Numba (the extra `fast`)
# conversations are counted by compiled loops; the same tests hold for those.
set -euo pipefail
cd "$(dirname "$0")/.."

tested() { # environment, lock file, tests
    local venv=$1 lock=$2; shift 2
    if [ ! -f "$venv/.ready" ] || [ "$lock" -nt "$venv/.ready" ]; then
        ${PYTHON:-python3} -m venv "$venv"
        "$venv/bin/pip" install --quiet --disable-pip-version-check --require-hashes --requirement "$lock"
        touch "$venv/.ready"
    fi
    ! "$venv/bin/python" -c 'import django' 2>/dev/null || { echo "Django is here: this proves nothing"; exit 1; }
    PYTHONPATH=$PWD/src "$venv/bin/pytest" -q -p no:cacheprovider --numprocesses 2 --dist loadfile \
        --confcutdir tests/analysis -c tests/analysis/pytest.ini "$@"
}

tested .venv-engine requirements/engine.txt tests/analysis
tested .venv-fast requirements/fast.txt tests/analysis/opinions
