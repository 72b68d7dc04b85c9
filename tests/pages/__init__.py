"""Every page there is, and how to come to it: one list for tests that visit them all.

    for page in every_page(Stage(membership)):
        response = page.visit(language="nl")

The list is made while it is read: between two pages the people act, so visit each page before asking for the next. A
browser takes `page.url` and the cookies of `page.cookies()`; a page with `data` is what a form leads to.
"""

from __future__ import annotations

from collections.abc import Iterator

from pages.approaches import approach_pages
from pages.cases import case_pages
from pages.conversations import conversation_pages
from pages.front import front_pages, technical_pages
from pages.live import live_pages, small_group_pages
from pages.organising import account_pages, choosing_pages, library_pages, organisation_pages, prepared_pages
from pages.requests import signal_pages
from pages.rounds import next_round_pages, open_pages
from pages.shapes import Page, Stage
from pages.sorts import compared_pages, sort_pages

__all__ = ["Page", "Stage", "every_page"]


def every_page(stage: Stage) -> Iterator[Page]:
    yield from front_pages()
    yield from library_pages(stage)
    yield from account_pages(stage)
    yield from organisation_pages(stage)
    yield from approach_pages(stage)
    yield from choosing_pages(stage)
    yield from prepared_pages(stage)
    yield from live_pages(stage)
    yield from next_round_pages(stage)
    yield from small_group_pages(stage)
    yield from open_pages(stage)
    yield from sort_pages(stage)
    yield from compared_pages(stage)
    yield from conversation_pages(stage)
    yield from case_pages(stage)
    yield from signal_pages(stage)
    yield from technical_pages()
