"""`temankpj audit …`: verify and show the audit. The work is in `auditing`, imported when it is asked for."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(help="What happened: verify and show it.", no_args_is_help=True)

ConfigFile = Annotated[Path | None, typer.Option("--config", help="Configuration file; config.yaml if it exists.")]
Day = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d", "%Y-%m-%dT%H:%M:%S"])]


@app.command()
def verify(
    anchor: Annotated[str | None, typer.Option(help="NUMBER:HASH that an earlier verify printed.")] = None,
    config: ConfigFile = None,
) -> None:
    """Walk the whole chain; exit status 1 and the first bad entry if it is not as it was written."""
    from bot.cli.auditing import run_verify
    from bot.cli.serving import supervised

    supervised(lambda: run_verify(config, anchor))


@app.command()
def show(
    member: Annotated[str | None, typer.Option(help="NIK or KPJ of the person whom entries are about.")] = None,
    actor: Annotated[str | None, typer.Option(help="bot, operator, or an agent.")] = None,
    kind: Annotated[str | None, typer.Option(help="disclosure, failed-proof, lockout, code-sent, look, …")] = None,
    since: Day = None,
    until: Day = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
    config: ConfigFile = None,
) -> None:
    """Print the entries that fit, oldest first. Days are the operator's; `--until` is included as a whole day."""
    from bot.cli.auditing import Asked, run_show
    from bot.cli.serving import supervised

    asked = Asked(member, actor, kind, since, until)
    supervised(lambda: run_show(config, asked, as_json=as_json))
