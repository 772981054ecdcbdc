"""`temankpj tickets …`: the requests that users left, and answering them. The work is in `answering`."""

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(help="Requests that users left for your people.", no_args_is_help=True)

ConfigFile = Annotated[Path | None, typer.Option("--config", help="Configuration file; config.yaml if it exists.")]
Number = Annotated[int, typer.Argument(help="The request's number.")]
Name = Annotated[str, typer.Option("--as", help="Who does it: for the user, and for the audit.")]


@app.command("list")
def list_(
    closed: Annotated[bool, typer.Option("--closed", help="Those that are closed instead.")] = False,
    config: ConfigFile = None,
) -> None:
    """List the requests that wait: number, since when, and what they are about; nothing that was said."""
    from bot.cli.answering import run_list
    from bot.cli.serving import supervised

    supervised(lambda: run_list(config, closed=closed))


@app.command()
def show(number: Number, name: Name = "operator", config: ConfigFile = None) -> None:
    """Show what a user wrote and what was done before. Every look is an entry of the audit."""
    from bot.cli.answering import run_show
    from bot.cli.serving import supervised

    supervised(lambda: run_show(config, number, name))


@app.command()
def claim(number: Number, name: Name = "operator", config: ConfigFile = None) -> None:
    """Take a request that is nobody's; the user is told who is there."""
    from bot.cli.answering import run_claim
    from bot.cli.serving import supervised

    supervised(lambda: run_claim(config, number, name))


@app.command()
def reply(
    number: Number,
    text: Annotated[str, typer.Argument(help="What to say to the user.")],
    name: Name = "operator",
    config: ConfigFile = None,
) -> None:
    """Answer in the user's chat. A request that is nobody's is claimed by it. The running service delivers it."""
    from bot.cli.answering import run_reply
    from bot.cli.serving import supervised

    supervised(lambda: run_reply(config, number, text, name))


@app.command()
def note(
    number: Number,
    text: Annotated[str, typer.Argument(help="What to say to your people; users never see it.")],
    name: Name = "operator",
    config: ConfigFile = None,
) -> None:
    """Leave a note for your people."""
    from bot.cli.answering import run_note
    from bot.cli.serving import supervised

    supervised(lambda: run_note(config, number, text, name))


@app.command()
def transfer(
    number: Number,
    to: Annotated[str | None, typer.Argument(help="Who gets it; nobody: it waits again.")] = None,
    name: Name = "operator",
    config: ConfigFile = None,
) -> None:
    """Hand a request to another agent, or back to those that wait."""
    from bot.cli.answering import run_transfer
    from bot.cli.serving import supervised

    supervised(lambda: run_transfer(config, number, to, name))


@app.command()
def close(
    number: Number,
    reason: Annotated[str, typer.Option(help="solved, no-answer-possible, abuse or quiet.")] = "solved",
    name: Name = "operator",
    config: ConfigFile = None,
) -> None:
    """Close a request; the user is told."""
    from bot.cli.answering import run_close
    from bot.cli.serving import supervised

    supervised(lambda: run_close(config, number, reason, name))
