"""Rating: a point for each item, a reason where it is asked, and a picture that a small group can bear."""

import pytest
from django.http import QueryDict
from django.utils.http import urlencode
from django.utils.translation import override
from hypothesis import given, settings
from hypothesis import strategies as st

from goedwerk.dialogues.actions import leading
from goedwerk.dialogues.errors import StepClosed
from goedwerk.dialogues.kinds.rate.scales import Scale
from goedwerk.dialogues.models import RatingResponse, TextResponse
from goedwerk.reports import showing
from goedwerk_analysis.disclosure import release_ratings
from kind_steps import step_of

LABELS = [{"id": key, "nl": key, "en": key.capitalize()} for key in ("skilled", "ethical", "engaged")]
ENDS = {"low": {"nl": "niet", "en": "not important"}, "high": {"nl": "wel", "en": "essential"}}
SEVEN = {"from": 1, "to": 7, **ENDS}


@pytest.fixture(autouse=True)
def english():
    with override("en"):
        yield


def rate_step(**params):
    return step_of("rate", **{"items": LABELS, "scale": SEVEN, **params})


def answer(**points):
    return {"points": points, "reasons": {}}


# The form


def test_points_are_kept_by_item():
    step = rate_step()

    form = step.behaviour.form(step, {"point-skilled": "7", "point-ethical": "2"})

    assert form.is_valid()
    assert step.behaviour.fields_of(step, form) == {"points": {"skilled": 7, "ethical": 2}}


@pytest.mark.parametrize("point", ["0", "8", "x", "1.5", "-1"])
def test_a_point_outside_the_scale_is_refused(point):
    step = rate_step()

    assert not step.behaviour.form(step, {"point-skilled": point}).is_valid()


def test_a_reason_is_kept_where_the_point_is_extreme():
    step = rate_step(reasons="extremes")
    sent = {"point-skilled": "7", "reason-skilled": "Daarom.", "point-ethical": "4", "reason-ethical": "Ook."}

    form = step.behaviour.form(step, sent)

    assert form.is_valid()
    assert form.reasons == {"skilled": "Daarom."}


def test_a_reason_without_a_point_says_nothing_and_is_not_kept():
    step = rate_step(reasons="all")

    form = step.behaviour.form(step, {"point-skilled": "4", "reason-ethical": "Zomaar."})

    assert form.is_valid()
    assert form.reasons == {}


def test_a_reason_with_a_name_asks_for_a_second_look():
    step = rate_step(reasons="all")
    sent = {"point-skilled": "4", "reason-skilled": "Bel jan@voorbeeld.nl maar."}

    first = step.behaviour.form(step, sent)

    assert not first.is_valid()
    assert first.asks_second_look
    assert step.behaviour.form(step, {**sent, "second_look": "1"}).is_valid()


points = st.one_of(st.sampled_from(["", "1", "7", "0", "٣", "\x00", "NaN"]), st.text(max_size=9))
names = st.sampled_from(["point-skilled", "point-ethical", "reason-skilled", "reason-engaged", "second_look"])


@settings(max_examples=120, deadline=None)
@given(sent=st.lists(st.tuples(names, points), max_size=8), reasons=st.sampled_from(["none", "extremes", "all"]))
def test_whatever_is_sent_a_valid_rating_lies_on_the_scale(sent, reasons):
    step = rate_step(reasons=reasons)
    data = QueryDict(urlencode([(name, value.encode("utf-8", "replace")) for name, value in sent]))

    form = step.behaviour.form(step, data)

    if form.is_valid():
        assert form.points
        assert all(1 <= point <= 7 for point in form.points.values())
        assert set(form.reasons) <= set(form.points)


# The scale


@given(first=st.integers(-5, 5), length=st.integers(2, 20))
def test_a_field_of_a_picture_is_never_empty_and_goes_up_with_the_points(first, length):
    scale = Scale(first, first + length - 1, "low", "high")

    fields = [scale.field_of(point) for point in scale.points]

    assert fields == sorted(fields)
    assert set(fields) == set(scale.fields)
    assert len(scale.fields) <= 5


def test_a_long_scale_is_told_as_low_middle_and_high():
    scale = Scale(0, 10, "nought", "ten")

    assert [scale.field_words(field) for field in scale.fields] == ["0 to 2, nought", "3 to 7", "8 to 10, ten"]


def test_a_short_scale_is_told_point_by_point():
    scale = Scale(1, 5, "annoying", "serious")

    assert [scale.field_words(field) for field in scale.fields] == ["1, annoying", "2", "3", "4", "5, serious"]


# The picture


def pictures_of(step, answers, **earlier):
    released = {name: release_ratings(counts) for name, counts in step.behaviour.summarise(step, answers).items()}
    return step.behaviour.pictures(step, released, **earlier), released


def test_every_item_has_a_picture_that_names_it():
    drawn, _released = pictures_of(rate_step(), [answer(skilled=6, ethical=1)] * 6 + [None] * 3)

    assert [picture.title for picture in drawn] == ["Skilled", "Ethical", "Engaged"]
    assert drawn[0].sentence == "Skilled. More than half of you chose “6 to 7, essential”."


def test_a_second_rating_stands_beside_the_first():
    step = rate_step()
    _first, before = pictures_of(step, [answer(skilled=1)] * 9)

    again, _released = pictures_of(step, [answer(skilled=7)] * 9, before=before)

    assert again[0].figure.kind == "side-by-side"
    assert again[0].sentence.startswith("Skilled. More than half of you chose “6 to 7")


def test_reasons_stand_under_what_they_are_about_and_never_with_a_point():
    step = rate_step(reasons="all")
    given_answer = {"points": {"skilled": 7, "ethical": 1}, "reasons": {"skilled": "A.", "ethical": "B."}}

    drafts = step.behaviour.passages(step, [given_answer, None])

    assert [draft.lines for draft in drafts] == [(("Skilled", "A."),), (("Ethical", "B."),)]


def test_the_reasons_are_for_the_group_and_the_points_for_nobody():
    assert rate_step(reasons="all").behaviour.text_reader(rate_step(reasons="all")) == "group"
    assert rate_step().behaviour.text_reader(rate_step()) == "picture"
    assert rate_step(reasons="all").behaviour.reader(rate_step(reasons="all")) == "picture"


# In a round


@pytest.fixture
def rating(dagstart, play):
    """A live round whose first step is a rating with reasons."""
    step = dagstart.round.steps.first()
    document = rate_step(reasons="all").document
    step.kind, step.document = "rate", {**step.document, "kind": "rate", "params": document["params"]}
    step.save()
    return play(dagstart, people=5)


def test_nothing_is_kept_before_the_step_is_open(rating):
    step = rating.round.steps.first()

    with pytest.raises(StepClosed):
        rating.answer(rating.people[0], {"point-skilled": "7"}, step)


def test_points_and_reasons_are_replaced_together_and_go_together(rating):
    step = rating.next()
    rating.answer(rating.people[0], {"point-skilled": "7", "reason-skilled": "Eerst."})

    rating.answer(rating.people[0], {"point-skilled": "4"})

    person = rating.people[0].participation
    assert step.behaviour.answers(step, person) == {person.pk: {"points": {"skilled": 4}, "reasons": {}}}
    step.behaviour.erase(step, person)
    assert not RatingResponse.objects.filter(step=step).exists()
    assert not TextResponse.objects.filter(step=step).exists()


def test_after_the_step_there_is_a_picture_and_nothing_can_be_added(rating):
    step = rating.next()
    rating.answer_all({"point-skilled": "7"})
    rating.act(leading.next_step)

    shown = showing.shown_of(rating.round.steps.get(pk=step.pk))

    assert shown.pictures[0].sentence == "Skilled. More than half of you chose “6 to 7, essential”."
    with pytest.raises(StepClosed):
        rating.answer(rating.people[0], {"point-skilled": "1"}, step)
