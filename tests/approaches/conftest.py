"""An approach that is being written, and who writes it."""

import pytest
from django.utils.translation import override

from approaches.drafts import SIX, draft_of
from goedwerk.approaches import actions
from goedwerk.approaches.models import OwnApproach


@pytest.fixture
def english():
    """Whatever language an earlier test left on."""
    with override("en"):
        yield


@pytest.fixture
def own(pack, membership) -> OwnApproach:
    """A draft of six steps that could be kept as it is."""
    return actions.begin(organisation=membership.organisation, user=membership.user, draft=draft_of(*SIX))


@pytest.fixture
def kept(own, facilitator):
    """The same, with a version that dialogues can be prepared with."""
    actions.keep_version(own=own, user=facilitator)
    own.refresh_from_db()
    return own
