"""One approach by itself, outside a pack: read from text, or checked as it is being written."""

from collections.abc import Iterable, Sequence

from goedwerk.content import yaml12
from goedwerk.content.complaints import Complaint, complaints
from goedwerk.content.documents import key_of
from goedwerk.content.names import NOTHING, Names
from goedwerk.content.pack import PackError, PackInvalid
from goedwerk.content.rules import broken_rules
from goedwerk.content.yaml12 import Document, NotReadable

# A recipe of sixty long steps stays far below this.
LONGEST = 150_000


def read_approach(text: str, *, file: str = "", kinds: Sequence[str] = (), decks: Iterable[int] = ()) -> dict:
    """The approach that is written here, or PackInvalid with everything that is wrong in it.

    `kinds` are the kinds of step that are known beside those of the schema; `decks` the sizes a sort may have.
    """
    document = _document(text, file)
    found = problems_of(document.value, kinds=kinds, decks=decks)
    if found:
        raise PackInvalid(tuple(sorted({_error(file, document, complaint) for complaint in found})))
    return document.value


def _document(text: str, file: str) -> Document:
    if len(text) > LONGEST:
        message = f"This text is longer than {LONGEST:,} characters; that is more than an approach can have."
        raise PackInvalid((PackError(file=file, line=1, key="", message=message),))
    try:
        return yaml12.read(text)
    except NotReadable as found:
        error = PackError(file=file, line=found.line, key=key_of(found.path), message=found.message)
        raise PackInvalid((error,)) from found


def _error(file: str, document: Document, complaint: Complaint) -> PackError:
    line = document.line(complaint.place)
    return PackError(file=file, line=line, key=key_of(complaint.place), message=complaint.message)


def problems_of(approach: object, *, kinds: Sequence[str] = (), decks: Iterable[int] = ()) -> list[Complaint]:
    """Everything that keeps an approach from being used: first its form, and when that fits what it refers to."""
    found = [each for each in complaints(approach, schema="approach") if not _is_known_kind(each, approach, kinds)]
    return found or list(broken_rules("approach", approach, _names(decks)))


def _is_known_kind(complaint: Complaint, approach: dict, kinds: Sequence[str]) -> bool:
    """The schema lists the kinds that ship; another package may have added one."""
    match complaint.place:
        case ("steps", int(at), "kind"):
            return approach["steps"][at].get("kind") in kinds
    return False


def _names(decks: Iterable[int]) -> Names:
    return Names(deck_sizes=frozenset(decks)) if decks else NOTHING
