"""Two people write in one draft: nothing of either is lost unseen."""

import re

from approaches.drafts import address

SEEN = re.compile(r'name="seen" value="(\w+)"')


def sent_with(host, url, **changed):
    """What a browser sends that looked at this page."""
    page = host.get(url)
    form = page.context["page"].form
    fields = {name: form[name].value() for name in form.fields}
    plain = {name: form.fields[name].prepare_value(value) for name, value in fields.items()}
    return {**{name: value for name, value in plain.items() if value not in (None, False, "")}, **changed}


def key_of(own):
    return own.draft["steps"][0]["id"]


def title_of(own):
    own.refresh_from_db()
    return own.draft["steps"][0]["title"]["nl"]


def test_who_keeps_a_step_second_sees_both_texts_and_decides(host, own):
    url = address(own, "step", key_of(own))
    first, second = sent_with(host, url, title_nl="Van Noor"), sent_with(host, url, title_nl="Van Sam")
    host.post(url, first)

    page = host.post(url, second, HTTP_ACCEPT_LANGUAGE="en")

    assert page.status_code == 409
    assert "Somebody changed this meanwhile" in page.content.decode()
    assert [each.now for each in page.context["page"].form.differences] == ["Van Noor"]
    assert "Van Sam" in page.content.decode()
    assert title_of(own) == "Van Noor"


def test_sent_once_more_the_second_text_counts(host, own):
    url = address(own, "step", key_of(own))
    first, second = sent_with(host, url, title_nl="Van Noor"), sent_with(host, url, title_nl="Van Sam")
    host.post(url, first)
    seen = host.post(url, second).context["page"].form["seen"].value()

    again = host.post(url, {**second, "seen": seen})

    assert again.status_code == 302
    assert title_of(own) == "Van Sam"


def test_two_people_in_two_steps_do_not_hinder_each_other(host, own):
    one, other = (address(own, "step", step["id"]) for step in own.draft["steps"][:2])
    second = sent_with(host, other, title_nl="Van Sam")
    host.post(one, sent_with(host, one, title_nl="Van Noor"))

    assert host.post(other, second).status_code == 302
    assert title_of(own) == "Van Noor"


def test_a_text_for_a_step_that_was_taken_out_meanwhile_is_read_back(host, own):
    key = key_of(own)
    written = sent_with(host, address(own, "step", key), script_nl="Een lange zin die niet weg mag.")
    host.post(address(own, "change"), {"act": f"remove:{key}"})

    page = host.post(address(own, "step", key), written)

    assert page.status_code == 409
    assert "Een lange zin die niet weg mag." in page.content.decode()


def test_the_purpose_too_is_not_written_over_unseen(host, own):
    url = address(own, "about")
    first, second = sent_with(host, url, purpose_nl="Van Noor."), sent_with(host, url, purpose_nl="Van Sam.")
    host.post(url, first)

    page = host.post(url, second)

    own.refresh_from_db()
    assert page.status_code == 409
    assert [each.now for each in page.context["page"].form.differences] == ["Van Noor."]
    assert own.draft["purpose"]["nl"] == "Van Noor."


def test_a_press_in_an_older_list_does_nothing_and_reads_the_minutes_back(host, own):
    seen = SEEN.search(host.get(address(own)).content.decode())[1]
    key = key_of(own)
    host.post(address(own, "change"), {"act": f"down:{key}", "seen": seen})
    own.refresh_from_db()
    order = [step["id"] for step in own.draft["steps"]]

    page = host.post(
        address(own, "change"),
        {"act": f"down:{key}", "seen": seen, f"minutes-{key}": "17", "title": "Een nieuwe"},
        HTTP_ACCEPT_LANGUAGE="en",
    )

    own.refresh_from_db()
    assert page.status_code == 409
    assert "17 minutes" in page.content.decode()
    assert "Een nieuwe" in page.content.decode()
    assert [step["id"] for step in own.draft["steps"]] == order
