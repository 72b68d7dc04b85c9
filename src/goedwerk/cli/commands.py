"""What an operator can say on the command line."""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path
from typing import Annotated, NoReturn

import django
import typer
from django.db import OperationalError

from goedwerk.cli.address import CannotListen, NoAddress, address_in_room, require_free
from goedwerk.config.env import WrongSetting
from goedwerk.dialogues.ledger import LedgerDamaged

app = typer.Typer(
    help="Room to weigh the dilemmas of public service together.",
    no_args_is_help=True,
    add_completion=False,
    # They would print the values of variables, and so a secret.
    pretty_exceptions_enable=False,
)


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goedwerk.config.settings")
    try:
        app()
    except (WrongSetting, LedgerDamaged, CannotListen) as wrong:
        refuse(str(wrong))
    except OperationalError as error:
        refuse(
            f"The database does not answer: {error}\nIs there room on the disk? With PostgreSQL: check "
            "GOEDWERK_DATABASE_URL, and whether its server runs."
        )


def refuse(why: str) -> NoReturn:
    say(f"Not started. {why}", error=True)
    sys.exit(2)


def say(line: str = "", *, error: bool = False) -> None:
    print(line, flush=True, file=sys.stderr if error else sys.stdout)


@app.command()
def serve(
    room: Annotated[bool, typer.Option(help="Let phones in the room reach it, over plain HTTP.")] = False,
    address: Annotated[str, typer.Option(help="Address of this computer in the room, when it is not found.")] = "",
    port: Annotated[int, typer.Option(help="Port; else GOEDWERK_PORT, else 8000.")] = 0,
) -> None:
    """Set everything up, serve it, and print one link that signs the first facilitator in."""
    host = room_address(address) if room else "127.0.0.1"
    if room:
        os.environ["GOEDWERK_ROOM_ADDRESS"] = host
    if port:
        os.environ["GOEDWERK_PORT"] = str(port)
    django.setup()
    from goedwerk.cli import house, server, welcome

    bind = "0.0.0.0" if room else bind_address()
    require_free(bind, port_of())
    house.put_in_order()
    stopped = server.in_background()
    running = server.server(host=bind, port=port_of())
    threading.Thread(target=welcome.greet, args=[running, host, room], daemon=True).start()
    running.run()
    stopped.set()


def bind_address() -> str:
    from django.conf import settings

    return settings.BIND


def port_of() -> int:
    from django.conf import settings

    return settings.PORT


def room_address(given: str) -> str:
    try:
        return given or address_in_room()
    except NoAddress:
        say("No network found that phones could share. Connect this computer to the Wi-Fi of the room,", error=True)
        say("or name its address: goedwerk serve --room --address 192.168.1.20", error=True)
        raise typer.Exit(1) from None


@app.command()
def check() -> None:
    """Say what is missing for production, in the order in which to do it."""
    django.setup()
    from goedwerk.cli import production

    missing = production.missing()
    for number, lack in enumerate(missing, start=1):
        say(f"{number}. {lack.what}\n   {lack.way_out}")
    if not missing:
        say("Nothing is missing for production.")
    raise typer.Exit(1 if any(lack.must for lack in missing) else 0)


@app.command("load-pack")
def load_pack(path: Annotated[Path, typer.Argument(help="A folder or a zip file with a pack.")]) -> None:
    """Check a content pack and load it: whole, or not at all."""
    django.setup()
    from goedwerk.content import loaders
    from goedwerk.content.pack import PackInvalid
    from goedwerk.content.reader import read_pack

    try:
        loaded = loaders.load_pack(read_pack(path))
    except PackInvalid as invalid:
        for error in invalid.errors:
            say(str(error), error=True)
        say(f"Nothing was loaded: mend {len(invalid.errors)} place(s) and load it again.", error=True)
        raise typer.Exit(1) from None
    counts = ", ".join(f"{count} {section}" for section, count in loaded.counts.items() if count)
    say(f"Loaded {loaded.info.id} {loaded.info.version}: {counts}.")


@app.command()
def link(
    name: Annotated[str, typer.Argument(help="Whose link; without a name that of the first facilitator.")] = "",
) -> None:
    """Print a link that signs a facilitator in: valid once, for 30 minutes."""
    django.setup()
    from goedwerk.accounts.models import User
    from goedwerk.cli import house, welcome

    house.put_in_order()
    user = User.objects.filter(name=name).first() if name else house.first_facilitator()
    if user is None:
        names = ", ".join(User.objects.values_list("name", flat=True))
        say(f"Nobody here is called {name!r}. Known: {names}", error=True)
        raise typer.Exit(1)
    say(house.sign_in_link(user, welcome.own_address("127.0.0.1")))


@app.command()
def demo(people: Annotated[int, typer.Option(min=0, max=200, help="How many simulated colleagues.")] = 9) -> None:
    """Play a whole dialogue with simulated colleagues, marked as such, so that there is a report to look at."""
    django.setup()
    from goedwerk.cli import demonstration, house

    house.put_in_order()
    dialogue = demonstration.play(house.first_facilitator(), people=people)
    say(f"Played “{dialogue.title}” with {people} simulated colleagues. See it under My dialogues.")


@app.command()
def work() -> None:
    """Do the jobs of each minute in a process of its own: close rounds that are due, erase what is due."""
    django.setup()
    from goedwerk.cli import house, server

    house.put_in_order()
    server.work(threading.Event())


@app.command()
def erase(
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would go, and erase nothing.")] = False,
) -> None:
    """Erase now what is due, and again what an older copy of the database brought back."""
    django.setup()
    from goedwerk.cli import erasing

    if dry_run:
        erasing.announce()
    elif not erasing.do():
        raise typer.Exit(1)


@app.command()
def leaflet(
    reader: Annotated[str, typer.Argument(help="works-council or privacy-officer.")],
    out: Annotated[Path, typer.Option(help="The file to write, such as leaflet.html.")],
    language: Annotated[str, typer.Option(help="nl or en.")] = "nl",
) -> None:
    """Write the leaflet for the works council or the fact sheet for the privacy officer: two sheets of A4."""
    django.setup()
    from goedwerk.cli import leaflet as leaflets
    from goedwerk.reports.leaflets import TEMPLATES

    if reader not in TEMPLATES or language not in ("nl", "en"):
        say(f"Choose one of {', '.join(TEMPLATES)}, and nl or en.", error=True)
        raise typer.Exit(2)
    leaflets.write(reader, language=language, out=out)
    say(f"Written: {out}. Print it from a browser, on A4.")
