"""When the database cannot write, such as on a full disk: a clear page, one clear line for the operator."""

import logging

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.deprecation import MiddlewareMixin

log = logging.getLogger("goedwerk.database")


class CannotKeep(MiddlewareMixin):
    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Nothing was acknowledged, so nothing is lost; whoever sent something is told so."""
        if not isinstance(exception, OperationalError):
            return None
        log.error("The database cannot be used now. Is the disk full? It says: %s", exception)
        return HttpResponse(render_to_string("503.html"), status=503, headers={"Retry-After": "60"})
