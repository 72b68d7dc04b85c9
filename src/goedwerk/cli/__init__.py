"""The command `goedwerk`: serve, check, load-pack, link, demo, work, erase, leaflet."""

from goedwerk.cli.commands import main

__all__ = ["main"]
