"""People of a script with a real browser: by touch, by keyboard alone, or without JavaScript."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from people import DONE, PASS
from playwright.sync_api import Locator, Page, expect
from scripted import Lead, Person, Sent

from goedwerk.dialogues import device
from goedwerk.dialogues.models import Step

MOST_TABS = 80
PATIENCE = 20_000
KEPT = 'main a[href*="/step/"]'
ENOUGH = 'button[name="ready"]'
SECOND_LOOK = 'input[name="second_look"][value="1"]'
AT = """([name, value]) => {
  const at = document.activeElement
  return at.name === name && (!["radio", "checkbox"].includes(at.type) || at.type === "radio" || at.value === value)
}"""


class Touch:
    """Taps what is in sight, and opens what it is folded in."""

    def fill(self, page: Page, name: str, value: str) -> None:
        field = page.locator(f'#step [name="{name}"]').first
        self.unfold(page, page.locator(f'[name="{name}"]'))
        kind = field.evaluate("field => field.type")
        if kind in ("radio", "checkbox"):
            self.tap(page, page.locator(f'input[name="{name}"][value="{value}"]'))
        elif kind == "select-one":
            field.select_option(value)
        elif field.is_visible():
            # A box for a reason opens with what it is a reason for.
            field.fill(value)

    def tap(self, page: Page, box: Locator) -> None:
        self.unfold(page, box)
        page.locator("label", has=box).first.click()

    def unfold(self, page: Page, box: Locator) -> None:
        fold = page.locator("details:not([open])", has=box)
        if fold.count():
            fold.first.locator("summary").first.click()

    def press(self, page: Page, button: str) -> None:
        page.locator(button).first.click()


class Keyboard(Touch):
    """Tab to each field, type, choose with the arrows, Tab on to the button, Enter."""

    def fill(self, page: Page, name: str, value: str) -> None:
        self.tab_to(page, AT, [name, value])
        kind = page.evaluate("document.activeElement.type")
        if kind == "radio":
            self.choose(page, name, value)
        elif kind == "checkbox":
            page.keyboard.press("Space")
        elif kind == "select-one":
            while page.evaluate("document.activeElement.value") != value:
                page.keyboard.press("ArrowDown")
        else:
            page.keyboard.insert_text(value)

    def choose(self, page: Page, name: str, value: str) -> None:
        page.keyboard.press("Space")
        while not page.locator(f'input[name="{name}"][value="{value}"]').is_checked():
            page.keyboard.press("ArrowDown")

    def press(self, page: Page, button: str) -> None:
        self.tab_to(page, "button => document.activeElement.matches(button)", button)
        page.keyboard.press("Enter")

    def tab_to(self, page: Page, is_there: str, what: Any) -> None:
        for _tab in range(MOST_TABS):
            if page.evaluate(is_there, what):
                return
            page.keyboard.press("Tab")
        raise AssertionError(f"no way to {what} by keyboard")


@dataclass
class InBrowser(Person):
    """Somebody with a real browser."""

    page: Page = None
    hand: Touch = None

    def join(self) -> InBrowser:
        self.page.goto(self.address())
        self.go(f'form[action="{self.address("take-part")}"] button[type=submit]')
        [cookie] = [each for each in self.page.context.cookies() if each["name"] == device.PLACE]
        # What is no form of a step, such as the page of a case, goes by plain requests.
        self.client.cookies[device.PLACE] = cookie["value"]
        return self

    def send(self, step: Step, sent: Sent) -> None:
        self.page.goto(self.address() if step.round.is_live else self.address("step", step.pk))
        if step.behaviour.own_page(step):
            self.vote(sent)
            return
        if "pass" in sent:
            self.skip(step)
            return
        for name in self.in_order(sent):
            for value in sent[name] if isinstance(sent[name], list) else [sent[name]]:
                self.hand.fill(self.page, name, str(value))
        self.keep(step)
        # A hint asks for a second look: press once more.
        if self.page.locator(SECOND_LOOK).count():
            self.keep(step)

    def vote(self, sent: Sent) -> None:
        """One statement at a time, in the order in which they come."""
        while (statement := self.page.locator('input[name="statement"]')).count():
            choice = sent[f"vote-{statement.get_attribute('value')}"]
            self.go(f'button[name="choice"][value="{choice}"]')
        if self.page.locator(ENOUGH).count():
            self.go(ENOUGH)

    def go(self, button: str) -> None:
        with self.page.expect_navigation():
            self.hand.press(self.page, button)

    def skip(self, step: Step) -> None:
        """Who only listens to a step has nothing to press."""
        if self.page.locator(PASS).count():
            self.press(step, PASS)

    def keep(self, step: Step) -> None:
        self.press(step, DONE)

    def press(self, step: Step, button: str) -> None:
        if not step.round.is_live:
            self.go(button)
            return
        self.hand.press(self.page, button)
        expect(self.page.locator(KEPT).or_(self.page.locator(SECOND_LOOK)).first).to_be_attached(timeout=PATIENCE)

    def in_order(self, sent: Sent) -> list[str]:
        """As the fields stand on the page."""
        names = self.page.locator("#step [name]").evaluate_all("fields => fields.map(field => field.name)")
        return [name for name in dict.fromkeys(names) if name in sent]


@dataclass
class InConsole(Lead):
    """The facilitator at her console. What it does not offer at that moment goes by a plain request."""

    page: Page = None

    def press(self, act: str, **more: Any) -> None:
        self.page.goto(f"/dialogues/{self.dialogue.pk}/console/")
        button = self.page.locator(f'form[action$="/act/{act}/"] button')
        if more or not button.count():
            super().press(act, **more)
            return
        with self.page.expect_navigation():
            button.last.click()
