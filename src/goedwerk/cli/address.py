"""At which address phones in the room can reach this computer."""

import ipaddress
import socket
import time
import urllib.error
import urllib.request


class NoAddress(Exception):
    """This computer is on no network that phones could share."""


def address_in_room() -> str:
    """The address of this computer on the local network. Nothing is sent to find it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            # A datagram socket only looks up which way it would go.
            probe.connect(("192.0.2.1", 9))
            found = probe.getsockname()[0]
        except OSError as error:
            raise NoAddress from error
    if ipaddress.ip_address(found).is_loopback:
        raise NoAddress
    return found


def is_taken(host: str, port: int) -> bool:
    """Whether something else already listens there."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return True
    return False


def answers(address: str, seconds: float = 10) -> bool:
    """Whether the server can be reached at this address."""
    last = time.monotonic() + seconds
    while time.monotonic() < last:
        try:
            with urllib.request.urlopen(f"{address}/_healthz/livez/", timeout=2) as reply:
                return reply.status == 200
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            time.sleep(0.2)
    return False
