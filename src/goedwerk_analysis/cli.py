"""`goedwerk-analysis`: the engine from the command line, without the platform."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec

import typer

app = typer.Typer(no_args_is_help=True, add_completion=False, help="Count votes and sorts; find what people share.")
PARTS = ("goedwerk_analysis.cli_opinions", "goedwerk_analysis.cli_sorts")


@app.callback()
def whole() -> None:
    """Count votes and sorts; find what people share and where they differ."""


for part in PARTS:
    if find_spec(part):
        import_module(part).register(app)


def main() -> None:
    app()


if __name__ == "__main__":
    main()
