"""Puts the house in order before it opens: tables, content, static files, the first facilitator.

What was done is written down in the data folder, so that a second start does only what has changed.
"""

import hashlib
import json
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext as _

import goedwerk
from goedwerk.accounts import actions as accounts
from goedwerk.accounts.models import User
from goedwerk.approaches.models import Approach
from goedwerk.content import loaders
from goedwerk.content.reader import pack_digest, read_pack
from goedwerk.dialogues.actions import erasing
from goedwerk.organisations import actions as organisations
from goedwerk.organisations.models import Membership, Role

PACKAGE = Path(goedwerk.__file__).parent


def put_in_order() -> None:
    done = read_stamps()
    stamps = {
        "content": " ".join(pack_digest(pack) for pack in loaders.installed_packs()) + database_name(),
        "static": digest(static_files()),
    }
    if migrations_wait():
        call_command("migrate", interactive=False, verbosity=0)
    erasing.replay()
    if done.get("content") != stamps["content"] or not Approach.objects.exists():
        for path in loaders.installed_packs():
            loaders.load_pack(read_pack(path))
    if done.get("static") != stamps["static"] or not Path(settings.STATIC_ROOT).exists():
        call_command("collectstatic", interactive=False, verbosity=0, clear=True)
    write_stamps(stamps)


def first_facilitator() -> User:
    """Who founded this installation; at the very first start somebody without a name yet."""
    owner = Membership.objects.select_related("user").filter(role=Role.OWNER).first()
    if owner is None:
        owner = organisations.found(name=_("My organisation"), owner=_("Facilitator"))
    return owner.user


def sign_in_link(user: User, address: str) -> str:
    return f"{address}/sign-in/{accounts.make_link(user=user)}/"


# Stamps


def stamps_file() -> Path:
    return settings.DATA_FOLDER / "in-order.json"


def read_stamps() -> dict[str, str]:
    try:
        return json.loads(stamps_file().read_text(encoding="utf-8"))
    except (FileNotFoundError, json.JSONDecodeError):
        return {}


def write_stamps(stamps: dict[str, str]) -> None:
    stamps_file().write_text(json.dumps(stamps, indent=1), encoding="utf-8")


def static_files():
    for app in apps.get_app_configs():
        yield from sorted(path for path in Path(app.path).glob("static/**/*") if path.is_file())


def digest(files) -> str:
    """A fingerprint of files: their names and what is in them."""
    sum = hashlib.sha256()
    for file in files:
        sum.update(str(file.relative_to(PACKAGE.parent) if file.is_relative_to(PACKAGE.parent) else file).encode())
        sum.update(file.read_bytes())
    return sum.hexdigest()


def database_name() -> str:
    return f" {settings.DATABASES['default']['NAME']}"


def migrations_wait() -> bool:
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
