"""Which statements may say the same: words cut to their stems, weighed by how rare they are, compared by angle.

Dutch and English. It only suggests; a person joins. See docs/how-to/lead-a-conversation.md.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray
from snowballstemmer import stemmer

# From this cosine on two statements are put side by side.
ALIKE = 0.55
WORD = re.compile(r"[^\W\d_]{2,}")
DUTCH = """
aan al als bij dan dat de die dit door een en er ge het hun ik in is je kan me meer men met mijn moet naar niet nog of
om omdat onder ons onze ook op over te tot uit van veel voor waar wat we wel wie wij wordt ze zich zij zijn zo zou zoals
"""
ENGLISH = """
and are as at be because by can do for from has have if in is it its my not of on or our should so that the their them
there they this to too us was we what when which who will with would you your
"""
COMMON = {"dutch": frozenset(DUTCH.split()), "english": frozenset(ENGLISH.split())}


def alike(written: Mapping[str, str], pool: Mapping[str, str]) -> dict[str, str]:
    """For each statement that was written, the one of the pool (or of the others written) that is most like it."""
    texts = {**pool, **written}
    keys = list(texts)
    angles = cosines([stems(texts[key]) for key in keys])
    np.fill_diagonal(angles, 0)
    found = {}
    for row, key in enumerate(keys):
        best = int(angles[row].argmax()) if len(keys) > 1 else row
        if key in written and angles[row, best] >= ALIKE:
            found[key] = keys[best]
    return found


def cosines(texts: Sequence[Sequence[str]]) -> NDArray[np.float64]:
    """Cosine of each pair by TF-IDF, shape (n_texts, n_texts); 0 where a text has no words."""
    words = {word: column for column, word in enumerate(sorted({word for text in texts for word in text}))}
    counts = np.zeros((len(texts), max(len(words), 1)))
    for row, text in enumerate(texts):
        for word in text:
            counts[row, words[word]] += 1
    rarity = np.log((1 + len(texts)) / (1 + (counts > 0).sum(axis=0))) + 1
    weighed = counts * rarity
    lengths = np.linalg.norm(weighed, axis=1, keepdims=True)
    unit = np.divide(weighed, lengths, out=np.zeros_like(weighed), where=lengths > 0)
    return unit @ unit.T


def stems(text: str) -> list[str]:
    """The words that carry the meaning, cut to their stems."""
    words = WORD.findall(text.lower())
    language = language_of(words)
    return [stem(language, word) for word in words if word not in COMMON[language]]


def language_of(words: Sequence[str]) -> str:
    """The language whose common words stand in it most."""
    return max(COMMON, key=lambda language: sum(word in COMMON[language] for word in words))


@cache
def stemmer_of(language: str):
    return stemmer(language)


def stem(language: str, word: str) -> str:
    return stemmer_of(language).stemWord(word)
