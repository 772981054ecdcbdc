"""`temankpj dialogues run`: conversations that were written down, played against the dialogue of this version."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(help="Conversations that were written down.", no_args_is_help=True)


@app.callback()
def _dialogues() -> None:
    """Conversations that were written down."""


@app.command("run")
def run_command(
    files: Annotated[list[Path], typer.Argument(help="YAML files, or folders of them.", exists=True)],
) -> None:
    """Play conversations without a server or Redis; exit status 1 if the bot says anything else than written."""
    from bot.dialogues.playing import first_difference, indented
    from bot.dialogues.script import BadScript, load

    wrong = 0
    for path in _every(files):
        try:
            script = load(path)
            difference = first_difference(script)
            told = difference.told() if difference is not None else ""
        except BadScript as error:
            script, told = {}, str(error)
        typer.echo(f"  {'WRONG' if told else 'ok   '} {path}" + (f": {script['title']}" if script else ""))
        if told:
            typer.echo(indented(told, "        "))
            wrong += 1
    if wrong:
        raise typer.Exit(1)


def _every(files: list[Path]) -> Iterator[Path]:
    from bot.dialogues.script import scripts

    for path in files:
        yield from scripts(path) if path.is_dir() else [path]
