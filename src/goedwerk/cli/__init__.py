"""The command `goedwerk`: serve, check, load-pack, link, demo, work."""

from goedwerk.cli.commands import main

__all__ = ["main"]
