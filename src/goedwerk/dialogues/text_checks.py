"""What a text may give away, and whether it looks like a report. Plain rules; the writer alone sees the outcome."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

# What may point to a person


@dataclass(frozen=True)
class Trace:
    """A kind of detail by which a person could be found."""

    key: str
    words: Any
    finds: Callable[[str], Iterable[str]]


def traces_in(text: str) -> list[tuple[Any, str]]:
    """Details that may point to a person, as (kind of detail, the words themselves); each kind once."""
    found = ((trace, next(iter(trace.finds(text)), None)) for trace in TRACES)
    return [(trace.words, words) for trace, words in found if words is not None]


EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
PHONE = re.compile(r"(?<![\d+])(?:\+31|0031|0)[ -]?(?:\(0\))?[1-9](?:[ -]?\d){8}(?!\d)")
POSTCODE = re.compile(r"\b[1-9]\d{3} ?[A-Z]{2}\b(?!\w)")
STREETS = "straat|laan|weg|plein|gracht|kade|singel|dijk|hof|steeg|dreef|street|road|avenue|lane"
STREET = re.compile(rf"\b[A-Z][\w'’-]*(?: ?(?:{STREETS})) \d+\w?")
IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]){10,30}\b")
DIGITS = re.compile(r"(?<![\d.,])\d(?:[ .-]?\d){5,}(?![\d,])")
TITLED = re.compile(
    r"\b(?:mevrouw|meneer|mevr\.|mw\.|dhr\.|mr\.?|mrs\.?|ms\.?)\s+(?:(?:van|de|der|den|ter|ten)\s+)*[A-Z]\w+", re.I
)
FULL_NAME = re.compile(r"\b[A-Z][a-zà-ÿ]+ (?:(?:van|de|der|den|ter|ten|el|al) ){0,2}[A-Z][a-zà-ÿ]{2,}\b")
# Two capitals that are no person.
NO_PERSON = re.compile(
    r"^(?:De|Het|Een|The|A|Tweede|Eerste|Gemeente|Provincie|Ministerie|Waterschap|Raad|Hoge|Nationale|College|Openbaar)\b"
)


def is_bsn(digits: str) -> bool:
    """The eleven test of a Dutch citizen service number."""
    number = digits.zfill(9)
    if len(number) != 9 or not int(number):
        return False
    weighed = sum(int(digit) * weight for digit, weight in zip(number, (9, 8, 7, 6, 5, 4, 3, 2, -1), strict=True))
    return weighed % 11 == 0


def is_iban(text: str) -> bool:
    """The check digits of a bank account: the number modulo 97 is 1."""
    plain = text.replace(" ", "")
    if not 15 <= len(plain) <= 34:
        return False
    return int("".join(str(int(sign, 36)) for sign in plain[4:] + plain[:4])) % 97 == 1


def bsns(text: str) -> Iterable[str]:
    return (found for found in matches(DIGITS, text) if len(plain := bare(found)) in (8, 9) and is_bsn(plain))


def ibans(text: str) -> Iterable[str]:
    return (found for found in matches(IBAN, text) if is_iban(found))


def long_numbers(text: str) -> Iterable[str]:
    """Numbers of a file or a person; what is already told as a phone, bank or citizen number is left out."""
    told = {bare(found) for finds in (phones, bsns, ibans) for found in finds(text)}
    return (found for found in matches(DIGITS, text) if not any(bare(found) in other for other in told))


def phones(text: str) -> Iterable[str]:
    return matches(PHONE, text)


def names(text: str) -> Iterable[str]:
    yield from (found for found in matches(TITLED, text) if found.split()[-1][0].isupper())
    yield from (found for found in matches(FULL_NAME, text) if not NO_PERSON.match(found))


def addresses(text: str) -> Iterable[str]:
    yield from matches(STREET, text)
    yield from matches(POSTCODE, text)


def emails(text: str) -> Iterable[str]:
    return matches(EMAIL, text)


def matches(pattern: re.Pattern[str], text: str) -> Iterable[str]:
    return (found.group() for found in pattern.finditer(text))


def bare(number: str) -> str:
    return re.sub(r"\D", "", number)


TRACES = (
    Trace("name", _("a name"), names),
    Trace("email", _("an e-mail address"), emails),
    Trace("phone", _("a phone number"), phones),
    Trace("address", _("an address"), addresses),
    Trace("bsn", _("a citizen service number"), bsns),
    Trace("iban", _("a bank account"), ibans),
    Trace("number", _("a long number, such as that of a file"), long_numbers),
)

# Whether it looks like a report

REPORT = re.compile(
    r"\b(?:"
    # Dutch
    r"fraud\w*|fraudeer\w*|steekpenning\w*|omkop\w*|omgekocht|smeergeld|corrupt\w*|zelfverrijk\w*|verduister\w*"
    r"|gestolen|diefstal|stelen|vervals\w*|valsheid|machtsmisbruik|misbruik(?:t|en|te)?|misstand\w*|doofpot"
    r"|intimid\w*|ge[ïi]ntimideerd|bedreig\w*|aanrand\w*|verkracht\w*|mishandel\w*|discrimine\w*|gediscrimineerd"
    r"|integriteitsschending\w*|strafbaar\w*|klokkenluid\w*|illegaal|illegale"
    # English
    r"|brib\w*|kickback\w*|embezzl\w*|stolen|stealing|theft|forge(?:d|ry)|falsif\w*|cover(?:ed)?[ -]up"
    r"|harass\w*|threaten\w*|assault\w*|raped?|abus(?:e|ed|ing)|discriminat\w*|misconduct|wrongdoing|whistle-?blow\w*"
    r"|illegal\w*"
    r")\b",
    re.IGNORECASE,
)


def looks_like_report(texts: Sequence[str]) -> bool:
    """Whether the words suggest wrongdoing: then the writer should know the doors. It is a guess, kept nowhere."""
    return any(REPORT.search(text) for text in texts)
