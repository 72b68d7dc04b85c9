"""At which address phones in the room can reach this computer."""

import errno
import ipaddress
import socket
import time
import urllib.error
import urllib.request


class NoAddress(Exception):
    """This computer is on no network that phones could share."""


class CannotListen(Exception):
    """The server cannot be reached where it was told to listen."""


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


def require_free(host: str, port: int) -> None:
    """Stop when nobody can listen there, and say why."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise CannotListen(why_not(error, host, port)) from error


def why_not(error: OSError, host: str, port: int) -> str:
    match error.errno:
        case errno.EADDRNOTAVAIL:
            return f"GOEDWERK_BIND: {host} is not an address of this computer. Try 127.0.0.1 or 0.0.0.0."
        case errno.EACCES:
            return f"GOEDWERK_PORT: this user may not listen on port {port}. Choose one above 1023."
        case errno.EADDRINUSE:
            return f"Port {port} is in use by another program. Choose another: GOEDWERK_PORT={port % 65535 + 1}"
    return f"Nothing can listen on {host}, port {port}: {error.strerror}."


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
