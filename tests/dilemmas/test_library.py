"""Finding a dilemma, and reading it whole."""

import pytest

from goedwerk.dilemmas.models import Dilemma


@pytest.fixture
def found(host, pack):
    def look(query=""):
        return host.get(f"/dilemmas/{query}").context["page"]

    return look


def test_the_library_holds_everything_that_is_loaded(found):
    page = found()

    assert len(page.found) == page.number == 48


def test_within_a_facet_any_will_do_and_every_facet_must_fit(found):
    page = found("?terrain=burger&terrain=bestuur&level=deep&value=openheid")

    documents = [shown.document for shown in page.found]
    assert documents
    assert {document["terrain"] for document in documents} <= {"burger", "bestuur"}
    assert all(document["level"] == "deep" and "openheid" in document["values"] for document in documents)


def test_a_role_finds_what_is_written_for_it(found):
    documents = [shown.document for shown in found("?role=bestuurder").found]

    assert len(documents) == sum("bestuurder" in each.document["roles"] for each in Dilemma.objects.all())
    assert all("bestuurder" in document["roles"] for document in documents)


def test_each_box_counts_its_dilemmas(found):
    [terrain, *_others] = found().facets

    assert {option.key for option in terrain.options} == {"burger", "bestuur", "organisatie", "samenspel"}
    assert sum(option.number for option in terrain.options) == 48


@pytest.mark.parametrize("query", ["?terrain=nowhere", "?value=" + "x" * 3000, "?level=deep&role=king"])
def test_what_does_not_exist_finds_nothing_and_says_so(host, pack, query):
    response = host.get(f"/dilemmas/{query}")

    assert response.status_code == 200
    assert response.context["page"].found == []


def test_the_library_needs_few_queries(host, pack, django_assert_max_num_queries):
    host.get("/dilemmas/")

    with django_assert_max_num_queries(6):
        host.get("/dilemmas/")


def test_a_dilemma_shows_situation_options_turn_and_both_reflections(host, pack):
    body = host.get("/dilemmas/wat-werkt-of-wat-mag/").content.decode()
    document = Dilemma.objects.get(key="wat-werkt-of-wat-mag").document

    texts = [document["question"], document["turn"], *document["options"], *document["reflections"]]
    for text in texts:
        assert text["nl"].replace("'", "&#x27;") in body


def test_what_editors_doubt_is_not_shown(host, pack):
    body = host.get("/dilemmas/wat-werkt-of-wat-mag/").content.decode()

    assert "casuistry" not in body
    assert "pushes to one side" not in body


def test_a_dilemma_leads_to_an_approach_with_it_filled_in(host, pack):
    body = host.get("/dilemmas/de-volhouder/").content.decode()

    assert 'href="/dialogues/start/?dilemma=de-volhouder"' in body


def test_it_reads_in_english_as_well(host, pack):
    body = host.get("/dilemmas/wat-werkt-of-wat-mag/", HTTP_ACCEPT_LANGUAGE="en").content.decode()

    assert "What works or what is allowed" in body


def test_an_unknown_dilemma_is_not_found(host, pack):
    assert host.get("/dilemmas/no-such-dilemma/").status_code == 404


@pytest.mark.parametrize("page", ["/dilemmas/", "/dilemmas/wat-werkt-of-wat-mag/"])
def test_the_turn_is_for_who_leads_only(client, pack, page):
    assert client.get(page).status_code == 302
