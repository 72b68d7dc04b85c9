#!/usr/bin/env bash
# A PostgreSQL server for tests alone, in a folder of its own: find | start | stop
set -euo pipefail
folder=${TMPDIR:-/tmp}/goedwerk-postgresql
port=54329

bin() { # the newest PostgreSQL of this machine
    { ls -d /usr/lib/postgresql/*/bin 2>/dev/null || true; dirname "$(command -v initdb 2>/dev/null)" 2>/dev/null || true; } | sort -V | tail -1
}

as_owner() { # PostgreSQL refuses to run as root
    if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

case ${1:-} in
find)
    found=$(bin)
    [ -n "$found" ] && [ -x "$found/initdb" ] && echo "$found"
    ;;
start)
    "$0" stop
    mkdir -p "$folder"
    [ "$(id -u)" != 0 ] || chown postgres "$folder"
    cd "$folder"
    as_owner "$(bin)/initdb" --auth trust --username goedwerk --encoding UTF8 --no-sync -D "$folder/data" >/dev/null
    # Nothing here has to survive a power failure; but what is written is what production writes: erasure reads it all.
    as_owner "$(bin)/pg_ctl" -D "$folder/data" -w -l "$folder/log" \
        -o "-p $port -k $folder -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=60" start >/dev/null
    echo "postgresql://goedwerk@127.0.0.1:$port/postgres"
    ;;
stop)
    if [ -d "$folder/data" ]; then
        cd "$folder"
        as_owner "$(bin)/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1 || true
    fi
    rm -rf "$folder"
    ;;
*)
    echo "usage: $0 find | start | stop" >&2
    exit 2
    ;;
esac
