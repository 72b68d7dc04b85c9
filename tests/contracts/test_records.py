"""What the tables hold, column by column: nothing that tells who, when, or in which order."""

import uuid

import pytest
from django.apps import apps
from django.contrib.auth.base_user import AbstractBaseUser
from django.db import connection, models
from rooms import looks_up

from goedwerk.dialogues.models import Participation, Passage, Presence, Response

MOMENTS = (models.DateField, models.DateTimeField, models.TimeField, models.DurationField)

SHAPES = {
    "dialogues_participation": {"id", "dialogue_id", "token_hash", "attribute", "described", "left"},
    "dialogues_presence": {"id", "round_id", "participation_id"},
    "dialogues_attendance": {"id", "step_id", "participation_id", "ready"},
    "dialogues_textresponse": {"id", "step_id", "participation_id", "lines"},
    "dialogues_ratingresponse": {"id", "step_id", "participation_id", "points"},
    "dialogues_agreementresponse": {"id", "step_id", "participation_id", "none_needed", "lines"},
    "dialogues_case": {"id", "step_id", "participation_id", "lines", "may_leave", "passage_id"},
    "dialogues_passage": {"id", "step_id", "heading", "lines", "state", "retold", "stays_in_room"},
    "dilemmas_choice": {"id", "step_id", "participation_id", "option", "confidence"},
    "dilemmas_question": {"id", "step_id", "participation_id", "lines"},
    "values_valuespicked": {"id", "step_id", "participation_id", "picked", "given_up"},
    "values_sort": {"id", "step_id", "participation_id", "placements"},
    "values_ranking": {"id", "step_id", "participation_id", "order"},
    "conversations_votes": {"id", "step_id", "participation_id", "votes"},
    "conversations_proposals": {"id", "step_id", "participation_id", "statements"},
    "conversations_statement": {"id", "step_id", "text", "state", "reason", "remark", "same_as", "read_by_id"},
    "conversations_tally": {"id", "step_id", "statement", "agree", "disagree", "passed"},
    "signals_reaction": {"id", "step_id", "participation_id", "vote", "objection", "proposal"},
    "signals_wording": {"id", "thread_id", "number", "text", "owner", "answer_by", "asked_in_id"},
    "signals_signal": {
        "id",
        "organisation_id",
        "dialogue_id",
        "thread_id",
        "wording_id",
        "agreed_on",
        "link",
        "link_until",
    },
    "signals_answer": {"id", "signal_id", "number", "verdict", "text", "on", "given_on"},
    "reports_finding": {"id", "step_id", "name", "released", "method"},
    "accounts_user": {"id", "name", "password", "is_active"},
    "accounts_signinlink": {"id", "user_id", "token_hash", "expires_at"},
}


def own_models():
    return [model for model in apps.get_models() if model.__module__.startswith("goedwerk.")]


def responses():
    return [model for model in apps.get_models() if issubclass(model, Response)]


def upward_keys():
    for model in apps.get_models():
        for field in model._meta.get_fields():
            if field.concrete and field.is_relation and field.related_model:
                other = field.related_model._meta.app_label
                if looks_up(model._meta.app_label, other):
                    yield f"{model.__name__}.{field.name} -> {other}"


def test_foreign_keys_point_downward():
    assert list(upward_keys()) == []


@pytest.mark.parametrize("table", SHAPES)
def test_a_table_about_people_holds_these_columns_and_no_other(db, table):
    with connection.cursor() as cursor:
        columns = {column.name for column in connection.introspection.get_table_description(cursor, table)}

    assert columns == SHAPES[table]


@pytest.mark.parametrize("model", [*responses(), Participation, Presence, Passage], ids=lambda model: model.__name__)
def test_no_answer_has_a_time_or_a_counted_key(model):
    moments = [field.name for field in model._meta.fields if isinstance(field, MOMENTS)]

    assert moments == []
    assert isinstance(model._meta.pk, models.UUIDField)
    assert model._meta.pk.default is uuid.uuid4


@pytest.mark.parametrize("model", responses(), ids=lambda model: model.__name__)
def test_somebody_has_one_answer_per_step(model):
    fields = [constraint.fields for constraint in model._meta.constraints]

    assert ("step", "participation") in fields


def test_no_table_of_the_shapes_was_forgotten():
    shaped = {model._meta.db_table for model in [*responses(), Participation, Presence, Passage]}

    assert shaped <= set(SHAPES)


def test_a_table_with_random_keys_has_no_hidden_row_number(db):
    if connection.vendor != "sqlite":
        pytest.skip("only SQLite numbers its rows")
    tables = {model._meta.db_table for model in own_models() if isinstance(model._meta.pk, models.UUIDField)}
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
        numbered = [name for name, sql in cursor.fetchall() if name in tables and "WITHOUT ROWID" not in sql]

    assert numbered == []


def test_no_participation_leads_to_an_account():
    ways = {Participation}
    for _ in range(4):
        ways |= {
            field.related_model
            for model in ways
            for field in model._meta.fields
            if field.is_relation and model in (Participation, *responses())
        }

    assert not any(issubclass(model, AbstractBaseUser) for model in ways)


def test_the_database_keeps_no_sign_in_time():
    fields = {field.name for field in apps.get_model("accounts", "User")._meta.fields}

    assert "last_login" not in fields


def test_no_model_could_hold_an_address_or_a_user_agent():
    suspicious = ("ip", "ip_address", "address", "user_agent", "remote", "referer", "session")
    found = [
        f"{model.__name__}.{field.name}"
        for model in own_models()
        for field in model._meta.fields
        if field.name in suspicious or isinstance(field, models.GenericIPAddressField)
    ]

    assert found == []
