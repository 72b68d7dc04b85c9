"""Thirty people at once: bands, before and after, and nobody waits."""

from concurrent.futures import ThreadPoolExecutor

from people import Facilitator, Participant
from plain_phone import PlainPhone
from playwright.sync_api import expect


def test_thirty_people_see_bands_and_whether_they_moved(noor, visitor, house):
    lead = Facilitator(noor).prepare("dagstart-dilemma").open()
    code = lead.code
    watched = Participant(visitor(), code).join()
    with ThreadPoolExecutor(8) as pool:
        phones = list(pool.map(lambda _: PlainPhone(house.address, code).join(), range(29)))

        lead.next("Lees")
        lead.next("Eerste keuze")
        watched.at("Eerste keuze").choose("b")
        list(pool.map(lambda phone: phone.answer(option="b", confidence="3"), phones[:19]))
        list(pool.map(lambda phone: phone.answer(option="c", confidence="4"), phones[19:26]))
        lead.next("Wat woog mee")
        watched.at("Wat woog mee")
        list(pool.map(lambda phone: phone.answer(picked=["maatwerk", "openheid"], given_up=["integriteit"]), phones))
        lead.next("Het beeld")
        watched.at("Het beeld")
        lead.next("Met z'n tweeën")
        lead.next("Samen")
        lead.next("Tweede keuze")
        watched.at("Tweede keuze").choose("c")
        list(pool.map(lambda phone: phone.answer(option="c", confidence="4"), phones))
        lead.next("Speelt dit hier")
        lead.next("Het beeld nu")
    watched.at("Het beeld nu")

    expect(watched.page.locator("main")).to_contain_text("27 tot en met 30")
    expect(watched.page.locator("main")).to_contain_text("Meer dan de helft")
    lead.close()
    assert "%" not in lead.report()
