"""The page on privacy says everything that is stored, and only what is true."""

import pytest
from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.urls import reverse

from goedwerk.accounts.actions import make_link
from goedwerk.dialogues import device
from goedwerk.organisations.actions import found
from goedwerk.reports import privacy
from goedwerk.reports.privacy_words import COOKIES, SECTIONS

WORDS = {label: table for _title, tables in SECTIONS for label, table in tables.items()}
MODELS = {model._meta.label: model for model in privacy.own_models()}


@pytest.mark.parametrize("label", sorted(MODELS))
def test_every_field_of_every_table_has_its_words(label):
    assert set(WORDS[label].fields) == {field.name for field in MODELS[label]._meta.fields}


def test_no_table_is_described_that_is_not_there():
    assert set(WORDS) == set(MODELS)


def test_a_table_without_words_stops_the_page(monkeypatch):
    monkeypatch.setattr("goedwerk.reports.privacy.SECTIONS", SECTIONS[1:])

    with pytest.raises(privacy.NoWords, match=r"dialogues\.Participation"):
        list(privacy.sections())


def test_a_field_without_words_stops_the_page():
    words = WORDS["reports.Finding"]
    fewer = {name: said for name, said in words.fields.items() if name != "released"}

    with pytest.raises(privacy.NoWords, match="released"):
        privacy.table_of(MODELS["reports.Finding"], type(words)(words.title, words.seen_by, words.gone, fewer))


# Cookies


@pytest.fixture
def seen(client, facilitator, play, dagstart):
    """Every cookie that this site sets on a phone and on the tablet of the facilitator, as it was first set."""
    play(dagstart)
    code = [dagstart.code]
    link = reverse("accounts:use-link", args=[make_link(user=facilitator)])
    cookies = {}
    for visit in (
        lambda: client.get(link),
        lambda: client.get(reverse("dialogues:now", args=code)),
        lambda: client.post(reverse("dialogues:take-part", args=code), {}),
        lambda: client.post(reverse("dialogues:tablet", args=code), {}),
        lambda: client.post(reverse("set_language"), {"language": "en"}),
        lambda: client.post(reverse("accounts:account"), {"name": "Noor B."}),
        lambda: client.get(reverse("accounts:account")),
    ):
        cookies = {**visit().cookies, **cookies}
    return cookies


def test_every_cookie_that_is_set_stands_on_the_page(seen):
    told = {cookie.name for cookie in privacy.cookies()}

    assert {device.PLACE, device.TABLET, settings.SESSION_COOKIE_NAME, settings.LANGUAGE_COOKIE_NAME} <= set(seen)
    assert set(seen) <= told


def test_cookies_go_to_this_site_alone(seen):
    assert {cookie["samesite"] for cookie in seen.values()} <= {"Lax", "Strict"}


def test_a_visitor_keeps_nothing_longer_than_the_browser_but_a_language(seen):
    lasting = {name for name, cookie in seen.items() if cookie["max-age"]}

    assert lasting <= {settings.SESSION_COOKIE_NAME, settings.LANGUAGE_COOKIE_NAME}


def test_the_token_of_a_place_is_read_by_no_script_and_by_pages_of_its_dialogue_only(seen, dagstart):
    place = seen[device.PLACE]

    assert place["httponly"]
    assert place["path"] == f"/d/{dagstart.code}/"


def test_cookies_are_named_as_the_settings_name_them(settings):
    settings.SESSION_COOKIE_NAME = "another"

    names = {cookie.name for cookie in privacy.cookies()}

    assert {"another", CookieStorage.cookie_name} <= names
    assert len(names) == len(COOKIES)


# The page itself


def page(client, language="nl"):
    return client.get(reverse("reports:privacy"), headers={"accept-language": language})


@pytest.mark.parametrize("language", ["nl", "en"])
def test_everybody_can_read_the_page_without_signing_in(client, db, collected, language):
    assert page(client, language).status_code == 200


def test_it_names_each_cookie_and_each_silent_log(client, db):
    said = page(client).content.decode()

    for name in [cookie.name for cookie in privacy.cookies()] + ["uvicorn.access", "django.server"]:
        assert name in said


def test_the_only_organisation_says_for_how_long_it_keeps_answers(client, membership):
    membership.organisation.retention_days = 3
    membership.organisation.save()

    assert page(client).context["page"].days == 3


def test_with_several_organisations_a_visitor_reads_the_setting_of_the_site(client, membership, settings):
    settings.RETENTION_DAYS = 11
    found(name="Elders", owner="Bo")

    assert page(client).context["page"].organisation is None
    assert page(client).context["page"].days == 11


def test_who_is_signed_in_reads_the_retention_of_their_own_organisation(host, membership):
    found(name="Elders", owner="Bo")

    assert page(host).context["page"].organisation == membership.organisation


def test_without_encryption_it_says_so(client, db, settings):
    settings.IS_HTTPS = False

    assert "without encryption" in page(client, "en").content.decode()


def test_with_encryption_it_does_not_worry_anybody(client, db, settings):
    settings.IS_HTTPS = True

    assert "without encryption" not in page(client, "en").content.decode()


def test_the_tables_of_the_framework_that_would_hold_visits_are_not_used():
    assert settings.SESSION_ENGINE.endswith("signed_cookies")
    assert settings.MESSAGE_STORAGE.endswith("CookieStorage")
