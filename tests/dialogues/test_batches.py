"""What a group writes together is shown in batches while people go on writing, and nothing of it twice."""

import pytest
from django.urls import reverse
from django.utils.translation import override

from cast import prepare
from dialogues.phones import Phone, words
from goedwerk.dialogues.actions import batches, leading, reading, taking_part
from goedwerk.dialogues.errors import MovedOn, NotPossible
from goedwerk.dialogues.models import Passage, PassageState, StepState
from goedwerk.organisations.models import HostAct

IDEAS = ("Eerst bellen", "De regel volgen", "Eerst overleggen")


@pytest.fixture
def cast(pack, membership, play):
    """Six people at the step in which they think up options."""
    cast = play(prepare(membership, "morele-oordeelsvorming"), people=6)
    cast.go_to("options")
    return cast


@pytest.fixture
def first_batch(cast):
    """Three ideas of three people, on the screens while the step is open."""
    write(cast, *IDEAS)
    cast.act(batches.show_batch)
    return cast


def write(cast, *ideas):
    """Person by person; with an empty idea somebody writes nothing."""
    for person, idea in zip(cast.people, ideas, strict=False):
        if idea:
            cast.answer(person, {"ideas": idea})


def shown(state=PassageState.SHOWN):
    return sorted(text for passage in Passage.objects.filter(state=state) for _label, text in passage.lines)


# Showing


def test_what_is_there_is_shown_while_the_step_stays_open(first_batch):
    assert shown() == sorted(IDEAS)
    assert first_batch.step.is_open


def test_it_is_one_act_of_who_leads(cast):
    write(cast, *IDEAS)
    version = cast.round.version

    batches.show_batch(round=cast.round, user=cast.facilitator, version=version)

    assert cast.round.version == version + 1
    assert HostAct.objects.filter(act="showed what was there").count() == 1
    with pytest.raises(MovedOn):
        batches.show_batch(round=cast.round, user=cast.facilitator, version=version)


def test_a_next_batch_holds_only_what_is_new(first_batch):
    write(first_batch, "Eerst bellen\nIets nieuws", "De regel volgen\nEen brief\nEen gesprek")
    before = set(Passage.objects.values_list("pk", flat=True))

    first_batch.act(batches.show_batch)

    assert sorted(each.lines[0][1] for each in Passage.objects.exclude(pk__in=before)) == [
        "Een brief",
        "Een gesprek",
        "Iets nieuws",
    ]


def test_the_last_batch_comes_at_closing_and_is_read_first(first_batch):
    write(first_batch, "Eerst bellen\nIets nieuws")

    first_batch.act(leading.close_step)

    assert shown() == sorted(IDEAS)
    assert shown(PassageState.WAITING) == ["Iets nieuws"]


def test_a_row_that_grows_comes_with_its_new_words_alone_in_whatever_language(pack, membership, play):
    cast = play(prepare(membership, "korte-reflectie"), people=3)
    cast.go_to("reflect")
    for person, entry in zip(cast.people, IDEAS, strict=True):
        cast.answer(person, {"citizen_matters": entry})
    with override("nl"):
        cast.act(batches.show_batch)
    cast.answer(cast.people[0], {"citizen_matters": IDEAS[0], "citizen_why": "Dan hoor je meer."})

    with override("en"):
        cast.act(leading.close_step)

    [added] = cast.step.passages.filter(state=PassageState.WAITING)
    assert [text for _label, text in added.lines] == ["Dan hoor je meer."]


# Waiting a little


@pytest.mark.parametrize(
    "ideas",
    [
        ("Eerst bellen", "De regel volgen"),
        ("Eerst bellen\nDe regel volgen\nOverleggen",),
        ("Bellen", "Bellen", "Bellen"),
    ],
    ids=["two entries", "of one person", "one entry of many"],
)
def test_too_little_is_not_shown(ideas, cast):
    write(cast, *ideas)
    version = cast.round.version

    with pytest.raises(NotPossible):
        cast.act(batches.show_batch)

    assert (shown(), cast.round.version) == ([], version)


def test_one_new_entry_waits_also_after_a_batch(first_batch):
    write(first_batch, "Eerst bellen\nIets nieuws")

    with pytest.raises(NotPossible):
        first_batch.act(batches.show_batch)

    assert shown() == sorted(IDEAS)


def test_a_text_that_is_read_first_is_never_shown_in_batches(play, dagstart):
    cast = play(dagstart, people=6)
    cast.go_to("harvest")
    for number, person in enumerate(cast.people):
        cast.answer(person, {"text": f"Zin {number}"})

    with pytest.raises(NotPossible):
        cast.act(batches.show_batch)

    assert not Passage.objects.exists()


# Changing one's mind


def test_an_entry_that_was_changed_before_a_batch_is_not_in_it(cast):
    write(cast, "Mijn buurvrouw Annie bellen", *IDEAS[1:])
    write(cast, "Eerst bellen")

    cast.act(batches.show_batch)

    assert shown() == sorted(IDEAS)


def test_what_was_shown_stays_and_what_was_not_goes_with_its_writer(first_batch):
    write(first_batch, "", "", "", "Iets nieuws")
    for person in (first_batch.people[0], first_batch.people[3]):
        taking_part.leave(participation=person.participation)

    first_batch.act(leading.close_step)

    assert (shown(), shown(PassageState.WAITING)) == (sorted(IDEAS), [])


def test_skipping_the_step_erases_what_was_shown(first_batch):
    step = first_batch.step

    first_batch.act(leading.skip_step)

    step.refresh_from_db()
    assert (step.state, step.passages.count()) == (StepState.SKIPPED, 0)


# The desk


def decide(cast, step, text, decision):
    passage = next(each for each in step.passages.all() if each.lines[0][1] == text)
    cast.act(reading.let_go, step=step, decisions={str(passage.pk): (decision, "")})


def test_what_was_shown_can_be_taken_away_when_the_step_is_closed(first_batch):
    first_batch.act(leading.close_step)

    decide(first_batch, first_batch.step, "Eerst bellen", "skip")

    assert shown() == sorted(IDEAS[1:])


def test_what_a_later_step_may_have_used_stays(first_batch):
    first_batch.act(leading.close_step)
    step = first_batch.step
    first_batch.next()

    decide(first_batch, step, "Eerst bellen", "skip")

    assert shown() == sorted(IDEAS)


def test_closing_leads_to_the_desk_where_a_new_text_joins_one_that_was_shown(first_batch, host):
    write(first_batch, "Eerst bellen\nEerst opbellen")
    act = reverse("dialogues:act", args=[first_batch.dialogue.pk, "close-step"])
    desk = host.post(act, {"version": first_batch.round.version}).url
    page = host.get(desk, headers={"accept-language": "en"})
    by_text = {each.lines[0][1]: each for each in page.context["page"].form.passages}

    same = {f"same-{by_text['Eerst opbellen'].pk}": str(by_text["Eerst bellen"].pk)}
    host.post(desk, {"version": first_batch.round.version, **same})

    assert words(page).count("The group sees this already.") == 3
    assert (shown(), shown(PassageState.WAITING)) == (sorted(IDEAS), [])


# Pages


@pytest.fixture
def console(host, cast):
    address = reverse("dialogues:console", args=[cast.dialogue.pk])
    return lambda: words(host.get(address, headers={"accept-language": "en"}))


@pytest.fixture
def press(host, cast):
    address = reverse("dialogues:act", args=[cast.dialogue.pk, "batch"])
    return lambda: host.post(address, {"version": cast.round.version}, headers={"accept-language": "en"})


def test_the_console_shows_what_is_there_and_goes_on(cast, console, press):
    write(cast, *IDEAS)
    before = console()

    reply = press()

    assert reply.url == reverse("dialogues:console", args=[cast.dialogue.pk])
    assert "Show what is there" in before
    assert "3 entries stand on the screens." in console()


def test_the_console_says_to_wait_when_little_is_new(cast, press):
    reply = press()

    assert reply.status_code == 409
    assert "Wait a little." in words(reply)


def test_the_button_is_there_only_while_such_a_step_is_open(cast, console):
    cast.act(leading.close_step)

    assert "Show what is there" not in console()


def test_phone_and_big_screen_show_a_batch_to_who_is_still_writing(cast):
    phone = Phone(cast.dialogue).join()
    before = words(phone.look())
    write(cast, *IDEAS)
    cast.act(batches.show_batch)

    pages = [words(phone.look()), words(phone.look("screen"))]

    assert "may show what is there while you write" in before
    assert "Eerst bellen" not in before
    assert all(idea in page for page in pages for idea in IDEAS)
    assert "Your ideas" in pages[0]


def test_closing_before_the_first_step_leads_back_to_the_console(pack, membership, play, host):
    waiting = play(prepare(membership, "dagstart-dilemma"), people=6)
    act = reverse("dialogues:act", args=[waiting.dialogue.pk, "close-step"])

    response = host.post(act, {"version": waiting.round.version})

    assert response.url == reverse("dialogues:console", args=[waiting.dialogue.pk])
