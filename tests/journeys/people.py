"""How people in a journey use the pages: by what is on the screen, in whichever language it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page, expect

PHONE = {"width": 390, "height": 844}
TABLET = {"width": 1180, "height": 820}
BIG_SCREEN = {"width": 1920, "height": 1080}

PASS = 'button[name="pass"]'
DONE = ".gw-dock button[type=submit]:not([name])"


@dataclass
class Participant:
    """One phone. Without JavaScript it does not follow by itself: its owner reloads."""

    page: Page
    code: str
    follows: bool = True

    def join(self) -> Participant:
        """From the address of the QR code: look, and take part."""
        self.page.goto(f"/d/{self.code}/")
        self.page.locator(f'form[action="/d/{self.code}/take-part/"] button[type=submit]').click()
        self.page.wait_for_url(f"**/d/{self.code}/")
        return self

    def at(self, *words: str) -> Participant:
        """Wait until the page shows one of these words as its heading."""
        heading = self.page.locator("h1", has_text=words[0])
        if not self.follows:
            self.page.goto(f"/d/{self.code}/")
        expect(heading.first).to_be_visible(timeout=15_000)
        return self

    def go_along(self) -> Participant:
        """A page that somebody types in is not replaced: it says that the group has moved on."""
        notice = self.page.locator("[data-moved-on]").first
        expect(notice).to_be_visible(timeout=15_000)
        notice.locator("a").first.click()
        return self

    def choose(self, option: str, sureness: int | None = 3) -> Participant:
        self.mark("option", option)
        if sureness:
            self.mark("confidence", str(sureness))
        return self.done()

    def pick(self, picked: list[str], given_up: list[str]) -> Participant:
        for name, cards in (("picked", picked), ("given_up", given_up)):
            for card in cards:
                self.mark(name, card)
        return self.done()

    def mark(self, name: str, value: str) -> None:
        """Tap the card around a radio button or checkbox, opening what it is folded in."""
        field = self.page.locator(f'input[name="{name}"][value="{value}"]')
        for fold in self.page.locator(f'details:not([open]):has(input[name="{name}"][value="{value}"])').all():
            fold.locator("summary").first.click()
        self.page.locator("label", has=field).click()

    def write(self, text: str) -> Participant:
        self.page.locator("#step textarea").first.fill(text)
        return self.done()

    def let_the_case_out(self) -> Participant:
        """Say on the page of one's own case that the report may hold it."""
        self.page.goto(f"/d/{self.code}/case/")
        self.mark("may_leave", "yes")
        self.page.locator('form:has(input[name="act"][value="leave"]) button[type=submit]').click()
        self.page.wait_for_load_state()
        return self

    def done(self) -> Participant:
        self.page.locator(DONE).click()
        return self.kept()

    def pass_by(self) -> Participant:
        self.page.locator(PASS).first.click()
        return self.kept()

    def kept(self) -> Participant:
        """The answer was acknowledged: the page offers to change it."""
        expect(self.page.locator('a[href*="/step/"]').first).to_be_visible()
        return self


@dataclass
class Facilitator:
    """The one with the console."""

    page: Page
    dialogue: str = ""

    def prepare(self, approach: str, *, change: Callable[[Page], None] | None = None) -> Facilitator:
        self.page.goto(f"/dialogues/start/{approach}/")
        if change:
            change(self.page)
        self.page.locator("#prepare button[type=submit].nl-button--primary").click()
        self.page.wait_for_url("**/dialogues/*-*/")
        self.dialogue = self.page.url.rstrip("/").rsplit("/", 1)[1]
        return self

    @property
    def code(self) -> str:
        """As it stands on the screen to join."""
        self.console()
        return self.page.locator(".gw-console__code").inner_text().strip()

    def console(self) -> Facilitator:
        self.page.goto(f"/dialogues/{self.dialogue}/console/")
        return self

    def press(self, act: str) -> Facilitator:
        with self.page.expect_navigation():
            self.page.locator(f'form[action$="/act/{act}/"] button').last.click()
        return self

    def open(self) -> Facilitator:
        self.page.goto(f"/dialogues/{self.dialogue}/")
        return self.press("open")

    def next(self, title: str) -> Facilitator:
        """Go on; the console then shows the step with this title."""
        if not self.page.url.endswith("/console/"):
            self.console()
        if self.page.locator('form[action$="/act/close-step/"]').count():
            self.press("close-step").console()
        self.press("next")
        expect(self.page.locator("h2", has_text=title).first).to_be_visible()
        return self

    def close(self) -> Facilitator:
        self.page.goto(f"/dialogues/{self.dialogue}/console/?close=1")
        return self.press("close")

    def let_all_texts_go(self) -> Facilitator:
        """On the desk, where closing a step with texts leads."""
        with self.page.expect_navigation():
            self.page.locator('button[name="rest"][value="show"]').click()
        return self

    def report(self) -> str:
        self.page.goto(f"/dialogues/{self.dialogue}/report/")
        return self.page.locator("main").inner_text()
