"""An approach of one's own, in use: offered, prepared, looked at before anybody uses it, and taken away."""

from approaches.drafts import SIX, address, order, press, with_params
from goedwerk.approaches import actions, drafting
from goedwerk.approaches.models import OwnApproach
from goedwerk.organisations.models import HostAct

# Choosing and preparing


def test_an_own_approach_stands_beside_the_shipped_ones_and_is_marked(host, kept):
    content = host.get("/dialogues/start/", headers={"accept-language": "en"}).content.decode()

    assert kept.title in content
    assert "Own approach</span>" in content


def test_a_draft_is_not_offered(host, own):
    assert own.title not in host.get("/dialogues/start/").content.decode()
    assert host.get(f"/dialogues/start/{own.pk}/").status_code == 404


def test_what_is_retired_is_not_offered_until_it_is_taken_back(host, kept):
    host.post(address(kept, "retire"))
    assert host.get(f"/dialogues/start/{kept.pk}/").status_code == 404

    host.post(address(kept, "take-back"))
    assert host.get(f"/dialogues/start/{kept.pk}/").status_code == 200


def test_the_preparation_begins_with_who_speaks_last(host, own, facilitator):
    assert host_leads(host, own, facilitator) == "no"

    actions.keep_draft(own=own, draft={**own.draft, "leadership_speaks_last": True})

    assert host_leads(host, own, facilitator) == "yes"


def host_leads(host, own, facilitator):
    actions.keep_version(own=OwnApproach.objects.get(pk=own.pk), user=facilitator)
    own.refresh_from_db()
    return host.get(f"/dialogues/start/{own.pk}/").context["page"].form["leads_group"].value()


def test_deleting_leaves_the_log_and_nothing_else(host, kept):
    host.post(address(kept, "delete"))

    assert not OwnApproach.objects.exists()
    assert HostAct.objects.first().subject == kept.title


# How it looks, before anybody uses it


def test_every_step_can_be_seen_on_three_screens(host, own):
    for key in SIX:
        step = key.replace("_", "-")
        response = host.get(f"/approaches/{own.pk}/preview/{step}/")
        assert response.status_code == 200
        assert response.context["page"].step.key == step


def test_a_picture_is_seen_with_simulated_answers(host, own):
    page = host.get(f"/approaches/{own.pk}/preview/reveal/").context["page"]

    assert page.phone.at.body.pictures


def test_what_refers_to_nothing_is_not_seen_yet(host, own):
    actions.keep_draft(own=own, draft=with_params(own.draft, "reveal", of=["nothing"]))

    assert host.get(f"/approaches/{own.pk}/preview/reveal/").url.endswith("?step=reveal")
    assert host.get(f"{address(own)}?step=reveal").status_code == 200
    assert host.get(f"/approaches/{own.pk}/script/").url == address(own)


def test_the_script_and_the_cards_are_printed_without_a_code(host, own):
    script = host.get(f"/approaches/{own.pk}/script/", headers={"accept-language": "nl"}).content.decode()
    cards = host.get(f"/approaches/{own.pk}/cards/").content.decode()

    assert "Fijn dat je er bent." in script
    assert "0000" not in script
    assert "gw-papercard" in cards


def test_a_step_that_is_not_installed_here_can_be_taken_out(host, own):
    commit = {**drafting.step_of(own.draft, "commit"), "kind": "publish", "params": {"case": "case"}}
    actions.keep_draft(own=own, draft=drafting.replaced(own.draft, "commit", commit))

    page = host.get(f"{address(own)}?step=commit")
    assert page.status_code == 200
    assert address(own, "step", "commit") not in page.content.decode()
    assert host.get(address(own, "step", "commit")).status_code == 404
    assert host.get(f"/approaches/{own.pk}/preview/commit/").status_code == 302
    press(host, own, "remove:commit")

    assert "commit" not in order(own)


def test_looking_keeps_nothing(host, own, django_assert_max_num_queries):
    with django_assert_max_num_queries(40) as asked:
        host.get(f"/approaches/{own.pk}/preview/reveal/")

    assert not [query for query in asked.captured_queries if query["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
