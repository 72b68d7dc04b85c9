"""What was erased must not live on in the files of the database.

SQLite writes over what it erases (`secure_delete`), but its write-ahead log still holds it until that log is emptied.
PostgreSQL marks rows as dead and keeps their bytes until the table is written anew.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

from django.apps import apps
from django.db import DatabaseError, connection, transaction

log = logging.getLogger("goedwerk.erasure")
PATIENCE = 0.25
ATTEMPTS = 40


def wipe_soon() -> None:
    """As soon as this transaction is kept: once. What is in the way then is left to the job of the next minute."""
    transaction.on_commit(wipe_once, robust=True)


def wipe_once() -> bool:
    try:
        return WIPE[connection.vendor]()
    except DatabaseError:
        # A lock that is held: nothing is lost by trying again.
        return False


def wipe(*, attempts: int = ATTEMPTS, pause: Callable[[float], None] = time.sleep) -> bool:
    """Try until nothing of what was erased is left, and say loudly when that did not succeed."""
    for _attempt in range(attempts):
        if wipe_once():
            return True
        pause(PATIENCE)
    log.error("Erased, but not yet gone from the files of the database: something kept reading. Tried again soon")
    return False


# SQLite


def empty_log() -> bool:
    """Copy the write-ahead log into the database and cut it to nothing. A reader that stays can be in the way."""
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA busy_timeout = {round(1000 * PATIENCE)}")
        try:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            busy, _pages, _copied = cursor.fetchone()
        finally:
            usual = connection.settings_dict["OPTIONS"].get("timeout", 5)
            cursor.execute(f"PRAGMA busy_timeout = {round(1000 * usual)}")
    return not busy


# PostgreSQL


def rewrite_tables() -> bool:
    """Write every table anew that has dead rows. Somebody who still reads the old rows can be in the way."""
    tables = own_tables()
    with connection.cursor() as cursor:
        cursor.execute(f"SET lock_timeout = '{round(1000 * PATIENCE)}ms'")
        try:
            report_own_changes(cursor)
            for table in with_dead_rows(cursor, tables):
                # ANALYZE counts the rows that could not go yet.
                cursor.execute(f"VACUUM (FULL, ANALYZE) {connection.ops.quote_name(table)}")
            return not with_dead_rows(cursor, tables)
        finally:
            cursor.execute("RESET lock_timeout")


def report_own_changes(cursor) -> None:
    """Let PostgreSQL count the rows that this connection has just erased: otherwise it takes its time."""
    if connection.pg_version >= 150000:
        cursor.execute("SELECT pg_stat_force_next_flush()")


def with_dead_rows(cursor, tables: list[str]) -> list[str]:
    cursor.execute("SELECT relname FROM pg_stat_user_tables WHERE n_dead_tup > 0 AND relname = ANY(%s)", [tables])
    return sorted(name for (name,) in cursor.fetchall())


def keep_no_samples(**_signal) -> None:
    """Have PostgreSQL sample no values for its planner: samples of answers would outlive the answers."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        for table, column in sampled_columns(cursor):
            names = connection.ops.quote_name(table), connection.ops.quote_name(column)
            cursor.execute("ALTER TABLE {} ALTER COLUMN {} SET STATISTICS 0".format(*names))


def sampled_columns(cursor) -> list[tuple[str, str]]:
    cursor.execute(
        "SELECT relname, attname FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid"
        " WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace AND relname = ANY(%s)"
        " AND attnum > 0 AND NOT attisdropped AND attstattarget IS DISTINCT FROM 0",
        [own_tables()],
    )
    return cursor.fetchall()


def own_tables() -> list[str]:
    return [model._meta.db_table for model in apps.get_models() if model.__module__.startswith("goedwerk.")]


WIPE: dict[str, Callable[[], bool]] = {"sqlite": empty_log, "postgresql": rewrite_tables}
