"""From three questions to a prepared dialogue."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from goedwerk.approaches import registry
from goedwerk.approaches.queries import all_approaches
from goedwerk.dialogues import picking
from goedwerk.dialogues.models import Dialogue

PREPARE = "/dialogues/start/dagstart-dilemma/"


@pytest.fixture
def filled(pack):
    """What the page of a day start holds when nothing is changed."""
    return {
        "key": str(uuid.uuid4()),
        "title": "",
        "people": "9",
        "leads_group": "no",
        "attribute": "",
        "retention_days": "7",
        "follow_up_owner": "",
        "contacts": "",
        "input_dilemma": "wat-werkt-of-wat-mag",
        "input_values": "publieke-waarden-36:short",
    }


# The picker


def test_the_picker_asks_to_sign_in_first(client, db):
    response = client.get("/dialogues/start/")

    assert (response.status_code, response.url) == (302, "/sign-in/?next=/dialogues/start/")


def test_a_first_timer_with_little_time_gets_the_day_start(host, pack):
    page = host.get("/dialogues/start/").context["page"]

    assert page.best.recipe.key == "dagstart-dilemma"


def test_every_approach_is_listed_and_what_cannot_start_has_no_button(host, pack):
    response = host.get("/dialogues/start/")
    page = response.context["page"]
    body = response.content.decode()

    listed = [page.best, *page.also, *page.others]
    assert len(listed) == page.number == 17
    for shelf in listed:
        assert (f'href="{shelf.url}"' in body) == shelf.listed.can_start


def test_what_is_shown_first_can_always_start(pack):
    for purpose in picking.PURPOSES:
        for time in picking.TIMES:
            fit = picking.fitting(all_approaches(), picking.Wish(purpose, time, picking.EXPERIENCES[0]))

            assert fit.best.can_start
            assert len([fit.best, *fit.also, *fit.others]) == 17


@pytest.mark.parametrize("query", ["purpose=nothing", "time=%00", "purpose=" + "x" * 5000, "dilemma=<script>"])
def test_strange_answers_fall_back_to_the_first_ones(host, pack, query):
    response = host.get(f"/dialogues/start/?{query}")

    assert response.status_code == 200
    assert response.context["page"].best.recipe.key == "dagstart-dilemma"
    assert b"<script>" not in response.content.split(b"<main")[1]


def test_a_dilemma_from_the_library_travels_along(host, pack):
    page = host.get("/dialogues/start/?dilemma=de-volhouder").context["page"]

    assert page.best.url == PREPARE + "?dilemma=de-volhouder"


# Preparing


def test_everything_is_filled_in(host, filled):
    form = host.get(PREPARE).context["page"].form

    assert form["title"].value() == "Even meekijken"
    assert form["retention_days"].value() == 7
    assert form["people"].value() == 9


def test_what_only_who_prepares_can_write_is_not_called_filled_in(host, pack):
    landscape = host.get("/dialogues/start/meningenlandschap/").context["page"]

    assert not landscape.is_filled_in
    assert host.get(PREPARE).context["page"].is_filled_in


def test_the_dilemma_of_the_library_is_chosen_already(host, filled):
    form = host.get(PREPARE + "?dilemma=de-volhouder").context["page"].form

    assert (form["input_dilemma"].value(), form["title"].value()) == ("de-volhouder", "De volhouder")


def test_one_press_makes_a_dialogue(host, filled):
    response = host.post(PREPARE, filled)

    dialogue = Dialogue.objects.get()
    assert response.url == f"/dialogues/{dialogue.pk}/"
    assert dialogue.title == "Wat werkt of wat mag"
    assert dialogue.round.steps.count() == 10


def test_pressing_twice_makes_one_dialogue(host, filled):
    first, second = host.post(PREPARE, filled), host.post(PREPARE, filled)

    assert first.url == second.url
    assert Dialogue.objects.count() == 1


def test_the_title_of_another_dilemma_gives_way(host, filled):
    host.post(PREPARE, {**filled, "title": "De volhouder"})

    assert Dialogue.objects.get().title == "Wat werkt of wat mag"


def test_what_is_decided_is_kept(host, filled):
    decided = {
        "title": "Onze dagstart",
        "leads_group": "yes",
        "attribute": "role",
        "retention_days": "0",
        "follow_up_owner": "hoofd van de afdeling",
        "contacts": "Vertrouwenspersoon: kamer 2.14\n\nMeldpunt",
    }
    host.post(PREPARE, {**filled, **decided})

    dialogue = Dialogue.objects.get()
    assert dialogue.title == "Onze dagstart"
    assert dialogue.facilitator_leads_group
    assert dialogue.attribute == "role"
    assert dialogue.retention_days == 0
    assert dialogue.contacts == [
        {"who": "Vertrouwenspersoon", "how": "kamer 2.14"},
        {"who": "Meldpunt", "how": ""},
    ]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("title", "x" * 121),
        ("input_dilemma", "does-not-exist"),
        ("input_values", ""),
        ("retention_days", "-1"),
        ("retention_days", "many"),
        ("people", "-5"),
        ("attribute", "salary"),
        ("leads_group", "perhaps"),
        ("contacts", "\n".join(f"door {number}" for number in range(9))),
        ("key", "not-a-key"),
    ],
)
def test_wrong_input_says_so_and_nothing_typed_is_lost(host, filled, name, value):
    response = host.post(PREPARE, {**filled, "follow_up_owner": "hoofd van de afdeling", name: value})

    assert response.status_code == 422
    assert name in response.context["page"].form.errors
    assert "hoofd van de afdeling" in response.content.decode()
    assert not Dialogue.objects.exists()


def test_looking_what_follows_makes_nothing(host, filled):
    response = host.post(PREPARE, {**filled, "people": "4", "leads_group": "yes", "look": "1"})

    page = response.context["page"]
    assert page.showing.is_spoken
    assert page.leads_group
    assert not Dialogue.objects.exists()


def test_ten_people_are_needed_to_compare(host, filled):
    response = host.post(PREPARE, {**filled, "people": "9", "attribute": "role", "look": "1"})

    assert response.context["page"].showing.too_few_to_compare


def test_a_key_of_somebody_elses_dialogue_makes_nothing(host, filled, elsewhere):
    response = host.post(PREPARE, {**filled, "key": str(elsewhere.pk)})

    assert response.status_code in (200, 422)
    assert list(Dialogue.objects.all()) == [elsewhere]


def test_an_unknown_approach_is_not_found(host, pack):
    assert host.get("/dialogues/start/no-such-approach/").status_code == 404


def test_an_approach_that_cannot_start_says_what_is_missing(host, pack, monkeypatch):
    monkeypatch.setattr(registry, "missing_kinds", lambda recipe: ["levitate"])

    page = host.get(PREPARE)
    press = host.post(PREPARE, {"title": "Toch"})

    assert (page.status_code, press.status_code) == (409, 409)
    assert "levitate" in page.content.decode()
    assert not Dialogue.objects.exists()


def test_what_cannot_start_is_listed_last_and_never_first(host, pack, monkeypatch):
    def missing(recipe):
        return [] if recipe.key == "korte-reflectie" else ["levitate"]

    monkeypatch.setattr(registry, "missing_kinds", missing)

    page = host.get("/dialogues/start/").context["page"]

    assert page.best.recipe.key == "korte-reflectie"
    assert len(page.others_waiting) + len(page.also) == 16
    assert page.others_ready == []


# Open for some days


def reflection(day):
    return {
        "key": str(uuid.uuid4()),
        "title": "Wat knaagt",
        "people": "4",
        "leads_group": "no",
        "mode": "open",
        "closes_on": day.isoformat() if day else "",
        "retention_days": "7",
        "follow_up_owner": "",
        "contacts": "",
    }


def test_an_open_dialogue_has_a_last_day(host, pack):
    day = timezone.localdate() + timedelta(days=3)

    host.post("/dialogues/start/korte-reflectie/", reflection(day))

    round = Dialogue.objects.get().round
    assert (round.mode, timezone.localtime(round.closes_at).date()) == ("open", day)


@pytest.mark.parametrize("days", [None, 0, -1, 500])
def test_a_last_day_lies_ahead_and_within_a_year(host, pack, days):
    day = None if days is None else timezone.localdate() + timedelta(days=days)

    response = host.post("/dialogues/start/korte-reflectie/", reflection(day))

    assert response.status_code == 422
    assert "closes_on" in response.context["page"].form.errors
