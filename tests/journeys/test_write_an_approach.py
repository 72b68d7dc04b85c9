"""A facilitator writes an approach of six steps in the editor, in few actions, and leads a group through it."""

from dataclasses import dataclass, field

from people import TABLET, Facilitator, Participant
from playwright.sync_api import Locator, Page, expect

MOST_ACTIONS = 40
TITLE = "Weging op vrijdag"
PROMPT = "Wat zou jij vandaag doen?"
STEPS = [
    ("welcome", "Welkom"),
    ("read", "Lees het dilemma"),
    ("choice", "Mijn keuze"),
    ("reveal", "Wat we kozen"),
    ("group_talk", "Praat erover"),
    ("commit", "Wat we afspreken"),
]
PEOPLE = 6


@dataclass
class Writer:
    """Somebody with a mouse; every press, choice and filled box counts as one action."""

    page: Page
    actions: list[str] = field(default_factory=list)

    def click(self, what: Locator) -> None:
        self.actions.append("click")
        what.click()

    def fill(self, box: str, text: str) -> None:
        self.actions.append("fill")
        self.page.locator(box).fill(text)

    def choose(self, box: str, value: str) -> None:
        self.actions.append("choose")
        self.page.locator(box).select_option(value)

    def go_to(self, address: str) -> None:
        self.click(self.page.locator(f'a[href="{address}"]').first)

    def add(self, kind: str, title: str) -> None:
        self.choose("#add-kind", kind)
        self.fill("#add-title", title)
        self.click(self.page.locator(".gw-add button"))
        expect(self.page.locator(".gw-recipe li[aria-current]")).to_contain_text(title)


def test_six_steps_are_written_in_few_actions_and_run(noor, visitor):
    writer = Writer(noor)
    write(writer)
    assert len(writer.actions) <= MOST_ACTIONS, writer.actions

    lead = prepared(noor)
    people = [Participant(visitor(), lead.code).join() for _ in range(PEOPLE)]
    lead.next("Welkom").next("Lees het dilemma").next("Mijn keuze")
    for person in people:
        expect(person.at("Mijn keuze").page.locator("#step")).to_contain_text(PROMPT)
        person.mark("option", first_option(person))
        person.done()
    lead.next("Wat we kozen").next("Praat erover").next("Wat we afspreken").close()

    report = lead.report()
    assert "Mijn keuze" in report
    assert "meer dan de helft" in report.lower()
    assert TITLE in report


def write(writer: Writer) -> None:
    """From the page after signing in to a version that can be used."""
    writer.go_to("/dialogues/start/")
    writer.go_to("/approaches/")
    writer.go_to("/approaches/new/")
    writer.fill("#id_title", TITLE)
    writer.fill("#id_purpose", "Aan het eind van de week één dilemma wegen.")
    writer.click(writer.page.locator("main button[type=submit]"))
    for kind, title in STEPS:
        writer.add(kind, title)
    writer.click(writer.page.locator(".gw-recipe a", has_text="Mijn keuze"))
    writer.fill("#id_prompt_nl", PROMPT)
    writer.click(writer.page.locator("main button[type=submit]"))
    writer.click(writer.page.locator("#keep"))
    expect(writer.page.locator("main")).to_contain_text("Versie 1.0")


def prepared(noor: Page) -> Facilitator:
    """From the list to choose from, where it stands beside the others."""
    noor.goto("/dialogues/start/")
    own = noor.locator("article, .gw-card", has_text=TITLE).last
    expect(own).to_contain_text("Eigen aanpak")
    own.locator("a.nl-button").click()
    key = noor.url.rstrip("/").rsplit("/", 1)[1]
    return Facilitator(noor).prepare(key).open()


def first_option(person: Participant) -> str:
    return person.page.locator('input[name="option"]').first.get_attribute("value")


# By keyboard


def test_a_step_is_added_and_moved_with_the_keyboard_alone(noor):
    copy_of_the_short_one(noor)
    before = titles(noor)

    tab_to(noor, "add-kind")
    noor.keyboard.type("Terug")
    noor.keyboard.press("Tab")
    noor.keyboard.type("Even terugkijken")
    noor.keyboard.press("Enter")
    expect(noor.locator(".gw-recipe li[aria-current]")).to_contain_text("Even terugkijken")
    assert titles(noor) == [*before, "Even terugkijken"]

    tab_to(noor, "Even terugkijken eerder")
    noor.keyboard.press("Enter")
    expect(noor.locator(".gw-recipe li").last).to_contain_text(before[-1])

    tab_to(noor, f"Haal {before[0]} weg")
    noor.keyboard.press("Enter")
    expect(noor.locator(".gw-recipe li")).to_have_count(len(before))


def test_minutes_add_up_while_somebody_types_and_yaml_is_checked(noor):
    copy_of_the_short_one(noor)
    whole = int(noor.locator("[data-sum]").inner_text())
    box = noor.locator(".gw-recipe input").first

    box.fill(str(int(box.input_value()) + 7))
    expect(noor.locator("[data-sum]")).to_have_text(str(whole + 7))
    expect(noor.locator("[data-says]")).to_contain_text("7 meer dan je hebt")

    noor.goto(noor.url.partition("?")[0] + "yaml/")
    text = noor.locator("textarea")
    text.fill(text.input_value().replace("outcome:", "outcom:"))
    expect(noor.locator("#checked")).to_contain_text("bedoel je 'outcome'?", timeout=10_000)


def copy_of_the_short_one(noor: Page) -> None:
    noor.set_viewport_size(TABLET)
    noor.goto("/approaches/")
    noor.locator("#copy").select_option("dagstart-dilemma")
    noor.locator('form[action="/approaches/copy/"] button').click()
    noor.wait_for_url("**/approaches/*-*/")


def titles(noor: Page) -> list[str]:
    return noor.locator(".gw-recipe__what > a").all_inner_texts()


# An id, or the name that a screen reader says.
FOCUSED = """() => {
  const here = document.activeElement
  const named = here.querySelector("[aria-label]")
  return [here.id, here.getAttribute("aria-label"), named?.getAttribute("aria-label"), here.innerText].filter(Boolean)
}"""


def tab_to(noor: Page, wanted: str) -> None:
    """Press Tab until the focus is on the control with this id or name."""
    seen: list[list[str]] = []
    while len(seen) < 150:
        noor.keyboard.press("Tab")
        seen.append(noor.evaluate(FOCUSED))
        if wanted in seen[-1]:
            return
    raise AssertionError(f"no focus on {wanted}: {seen}")
