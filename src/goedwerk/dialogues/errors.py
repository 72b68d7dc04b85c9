"""What can stand in the way, named after what happened."""


class StepClosed(Exception):
    """The step is not open (any more): the answer is not kept, and is offered back."""


class MovedOn(Exception):
    """Somebody has acted since this screen was drawn."""


class NotLeading(Exception):
    """Another facilitator leads this round now."""


class NotPossible(Exception):
    """An act that does not fit the state of the round; the message says why."""


class CannotStart(Exception):
    """The approach needs something that is not there; the message says what."""
