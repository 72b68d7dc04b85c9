"""What the operator reads when the house is open."""

import sys
from ipaddress import ip_address

import segno
import uvicorn
from django.conf import settings

from goedwerk.cli import house
from goedwerk.cli.address import answers


def own_address(host: str) -> str:
    return settings.PUBLIC_URL or f"http://{host}:{settings.PORT}"


def own_host(bind: str) -> str:
    """How this computer calls itself when it listens there."""
    if ip_address(bind).is_unspecified:
        return "127.0.0.1"
    return f"[{bind}]" if ":" in bind else bind


def greet(running: uvicorn.Server, host: str, room: bool) -> None:
    """Wait until the server answers, then print the one link to begin with."""
    here = own_host(running.config.host)
    if not answers(f"http://{here}:{settings.PORT}"):
        tell(f"The server does not answer on port {settings.PORT}. Is something else using it? Try GOEDWERK_PORT=8001.")
        running.should_exit = True
        return
    tell("Goedwerk is ready. Sign in with this link (valid once, for 30 minutes):")
    # In a room the link works on a tablet as well, and the QR codes then lead to where the phones can come.
    tell(house.sign_in_link(house.first_facilitator(), own_address(host if room else here)))
    if room:
        greet_room(own_address(host))
    tell("Stop with Ctrl+C.")


def greet_room(address: str) -> None:
    tell(f"\nPhones in this room go to {address}")
    segno.make_qr(address).terminal(out=sys.stdout, compact=True)
    if answers(address, seconds=3):
        tell(
            "Checked: this computer answers there. "
            "If a phone does not get through, a firewall or a guest network stands between."
        )
    else:
        tell("Careful: this computer does not answer at that address. Check the firewall, or use --address.")
    tell(
        "This is plain HTTP. Somebody who controls this network can read along and change pages. Use it on a network "
        "you trust, for subjects that can bear that; for anything else put it behind TLS (docs/how-to/operate.md)."
    )


def tell(line: str) -> None:
    print(line, flush=True)
