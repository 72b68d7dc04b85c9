"""The forms on a page, as a browser without JavaScript knows them."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Field:
    name: str
    # What it holds when nobody touches it; None for a box that is not ticked.
    value: str | None = ""
    choices: list[str] = field(default_factory=list)
    is_file: bool = False


@dataclass
class Form:
    action: str
    method: str
    is_multipart: bool
    fields: list[Field] = field(default_factory=list)


class FormReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.form: Form | None = None
        self.open: Field | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        own = {name: value or "" for name, value in attrs}
        if tag == "form":
            is_multipart = own.get("enctype") == "multipart/form-data"
            self.form = Form(own.get("action", ""), own.get("method", "get").upper(), is_multipart)
            self.forms.append(self.form)
        elif self.form is not None and tag in ("input", "button", "select", "textarea") and own.get("name"):
            self.take(tag, own)
        elif tag == "option" and self.open is not None:
            self.open.choices.append(own.get("value", ""))
            if "selected" in own or not self.open.value:
                self.open.value = own.get("value", "")

    def take(self, tag: str, own: dict[str, str]) -> None:
        kind = own.get("type", "submit" if tag == "button" else "text")
        found = Field(own["name"], own.get("value", ""), is_file=kind == "file")
        if kind in ("radio", "checkbox", "submit"):
            found.choices = [found.value or "on"]
            found.value = found.choices[0] if "checked" in own else None
        self.form.fields.append(found)
        self.open = found if tag in ("select", "textarea") else None

    def handle_data(self, data: str) -> None:
        if self.open is not None and not self.open.choices:
            self.open.value = (self.open.value or "") + data.strip()

    def handle_endtag(self, tag: str) -> None:
        if tag in ("select", "textarea"):
            self.open = None
        if tag == "form":
            self.form = None


def forms_on(page: str) -> list[Form]:
    reader = FormReader()
    reader.feed(page)
    return reader.forms
