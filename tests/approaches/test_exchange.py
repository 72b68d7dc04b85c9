"""An approach as YAML and as a pack: out and in again, and what a hostile file leads to."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from approaches.drafts import SIX, draft_of
from goedwerk.approaches import actions, drafting, exchange, problems
from goedwerk.approaches.models import OwnApproach
from goedwerk.approaches.queries import all_approaches
from goedwerk.content.reader import read_pack
from goedwerk.content.writer import as_yaml

IMPORT = "/approaches/import/"


def upload(host, content, name="aanpak.yaml"):
    return host.post(IMPORT, {"file": SimpleUploadedFile(name, content), "yaml": ""})


def paste(host, text):
    return host.post(IMPORT, {"yaml": text})


def told(response):
    return [(problem.line, problem.key, problem.text) for problem in response.context["page"].checked.problems]


# Out and in again


def test_what_goes_out_as_yaml_comes_in_the_same(host, own):
    text = host.get(reverse("approaches:file", args=[own.pk])).content.decode()

    response = paste(host, text)

    taken = OwnApproach.objects.exclude(pk=own.pk).get()
    assert response.url == reverse("approaches:editor", args=[taken.pk])
    assert taken.draft == own.draft


def test_every_shipped_approach_goes_out_and_comes_in_the_same(pack):
    documents = [listed.approach.document for listed in all_approaches()]

    assert [problems.read(as_yaml(document)) for document in documents] == [(document, []) for document in documents]


def test_a_version_goes_out_as_a_pack_that_the_reader_takes(host, kept, tmp_path):
    response = host.get(reverse("approaches:pack", args=[kept.pk]), {"version": "1"})
    file = tmp_path / "pack.zip"
    file.write_bytes(response.content)

    found = read_pack(file)

    assert [item.document for item in found.approaches] == [kept.versions.get().document]
    assert found.info.authors == ("Gemeente Waterrijk",)


def test_a_pack_comes_in_as_a_file(host, kept):
    pack = exchange.as_pack(kept, kept.latest)

    upload(host, pack, "pack.zip")

    assert OwnApproach.objects.exclude(pk=kept.pk).get().draft == kept.versions.get().document


def test_an_approach_in_dutch_alone_makes_a_pack_in_dutch_alone(own, facilitator, tmp_path):
    choice = {**drafting.step_of(own.draft, "choice"), "title": {"nl": "Keuze"}}
    actions.keep_draft(own=own, draft=drafting.replaced(own.draft, "choice", choice))
    actions.keep_version(own=own, user=facilitator)
    file = tmp_path / "pack.zip"
    file.write_bytes(exchange.as_pack(own, own.versions.get()))

    assert read_pack(file).info.languages == ("nl",)


def test_no_version_has_no_pack(host, own):
    assert host.get(reverse("approaches:pack", args=[own.pk])).status_code == 404
    assert host.get(reverse("approaches:file", args=[own.pk]), {"version": "x"}).status_code == 404


# Written as YAML


def test_the_draft_is_written_as_yaml(host, own):
    address = reverse("approaches:yaml", args=[own.pk])
    text = host.get(address).context["page"].form["yaml"].value()

    host.post(address, {"yaml": text.replace("Vrijdagweging", "Maandagweging")})

    own.refresh_from_db()
    assert own.title == "Maandagweging"


def test_yaml_does_not_write_over_what_changed_meanwhile_unseen(host, own):
    address = reverse("approaches:yaml", args=[own.pk])
    form = host.get(address).context["page"].form
    typed = {name: form[name].value() for name in ("yaml", "seen")}
    typed["yaml"] = typed["yaml"].replace("Vrijdagweging", "Maandagweging")
    actions.keep_draft(own=own, draft={**own.draft, "title": {"nl": "Dinsdagweging"}})

    response = host.post(address, typed, headers={"accept-language": "en"})

    own.refresh_from_db()
    assert response.status_code == 409
    assert own.title == "Dinsdagweging"
    again = response.context["page"].form
    host.post(address, {name: again[name].value() for name in typed})
    own.refresh_from_db()
    assert own.title == "Maandagweging"


def test_a_mistake_is_told_with_its_line_and_the_text_stays(host, own):
    address = reverse("approaches:yaml", args=[own.pk])
    text = as_yaml(own.draft).replace("outcome: insight", "outcome: wisdom")

    response = host.post(address, {"yaml": text}, headers={"accept-language": "en"})

    assert response.status_code == 422
    ((line, key, words),) = told(response)
    assert text.splitlines()[line - 1] == "outcome: wisdom"
    assert (key, words[:8]) == ("outcome", "'wisdom'")
    assert "outcome: wisdom" in response.content.decode()
    own.refresh_from_db()
    assert own.draft["outcome"] == "insight"


def test_a_text_is_checked_while_it_is_written(host, own):
    fine = host.post("/approaches/check/", {"yaml": as_yaml(own.draft)})
    wrong = host.post("/approaches/check/", {"yaml": "id: [1"})

    assert fine.context["checked"].problems == []
    assert [problem.line for problem in wrong.context["checked"].problems] == [1]


def test_what_is_wrong_is_told_in_dutch(host, own):
    wrong = host.post("/approaches/check/", {"yaml": "id: ''\nsteps: &a []\n"}, headers={"accept-language": "nl"})

    assert wrong.context["checked"].problems[0].text.startswith("Verwijzingen met & en *")


# What somebody may send

BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b]\n"


@pytest.mark.parametrize(
    "text",
    [
        BOMB,
        "!!python/object/apply:os.system ['true']",
        "a: !secret x",
        "[" * 2000,
        "- a\n" * 60_000,
        "x" * 20_000,
        "%YAML 1.1\n---\na: 1",
        "a: 1\n---\nb: 2",
        "a: 1\na: 2",
        '"\\u0000"',
        "a: \u202eb",
        "[]",
        "null",
        "steps: [{kind: [1]}]",
        "steps: 5",
    ],
)  # fmt: skip
def test_a_hostile_text_leads_to_a_page_that_says_what_is_wrong(host, text):
    response = paste(host, text)

    assert response.status_code == 422
    page = response.context["page"]
    assert page.checked.problems or page.form.errors
    assert not OwnApproach.objects.exists()


def test_a_text_that_is_far_too_long_gets_an_answer_as_well(host):
    response = paste(host, "a" * 600_000)

    assert response.status_code == 400
    assert "<h1" in response.content.decode()


def zipped(**files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/"), content)
    return out.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xfe\x00",
        b"PK\x03\x04 no zip at all",
        zipped(**{"../../etc/passwd": "x"}),
        zipped(**{"pack.yaml": "id: x"}),
        zipped(**{"pack.yaml": "a: " + "x" * 500_000}),
        b"",
    ],
)  # fmt: skip
def test_a_hostile_file_leads_to_a_page_that_says_what_is_wrong(host, content):
    response = upload(host, content, "pack.zip")

    assert response.status_code == 422
    page = response.context["page"]
    assert page.checked.problems or page.form.errors


def test_a_pack_without_approaches_is_told(host):
    empty = exchange.pack_of_approaches(
        exchange.Card("leeg", "1.0.0", {"nl": "Leeg", "en": "Empty"}, "Iemand", ("nl", "en")), {}
    )  # fmt: skip

    response = upload(host, empty, "pack.zip")

    assert response.status_code == 422
    assert response.context["page"].form.non_field_errors()


def test_nothing_at_all_is_told(host):
    assert paste(host, "  ").context["page"].form.non_field_errors()


def test_a_draft_with_six_steps_is_small():
    assert len(as_yaml(draft_of(*SIX))) < 6_000
