"""A text to send by oneself: copied, or opened in one's own mail program. Nothing is sent from here."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote


@dataclass(frozen=True)
class Letter:
    subject: str
    text: str

    @property
    def mailto(self) -> str:
        """Opens the sender's own mail program, without an addressee (RFC 6068)."""
        body = "\r\n".join(self.text.splitlines())
        return f"mailto:?subject={quote(self.subject)}&body={quote(body)}"
