"""Every address of the platform stands in the list of pages that other tests visit, and answers as the list says."""

from collections.abc import Iterator

import pytest
from django.urls import Resolver404, URLPattern, get_resolver, resolve

from pages import Page, Stage, every_page


def addresses(resolver=None, prefix: str = "") -> Iterator[tuple[str, str]]:
    """(name or route, route) of everything that the URL configuration knows."""
    for entry in (resolver or get_resolver()).url_patterns:
        route = prefix + str(entry.pattern)
        if isinstance(entry, URLPattern):
            yield entry.lookup_str, route
        else:
            yield from addresses(entry, route)


@pytest.fixture
def visits(pack, membership, collected) -> list[tuple[Page, dict]]:
    """Each page of the list in both languages, as far as it has a language: (page, {language: response})."""
    return [(page, answers(page)) for page in every_page(Stage(membership))]


def answers(page: Page) -> dict:
    # What a form or a link does, it does once.
    languages = ("nl", "en") if page.data is None and page.is_html else ("nl",)
    return {language: page.visit(language) for language in languages}


def test_every_address_is_visited_and_answers_as_it_should(visits):
    found = {
        "unvisited": {route for _view, route in addresses()} - {route_of(page) for page, _answers in visits},
        "wrong": list(wrong(visits)),
        "in no language": list(without_language(visits)),
        "named twice": repeated([page.name for page, _answers in visits]),
    }

    assert found == {"unvisited": set(), "wrong": [], "in no language": [], "named twice": set()}


def wrong(visits) -> Iterator[tuple[str, int, int]]:
    for page, found in visits:
        for response in found.values():
            if response.status_code != page.status:
                yield page.name, page.status, response.status_code


def without_language(visits) -> Iterator[tuple[str, str]]:
    for page, found in visits:
        for language, response in found.items():
            if page.is_html and f'<html lang="{language}"' not in response.content.decode():
                yield page.name, language


def repeated(names: list[str]) -> set[str]:
    return {name for name in names if names.count(name) > 1}


def route_of(page: Page) -> str:
    try:
        return resolve(page.url.partition("?")[0]).route
    except Resolver404:
        return ""
