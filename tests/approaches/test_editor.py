"""The editor, as ordinary forms: adding, moving, changing and taking out; and keeping versions."""

import pytest
from django.test import Client

from approaches.drafts import address, order, press
from goedwerk.approaches import drafting
from goedwerk.approaches.models import OwnApproach, VersionIsFrozen
from goedwerk.approaches.queries import all_approaches
from goedwerk.organisations.actions import found, invite
from goedwerk.organisations.models import HostAct, Role

ABOUT = {
    "title_nl": "Vrijdagweging",
    "purpose_nl": "Samen wegen.",
    "choose_when_nl": "Als het vrijdag is.",
    "do_not_choose_when_nl": "Op maandag.",
    "aftercare_nl": "Ga naar huis.",
    "minutes_available": "45",
    "group_min": "5",
    "group_max": "12",
    "outcome": "agreement",
    "modes": ["live"],
    "preparation": "Zet koffie. | Make coffee.",
    "sources": "Zelf bedacht.",
    "input_dilemma_nl": "Kies er een.",
}


def browser_of(user):
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def sam(membership):
    """A colleague who leads and does not write."""
    return browser_of(invite(organisation=membership.organisation, name="Sam").user)


# Beginning


def test_three_answers_are_enough_to_begin(host, membership):
    response = host.post("/approaches/new/", {"title": "Vrijdag", "purpose": "Samen wegen.", "minutes": "30"})

    own = OwnApproach.objects.get()
    assert response.url == address(own)
    assert (own.title, own.minutes_available, own.organisation) == ("Vrijdag", 30, membership.organisation)
    assert HostAct.objects.first().act == "began to write"


def test_a_new_approach_needs_a_name_and_a_purpose(host):
    response = host.post("/approaches/new/", {"title": "", "purpose": "x", "minutes": "4"})

    assert response.status_code == 422
    assert set(response.context["page"].form.errors) == {"title", "purpose", "minutes"}


def test_a_copy_goes_its_own_way(host, pack):
    host.post("/approaches/copy/", {"approach": "dagstart-dilemma"})

    own = OwnApproach.objects.get()
    assert own.draft["version"] == "1.1.0"
    assert own.made_from.endswith("1.0.0")
    assert host.get(address(own)).status_code == 200


def test_a_copy_of_nothing_is_not_found(host, pack):
    assert host.post("/approaches/copy/", {"approach": "no-such-approach"}).status_code == 404


def test_every_shipped_approach_can_be_copied_and_opened(host, pack):
    opened = [host.post("/approaches/copy/", {"approach": each.key}, follow=True) for each in all_approaches()]

    assert [page.context["page"].problems for page in opened if page.status_code == 200] == [[]] * 17


def test_every_kind_of_step_can_be_seen(host, pack):
    """Once of each kind, as the first approach that has it uses it."""
    examples = {step.kind: (each, step.key) for each in all_approaches() for step in each.recipe.steps}
    shown = []
    for each, key in examples.values():
        own = OwnApproach.objects.get(pk=host.post("/approaches/copy/", {"approach": each.key}).url.split("/")[2])
        if host.get(address(own), {"step": key}).context["page"].phone:
            shown.append(own.recipe.document["steps"][drafting.place_of(own.draft, key)]["kind"])

    assert sorted(shown) == sorted(examples)
    assert len(shown) > 20


# The list of steps


def test_a_step_is_added_at_the_end_or_after_another(host, own):
    press(host, own, "add", kind="evaluate")
    press(host, own, "add", kind="text", title="Even schrijven", after="read")
    press(host, own, "add", kind="round", after="first", minutes="7")

    assert order(own) == ["round", "welcome", "read", "even-schrijven", *order(own)[4:-1], "evaluate"]
    assert own.draft["steps"][0]["minutes"] == 7


def test_the_page_goes_to_the_step_that_was_added(host, own):
    assert press(host, own, "add", kind="evaluate").url == f"{address(own)}?step=evaluate#step-evaluate"


def test_asking_again_comes_after_the_first_time(host, own):
    press(host, own, "add", kind="repeat:choice", after="first")

    assert order(own)[2:4] == ["choice", "choice-again"]


@pytest.mark.parametrize(
    "fields", [{"kind": "hologram"}, {"kind": "repeat:nothing"}, {"kind": ""}, {"kind": "text", "title": "x"}]
)
def test_what_cannot_be_added_is_told(host, own, fields):
    response = press(host, own, "add", **fields)

    assert response.status_code == 422
    assert response.context["page"].errors
    assert len(order(own)) == 6


def test_steps_move_and_every_press_keeps_the_minutes(host, own):
    press(host, own, "up:choice", **{"minutes-welcome": "9"})

    assert order(own)[:3] == ["welcome", "choice", "read"]
    assert own.draft["steps"][0]["minutes"] == 9

    press(host, own, "down:choice")

    assert order(own)[:3] == ["welcome", "read", "choice"]


def test_pressing_enter_keeps_the_minutes(host, own):
    press(host, own, "", **{"minutes-commit": "11"})

    own.refresh_from_db()
    assert drafting.step_of(own.draft, "commit")["minutes"] == 11


@pytest.mark.parametrize("minutes", ["0", "121", "x", "", "99999999999999999999", "²"])
def test_wrong_minutes_change_nothing(host, own, minutes):
    response = press(host, own, "up:choice", **{"minutes-welcome": minutes})

    assert response.status_code == 422
    assert order(own)[:3] == ["welcome", "read", "choice"]


def test_a_step_that_was_taken_out_can_be_put_back(host, own):
    before = order(own)

    press(host, own, "remove:choice")
    assert "choice" not in order(own)
    assert "Choice" in host.get(address(own), headers={"accept-language": "en"}).content.decode()
    press(host, own, "restore")

    assert order(own) == before


def test_a_tip_can_be_followed_with_one_press(host, own):
    tip = next(tip for tip in host.get(address(own)).context["page"].tips if tip.add == "residue")

    press(host, own, "add", kind=tip.add, after=tip.after)

    assert order(own)[-2:] == ["residue", "commit"]


# One step


def test_a_step_is_changed_and_the_page_goes_back_to_it(host, own):
    page = host.get(address(own, "step", "welcome")).context["page"]
    data = {name: page.form[name].value() for name in ("title_nl", "minutes", "script_nl", "prompt_nl")}

    response = host.post(address(own, "step", "welcome"), {**data, "title_nl": "Hallo"})

    own.refresh_from_db()
    assert response.url.endswith("?step=welcome#step-welcome")
    assert own.draft["steps"][0]["title"] == {"nl": "Hallo"}


def test_a_step_with_a_mistake_keeps_what_was_typed(host, own):
    response = host.post(address(own, "step", "welcome"), {"title_nl": "", "minutes": "5", "script_nl": "Blijft staan"})

    assert response.status_code == 422
    assert "Blijft staan" in response.content.decode()


def test_no_such_step(host, own):
    assert host.get(address(own, "step", "nothing")).status_code == 404


def test_everything_around_the_steps_is_changed(host, own):
    response = host.post(address(own, "about"), {**ABOUT, "leadership_speaks_last": "on", "new_input": "text"})

    own.refresh_from_db()
    assert response.url == address(own)
    assert own.draft["group"] == {"min": 5, "max": 12}
    assert own.draft["leadership_speaks_last"] is True
    assert own.draft["preparation"] == [{"nl": "Zet koffie.", "en": "Make coffee."}]
    assert [needed["kind"] for needed in own.draft["inputs"]] == ["dilemma", "text"]
    assert own.minutes_available == 45


def test_material_that_no_step_needs_can_be_taken_out(host, own):
    host.post(address(own, "about"), {**ABOUT, "new_input": "text"})

    host.post(address(own, "about"), {**ABOUT, "input_text_nl": "Schrijf.", "input_text_remove": "on"})

    own.refresh_from_db()
    assert [needed["kind"] for needed in own.draft["inputs"]] == ["dilemma"]


def test_a_group_is_not_smaller_than_its_smallest(host, own):
    response = host.post(address(own, "about"), {**ABOUT, "group_min": "20"})

    assert "group_max" in response.context["page"].form.errors


# Versions


def test_a_version_is_frozen_and_the_draft_goes_on(host, own):
    host.post(address(own, "keep"))
    press(host, own, "remove:commit")
    press(host, own, "add", kind="commit")
    host.post(address(own, "keep"))

    first, second = own.versions.order_by("number")
    assert [first.version, second.version] == ["1.0.0", "1.1.0"]
    assert first.document["steps"][-1]["id"] == "commit"
    with pytest.raises(VersionIsFrozen):
        first.save()


def test_what_does_not_work_is_not_kept(host, own):
    press(host, own, "remove:choice")

    response = host.post(address(own, "keep"))

    assert response.status_code == 422
    assert not own.versions.exists()
    assert [problem.step for problem in response.context["page"].problems] == ["reveal"]


def test_an_older_version_can_be_the_beginning_of_a_new_one(host, kept):
    press(host, kept, "remove:commit")

    host.post(address(kept, "restore-version", 1))

    assert order(kept)[-1] == "commit"
    assert kept.draft["version"] == "1.1.0"
    assert host.post(address(kept, "restore-version", 7)).status_code == 404


# Who may, and what others see


def test_who_leads_may_read_and_not_write(sam, kept):
    assert sam.get("/approaches/").status_code == 200
    assert sam.get(address(kept)).status_code == 200
    assert sam.get(address(kept, "versions")).status_code == 200
    for page in ("change", "keep", "retire", "delete", "take-back"):
        assert sam.post(address(kept, page)).status_code == 403
    for page in ("about", "yaml"):
        assert sam.get(address(kept, page)).status_code == 403
    assert sam.get("/approaches/new/").status_code == 403


def test_a_writer_may_write(membership):
    writer = invite(organisation=membership.organisation, name="Robin")
    writer.role = Role.EDITOR
    writer.save()

    response = browser_of(writer.user).post(
        "/approaches/new/", {"title": "Van Robin", "purpose": "Wegen.", "minutes": "30"}
    )

    assert response.status_code == 302


def test_another_organisation_has_never_heard_of_it(kept):
    stranger = found(name="Gemeente Elders", owner="Kim")
    browser = browser_of(stranger.user)

    for page in ("editor", "about", "yaml", "versions", "file", "pack"):
        assert browser.get(address(kept, page)).status_code == 404
    assert browser.get(f"/dialogues/start/{kept.pk}/").status_code == 404
    assert kept.title not in browser.get("/dialogues/start/").content.decode()
