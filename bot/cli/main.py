"""The command line. Each command imports what it needs, so that all of them start quickly."""

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated, TextIO

import typer

from bot.cli.agents import app as agents_app
from bot.cli.audit import app as audit_app
from bot.cli.dialogues import app as dialogues_app
from bot.cli.flows import app as flows_app
from bot.cli.keys import app as keys_app
from bot.cli.letters import app as letters_app
from bot.cli.members import app as members_app
from bot.cli.texts import app as texts_app
from bot.cli.tickets import app as tickets_app
from bot.cli.understand import app as understand_app
from bot.worker.memory import hurry

app = typer.Typer(
    name="temankpj",
    help="Teman KPJ: nomor KPJ lewat WhatsApp, Telegram dan web.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
names_app = typer.Typer(help="How names are compared.", no_args_is_help=True)
inputs_app = typer.Typer(help="How dates and numbers are read.", no_args_is_help=True)
app.add_typer(members_app, name="members")
app.add_typer(audit_app, name="audit")
app.add_typer(agents_app, name="agents")
app.add_typer(keys_app, name="keys")
app.add_typer(tickets_app, name="tickets")
app.add_typer(letters_app, name="dead-letters")
app.add_typer(flows_app, name="flows")
app.add_typer(dialogues_app, name="dialogues")
app.add_typer(names_app, name="names")
app.add_typer(inputs_app, name="inputs")
app.add_typer(texts_app, name="texts")
app.add_typer(understand_app, name="understand")

ConfigFile = Annotated[Path | None, typer.Option("--config", help="Configuration file; config.yaml if it exists.")]


@app.command()
def demo(
    port: Annotated[int, typer.Option(help="Port of the web pages.")] = 8080,
    config: ConfigFile = None,
) -> None:
    """Run everything on this machine with fictional members."""
    hurry()
    from bot.cli.serving import run_demo, supervised

    supervised(lambda: run_demo(config, port))


@app.command()
def serve(config: ConfigFile = None) -> None:
    """Run the service with every channel that is configured."""
    hurry()
    from bot.cli.serving import run_service, supervised

    supervised(lambda: run_service(config))


@app.command()
def chat(
    phone: Annotated[str | None, typer.Option(help="Counts as the sender's verified number (+62…).")] = None,
    locale: Annotated[str | None, typer.Option(help="Language to begin in: id, en, jv or su.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object for each message of the bot.")] = False,
    record: Annotated[
        Path | None,
        typer.Option(help="Write the conversation to this YAML file. It holds all that is typed: use fictional data."),
    ] = None,
    config: ConfigFile = None,
) -> None:
    """Talk to the bot in the terminal. Without a terminal each input line is one message."""
    hurry()
    from bot.cli.chatting import run_chat
    from bot.cli.serving import supervised

    supervised(lambda: run_chat(config, phone, locale, record, as_json=as_json))


@app.command()
def check(config: ConfigFile = None) -> None:
    """Check configuration, texts, flows, and whether Redis, SQL and the channels can be reached."""
    from bot.cli.checking import run_check
    from bot.cli.serving import supervised

    supervised(lambda: run_check(config))


@names_app.command("try")
def names_try(as_json: Annotated[bool, typer.Option("--json", help="JSON lines (the only form).")] = True) -> None:
    """Compare pairs of names, `recorded<TAB>typed`, one a line from the input."""
    from bot.cli.names import names_try as answers

    del as_json
    for line in answers(_input_lines()):
        typer.echo(line)


@inputs_app.command("try")
def inputs_try(as_json: Annotated[bool, typer.Option("--json", help="JSON lines (the only form).")] = True) -> None:
    """Read `date<TAB>text` or `number<TAB>text`, one a line from the input."""
    from bot.cli.inputs import inputs_try as answers

    del as_json
    today = (datetime.now(UTC) + timedelta(hours=7)).date()
    for line in answers(_input_lines(), today):
        typer.echo(line)


def _input_lines() -> TextIO:
    """Standard input as UTF-8 whatever the locale says; what is not UTF-8 is replaced, not fatal."""
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")
    return sys.stdin


def main() -> None:
    """The entry point of `temankpj`."""
    app()
