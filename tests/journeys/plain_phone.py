"""A phone that speaks plain HTTP: forms and cookies, no JavaScript. Many of them fit beside a few real browsers."""

from __future__ import annotations

import html
import re
import time
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
STEP = re.compile(r'action="(/d/[^"]+/step/[^"]+/)"')
CHOICES = re.compile(r'<input type="radio"[^>]*name="option"[^>]*value="([^"]+)"')


class PlainPhone:
    """One participant with cookies of their own; `times` holds how long each page took, in seconds."""

    def __init__(self, address: str, code: str):
        self.address, self.code = address, code
        self.browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
        self.times: list[float] = []
        self.page = ""

    def join(self) -> PlainPhone:
        self.look()
        self.post(f"/d/{self.code}/take-part/")
        return self

    def look(self, path: str = "") -> str:
        return self.ask(path or f"/d/{self.code}/")

    def answer(self, **fields: str | list[str]) -> str:
        """Fill in the step that is open, and send it."""
        self.look()
        return self.post(STEP.search(self.page)[1], **fields)

    @property
    def choices(self) -> list[str]:
        return CHOICES.findall(self.page)

    def post(self, path: str, **fields: str | list[str]) -> str:
        token = TOKEN.search(self.page)
        body = {"csrfmiddlewaretoken": token[1] if token else "", **fields}
        return self.ask(path, urllib.parse.urlencode(body, doseq=True).encode())

    def ask(self, path: str, body: bytes | None = None) -> str:
        request = urllib.request.Request(self.address + path, body, {"Accept-Language": "nl"})
        began = time.perf_counter()
        with self.browser.open(request, timeout=30) as reply:
            self.page = html.unescape(reply.read().decode())
        self.times.append(time.perf_counter() - began)
        return self.page
