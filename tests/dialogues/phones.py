"""A phone of a participant, for tests of pages: a client with cookies of its own."""

from __future__ import annotations

import html
import re

from django.test import Client
from django.urls import reverse

from goedwerk.dialogues.device import PLACE
from goedwerk.dialogues.models import Dialogue, Step


class Phone:
    def __init__(self, dialogue: Dialogue, language: str = "en", **settings):
        self.dialogue = dialogue
        self.client = Client(headers={"accept-language": language}, **settings)

    def url(self, name: str, *more) -> str:
        return reverse(f"dialogues:{name}", args=[self.dialogue.code, *more])

    def look(self, name: str = "now", *more, follow: bool = True, **query):
        return self.client.get(self.url(name, *more), query, follow=follow)

    def post(self, name: str, *more, follow: bool = True, **data):
        return self.client.post(self.url(name, *more), data, follow=follow)

    def join(self, **data) -> Phone:
        self.look()
        self.post("take-part", **data)
        return self

    def send(self, step: Step, *, follow: bool = True, **data):
        return self.post("step", step.pk, follow=follow, **data)

    @property
    def token(self) -> str:
        return self.client.cookies[PLACE].value


def words(response) -> str:
    """What a page says, without its markup."""
    text = re.sub(r"<(script|style|svg)\b.*?</\1>", " ", response.content.decode(), flags=re.S)
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text)))
