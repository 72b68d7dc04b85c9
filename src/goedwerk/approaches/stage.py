"""The room above that can play an approach: it shows how a step looks, and leads to a dialogue with it.

Phones, consoles and screens live in a room above this one. It registers itself here, once, when the house is put
together; without it the editor works, and shows no preview.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from django.utils.safestring import SafeString

from goedwerk.approaches.models import OwnApproach
from goedwerk.approaches.step_kind import Reader


class Stage(Protocol):
    def phone(self, own: OwnApproach, step: str) -> SafeString:
        """A step as a participant sees it."""

    def readers(self, own: OwnApproach) -> Mapping[str, Reader]:
        """Who reads what is filled in, for each step that works."""

    def preview_url(self, own: OwnApproach, step: str) -> str:
        """The page that shows a step as participant, facilitator and big screen."""

    def script_url(self, own: OwnApproach) -> str:
        """The script on paper."""

    def cards_url(self, own: OwnApproach) -> str:
        """The cards on paper."""

    def prepare_url(self, key: str) -> str:
        """Where a dialogue is prepared with an approach."""


_stages: list[Stage] = []


def register(stage: Stage) -> None:
    _stages[:] = [stage]


def phone(own: OwnApproach, step: str) -> SafeString:
    return next((stage.phone(own, step) for stage in _stages), SafeString(""))


def readers(own: OwnApproach) -> Mapping[str, Reader]:
    return next((stage.readers(own) for stage in _stages), {})


def preview_url(own: OwnApproach, step: str) -> str:
    return next((stage.preview_url(own, step) for stage in _stages), "")


def script_url(own: OwnApproach) -> str:
    return next((stage.script_url(own) for stage in _stages), "")


def cards_url(own: OwnApproach) -> str:
    return next((stage.cards_url(own) for stage in _stages), "")


def prepare_url(key: str) -> str:
    return next((stage.prepare_url(key) for stage in _stages), "")
