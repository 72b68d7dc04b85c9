"""Why nothing is shown, in words that follow from public facts and give no reason to guess."""

from typing import get_args

import pytest

from goedwerk.dialogues.picture_words import withheld_note, withheld_sentence
from goedwerk_analysis.released import Reason, Withheld


@pytest.mark.parametrize("reason", get_args(Reason))
def test_every_reason_has_words_without_a_number_of_answers(reason):
    said = f"{withheld_sentence(Withheld(reason))} {withheld_note(Withheld(reason))}"

    assert len(said) > 20
    assert not any(letter.isdigit() for letter in said)
