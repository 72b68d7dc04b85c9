"""Somebody who sorts in a real browser, by what a page says of itself: roles, names and states."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

HEAVY, BETWEEN, LESS = "Weighs heavily", "In between", "Weighs less here"
PILES = [HEAVY] * 6 + [BETWEEN] * 4 + [LESS] * 6
TARGETS = """() => [...document.querySelectorAll("#step :is(button, a, select, summary)")]
  .filter((target) => target.checkVisibility())
  .map((target) => [target.textContent.trim().slice(0, 40), target.getBoundingClientRect()])
  .filter(([, box]) => box.width < 44 || box.height < 44)
  .map(([name, box]) => `${name}: ${box.width} x ${box.height}`)"""
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


class Sorter:
    def __init__(self, page: Page):
        self.page = page
        self.acts = 0

    # What there is

    @property
    def hand(self) -> Locator:
        return self.page.locator("gw-sort").get_by_role("group").first

    @property
    def ladder(self) -> Locator:
        return self.page.get_by_role("list", name="The ladder, from heaviest to least heavy")

    @property
    def status(self) -> Locator:
        return self.hand.get_by_role("status")

    @property
    def card(self) -> str:
        """The name of the card in the hand, as it is drawn."""
        return self.hand.get_by_role("heading").evaluate("heading => heading.lastChild.textContent")

    def button(self, name: str | re.Pattern) -> Locator:
        return self.hand.get_by_role("button", name=name)

    def place(self, label: str) -> Locator:
        return self.button(re.compile(rf"^{re.escape(label)}\b(?!\d)"))

    def free_place(self) -> Locator:
        return self.button(re.compile("places? left$")).first

    def lying(self) -> dict[str, list[str]]:
        """What lies on each rung, as the ladder tells it."""
        rungs = self.ladder.get_by_role("listitem").all()
        return {rung.locator("span").first.inner_text().split()[-1]: names_on(rung) for rung in rungs}

    # What somebody does

    def press(self, target: Locator) -> None:
        self.acts += 1
        target.click()

    def pile_all(self, piles=PILES) -> None:
        for pile in piles:
            self.press(self.button(re.compile(f"^{pile}")))

    def place_all(self) -> None:
        while self.free_place().count():
            self.press(self.free_place())

    def keep(self) -> None:
        self.press(self.button("Keep this order"))
        expect(self.page.locator("gw-sort")).to_have_count(0)


class Tapper(Sorter):
    """One thumb."""

    def press(self, target: Locator) -> None:
        self.acts += 1
        target.tap()


class Typist(Sorter):
    """A keyboard and nothing else: Tab until something has the focus, then Enter."""

    def press(self, target: Locator) -> None:
        for _ in range(80):
            if target.evaluate("button => button === document.activeElement"):
                break
            self.page.keyboard.press("Tab")
        else:
            raise AssertionError("no number of tabs leads there")
        self.acts += 1
        self.page.keyboard.press("Enter")


def names_on(rung: Locator) -> list[str]:
    return [tile.inner_text() for tile in rung.get_by_role("button").all()]


def focused(page: Page) -> str:
    return page.evaluate("document.activeElement.ariaLabel ?? document.activeElement.textContent.trim()")
