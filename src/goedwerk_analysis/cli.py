"""`goedwerk-analysis`: the engine from the command line, without the platform."""

from __future__ import annotations

import typer

from goedwerk_analysis import cli_opinions, cli_sorts

app = typer.Typer(no_args_is_help=True, add_completion=False)


@app.callback()
def whole() -> None:
    """Count votes and sorts; find what people share and where they differ."""


cli_opinions.register(app)
cli_sorts.register(app)


def main() -> None:
    app()


if __name__ == "__main__":
    main()
