"""Sorts in a round: before, while and after the step is open, and what a group of nine may see of them."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils.translation import override

from goedwerk.dialogues.actions import leading, taking_part
from goedwerk.dialogues.errors import StepClosed
from goedwerk.reports import showing
from goedwerk.reports.models import Finding
from goedwerk.values.models import Sort
from values.conftest import deck_of, laid, sort_alike

pytestmark = pytest.mark.django_db
FIRST = ("integriteit", "rechtmatigheid", "openheid")
LAST = ("doelmatigheid", "toewijding")


@pytest.fixture(autouse=True)
def english():
    with override("en"):
        yield


def shown(cast, key):
    step = cast.round.steps.get(key=key)
    return showing.shown_of(step).pictures


def listed(picture):
    return [row.label for row in picture.figure.rows] if picture.figure else []


# Before, while, after


def test_nobody_can_sort_before_the_step_is_open(play, waardensortering):
    dialogue = waardensortering()
    done_together(dialogue.round.steps.get(key="now"))
    cast = play(dialogue, people=1)
    step = cast.round.steps.get(key="now")

    with pytest.raises(StepClosed):
        cast.answer(cast.people[0], laid(step, deck_of(step)), step)

    assert not Sort.objects.exists()


def test_who_comes_early_can_sort_at_home(play, waardensortering):
    cast = play(waardensortering(), people=1)
    step = cast.round.steps.get(key="now")

    cast.answer(cast.people[0], laid(step, deck_of(step)), step)

    assert Sort.objects.get().step == step


def done_together(step):
    step.document["params"]["mode"] = "live"
    step.save(update_fields=["document"])


def test_sorting_again_while_it_is_open_replaces_the_sort(play, waardensortering):
    cast = play(waardensortering(), people=1)
    step = cast.go_to("now")
    deck = deck_of(step)
    cast.answer(cast.people[0], laid(step, deck))

    cast.answer(cast.people[0], laid(step, deck[::-1]))

    kept = Sort.objects.get()
    assert kept.placements[deck[-1]] == 3
    assert sorted(kept.placements.values()) == sorted(int(place) for place in laid(step, deck).values())


def test_a_sort_that_comes_too_late_is_not_kept(play, waardensortering):
    cast = play(waardensortering(), people=1)
    step = cast.go_to("now")
    cast.act(leading.next_step)

    with pytest.raises(StepClosed):
        cast.answer(cast.people[0], laid(step, deck_of(step)), step)


def test_who_skips_after_sorting_leaves_nothing(play, waardensortering):
    cast = play(waardensortering(), people=1)
    step = cast.go_to("now")
    cast.answer(cast.people[0], laid(step, deck_of(step)))

    taking_part.pass_step(step=step, participation=cast.people[0].participation)

    assert not Sort.objects.exists()


def test_the_full_deck_has_the_shape_of_thirty_six(play, waardensortering):
    cast = play(waardensortering("full"), people=1)
    step = cast.go_to("now")

    cast.answer(cast.people[0], laid(step, deck_of(step)))

    assert sorted(Sort.objects.get().placements.values()).count(0) == 8


# Nine people


def nine(play, waardensortering, **how):
    cast = play(waardensortering(**how), people=9)
    cast.go_to("now")
    sort_alike(cast, first=FIRST, last=LAST)
    return cast


def test_nine_people_see_two_lists_and_nothing_else(play, waardensortering):
    cast = nine(play, waardensortering)
    cast.close()

    core, low = shown(cast, "now")

    assert {"Integrity", "Lawfulness", "Transparency"} <= set(listed(core))
    assert {"Efficiency", "Dedication"} <= set(listed(low))
    assert core.sentence.startswith("As my work is now: more than half of you put ")


def test_no_number_of_people_and_no_position_is_stored_for_nine(play, waardensortering):
    cast = nine(play, waardensortering)
    cast.close()

    stored = {finding.name: finding.released for finding in Finding.objects.filter(step__key="now")}

    words = {label["word"] for zone in ("top", "bottom") for label in stored["sort"][zone]["labels"]}
    assert words <= {"more-than-half", "not-listed"}
    assert all(finding["kind"] == "withheld" for name, finding in stored.items() if name != "sort")


def test_four_people_tell_each_other(play, waardensortering):
    cast = play(waardensortering(), people=4)
    cast.go_to("now")
    sort_alike(cast, first=FIRST)
    cast.close()

    step = cast.round.steps.get(key="now")

    assert showing.shown_of(step).is_spoken
    assert showing.shown_of(step).pictures == ()


def test_sorts_without_a_shared_card_say_so(play, waardensortering):
    cast = play(waardensortering(), people=16)
    step = cast.go_to("now")
    deck = deck_of(step)
    for number, person in enumerate(cast.people):
        cast.answer(person, laid(step, deck[number:] + deck[:number]))
    cast.close()

    core, low = shown(cast, "now")

    assert core.sentence == "As my work is now: there is no card that more than half of you put high."
    assert low.figure is None


# A second sort, with another condition


def test_a_second_sort_is_shown_under_its_own_condition(play, waardensortering):
    cast = nine(play, waardensortering, optional=("ought",))
    cast.go_to("ought")
    sort_alike(cast, first=FIRST[::-1])
    cast.close()

    core, _low, beside = shown(cast, "ought")

    assert core.sentence.startswith("As it should be: more than half of you put ")
    assert (beside.figure.kind, beside.figure.moments) == ("side-by-side", ("As my work is now", "As it should be"))
    assert beside.sentence.startswith("High both times: ")


def test_a_third_sort_stands_beside_the_one_that_it_repeats(play, waardensortering):
    cast = nine(play, waardensortering, optional=("ought", "company"))
    for key in ("ought", "company"):
        cast.go_to(key)
        sort_alike(cast, first=FIRST)
    cast.close()

    *_lists, beside = shown(cast, "company")

    assert beside.figure.moments == ("As my work is now", "The same profession in a company")


def test_a_second_sort_is_not_compared_when_somebody_came(play, waardensortering):
    cast = nine(play, waardensortering, optional=("ought",))
    cast.go_to("ought")
    cast.join()
    sort_alike(cast, first=FIRST)
    cast.close()

    (picture,) = shown(cast, "ought")

    assert "group changed" in picture.sentence


# What a card means


def texts_for(cast, person, step):
    form = step.behaviour.form_for(step, person.participation)
    return [box.name for box in form.boxes]


def test_everybody_is_asked_about_their_own_highest_and_lowest_cards(play, waardensortering):
    cast = play(waardensortering(), people=2)
    step = cast.go_to("now")
    deck = deck_of(step)
    cast.answer(cast.people[0], laid(step, deck))
    cast.answer(cast.people[1], laid(step, deck[::-1]))

    meaning = cast.go_to("meaning")

    # On a rung with two cards the one that stands first in the deck comes first.
    assert texts_for(cast, cast.people[0], meaning) == [deck[0], deck[1], deck[-2], deck[-1]]
    assert texts_for(cast, cast.people[1], meaning) == [deck[0], deck[2], deck[-3], deck[-1]]


def test_who_did_not_sort_is_asked_about_some_cards_all_the_same(play, waardensortering):
    cast = play(waardensortering(), people=1)

    meaning = cast.go_to("meaning")

    assert len(texts_for(cast, cast.people[0], meaning)) == 4


def test_a_meaning_stands_under_its_card_and_beside_no_other(play, waardensortering):
    cast = play(waardensortering(), people=1)
    step = cast.go_to("now")
    deck = deck_of(step)
    cast.answer(cast.people[0], laid(step, deck))
    meaning = cast.go_to("meaning")
    cast.answer(cast.people[0], {deck[0]: "Ik leg uit.", deck[-1]: "Ik wacht."})
    cast.act(leading.next_step)

    passages = meaning.passages.all()

    names = dict(step.behaviour.points(step))
    assert {(passage.heading, passage.lines[0][1]) for passage in passages} == {
        (names[deck[0]], "Ik leg uit."),
        (names[deck[-1]], "Ik wacht."),
    }
    assert all(len(passage.lines) == 1 for passage in passages)


# Rehearsal


def test_a_rehearsal_shows_every_page_and_a_core_of_simulated_colleagues(host, waardensortering):
    dialogue = waardensortering(optional=("ought", "company"))
    address = reverse("dialogues:rehearse", args=[dialogue.pk])
    pages = []

    for _ in range(2 * dialogue.round.steps.count() + 1):
        host.post(address, {"move": "next"})
        pages.append(host.get(address, headers={"accept-language": "en"}).content.decode())

    assert "That was the whole dialogue" in pages[-1]
    assert any("<gw-sort" in page for page in pages)
    assert any("As my work is now: more than half of you put" in page for page in pages)
    assert not Sort.objects.exists()
