"""The settings of the platform, in a data folder of this run's own: tests never touch the data of who runs them."""

import os
import tempfile

os.environ["GOEDWERK_DATA"] = tempfile.mkdtemp(prefix="goedwerk-test-")
# Playwright's synchronous browser keeps a loop in this thread; the test database is used beside it.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

from goedwerk.config.settings import *  # noqa: F403

if DATABASES["default"]["ENGINE"] == "goedwerk.config.sqlite":  # noqa: F405
    # pytest-django knows only Django's own SQLite by name, and would share one file between processes.
    DATABASES["default"]["TEST"] = {"NAME": ":memory:"}  # noqa: F405
