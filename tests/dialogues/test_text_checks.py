"""Details that may point to a person are found; ordinary sentences are left alone."""

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from goedwerk.dialogues.text_checks import is_bsn, is_iban, looks_like_report, traces_in


def kinds_in(text):
    with override("en"):
        return [str(kind) for kind, _words in traces_in(text)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Mail naar j.devries@waterrijk.nl alsjeblieft", "an e-mail address"),
        ("Ze belde met 06-12345678 gisteren", "a phone number"),
        ("Bel 020 123 45 67", "a phone number"),
        ("Bel +31 6 12345678", "a phone number"),
        ("Hij woont op 1234 AB", "an address"),
        ("Hij woont in de Dorpsstraat 12a", "an address"),
        ("BSN 111222333 stond erbij", "a citizen service number"),
        ("Rekening NL91 ABNA 0417 1643 00", "a bank account"),
        ("Zaak 2024001234 ligt er nog", "a long number, such as that of a file"),
        ("Ik sprak mevrouw Jansen", "a name"),
        ("Ik sprak mevrouw van der Berg", "a name"),
        ("Het ging over Piet de Vries", "a name"),
        ("I spoke with Mr Smith", "a name"),
    ],
)
def test_a_detail_that_points_to_somebody_is_found(text, kind):
    assert kind in kinds_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "Mag ik deze inwoner meer vertellen dan de regel toelaat?",
        "De Tweede Kamer vroeg in 2024 om 12.500 euro.",
        "We kijken op 3 mei terug, om 10.30 uur.",
        "Gemeente Waterrijk heeft 50.000 inwoners.",
        "May a team leader tell this?",
        "Een meneer kwam aan de balie.",
        "",
    ],
)
def test_an_ordinary_sentence_is_left_alone(text):
    assert kinds_in(text) == []


def test_a_phone_number_is_not_a_file_number_too():
    assert kinds_in("Bel 06-12345678") == ["a phone number"]


def test_the_words_that_were_found_are_told():
    assert [words for _kind, words in traces_in("mail a.b@c.nl")] == ["a.b@c.nl"]


def test_the_eleven_test_refuses_a_number_with_one_digit_changed():
    assert is_bsn("111222333")
    assert not is_bsn("111222334")
    assert not is_bsn("000000000")


def test_the_check_digits_of_a_bank_account_refuse_a_typing_error():
    assert is_iban("NL91ABNA0417164300")
    assert not is_iban("NL91ABNA0417164301")


@pytest.mark.parametrize(
    "text",
    [
        "Mijn leidinggevende heeft geld verduisterd",
        "Er is fraude gepleegd met declaraties",
        "Een collega wordt geïntimideerd",
        "He took a bribe",
        "My manager harasses a colleague",
    ],
)
def test_a_text_that_reads_like_a_report_is_recognised(text):
    assert looks_like_report([text])


@pytest.mark.parametrize("text", ["Ik twijfelde over de regel", "De inwoner was boos", "We forget to ask", "Therapist"])
def test_doubt_is_not_a_report(text):
    assert not looks_like_report([text])


@given(st.text(max_size=300))
def test_no_text_breaks_the_checks(text):
    assert isinstance(traces_in(text), list)
    assert looks_like_report([text]) in (True, False)
