"""`temankpj members import`: a members file into the directory. The work is in `loading`, imported when it is asked."""

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(help="The members directory.", no_args_is_help=True)


@app.callback()
def members() -> None:
    """The members directory."""


@app.command("import")
def import_command(
    file: Annotated[Path, typer.Argument(help="CSV or XLSX with one row a membership.")],
    mapping: Annotated[Path | None, typer.Option(help="YAML with lines `our column: their header`.")] = None,
    config: Annotated[Path | None, typer.Option(help="Configuration file; config.yaml if it exists.")] = None,
    report: Annotated[Path | None, typer.Option(help="Where rejected rows are listed; FILE.laporan.csv.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Check everything, load nothing.")] = False,
) -> None:
    """Load members from FILE. Rows that cannot be used are listed in the report; members not in FILE stay."""
    from bot.cli.loading import load_members

    report = report or file.with_name(f"{file.stem}.laporan.csv")
    if not load_members(file, mapping, config, report, dry_run=dry_run):
        raise typer.Exit(1)
