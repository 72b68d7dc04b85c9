"""Lists to compare by: an owner adds, renames, orders and retires; prepared dialogues keep what they had."""

import pytest
from django.urls import reverse

from cast import prepare
from dialogues.phones import words
from goedwerk.dialogues import attributes, queries
from goedwerk.dialogues.actions import listing
from goedwerk.dialogues.actions.listing import Decided
from goedwerk.dialogues.list_warnings import warnings_for
from goedwerk.dialogues.models import AttributeList
from goedwerk.organisations.models import HostAct

LISTS, NEW = reverse("dialogues:lists"), reverse("dialogues:new-list")
ENGLISH = {"accept-language": "en"}
SHIPPED = ["role", "work", "organisation", "years"]


def address(key: str) -> str:
    return reverse("dialogues:list", args=[key])


def offered(membership) -> list[str]:
    return [each.key for each in queries.lists_of(membership.organisation)]


def as_it_is(host, key: str) -> dict:
    """The form of a list as somebody sends it who changes nothing."""
    form = host.get(address(key)).context["page"].form
    return {name: form[name].value() for name in form.fields if form[name].value() not in (None, "", False)}


def test_until_somebody_changes_one_the_lists_are_those_of_the_platform(host, membership):
    assert offered(membership) == SHIPPED
    assert not AttributeList.objects.exists()


def test_a_new_list_comes_last_and_is_offered_at_once(host, membership):
    data = {"label": "Rayon", "question": "In welk rayon werk je?", "label_new0": "Noord", "label_new1": "Zuid"}
    data |= {f"place_new{number}": number + 1 for number in range(4)}

    answer = host.post(NEW, data)

    assert answer.url == address("rayon")
    assert offered(membership) == [*SHIPPED, "rayon"]
    assert queries.lists_of(membership.organisation)[-1].classes == (("noord", "Noord"), ("zuid", "Zuid"))


def test_a_class_may_be_called_like_an_empty_row(host, membership):
    data = {"label": "Rayon", "question": "In welk rayon werk je?", "label_new0": "new0", "label_new1": "Zuid"}
    host.post(NEW, data | {f"place_new{number}": number + 1 for number in range(4)})

    form = host.get(address("rayon")).context["page"].form

    assert [row.label.value() for row in form.rows] == ["new0", "Zuid", "", ""]
    assert len({row.label.html_name for row in form.rows}) == 4


def test_a_renamed_class_keeps_its_key_and_what_was_left_stays_translated(host, membership):
    host.post(
        address("role"), as_it_is(host, "role") | {"label_manager": "Teamleider"}, headers={"accept-language": "nl"}
    )

    role = queries.lists_of(membership.organisation)[0]
    assert dict(role.classes)["manager"] == "Teamleider"
    assert role.document["label"] == attributes.shipped()[0].document["label"]


def test_a_form_that_changes_nothing_changes_nothing(host, membership):
    before = [each.document for each in queries.lists_of(membership.organisation)]

    host.post(address("role"), as_it_is(host, "role"))

    assert [each.document for each in queries.lists_of(membership.organisation)] == before


def test_classes_stand_in_the_order_of_their_places(host, membership):
    host.post(address("role"), as_it_is(host, "role") | {"place_employee": 1, "place_executive": 9})

    assert [key for key, _label in queries.lists_of(membership.organisation)[0].classes] == [
        "employee",
        "manager",
        "executive",
    ]


def test_a_retired_class_is_no_longer_offered_and_can_come_back(host, membership):
    host.post(address("role"), as_it_is(host, "role") | {"retired_executive": "on"})
    without = [key for key, _label in queries.lists_of(membership.organisation)[0].classes]
    data = as_it_is(host, "role")
    del data["retired_executive"]
    host.post(address("role"), data)

    assert without == ["manager", "employee"]
    assert len(queries.lists_of(membership.organisation)[0].classes) == 3


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"retired_executive": "on", "retired_manager": "on"}, "Offer at least two answers."),
        ({"label_new0": "employee"}, "Two answers are the same."),
        ({"label_executive": ""}, "Something is not right yet"),
    ],
)
def test_a_list_that_makes_no_sense_is_given_back_with_what_was_typed(host, membership, change, why):
    data = as_it_is(host, "role") | change
    data["label_employee"] = "Employee"

    page = host.post(address("role"), data, headers=ENGLISH)

    assert page.status_code == 422
    assert why in words(page)
    assert not AttributeList.objects.exists()


def test_lists_move_and_retire_with_one_press_each(host, membership):
    host.post(LISTS, {"act": "up", "key": "years"})
    host.post(LISTS, {"act": "retire", "key": "work"})
    after = offered(membership)
    host.post(LISTS, {"act": "offer", "key": "work"})

    assert after == ["role", "years", "organisation"]
    assert offered(membership) == ["role", "work", "years", "organisation"]


def test_at_the_end_of_the_row_nothing_moves(membership):
    about = {"organisation": membership.organisation, "user": membership.user}

    listing.move_list(**about, key="role", up=True)
    listing.move_list(**about, key="years", up=False)

    assert offered(membership) == SHIPPED


def test_a_list_nobody_knows_does_not_exist(host):
    assert host.get(address("shoes")).status_code == 404
    assert host.post(LISTS, {"act": "up", "key": "shoes"}).status_code == 404
    assert host.post(LISTS, {"act": "burn", "key": "role"}).status_code == 302


def test_only_the_owner_changes_lists_and_everybody_who_leads_can_read_them(other_host, membership):
    assert other_host.get(LISTS).status_code == 200
    assert "Only an owner" in words(other_host.get(LISTS, headers=ENGLISH))
    for url, data in ((LISTS, {"act": "up", "key": "role"}), (NEW, {}), (address("role"), {})):
        assert other_host.post(url, data).status_code == 403


def test_a_prepared_dialogue_keeps_the_list_as_it_was(host, pack, membership):
    dialogue = prepare(membership, "dagstart-dilemma", attribute="role")
    before = attributes.attribute_of(dialogue).classes

    host.post(address("role"), as_it_is(host, "role") | {"label_manager": "Teamleider"})

    dialogue.refresh_from_db()
    assert attributes.attribute_of(dialogue).classes == before


def test_what_is_changed_is_written_in_the_log_of_hosts(membership):
    listing.add_list(
        organisation=membership.organisation,
        user=membership.user,
        decided=Decided("Rayon", "Welk?", [("", "Noord"), ("", "Zuid")]),
    )

    assert HostAct.objects.latest("id").subject == "Rayon"


def test_lists_of_one_organisation_are_not_those_of_another(membership, elsewhere):
    listing.retire_list(organisation=membership.organisation, user=membership.user, key="role", retired=True)

    assert [each.key for each in queries.lists_of(elsewhere.organisation)] == SHIPPED


def test_two_classes_with_the_same_beginning_get_keys_of_their_own(membership):
    decided = Decided("Rayon", "Welk?", [("", "Noord!"), ("", "Noord?"), ("", "…")])

    made = listing.add_list(organisation=membership.organisation, user=membership.user, decided=decided)

    assert [each["key"] for each in made.classes] == ["noord", "noord-2", "list"]


# Warnings


@pytest.mark.parametrize("label", ["Directeur", "De burgemeester zelf", "0 tot 2 jaar", "10-12 years", "the mayor"])
def test_a_class_that_points_at_one_or_two_people_gets_a_warning(label):
    assert len(warnings_for([label, "Medewerker"])) == 1


@pytest.mark.parametrize("label", ["Directeuren", "Bestuurder", "5 tot 15 jaar", "Beleid", "Meer dan 15 jaar"])
def test_a_wide_class_gets_none(label):
    assert warnings_for([label, "Medewerker"]) == []


def test_a_long_list_gets_a_warning_and_a_short_one_does_not():
    assert len(warnings_for([f"Team {letter}" for letter in "ABCDEFGHI"])) == 1
    assert warnings_for([f"Team {letter}" for letter in "ABCDEFGH"]) == []


def test_no_list_of_the_platform_gets_a_warning():
    assert [warnings_for([label for _key, label in each.classes]) for each in attributes.shipped()] == [[]] * 4


def test_a_warning_stands_on_the_page_and_stops_nobody(host, membership):
    host.post(address("role"), as_it_is(host, "role") | {"label_new0": "Burgemeester"})

    page = words(host.get(address("role"), headers=ENGLISH))

    assert "may fit one or two people" in page
    assert "Burgemeester" in dict(queries.lists_of(membership.organisation)[0].classes).values()
