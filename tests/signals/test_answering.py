"""The page of the owner: a link and nothing else opens it, and nothing that is sent to it does harm."""

from uuid import uuid4

import pytest
from django.core import signing
from django.test import Client
from django.urls import reverse

from goedwerk.signals import actions, links
from goedwerk.signals.models import Answer, Signal
from signals.asking import OWNER, TEXT, give, in_days

ENGLISH = {"accept-language": "en"}


@pytest.fixture
def address(agreed):
    return reverse("signals:answer", args=[links.link_of(agreed)])


def fields(**given):
    return {"key": str(uuid4()), "after": "0", "verdict": "do", "text": "", "on": "", **given}


def send(client, address, **given):
    return client.post(address, fields(**given), headers=ENGLISH)


def page(client, address):
    return client.get(address, headers=ENGLISH)


def test_the_owner_reads_who_asks_what_and_what_happens_with_the_answer(client, address):
    said = page(client, address).content.decode()

    for words in (TEXT, OWNER, "Gemeente Waterrijk", "There are no names in it", "Those who took part read it"):
        assert words in said


def test_the_page_sets_no_cookie_but_that_of_the_form_and_is_kept_nowhere(client, address):
    response = page(client, address)

    assert set(response.cookies) <= {"csrftoken"}
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ({"verdict": "do", "text": "Vanaf mei."}, ("do", "Vanaf mei.", None)),
        ({"verdict": "do"}, ("do", "", None)),
        ({"verdict": "not", "text": "Daar is geen geld voor."}, ("not", "Daar is geen geld voor.", None)),
        ({"verdict": "later", "on": str(in_days(40))}, ("later", "", in_days(40))),
        ({"verdict": "do", "on": str(in_days(40))}, ("do", "", None)),
    ],
)
def test_each_of_the_three_answers_is_kept(client, address, given, kept):
    response = send(client, address, **given)

    answer = Answer.objects.get()
    assert response.status_code == 302
    assert (answer.verdict, answer.text, answer.on) == kept


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"verdict": ""}, "Choose one of the three answers"),
        ({"verdict": "perhaps"}, "perhaps"),
        ({"verdict": "not"}, "Say why"),
        ({"verdict": "later"}, "Say on which day"),
        ({"verdict": "later", "on": str(in_days(-1))}, "after today"),
        ({"verdict": "later", "on": str(in_days(9000))}, "within two years"),
        ({"verdict": "later", "on": "next spring"}, "valid date"),
        ({"text": "x" * 1600}, "too long"),
    ],
)
def test_what_is_missing_is_said_beside_its_field_and_nothing_is_kept(client, address, given, says):
    response = send(client, address, **given)

    assert response.status_code == 422
    assert says in response.content.decode()
    assert not Answer.objects.exists()


@pytest.mark.parametrize("given", [{"key": "no-key"}, {"key": ""}, {"after": "-1"}, {"after": "many"}])
def test_a_form_that_is_no_form_of_ours_changes_nothing(client, address, given):
    response = send(client, address, **given)

    assert response.status_code == 422
    assert "outdated" in response.content.decode()
    assert not Answer.objects.exists()


def test_a_name_in_the_answer_asks_for_a_second_look_and_does_not_block(client, address):
    first = send(client, address, text="Vraag het aan Pieter Jansen.")
    second = send(client, address, text="Vraag het aan Pieter Jansen.", second_look="1")

    assert first.status_code == 422
    assert "Pieter Jansen" in first.content.decode()
    assert second.status_code == 302


def test_what_the_owner_writes_is_text_and_no_markup(client, address):
    send(client, address, text="<script>alert(1)</script>")

    assert "<script>alert" not in page(client, address).content.decode()


def test_a_form_of_another_site_is_refused(address):
    visitor = Client(enforce_csrf_checks=True)

    assert visitor.post(address, fields()).status_code == 403
    assert not Answer.objects.exists()


# Links


def test_the_same_post_again_is_kept_once(client, address):
    sent = fields(text="Vanaf mei.")

    responses = [client.post(address, sent) for _ in range(3)]

    assert [response.status_code for response in responses] == [302, 302, 302]
    assert Answer.objects.count() == 1


def test_the_second_of_two_owners_reads_the_first_answer_and_keeps_what_was_typed(client, agreed, address):
    give(agreed, "do", "Vanaf mei.")

    response = send(client, address, verdict="not", text="Daar is geen geld voor.")

    said = response.content.decode()
    assert response.status_code == 409
    assert "Vanaf mei." in said
    assert "Daar is geen geld voor." in said
    assert Answer.objects.count() == 1


def test_what_came_back_can_then_be_sent(client, agreed, address):
    give(agreed, "do", "Vanaf mei.")
    form = send(client, address, verdict="not", text="Toch niet.").context["page"].form

    again = {name: form.get_initial_for_field(form.fields[name], name) or "" for name in form.fields}
    response = client.post(address, again)

    assert response.status_code == 302
    assert [answer.verdict for answer in agreed.answers.all()] == ["do", "not"]


def tampered(agreed):
    link = links.link_of(agreed)
    content, _, signature = link.rpartition(":")
    return {
        "another letter": content[:-1] + ("A" if content[-1] != "A" else "B") + ":" + signature,
        "another signature": content + ":" + "A" * len(signature),
        "no signature": content,
        "empty": "x",
        "another purpose": signing.Signer(salt="goedwerk.other").sign_object([agreed.pk.hex, agreed.link]),
        "no salt": signing.Signer().sign_object([agreed.pk.hex, agreed.link]),
        "another key": signing.Signer(key="other", salt=links.SALT).sign_object([agreed.pk.hex, agreed.link]),
        "a number of a link to come": signing.Signer(salt="x").sign_object([agreed.pk.hex, 2]),
    }


def test_a_link_that_was_not_made_here_opens_nothing(client, agreed):
    for how, link in tampered(agreed).items():
        address = reverse("signals:answer", args=[link])

        assert (how, page(client, address).status_code) == (how, 410)
        assert (how, send(client, address).status_code) == (how, 410)
    assert not Answer.objects.exists()


def test_a_link_opens_its_page_on_its_last_day_and_not_after_it(client, address):
    Signal.objects.update(link_until=in_days(0))
    on_the_day = page(client, address).status_code
    Signal.objects.update(link_until=in_days(-1))

    assert (on_the_day, page(client, address).status_code) == (200, 410)
    assert send(client, address).status_code == 410


def test_a_link_that_was_replaced_answers_nothing(client, agreed, address, facilitator):
    actions.renew_link(signal=agreed, user=facilitator)

    assert send(client, address).status_code == 410
    assert not Answer.objects.exists()


def test_when_nothing_is_asked_no_link_opens_anything(client, group):
    none = actions.agree_on_none(step=group.step, user=group.facilitator, version=group.round.version)

    assert page(client, reverse("signals:answer", args=[links.link_of(none)])).status_code == 410


def test_a_link_of_a_deleted_dialogue_opens_nothing(client, agreed, address):
    agreed.dialogue.delete()

    assert page(client, address).status_code == 410
