"""What answers are compared by: copied when a dialogue is prepared, asked in plain words, never obliged."""

import pytest
from django.utils.translation import override

from cast import prepare
from dialogues.phones import Phone, words
from goedwerk.dialogues import attributes, queries
from goedwerk.dialogues.actions import erasing, taking_part
from goedwerk.dialogues.errors import CannotStart
from goedwerk.dialogues.models import AttributeList, Participation

TOGETHER = ("role", "years")


@pytest.fixture
def large(pack, membership):
    """An open round in which two attributes are asked together."""
    return prepare(membership, "korte-reflectie", mode="open", described_by=TOGETHER)


def test_the_shipped_lists_say_the_same_in_both_languages():
    role = attributes.shipped()[0]

    with override("nl"):
        dutch = role.label, dict(role.classes)["employee"]
    with override("en"):
        english = role.label, dict(role.classes)["employee"]

    assert (dutch, english) == (("Rol", "Medewerker"), ("Role", "Employee"))


def test_a_dialogue_keeps_a_copy_of_only_the_lists_that_it_asks(pack, membership):
    dialogue = prepare(membership, "dagstart-dilemma", attribute="role")

    assert list(dialogue.attribute_lists) == ["role"]
    assert attributes.attribute_of(dialogue).key == "role"


def test_a_later_change_of_the_organisation_changes_no_dialogue(pack, membership):
    dialogue = prepare(membership, "dagstart-dilemma", attribute="role")
    asked = attributes.attribute_of(dialogue).classes
    AttributeList.objects.create(
        organisation=membership.organisation, key="role", position=1, label={"nl": "Rol"}, question={"nl": "Welke?"}
    )

    dialogue.refresh_from_db()

    assert attributes.attribute_of(dialogue).classes == asked


def test_a_list_that_nobody_has_cannot_be_asked(pack, membership):
    with pytest.raises(CannotStart, match="shoe-size"):
        prepare(membership, "dagstart-dilemma", attribute="shoe-size")


def test_an_organisation_with_lists_of_its_own_is_offered_only_those_it_still_uses(membership):
    for position, (key, retired) in enumerate([("grade", False), ("desk", True)]):
        AttributeList.objects.create(
            organisation=membership.organisation,
            key=key,
            position=position,
            label={"nl": key},
            question={"nl": key},
            classes=[{"key": "one", "label": {"nl": "Een"}}, {"key": "two", "label": {"nl": "Twee"}, "retired": True}],
            retired=retired,
        )

    found = queries.lists_of(membership.organisation)

    assert [(one.key, one.classes) for one in found] == [("grade", (("one", "Een"),))]


# Several together


def test_several_are_asked_as_optional_with_what_they_are_for(large, play):
    play(large)

    page = words(Phone(large).look())

    assert "How long have you worked in public service?" in page
    assert "never shown of one person" in page
    assert "You may leave it as it is." in page


def test_what_somebody_says_is_kept_and_what_they_do_not_say_is_not(large, play):
    play(large)

    Phone(large).join(described_role="manager", described_years="")

    assert Participation.objects.get().described == {"role": "manager"}


def test_an_answer_outside_the_list_is_refused(large, play):
    play(large)
    phone = Phone(large)
    phone.look()

    page = phone.post("take-part", described_role="spy")

    assert "Before you begin" in words(page)
    assert not Participation.objects.exists()


def test_a_live_round_never_asks_several_together(pack, membership, play):
    dialogue = prepare(membership, "dagstart-dilemma", described_by=TOGETHER)
    play(dialogue)

    joined = taking_part.join(dialogue=dialogue, described={"role": "manager"})

    assert dialogue.described_by == []
    assert joined.participation.described == {}


def test_it_goes_with_the_answers_and_with_who_stops(large, play):
    cast = play(large)
    stays, leaves = (taking_part.join(dialogue=large, described={"role": "manager"}) for _ in range(2))
    taking_part.leave(participation=leaves.participation)
    kept = Participation.objects.get(pk=stays.participation.pk).described
    cast.close()

    erasing.erase(cast.round)

    assert kept == {"role": "manager"}
    assert set(map(str, Participation.objects.values_list("described", flat=True))) == {"{}"}
