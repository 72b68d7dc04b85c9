"""What every page of a facilitator needs: the own dialogue, and the address that phones can reach."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse

from goedwerk.accounts.address import public_address
from goedwerk.dialogues.models import Dialogue

THIS_COMPUTER = ("127.0.0.1", "localhost", "[::1]")


def own_dialogue(request: HttpRequest, key: UUID) -> Dialogue:
    """A dialogue of this organisation. That of another one does not exist here."""
    return get_object_or_404(Dialogue.objects.select_related("organisation"), pk=key, organisation=request.organisation)


@dataclass(frozen=True)
class JoinAddress:
    """How people come in. `words` is what somebody reads aloud."""

    code: str
    url: str
    words: str
    is_this_computer_only: bool

    @classmethod
    def of(cls, request: HttpRequest, dialogue: Dialogue) -> JoinAddress:
        base = public_address(request)
        host = base.partition("//")[2]
        return cls(
            code=dialogue.code,
            url=base + reverse("dialogues:now", args=[dialogue.code]),
            words=host,
            is_this_computer_only=host.rpartition(":")[0] in THIS_COMPUTER or host in THIS_COMPUTER,
        )
