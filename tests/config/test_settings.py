"""Settings: documented, strict, and private by default."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(__file__).resolve().parents[2]
NAMED = re.compile(r"GOEDWERK_[A-Z_]+")


def start(tmp_path, **variables):
    """Start the command in a process of its own, with these variables."""
    own = {"GOEDWERK_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "goedwerk.config.settings", **variables}
    command = [sys.executable, "-m", "goedwerk", "check"]
    return subprocess.run(command, env={**os.environ, **own}, capture_output=True, text=True, check=False)


def test_every_variable_is_documented():
    read = set(NAMED.findall((ROOT / "src/goedwerk/config/settings.py").read_text(encoding="utf-8")))
    documented = set(NAMED.findall((ROOT / "docs/reference/settings.md").read_text(encoding="utf-8")))

    assert read <= documented
    assert documented - read == {"GOEDWERK_SECRET_KEY_FILE"}


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("GOEDWERK_PORT", "eight"),
        ("GOEDWERK_DATABASE_URL", "mysql://x/y"),
        ("GOEDWERK_PUBLIC_URL", "goedwerk"),
        ("GOEDWERK_DEBUG", "perhaps"),
        ("GOEDWERK_LANGUAGE", "fr"),
        ("GOEDWERK_LOG_LEVEL", "LOUD"),
        ("GOEDWERK_RETENTION_DAYS", "-1"),
    ],
)
def test_a_wrong_value_stops_the_start_with_its_name(tmp_path, variable, value):
    result = start(tmp_path, **{variable: value})

    assert result.returncode == 2
    assert result.stderr.startswith(f"Not started. {variable}: ")
    assert "Traceback" not in result.stderr


def test_an_installation_of_its_own_asks_for_what_production_needs_in_order(tmp_path):
    result = start(tmp_path)

    assert result.returncode == 1
    assert result.stdout.startswith("1. The public address is not known.")


def test_the_policy_for_content_allows_nothing_unsafe_and_nobody_else():
    policy = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]

    assert policy["default-src"] == ["'none'"]
    assert not any("unsafe" in source or "://" in source for sources in policy.values() for source in sources)


def test_no_session_is_stored():
    assert settings.SESSION_ENGINE == "django.contrib.sessions.backends.signed_cookies"
    assert "django.contrib.admin" not in settings.INSTALLED_APPS


def test_sqlite_loses_nothing_and_remembers_nothing():
    options = settings.DATABASES["default"].get("OPTIONS", {})
    if settings.DATABASES["default"]["ENGINE"] != "goedwerk.config.sqlite":
        pytest.skip("these are the options of SQLite")

    assert options["transaction_mode"] == "IMMEDIATE"
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON"):
        assert f"PRAGMA {pragma};" in options["init_command"]
    assert settings.ATOMIC_REQUESTS is False
