"""Sends what Hypothesis draws to a served house, and looks at what it did to it."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import closing
from http.client import HTTPConnection
from http.cookies import CookieError, SimpleCookie
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from fuzz.forms import forms_on
from fuzz.requests import AGENT, CANARY, Request, Spice, filled_in, raw, spices

Visitor = dict[str, Any]
TESTS = Path(__file__).resolve().parents[1]
# These would end the visit for all requests after it: they are sent last.
LAST = ("/delete/", "/sign-out")


class Fuzzer:
    """Knocks at every door of a house that is served (`served.House`)."""

    def __init__(self, house: Any):
        self.house = house
        found = self.run_inside(TESTS / "fuzz" / "furnish.py")
        self.urls, self.visitors, self.keys = found["urls"], found["visitors"], found["keys"]
        self.sent = 0
        self.statuses: dict[int, int] = {}
        self.before = self.findings()

    def run_inside(self, script: Path) -> dict[str, Any]:
        environment = self.house.environment | {"PYTHONPATH": f"{self.house.environment['PYTHONPATH']}:{TESTS}"}
        done = subprocess.run([sys.executable, script], env=environment, capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(done.stderr)
        return json.loads(done.stdout)

    def run(self, *, requests: int, number: int) -> None:
        """Send this many requests; the same number draws the same ones."""

        @seed(number)
        @settings(
            max_examples=requests,
            deadline=None,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(
            st.sampled_from(self.visitors),
            st.integers(0, 9_999),
            st.integers(0, 9),
            spices(self.keys),
            raw(self.urls, self.keys),
        )
        def knock(visitor: Visitor, door: int, turn: int, drawn: list[Spice], odd: Request) -> None:
            if self.sent < requests:
                self.knock(visitor, visitor["urls"][door % len(visitor["urls"])], turn, drawn, odd)

        knock()

    def knock(self, visitor: Visitor, url: str, turn: int, drawn: list[Spice], odd: Request) -> None:
        """Something odd, or one of the forms of a page."""
        if turn < 2:
            self.expect_no_fault(visitor, odd)
            return
        page = self.expect_no_fault(visitor, Request("GET", url))
        forms = [form for form in forms_on(page) if not form.action.endswith(LAST)]
        if forms:
            self.expect_no_fault(visitor, filled_in(forms[turn % len(forms)], url, drawn))

    def expect_no_fault(self, visitor: Visitor, request: Request) -> str:
        if request.path.split("?")[0].endswith((*LAST, "/events/")) and request.method != "GET":
            return ""
        status, text = self.send(visitor, request)
        self.statuses[status] = self.statuses.get(status, 0) + 1
        assert status < 500, f"{status} on {request!r} of {visitor['who']}\n{self.house.said[-3000:]}"
        assert "Traceback" not in text
        return text

    def send(self, visitor: Visitor, request: Request) -> tuple[int, str]:
        self.sent += 1
        request = request.without_canary() if visitor["who"] == "host" else request
        visitor["cookies"].setdefault("csrftoken", "x" * 32)
        cookies = "; ".join(f"{name}={value}" for name, value in visitor["cookies"].items())
        headers = {"User-Agent": AGENT, "Cookie": cookies, "Content-Type": request.content_type}
        with closing(HTTPConnection("127.0.0.1", self.house.port, timeout=60)) as line:
            line.request(request.method, request.path, request.body, {**headers, **dict(request.headers)})
            reply = line.getresponse()
            if reply.headers.get_content_type() == "text/event-stream":
                return reply.status, ""
            self.keep_cookies(visitor, reply.headers.get_all("Set-Cookie") or [])
            return reply.status, reply.read().decode("utf-8", "replace")

    def keep_cookies(self, visitor: Visitor, headers: list[str]) -> None:
        """Only the token of forms: whoever visits stays who they are."""
        for header in headers:
            try:
                found = SimpleCookie(header)
            except CookieError:
                continue
            if "csrftoken" in found:
                visitor["cookies"]["csrftoken"] = found["csrftoken"].value

    # What it did to the house

    def findings(self) -> dict[str, tuple]:
        rows = self.house.query("SELECT id, step_id, name, released, method FROM reports_finding")
        return {row[0]: row for row in rows}

    def changed_findings(self) -> list[tuple]:
        after = self.findings()
        return [row for key, row in self.before.items() if after.get(key) != row]

    def leaked(self) -> list[str]:
        """What of the visitors stands in anything that was printed."""
        said = self.house.said
        tokens = [value for visitor in self.visitors for value in visitor["cookies"].values() if len(value) > 7]
        return [word for word in (CANARY, AGENT, "203.0.113.66", "/d/", "Traceback", *tokens) if word in said]
