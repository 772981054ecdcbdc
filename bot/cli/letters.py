"""`temankpj dead-letters …`: what could not be done. The work is in `bot.cli.sending_on`."""

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(help="What could not be done: look, try it again, drop it.", no_args_is_help=True)

ConfigFile = Annotated[Path | None, typer.Option("--config", help="Configuration file; config.yaml if it exists.")]
Refs = Annotated[list[str] | None, typer.Argument(help="Which, as `list` names them.")]


@app.command("list")
def list_(
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object for each.")] = False,
    config: ConfigFile = None,
) -> None:
    """List them: name, since when, channel, what it is, and why it failed; nothing that was said, and no user."""
    from bot.cli.sending_on import run_list
    from bot.cli.serving import supervised

    supervised(lambda: run_list(config, as_json=as_json))


@app.command()
def retry(
    refs: Refs = None,
    every: Annotated[bool, typer.Option("--all", help="All that may be, of the last hours.")] = False,
    hours: Annotated[float, typer.Option(help="How old they may be with --all.", min=0)] = 24.0,
    config: ConfigFile = None,
) -> None:
    """Try them again, when the cause is mended. The running service does it; what fails comes back here."""
    from bot.cli.sending_on import run_retry
    from bot.cli.serving import supervised

    supervised(lambda: run_retry(config, refs or [], hours if every else None))


@app.command()
def drop(
    refs: Refs = None,
    every: Annotated[bool, typer.Option("--all", help="All that there are now.")] = False,
    config: ConfigFile = None,
) -> None:
    """Delete them, so that an alarm is quiet again. They cannot be had back."""
    from bot.cli.sending_on import run_drop
    from bot.cli.serving import supervised

    supervised(lambda: run_drop(config, refs or [], every=every))
