"""Settings: documented, strict, and private by default."""

import os
import re
import subprocess
import sys
from pathlib import Path
from runpy import run_path

import pytest
from django.conf import settings

from goedwerk.config.env import WrongSetting

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = ROOT / "src/goedwerk/config/settings.py"
NAMED = re.compile(r"GOEDWERK_[A-Z_]+")
WRONG = [
    ("GOEDWERK_DATA", "/dev/null"),
    ("GOEDWERK_PORT", "eight"),
    ("GOEDWERK_BIND", "everywhere"),
    ("GOEDWERK_PUBLIC_URL", "goedwerk"),
    ("GOEDWERK_IS_HTTPS", "perhaps"),
    ("GOEDWERK_ALLOWED_HOSTS", "https://goedwerk.example.nl"),
    ("GOEDWERK_DATABASE_URL", "mysql://x/y"),
    ("GOEDWERK_SECRET_KEY", "too short"),
    ("GOEDWERK_SECRET_KEY_FILE", "/nowhere"),
    ("GOEDWERK_RETENTION_DAYS", "-1"),
    ("GOEDWERK_LEAVE_TO", "javascript:alert(1)"),
    ("GOEDWERK_SECURITY_CONTACT", "the caretaker"),
    ("GOEDWERK_LANGUAGE", "fr"),
    ("GOEDWERK_TIME_ZONE", "Mars/Phobos"),
    ("GOEDWERK_LOG_LEVEL", "LOUD"),
    ("GOEDWERK_EXTRA_KINDS", "no_such_module"),
    ("GOEDWERK_ROOM_ADDRESS", "in the room"),
    ("GOEDWERK_DEBUG", "perhaps"),
]


def start(tmp_path, command="check", /, **variables):
    """Start the command in a process of its own, with these variables."""
    own = {"GOEDWERK_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "goedwerk.config.settings", **variables}
    words = [sys.executable, "-m", "goedwerk", command]
    return subprocess.run(words, env={**os.environ, **own}, capture_output=True, text=True, check=False)


def test_every_variable_is_documented():
    read = set(NAMED.findall(SETTINGS.read_text(encoding="utf-8")))
    documented = set(NAMED.findall((ROOT / "docs/reference/settings.md").read_text(encoding="utf-8")))

    assert read <= documented
    assert documented - read == {"GOEDWERK_SECRET_KEY_FILE"}


@pytest.mark.parametrize(("variable", "value"), WRONG)
def test_a_wrong_value_is_refused_with_its_name(tmp_path, monkeypatch, variable, value):
    monkeypatch.setenv("GOEDWERK_DATA", str(tmp_path))
    monkeypatch.setenv(variable, value)

    with pytest.raises(WrongSetting, match=f"^{variable}: "):
        run_path(SETTINGS)


def test_a_wrong_value_stops_the_start_in_one_line(tmp_path):
    result = start(tmp_path, GOEDWERK_PORT="eight")

    assert result.returncode == 2
    assert result.stderr == "Not started. GOEDWERK_PORT: write a whole number from 1 to 65535, not 'eight'.\n"


def test_a_database_that_does_not_answer_stops_the_start_with_its_name(tmp_path):
    result = start(tmp_path, "link", GOEDWERK_DATABASE_URL="postgresql://noor:very-secret@127.0.0.1:1/goedwerk")

    assert result.returncode == 2
    assert result.stderr.startswith("Not started. The database does not answer: ")
    assert "GOEDWERK_DATABASE_URL" in result.stderr
    assert "Traceback" not in result.stderr
    assert "very-secret" not in result.stderr


def test_other_names_of_the_site_are_allowed_beside_this_computer(tmp_path, monkeypatch):
    monkeypatch.setenv("GOEDWERK_DATA", str(tmp_path))
    monkeypatch.setenv("GOEDWERK_ALLOWED_HOSTS", "goedwerk.example.nl, .example.org")

    hosts = run_path(SETTINGS)["ALLOWED_HOSTS"]

    assert {"127.0.0.1", "goedwerk.example.nl", ".example.org"} <= set(hosts)


def test_every_documented_variable_refuses_a_wrong_value():
    documented = set(NAMED.findall((ROOT / "docs/reference/settings.md").read_text(encoding="utf-8")))

    assert documented == {variable for variable, _value in WRONG}


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
