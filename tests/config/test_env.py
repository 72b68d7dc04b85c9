"""The environment is read strictly: a wrong value names its variable and the way out."""

import pytest

from goedwerk.config.env import Environment, WrongSetting


def test_an_empty_variable_gives_the_default():
    env = Environment({"GOEDWERK_PORT": " "})

    assert env.integer("GOEDWERK_PORT", default=8000, low=1, high=65535) == 8000


@pytest.mark.parametrize("value", ["eighty", "-1", "0", "65536", "8000.0", "８０"])
def test_a_port_that_cannot_be_one_names_the_variable(value):
    env = Environment({"GOEDWERK_PORT": value})

    with pytest.raises(WrongSetting, match=r"^GOEDWERK_PORT: write a whole number from 1 to 65535"):
        env.integer("GOEDWERK_PORT", default=8000, low=1, high=65535)


@pytest.mark.parametrize(("value", "meaning"), [("yes", True), ("ON", True), ("0", False), ("False", False)])
def test_yes_and_no_are_understood_in_several_ways(value, meaning):
    assert Environment({"GOEDWERK_DEBUG": value}).boolean("GOEDWERK_DEBUG", default=not meaning) is meaning


def test_maybe_is_not_an_answer():
    with pytest.raises(WrongSetting, match="GOEDWERK_DEBUG: write yes or no, not 'maybe'"):
        Environment({"GOEDWERK_DEBUG": "maybe"}).boolean("GOEDWERK_DEBUG", default=False)


def test_a_secret_can_stand_in_a_file(tmp_path):
    file = tmp_path / "secret"
    file.write_text("very secret\n", encoding="utf-8")

    assert Environment({"GOEDWERK_SECRET_KEY_FILE": str(file)}).secret("GOEDWERK_SECRET_KEY") == "very secret"


def test_a_secret_file_that_is_not_there_names_its_variable(tmp_path):
    env = Environment({"GOEDWERK_SECRET_KEY_FILE": str(tmp_path / "nowhere")})

    with pytest.raises(WrongSetting, match="GOEDWERK_SECRET_KEY_FILE: cannot read"):
        env.secret("GOEDWERK_SECRET_KEY")


def test_a_database_address_is_taken_apart():
    env = Environment({"GOEDWERK_DATABASE_URL": "postgresql://noor:p%40ss@db.example.nl:5433/goedwerk"})

    assert env.postgresql("GOEDWERK_DATABASE_URL") == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "goedwerk",
        "USER": "noor",
        "PASSWORD": "p@ss",
        "HOST": "db.example.nl",
        "PORT": "5433",
    }


@pytest.mark.parametrize("value", ["mysql://x/y", "goedwerk.sqlite3", "postgresql://host"])
def test_another_database_is_refused_with_the_way_out(value):
    with pytest.raises(WrongSetting, match="GOEDWERK_DATABASE_URL: write postgresql://"):
        Environment({"GOEDWERK_DATABASE_URL": value}).postgresql("GOEDWERK_DATABASE_URL")


@pytest.mark.parametrize("value", ["goedwerk.example.nl", "ftp://example.nl", "https://example.nl/path"])
def test_a_public_address_is_a_site_without_a_path(value):
    with pytest.raises(WrongSetting, match="GOEDWERK_PUBLIC_URL"):
        Environment({"GOEDWERK_PUBLIC_URL": value}).url("GOEDWERK_PUBLIC_URL")
