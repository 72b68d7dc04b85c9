"""One process that serves everything: pages, screens that follow, and the jobs of each minute."""

import logging
import threading
import warnings

import uvicorn
from django.conf import settings
from django.db import DatabaseError, close_old_connections

from goedwerk.dialogues import traces
from goedwerk.dialogues.actions import closing, erasing

log = logging.getLogger("goedwerk.jobs")
MINUTE = 60


# Static files are read in one go from the disk: nothing an operator could do about it.
warnings.filterwarnings("ignore", message="StreamingHttpResponse must consume synchronous iterators")


def server(*, host: str, port: int) -> uvicorn.Server:
    config = uvicorn.Config(
        "goedwerk.config.asgi:application",
        host=host,
        port=port,
        # An access log would be a list of who answered when.
        access_log=False,
        server_header=False,
        date_header=False,
        proxy_headers=settings.IS_HTTPS,
        log_level=settings.LOG_LEVEL.lower() if settings.DEBUG else "warning",
        log_config=None,
        # Screens hold a connection open; they come back by themselves.
        timeout_graceful_shutdown=2,
    )
    return uvicorn.Server(config)


def do_jobs() -> None:
    """Close rounds whose last day has passed; erase answers whose retention has ended, and traces of any other."""
    close_old_connections()
    try:
        closing.close_due_rounds()
        erasing.erase_due_rounds()
        # Who changed an answer or stopped has erased something too.
        traces.wipe()
    except (DatabaseError, OSError):
        # Loud, and again in a minute: a job that dies silently would keep answers too long.
        log.exception("The jobs of this minute failed")
    finally:
        close_old_connections()


def work(stopped: threading.Event) -> None:
    while True:
        do_jobs()
        if stopped.wait(MINUTE):
            return


def in_background() -> threading.Event:
    """Start the jobs beside the server; set the event to stop them."""
    stopped = threading.Event()
    threading.Thread(target=work, args=[stopped], name="jobs", daemon=True).start()
    return stopped
