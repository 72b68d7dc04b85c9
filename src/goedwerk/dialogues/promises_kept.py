"""What was promised before the first answer is kept by the database: no page, command or fault can change it.

Used by migrations. One that lays a table of these anew on SQLite loses its triggers: run `drop` before it and `making`
after it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

# What changed, in which table, when that is refused, and what is then said.
FIRST_PROMISED = ("attribute", "retention_days", "anonymity")
PROMISED = (*FIRST_PROMISED, "described_by", "attribute_lists", "is_whole_group")
FIXED = "what was promised before the first answer cannot be changed"
NOT_LATER = "answers cannot be kept longer than was promised"


def making(columns: Sequence[str]) -> Callable[..., None]:
    """What a migration runs to make the triggers; `columns` of a dialogue are fixed once somebody joined."""

    def make(apps, schema_editor) -> None:
        for statement in MAKE[schema_editor.connection.vendor](columns):
            schema_editor.execute(statement)

    return make


def drop(apps, schema_editor) -> None:
    for statement in DROP[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def changed(columns: Sequence[str], difference: str) -> str:
    return " OR ".join(f"OLD.{column} {difference} NEW.{column}" for column in columns)


def sqlite(columns: Sequence[str]) -> Sequence[str]:
    return (
        f"""
    CREATE TRIGGER dialogue_promise BEFORE UPDATE ON dialogues_dialogue
    WHEN ({changed(columns, "IS NOT")})
        AND EXISTS (SELECT 1 FROM dialogues_participation WHERE dialogue_id = OLD.id)
    BEGIN SELECT RAISE(ABORT, '{FIXED}'); END
    """,
        f"""
    CREATE TRIGGER round_last_day BEFORE UPDATE ON dialogues_round
    WHEN OLD.erase_at IS NOT NULL AND (NEW.erase_at IS NULL OR NEW.erase_at > OLD.erase_at)
    BEGIN SELECT RAISE(ABORT, '{NOT_LATER}'); END
    """,
    )


def postgresql(columns: Sequence[str]) -> Sequence[str]:
    return (
        f"""
    CREATE FUNCTION dialogue_promise() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF ({changed(columns, "IS DISTINCT FROM")})
            AND EXISTS (SELECT 1 FROM dialogues_participation WHERE dialogue_id = OLD.id)
        THEN RAISE EXCEPTION '{FIXED}' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    END $$
    """,
        """
    CREATE TRIGGER dialogue_promise BEFORE UPDATE ON dialogues_dialogue
    FOR EACH ROW EXECUTE FUNCTION dialogue_promise()
    """,
        f"""
    CREATE FUNCTION round_last_day() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF OLD.erase_at IS NOT NULL AND (NEW.erase_at IS NULL OR NEW.erase_at > OLD.erase_at)
        THEN RAISE EXCEPTION '{NOT_LATER}' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    END $$
    """,
        """
    CREATE TRIGGER round_last_day BEFORE UPDATE ON dialogues_round
    FOR EACH ROW EXECUTE FUNCTION round_last_day()
    """,
    )


MAKE = {"sqlite": sqlite, "postgresql": postgresql}
DROP = {
    "sqlite": ("DROP TRIGGER dialogue_promise", "DROP TRIGGER round_last_day"),
    "postgresql": ("DROP FUNCTION dialogue_promise() CASCADE", "DROP FUNCTION round_last_day() CASCADE"),
}
