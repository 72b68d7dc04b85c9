"""The page of an organisation: what holds, who leads, what hosts did."""

import pytest
from django.test import Client

from goedwerk.accounts.models import User
from goedwerk.organisations.actions import found, invite
from goedwerk.organisations.models import HostAct, Organisation

KEPT = {"name": "Gemeente Waterrijk", "retention_days": "3", "contacts": "Vertrouwenspersoon: kamer 2.14"}


@pytest.fixture
def sam(membership):
    """A colleague who leads, and owns nothing."""
    browser = Client()
    browser.force_login(invite(organisation=membership.organisation, name="Sam").user)
    return browser


def test_an_owner_changes_what_holds_and_it_is_written_down(host, membership):
    response = host.post("/organisation/", KEPT)

    assert response.url == "/organisation/"
    organisation = Organisation.objects.get()
    assert organisation.retention_days == 3
    assert organisation.contacts == [{"who": "Vertrouwenspersoon", "how": "kamer 2.14"}]
    assert HostAct.objects.first().act == "changed"


def test_contacts_come_back_as_they_were_typed(host, membership):
    host.post("/organisation/", KEPT)

    form = host.get("/organisation/").context["page"].form

    assert form["contacts"].value() == "Vertrouwenspersoon: kamer 2.14"


@pytest.mark.parametrize(
    ("name", "value"), [("retention_days", "-1"), ("retention_days", "9999"), ("name", ""), ("name", "x" * 121)]
)
def test_wrong_input_changes_nothing(host, membership, name, value):
    response = host.post("/organisation/", {**KEPT, name: value})

    assert response.status_code == 422
    assert name in response.context["page"].form.errors
    assert Organisation.objects.get().retention_days == 7


def test_an_invitation_is_a_link_shown_once(host, membership):
    response = host.post("/organisation/invite/", {"name": "Sam"})

    link = response.context["page"].link
    assert link.url in response.content.decode()
    assert link.url not in host.get("/organisation/").content.decode()


def test_the_link_of_an_invitation_signs_the_colleague_in_once(host, membership):
    link = host.post("/organisation/invite/", {"name": "Sam"}).context["page"].link.url
    path = link.removeprefix("http://testserver")

    first, second = Client().get(path), Client().get(path)

    assert (first.status_code, first.url) == (302, "/dialogues/")
    assert second.status_code == 410


def test_a_name_that_is_taken_is_refused(host, membership):
    response = host.post("/organisation/invite/", {"name": "Noor"})

    assert response.status_code == 422
    assert User.objects.count() == 1


def test_a_colleague_who_cannot_get_in_gets_a_new_link(host, sam, membership):
    colleague = User.objects.get(name="Sam").membership

    response = host.post(f"/organisation/colleagues/{colleague.pk}/link/")

    assert response.context["page"].link.name == "Sam"
    assert HostAct.objects.first().subject == "Sam"


def test_who_owns_nothing_reads_and_changes_nothing(sam, membership):
    colleague = membership.pk

    assert sam.get("/organisation/").status_code == 200
    assert sam.post("/organisation/", KEPT).status_code == 403
    assert sam.post("/organisation/invite/", {"name": "Kim"}).status_code == 403
    assert sam.post(f"/organisation/colleagues/{colleague}/link/").status_code == 403
    assert Organisation.objects.get().retention_days == 7


def test_a_colleague_of_another_organisation_does_not_exist(host, membership):
    other = found(name="Waterschap Elders", owner="Kim")

    assert host.post(f"/organisation/colleagues/{other.pk}/link/").status_code == 404


def test_the_log_tells_what_hosts_did_here_and_nothing_of_elsewhere(host, membership):
    host.post("/organisation/invite/", {"name": "Sam"})
    invite(organisation=found(name="Waterschap Elders", owner="Kim").organisation, name="Bo")

    page = host.get("/organisation/log/").context["page"]

    assert [(act.actor, act.act, act.subject) for act in page.acts] == [("Noor", "invited", "Sam")]


@pytest.mark.parametrize("page", ["/organisation/", "/organisation/log/"])
def test_who_is_not_signed_in_sees_nothing(client, db, page):
    assert client.get(page).status_code == 302


def test_somebody_without_an_organisation_is_refused(client, db):
    client.force_login(User.objects.create_user("Bo"))

    assert client.get("/organisation/").status_code == 403


def test_an_owner_says_who_may_write_approaches(host, membership):
    colleague = invite(organisation=membership.organisation, name="Sam")

    host.post(f"/organisation/colleagues/{colleague.pk}/role/", {"role": "editor"})

    colleague.refresh_from_db()
    assert colleague.may_write
    assert HostAct.objects.first().act == "changed the role of"


@pytest.mark.parametrize("role", ["owner", "emperor", ""])
def test_nobody_is_made_an_owner_here(host, membership, role):
    colleague = invite(organisation=membership.organisation, name="Sam")

    host.post(f"/organisation/colleagues/{colleague.pk}/role/", {"role": role})

    colleague.refresh_from_db()
    assert colleague.role == "facilitator"


def test_an_owner_stays_an_owner_and_only_an_owner_decides(host, sam, membership):
    address = f"/organisation/colleagues/{membership.pk}/role/"

    host.post(address, {"role": "facilitator"})

    membership.refresh_from_db()
    assert membership.role == "owner"
    assert sam.post(address, {"role": "facilitator"}).status_code == 403
