"""Where this site can be reached by others than the computer it runs on."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest


def public_address(request: HttpRequest) -> str:
    """Where this site can be reached, without a path: for phones in a room its address there."""
    if settings.PUBLIC_URL:
        return settings.PUBLIC_URL.rstrip("/")
    if settings.ROOM_ADDRESS:
        return f"http://{settings.ROOM_ADDRESS}:{settings.PORT}"
    return f"{request.scheme}://{request.get_host()}"
