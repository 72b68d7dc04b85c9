"""What was said stays as it was said: the database refuses to change a wording, an answer or an agreed signal.

Used by migrations. One that lays a table of these anew on SQLite loses its trigger: run `drop` before it and `make`
after it.
"""

from __future__ import annotations

SAID = "what was said is never changed: write the next version"
# What may not change, by table. The link of a signal is made anew, and is no part of what was said.
FIXED = {
    "signals_wording": ("id", "thread_id", "number", "text", "owner", "answer_by", "asked_in_id"),
    "signals_answer": ("id", "signal_id", "number", "verdict", "text", "on", "given_on"),
    "signals_signal": ("id", "organisation_id", "dialogue_id", "thread_id", "wording_id", "agreed_on"),
}


def make(apps, schema_editor) -> None:
    triggers = {"sqlite": sqlite, "postgresql": postgresql}[schema_editor.connection.vendor]
    for table, columns in FIXED.items():
        for statement in triggers(table, columns):
            schema_editor.execute(statement)


def drop(apps, schema_editor) -> None:
    for table in FIXED:
        if schema_editor.connection.vendor == "sqlite":
            schema_editor.execute(f"DROP TRIGGER {table}_said")
        else:
            schema_editor.execute(f"DROP FUNCTION {table}_said() CASCADE")


def changed(columns: tuple[str, ...], difference: str) -> str:
    return " OR ".join(f'OLD."{column}" {difference} NEW."{column}"' for column in columns)


def sqlite(table: str, columns: tuple[str, ...]) -> tuple[str, ...]:
    return (
        f"""
        CREATE TRIGGER {table}_said BEFORE UPDATE ON {table} WHEN {changed(columns, "IS NOT")}
        BEGIN SELECT RAISE(ABORT, '{SAID}'); END
        """,
    )


def postgresql(table: str, columns: tuple[str, ...]) -> tuple[str, ...]:
    return (
        f"""
        CREATE FUNCTION {table}_said() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF {changed(columns, "IS DISTINCT FROM")}
            THEN RAISE EXCEPTION '{SAID}' USING ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
        END $$
        """,
        f"""
        CREATE TRIGGER {table}_said BEFORE UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION {table}_said()
        """,
    )
