"""The second line: every picture is attacked, as one curious participant would, before it is stored.

The attack reads pictures only, so the same pictures always get the same verdict, and it is enough to attack them once.
"""

from __future__ import annotations

from functools import lru_cache

from goedwerk_analysis import disclosure
from goedwerk_analysis.released import ChoicePicture, Released, Withheld


@lru_cache(maxsize=512)
def checked(picture: Released) -> Released:
    """The picture; or, when the attack finds anybody, nothing."""
    return disclosure.audit(picture).release(picture)


@lru_cache(maxsize=512)
def checked_shift(first: Released, second: Released, shift: Released) -> Released:
    """Whether people changed, attacked together with the two pictures that it lies between."""
    if isinstance(shift, Withheld):
        return shift
    if not (isinstance(first, ChoicePicture) and isinstance(second, ChoicePicture)):
        return Withheld("audit")
    return disclosure.audit(first, second=second, shift=shift).release(shift)
