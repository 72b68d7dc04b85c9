"""A day start: one facilitator, one big screen, nine phones. The main job of Goedwerk, from start to end."""

from people import BIG_SCREEN, Facilitator, Participant
from playwright.sync_api import expect

FIRST_CHOICES = {0: "b", 1: "b", 2: "b", 3: "b", 4: "b", 5: "c", 6: "b", 7: "a"}
SENTENCE = "Zin nummer {} voor vandaag"


def test_nine_phones_play_a_whole_day_start(noor, visitor):
    lead = Facilitator(noor).prepare("dagstart-dilemma").open()
    code = lead.code
    screen = visitor(viewport=BIG_SCREEN)
    screen.goto(f"/d/{code}/screen/")

    # Eight join: one without JavaScript, one by keyboard alone; the ninth is late.
    people = [Participant(visitor(), code) for _ in range(7)]
    people.append(Participant(visitor(java_script_enabled=False), code, follows=False))
    for person in people:
        person.join()
    losing, twice, keys, plain = people[4], people[5], people[6], people[7]
    expect(screen.locator("[data-people]").first).to_have_text("8", timeout=20_000)

    lead.next("Lees")
    everybody(people, "Lees")

    lead.next("Eerste keuze")
    everybody(people, "Eerste keuze")
    for person, option in zip(people, FIRST_CHOICES.values(), strict=True):
        if person in (losing, twice, keys):
            continue
        person.choose(option)
    choose_with_a_lost_connection(losing, "b")
    choose_by_pressing_twice(twice, "c")
    choose_by_keyboard(keys, "b")
    assert "8" not in lead.page.locator("#readiness b").first.inner_text()

    late = Participant(visitor(), code)
    lead.next("Wat woog mee")
    late.join()
    people.append(late)
    everybody(people, "Wat woog mee")
    for person in people:
        person.pick(["maatwerk", "rechtmatigheid"], ["openheid"])

    lead.next("Het beeld")
    everybody(people, "Het beeld")
    expect(people[0].page.locator("main")).to_contain_text("meer dan de helft")
    expect(screen.locator("body")).to_contain_text("meer dan de helft", timeout=15_000)

    lead.next("Met z'n tweeën")
    everybody(people, "Leg je telefoon weg")
    lead.next("Samen")

    lead.next("Tweede keuze")
    everybody(people, "Tweede keuze")
    for person in people:
        person.choose("c")

    lead.next("Speelt dit hier")
    everybody(people, "Speelt dit hier")
    for person in people:
        person.choose("yes", sureness=None)

    lead.next("Het beeld nu")
    everybody(people, "Het beeld nu")

    lead.next("Oogst")
    everybody(people, "Oogst")
    for number, person in enumerate(people):
        person.write(SENTENCE.format(number))
    lead.press("close-step").let_all_texts_go()
    expect(screen.locator("body")).to_contain_text(SENTENCE.format(3), timeout=15_000)

    lead.close()
    report = lead.report()

    assert "meer dan de helft" in report.lower()
    assert SENTENCE.format(8) in report
    assert_nothing_about_who(report)
    # The report is there for who took part, on their own phone.
    plain.page.goto(f"/d/{code}/report/")
    expect(plain.page.locator("main")).to_contain_text(SENTENCE.format(0))


def everybody(people, title):
    for person in people:
        person.at(title)


def choose_with_a_lost_connection(person, option):
    """The connection goes before the answer is sent; the choice is still on the phone when it comes back."""
    person.mark("option", option)
    person.mark("confidence", "2")
    person.page.context.set_offline(True)
    person.page.locator(".gw-dock button[type=submit]:not([name])").click()
    person.page.wait_for_timeout(500)
    person.page.context.set_offline(False)
    person.page.goto(f"/d/{person.code}/")
    if not person.page.locator(f'input[name="option"][value="{option}"]').is_checked():
        person.mark("option", option)
    person.done()


def choose_by_pressing_twice(person, option):
    person.mark("option", option)
    person.page.locator(".gw-dock button[type=submit]:not([name])").dblclick()
    person.kept()


def choose_by_keyboard(person, option):
    """Tab to the options, move with the arrows, Tab on to the button, Enter."""
    page = person.page
    first = page.locator('input[name="option"]').first
    while not first.evaluate("field => field === document.activeElement"):
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    while not page.locator(f'input[name="option"][value="{option}"]').is_checked():
        page.keyboard.press("ArrowDown")
    while not page.evaluate("document.activeElement.matches('.gw-dock button[type=submit]:not([name])')"):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    person.kept()


def assert_nothing_about_who(report):
    """No counts of a small group, no codes, no order: only the number of people who joined may be told."""
    for telling in ("8 van de 9", "5 mensen kozen", "7 mensen", "1 persoon", "%"):
        assert telling not in report
