"""`temankpj agents …`: who may enter the agents' desk. The work is in `admitting`, imported when it is asked for."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(help="Accounts of the people who answer at the desk.", no_args_is_help=True)

ConfigFile = Annotated[Path | None, typer.Option("--config", help="Configuration file; config.yaml if it exists.")]
Name = Annotated[str, typer.Argument(help="The account's name: a-z, 0-9, dot, dash, underscore.")]
Ask = Annotated[
    bool, typer.Option("--ask", help="Ask for the password (or read it from the input) instead of making one up.")
]


class RoleName(StrEnum):
    """The roles, as they are typed."""

    agent = "agent"
    supervisor = "supervisor"
    auditor = "auditor"
    admin = "admin"


class LocaleName(StrEnum):
    """The desk's languages, as they are typed."""

    id = "id"
    en = "en"


@app.command()
def add(
    name: Name,
    display: Annotated[str, typer.Option(help="The name that workers are told; the account's name without it.")] = "",
    role: Annotated[RoleName, typer.Option(help="What they may do.")] = RoleName.agent,
    locale: Annotated[LocaleName, typer.Option(help="The desk's language.")] = LocaleName.id,
    oidc: Annotated[str | None, typer.Option(help="Who they are (sub) for the organisation's own log-in.")] = None,
    ask: Ask = False,
    config: ConfigFile = None,
) -> None:
    """Make an account and print its first password, which has to be changed at the first log-in."""
    from bot.cli.admitting import run_add
    from bot.cli.serving import supervised
    from bot.desk.accounts.register import Newcomer

    newcomer = Newcomer(name, display or name, role.value, locale.value, oidc)
    supervised(lambda: run_add(config, newcomer, ask=ask))


@app.command("list")
def list_(config: ConfigFile = None) -> None:
    """List all accounts: role, state, second factor, last log-in."""
    from bot.cli.admitting import run_list
    from bot.cli.serving import supervised

    supervised(lambda: run_list(config))


@app.command()
def role(
    name: Name, role: Annotated[RoleName, typer.Argument(help="What they may do.")], config: ConfigFile = None
) -> None:
    """Give an account another role; whoever is logged in with it has to log in again."""
    from bot.cli.admitting import run_role
    from bot.cli.serving import supervised

    supervised(lambda: run_role(config, name, role.value))


@app.command()
def disable(name: Name, config: ConfigFile = None) -> None:
    """Let nobody in with an account; whoever is in is out at once."""
    from bot.cli.admitting import run_change
    from bot.cli.serving import supervised

    supervised(lambda: run_change(config, name, "disable"))


@app.command()
def enable(name: Name, config: ConfigFile = None) -> None:
    """Let somebody in with an account again."""
    from bot.cli.admitting import run_change
    from bot.cli.serving import supervised

    supervised(lambda: run_change(config, name, "enable"))


@app.command("reset-password")
def reset_password(name: Name, ask: Ask = False, config: ConfigFile = None) -> None:
    """Print a new password, which has to be changed at the next log-in; a lock after failed attempts ends."""
    from bot.cli.admitting import run_reset_password
    from bot.cli.serving import supervised

    supervised(lambda: run_reset_password(config, name, ask=ask))


@app.command("reset-totp")
def reset_totp(name: Name, config: ConfigFile = None) -> None:
    """Let somebody set up the second code anew, because their phone is gone."""
    from bot.cli.admitting import run_change
    from bot.cli.serving import supervised

    supervised(lambda: run_change(config, name, "reset-totp"))


@app.command("log-out")
def log_out(name: Name, config: ConfigFile = None) -> None:
    """End everything that is logged in with an account."""
    from bot.cli.admitting import run_change
    from bot.cli.serving import supervised

    supervised(lambda: run_change(config, name, "log-out"))
