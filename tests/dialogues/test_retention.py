"""What is erased stays erased: the ledger outside the database, and what it does after a restore."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.db.models import Model
from django.urls import reverse
from django.utils import timezone

from cast import prepare
from goedwerk.cli import erasing as for_operators
from goedwerk.dialogues import ledger, queries
from goedwerk.dialogues.actions import closing, erasing, preparing, taking_part
from goedwerk.dialogues.ledger import Erased, LedgerDamaged
from goedwerk.dialogues.models import Attendance, Dialogue, Participation, Passage, PassageState, Response, RoundState
from goedwerk.reports import actions as reports
from goedwerk.reports.models import Finding

SENTENCE = "Ik vraag vaker waarom."


@pytest.fixture(autouse=True)
def data(tmp_path, settings):
    settings.DATA_FOLDER = tmp_path
    return tmp_path


@pytest.fixture
def answered(play, pack, membership):
    """Six people of three roles who chose; the round is still open."""
    dialogue = prepare(membership, "dagstart-dilemma", attribute="role")
    cast = play(dialogue, people=6, attributes=("executive", "manager", "employee"))
    step = cast.go_to("first")
    cast.answer_all({"option": dialogue.material["dilemma"]["options"][0]["id"]})
    assert step.is_open
    return cast


@pytest.fixture
def written(answered):
    """They also wrote, and the texts wait for the facilitator."""
    step = answered.go_to("harvest")
    box = step.behaviour.form(step).boxes[0].name
    answered.answer_all({box: SENTENCE})
    return answered


def own_models() -> list[type[Model]]:
    return [model for model in apps.get_models() if model.__module__.startswith("goedwerk.")]


class Backup:
    """A copy of every table, and what happens when it is put back."""

    def __init__(self) -> None:
        self.rows = [(model, list(model._base_manager.values())) for model in own_models()]

    def restore(self) -> None:
        with transaction.atomic():
            if connection.vendor == "postgresql":
                connection.cursor().execute("SET CONSTRAINTS ALL DEFERRED")
            for model, _rows in self.rows:
                model._base_manager.all()._raw_delete("default")
            for model, rows in self.rows:
                model._base_manager.bulk_create(model(**row) for row in rows)


def answers_kept(dialogue) -> int:
    steps = [step for round in dialogue.rounds.all() for step in round.steps.all()]
    return sum(len(step.behaviour.answers(step)) for step in steps)


# The ledger


def lines() -> list[dict]:
    return [json.loads(line) for line in ledger.ledger_file().read_text().splitlines()]


def test_of_a_round_the_key_and_the_day_are_written_down_and_nothing_else(answered):
    answered.close()

    erasing.erase(answered.round)

    today = timezone.localdate().isoformat()
    assert lines() == [{"id": str(answered.round.pk), "what": "round", "on": today}]


def test_of_somebody_who_stops_a_random_key_is_written_down_and_no_day(answered):
    person = answered.people[0].participation

    taking_part.leave(participation=person)

    assert lines() == [{"id": str(person.pk), "what": "participation"}]


def test_of_a_dialogue_and_of_a_text_the_key_and_the_day_are_written_down(written, facilitator):
    written.close()
    passage = Passage.objects.first()
    key = str(passage.pk)

    reports.strike(passage=passage, dialogue=written.dialogue, user=facilitator)
    preparing.delete_dialogue(dialogue=Dialogue.objects.get(), user=facilitator)

    assert {(line["what"], line["id"]) for line in lines()} == {
        ("passage", key),
        ("dialogue", str(written.dialogue.pk)),
    }


def test_the_order_of_the_lines_and_the_time_of_the_file_do_not_tell_who_stopped_first(answered):
    for person in answered.people:
        taking_part.leave(participation=person.participation)

    raw = ledger.ledger_file().read_text().splitlines()
    assert raw == sorted(raw)
    assert len(raw) == 6
    assert ledger.ledger_file().stat().st_mtime == 0


def test_nobody_else_on_this_computer_can_read_the_ledger(answered):
    taking_part.leave(participation=answered.people[0].participation)

    assert ledger.ledger_file().stat().st_mode & 0o077 == 0


def test_nothing_but_the_ledger_is_left_in_the_folder(answered, data):
    for person in answered.people:
        taking_part.leave(participation=person.participation)

    assert [path.name for path in data.iterdir()] == ["erased.jsonl"]


@pytest.mark.parametrize("line", ["{", '{"what": "round"}', '{"what": "person", "id": "x"}', "[]", '{"id": 1}'])
def test_a_ledger_that_cannot_be_read_stops_everything_and_says_which_line(data, line):
    good = ledger.line_of(Erased(ledger.ROUND, "00000000-0000-4000-8000-000000000000"))
    (data / "erased.jsonl").write_text(f"{good}\n{line}\n")

    with pytest.raises(LedgerDamaged, match="line 2"):
        ledger.entries()


def test_what_cannot_be_written_down_is_erased_all_the_same_and_said_loudly(answered, data, settings, caplog):
    settings.DATA_FOLDER = data / "gone"

    taking_part.leave(participation=answered.people[0].participation)

    assert answers_kept(answered.dialogue) == 5
    assert "a backup could bring it back" in caplog.text


# After a restore


def test_a_round_that_comes_back_is_erased_again(answered):
    answered.close()
    backup = Backup()
    erasing.erase_due_rounds(answered.round.erase_at)
    backup.restore()
    came_back = answers_kept(answered.dialogue)

    erased = erasing.replay()

    assert (came_back, erased) == (6, 1)
    assert answers_kept(answered.dialogue) == 0
    assert not Attendance.objects.exists()
    assert Finding.objects.exists()


def test_a_round_that_comes_back_open_is_closed_and_gets_no_pictures(answered):
    backup = Backup()
    answered.close()
    erasing.erase_due_rounds(answered.round.erase_at)
    backup.restore()

    erasing.replay()

    round = answered.round
    assert (round.state, round.erased, answers_kept(answered.dialogue)) == (RoundState.CLOSED, True, 0)
    assert not Finding.objects.exists()


def test_somebody_who_stopped_and_comes_back_is_taken_out_again(answered):
    backup = Backup()
    taking_part.leave(participation=answered.people[0].participation)
    backup.restore()
    came_back = queries.people_in(answered.dialogue)

    erasing.replay()

    assert came_back == 6
    assert queries.people_in(answered.dialogue) == 5
    assert answers_kept(answered.dialogue) == 5
    assert queries.participation_by_token(answered.dialogue, answered.people[0].token) is None


def test_a_dialogue_and_a_text_that_come_back_go_again(written, facilitator, korte_reflectie):
    written.close()
    backup = Backup()
    struck = Passage.objects.first()
    key = struck.pk
    reports.strike(passage=struck, dialogue=written.dialogue, user=facilitator)
    preparing.delete_dialogue(dialogue=korte_reflectie, user=facilitator)
    backup.restore()

    assert erasing.replay() == 2

    assert list(Dialogue.objects.all()) == [written.dialogue]
    assert not Passage.objects.filter(pk=key).exists()
    assert Passage.objects.count() == 5


def test_without_a_restore_there_is_nothing_to_do_again(answered):
    taking_part.leave(participation=answered.people[0].participation)
    answered.close()
    erasing.erase_due_rounds(answered.round.erase_at)

    assert erasing.replay() == 0


def test_doing_it_again_writes_nothing_down_twice(answered):
    answered.close()
    backup = Backup()
    erasing.erase_due_rounds(answered.round.erase_at)
    backup.restore()
    before = lines()

    erasing.replay()

    assert lines() == before


# What goes along


def test_what_somebody_said_of_their_role_goes_with_the_last_answers(answered):
    answered.close()
    before = set(Participation.objects.values_list("attribute", flat=True))

    erasing.erase_due_rounds(answered.round.erase_at)

    assert before == {"executive", "manager", "employee"}
    assert set(Participation.objects.values_list("attribute", flat=True)) == {""}


def test_of_who_stopped_not_even_the_fingerprint_of_the_token_is_left(answered):
    person = answered.people[0].participation
    before = person.token_hash

    taking_part.leave(participation=person)

    assert not Participation.objects.filter(token_hash=before).exists()


def test_who_stopped_can_come_in_again_as_somebody_new(answered):
    joined = answered.people[0]
    taking_part.leave(participation=joined.participation)

    again = taking_part.join(dialogue=answered.dialogue, token=joined.token)

    assert again.participation != joined.participation
    assert queries.own_answers(again.participation) == []


def test_texts_that_were_let_go_stay_and_the_others_go(written):
    written.close()
    first = Passage.objects.order_by("id").first()
    Passage.objects.filter(pk=first.pk).update(state=PassageState.SHOWN)

    erasing.erase_due_rounds(written.round.erase_at)

    assert list(Passage.objects.all()) == [first]


def test_every_table_of_answers_is_emptied(written):
    written.close()

    erasing.erase_due_rounds(written.round.erase_at)

    left = {model.__name__ for model in apps.get_models() if issubclass(model, Response) and model.objects.exists()}
    assert left == set()


@pytest.mark.skipif(connection.vendor != "postgresql", reason="only PostgreSQL samples values for its planner")
@pytest.mark.django_db(transaction=True)
def test_the_planner_of_the_database_keeps_no_sample_of_an_answer(written):
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
        cursor.execute("SELECT DISTINCT tablename FROM pg_stats WHERE schemaname = current_schema()")
        sampled = {name for (name,) in cursor.fetchall()}

    assert sampled & {model._meta.db_table for model in own_models()} == set()


# What people see of it


def test_the_page_of_the_organisation_says_what_is_erased_when(host, answered, korte_reflectie):
    answered.close()

    page = host.get(reverse("organisations:organisation"), headers={"accept-language": "en"}).content.decode()

    part = page[page.index('id="erasures"') :].split("</section>")[0]
    assert f"{timezone.localtime(answered.round.erase_at):%-d %B %Y, %H:%M}" in part
    # The other dialogue has the same title; it is not closed.
    assert part.count(answered.dialogue.title) == 1


def test_another_organisation_does_not_see_it(client, answered, pack):
    from goedwerk.organisations.actions import found

    answered.close()
    client.force_login(found(name="Elders", owner="Kim").user)

    page = client.get(reverse("organisations:organisation"), headers={"accept-language": "en"}).content.decode()

    assert "Nothing is waiting" in page
    assert answered.dialogue.title not in page


def test_a_dry_run_says_what_would_go_now_and_what_waits_and_erases_nothing(answered, capsys, pack, membership, play):
    answered.close()
    at_once = play(prepare(membership, "dagstart-dilemma", title="Meteen", retention_days=0), people=1)
    at_once.close()

    for_operators.announce()

    said = capsys.readouterr().out
    assert said.index("Would be erased now:") < said.index("Meteen, round 1") < said.index("Waits for its day:")
    assert f"{for_operators.day(answered.round.erase_at)}  {answered.dialogue.title}, round 1" in said
    assert answers_kept(answered.dialogue) == 6


def test_a_dry_run_tells_how_much_a_restore_brought_back(answered, capsys):
    backup = Backup()
    taking_part.leave(participation=answered.people[0].participation)
    backup.restore()

    for_operators.announce()

    assert "is back from an older copy: 1." in capsys.readouterr().out
    assert answers_kept(answered.dialogue) == 6


def test_a_dry_run_says_so_when_nothing_waits(answered, capsys):
    for_operators.announce()

    assert "Nothing: of no closed round are answers still kept." in capsys.readouterr().out


def test_an_open_round_whose_day_has_passed_is_closed_before_it_is_erased(pack, membership, play):
    tomorrow = timezone.now() + timedelta(days=1)
    cast = play(prepare(membership, "korte-reflectie", mode="open", closes_at=tomorrow, retention_days=0), people=5)

    closing.close_due_rounds(tomorrow)
    erased = erasing.erase_due_rounds(tomorrow)

    assert erased == 1
    assert cast.round.erased
