"""A log for operators that cannot name a participant."""

import logging


class WithoutRequest(logging.Filter):
    """Keeps faults, and takes away what tells who asked: the request, and messages about a missing or refused page."""

    def filter(self, record: logging.LogRecord) -> bool:
        if record.name == "django.request" and record.levelno < logging.ERROR:
            return False
        if hasattr(record, "request"):
            record.request = None
            record.msg, record.args = "A page could not be made", ()
        return True
