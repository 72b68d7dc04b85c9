"""What is sent: addresses, forms and bodies as Hypothesis draws them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import quote, urlencode

from hypothesis import strategies as st

from fuzz.forms import Field, Form

# Stands in whatever a participant or a stranger writes; no log may hold it.
CANARY = "kanariekruid"
AGENT = "Fuzz-Agent/6.6"
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND")
TYPES = ("application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "multipart/form-data", "text/plain")
TYPES += ("application/json", "application/x-www-form-urlencoded; charset=utf-7", "not/a type;;", "")

HOSTILE = (
    "<script>alert(1)</script>",
    "' OR 1=1 --",
    "{{ 7*7 }}{% debug %}",
    "../../../../etc/passwd",
    "\x00",
    "a\x00b",
    "‮dlrow",
    "👩🏽‍⚖️" * 50,
    "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"),
    "-1",
    "0",
    "1e999",
    "NaN",
    "9" * 40,
    "2026-02-30T25:61",
    "9999-12-31T23:59",
    "0001-01-01T00:00",
    "null",
    "[]",
    '{"a":{"b":[1]}}',
    "&a [*a, *a]",
    "!!python/object/apply:os.system ['true']",
    "00000000-0000-0000-0000-000000000000",
    "on",
    "nl",
    " " * 300,
    "\r\nSet-Cookie: a=b",
    "x" * 20_000,
)


@dataclass(frozen=True)
class Request:
    method: str
    path: str
    body: bytes | None = None
    content_type: str = ""
    headers: tuple[tuple[str, str], ...] = ()

    def without_canary(self) -> Request:
        """As a host sends it: what hosts do, and how they name a dialogue, is logged."""
        body = self.body and self.body.replace(CANARY.encode(), b"waterkers")
        return replace(self, path=self.path.replace(CANARY, "waterkers"), body=body)


def words() -> st.SearchStrategy[str]:
    free = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
    return st.one_of(st.sampled_from(HOSTILE), free).map(lambda text: f"{CANARY} {text}")


# How a field is treated (0-9), and what may be written in it.
Spice = tuple[int, str]


def spices(keys: list[str]) -> st.SearchStrategy[list[Spice]]:
    """Drawn before the page is seen, so that the same number draws the same whatever the house answers."""
    text = st.one_of(words(), st.sampled_from(HOSTILE), st.sampled_from(keys))
    return st.lists(st.tuples(st.integers(0, 9), text), min_size=1, max_size=8)


def seasoned(found: Field, spice: Spice) -> list[str]:
    """What one field sends: mostly what it offers, sometimes nothing, twice the same, or what it never offered."""
    treatment, text = spice
    offered = found.choices or ([found.value] if found.value else [])
    one = offered[len(text) % len(offered)] if offered else text
    if treatment == 0:
        return []
    if treatment == 1:
        return [one, one, text]
    return [text] if treatment < 5 or not offered else [one]


def filled_in(form: Form, page: str, drawn: list[Spice]) -> Request:
    """This form, sent with the token that stood in it but with anything in its other fields."""
    pairs = []
    for place, found in enumerate(form.fields):
        is_token = found.name == "csrfmiddlewaretoken"
        sent = [found.value] if is_token else seasoned(found, drawn[place % len(drawn)])
        pairs += [(found.name, value) for value in sent]
    action = form.action or page
    if form.method == "GET":
        return Request("GET", f"{action.split('?')[0]}?{urlencode(pairs, errors='surrogatepass')}")
    if form.is_multipart:
        return Request("POST", action, multipart(pairs, form), "multipart/form-data; boundary=grens")
    body = urlencode(pairs, errors="surrogatepass").encode()
    return Request("POST", action, body, TYPES[0])


def multipart(pairs: list[tuple[str, str]], form: Form) -> bytes:
    files = {found.name for found in form.fields if found.is_file}
    parts = []
    for name, value in pairs:
        file = '; filename="../pakket.yaml"' if name in files else ""
        parts.append(f'--grens\r\nContent-Disposition: form-data; name="{name}"{file}\r\n\r\n{value}\r\n')
    return ("".join(parts) + "--grens--\r\n").encode("utf-8", "surrogatepass")


@st.composite
def raw(draw: st.DrawFn, urls: list[str], keys: list[str]) -> Request:
    """Any method, any body, at an address that exists, nearly exists, or does not."""
    path = draw(st.one_of(st.sampled_from(urls), near(urls, keys)))
    method = draw(st.sampled_from(METHODS))
    headers = tuple(draw(st.lists(odd_headers(), max_size=2, unique_by=lambda header: header[0])))
    if method in ("GET", "HEAD", "OPTIONS", "TRACE"):
        return Request(method, path, headers=headers)
    fields = st.lists(st.tuples(words(), words()), max_size=3).map(lambda pairs: urlencode(pairs).encode())
    body = draw(st.one_of(fields, st.binary(max_size=300)))
    return Request(method, path, body, draw(st.sampled_from(TYPES)), headers)


def near(urls: list[str], keys: list[str]) -> st.SearchStrategy[str]:
    """An address with one part exchanged, and perhaps a question behind it."""

    def exchanged(url: str, place: int, part: str, query: str) -> str:
        parts = url.split("?")[0].split("/")
        parts[place % len(parts)] = quote(part, safe="", errors="surrogatepass")
        return "/" + "/".join(parts).lstrip("/") + query

    part = st.one_of(st.sampled_from(keys), words(), st.sampled_from(HOSTILE[:24]))
    query = st.one_of(
        st.just(""), words().map(lambda text: "?" + urlencode({"code": text, "next": text, "order": text}))
    )
    return st.builds(exchanged, st.sampled_from(urls), st.integers(0, 9), part, query)


def odd_headers() -> st.SearchStrategy[tuple[str, str]]:
    return st.sampled_from(
        [
            ("Accept-Language", "xx-" + "y" * 200),
            ("Accept-Language", "en;q=NaN, nl;q=-1"),
            ("HX-Request", "true"),
            ("Host", "elsewhere.example"),
            ("Host", "a b"),
            ("X-Forwarded-For", "203.0.113.66, ::1"),
            ("X-Forwarded-Host", "elsewhere.example"),
            ("Referer", "http://elsewhere.example/"),
            ("If-None-Match", '"' + "e" * 500 + '"'),
            ("Range", "bytes=-1-"),
            ("Last-Event-ID", CANARY),
            ("Accept", "nothing"),
        ]
    )
