import pytest

from cast import prepare
from goedwerk.dialogues.actions import leading
from signals.asking import KEY, agree, become, put


@pytest.fixture
def asking(pack, membership):
    """A live dialogue whose last step asks something of a function, beside the picture of the first choice."""
    dialogue = prepare(membership, "dagstart-dilemma", follow_up_owner="Hoofd Vergunningen")
    become(dialogue.round.steps.get(key=KEY), "signal", of=["first"], days=30)
    return dialogue


@pytest.fixture
def group(asking, play):
    """Nine people at the step that asks something."""
    cast = play(asking, people=9)
    cast.go_to(KEY)
    return cast


@pytest.fixture
def agreed(group):
    """What they agreed on, in a dialogue that is closed."""
    step = group.step
    put(group)
    group.answer_all({"vote": "agree"})
    group.act(leading.close_step)
    signal = agree(group, step)
    group.close()
    return signal
