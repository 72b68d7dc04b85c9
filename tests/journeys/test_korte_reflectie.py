"""A short reflection with four people: nothing of theirs is drawn; what was announced as open is shown."""

from people import BIG_SCREEN, Facilitator, Participant
from playwright.sync_api import Page, expect

CASE = "Een inwoner vroeg mij om zijn dossier te bewaren tot na de zitting."
STEP_TO_TAKE = "Ik bel de inwoner en leg uit wat kan."
RUBS = "Dat de regel niets zegt over haast."


def test_four_people_reflect_and_hear_each_other_aloud(noor, visitor):
    lead = Facilitator(noor).prepare("korte-reflectie").open()
    screen = visitor(viewport=BIG_SCREEN)
    screen.goto(f"/d/{lead.code}/screen/")
    people = [Participant(visitor(), lead.code).join() for _ in range(4)]

    bring_a_case(lead, screen, people)
    ask_and_answer(lead, people)
    say_what_rubs(lead, people)
    lead.next("Eén woord").close()

    assert CASE not in lead.report()
    people[0].let_the_case_out()
    report = lead.report()
    assert CASE in report
    assert STEP_TO_TAKE in report
    assert RUBS not in report


def bring_a_case(lead: Facilitator, screen: Page, people: list[Participant]) -> None:
    """One brings a case, the others pass; who leads lets it go, and the big screen shows it."""
    bringer, *others = people
    lead.next("Stilstaan: wat gebeurde er")
    for person in people:
        person.at("Stilstaan")
    bringer.write(CASE)
    for person in others:
        person.pass_by()
    lead.press("close-step").let_all_texts_go()
    expect(screen.locator("body")).to_contain_text(CASE, timeout=15_000)


def ask_and_answer(lead: Facilitator, people: list[Participant]) -> None:
    """What somebody writes for oneself is never sent, and stays under their fingers when the group goes on."""
    bringer, other, *_rest = people
    lead.next("De vraag")
    for person in people:
        person.at("De vraag").write("Mag ik deze inwoner meer tijd geven dan de regel toelaat?")
    lead.press("close-step").next("Eerste reactie")
    own = bringer.at("Eerste reactie").page.locator("#step textarea").first
    own.fill("Mijn eerste reactie was schrik.")
    assert own.get_attribute("name") is None, "a text for oneself is never sent"
    lead.next("Wat is belangrijk, voor wie")
    other.at("Wat is belangrijk").write("Dat iemand luistert.")
    lead.next("Doen")
    expect(own).to_have_value("Mijn eerste reactie was schrik.")
    bringer.go_along().at("Doen").write(STEP_TO_TAKE)
    lead.press("close-step").let_all_texts_go()


def say_what_rubs(lead: Facilitator, people: list[Participant]) -> None:
    """With fewer than five people nothing of this can be let go."""
    lead.next("Wat blijft hangen")
    for person in people:
        person.at("Wat blijft hangen").write(RUBS)
    lead.press("close-step")
    expect(lead.page.locator("main")).to_contain_text("minder dan vijf mensen")
    expect(lead.page.locator('button[name="rest"]')).to_have_count(0)


def test_with_four_people_the_picture_is_spoken(noor, visitor):
    lead = Facilitator(noor).prepare("dagstart-dilemma").open()
    people = [Participant(visitor(), lead.code).join() for _ in range(4)]
    lead.next("Lees")
    lead.next("Eerste keuze")
    for person in people:
        person.at("Eerste keuze").choose("b")
    lead.next("Wat woog mee")

    lead.next("Het beeld")

    for person in people:
        person.at("Het beeld")
        expect(person.page.locator("main")).to_contain_text("We zijn met te weinig mensen voor een beeld.")
        expect(person.page.locator("figure, table")).to_have_count(0)
