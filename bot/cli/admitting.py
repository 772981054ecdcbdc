"""Adds and changes accounts for the command line. Passwords are made up or asked for, never given as words."""

import getpass
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta, timezone
from pathlib import Path

import msgspec
import typer

from bot.bootstrap import CannotStart, open_store
from bot.config import Config, ConfigError, load
from bot.desk.accounts.config import subject_of
from bot.desk.accounts.register import Newcomer, Register
from storage.accounts import (
    Account,
    Attempts,
    BadName,
    NameTaken,
    NoSuchAccount,
    Passwords,
    Role,
    SqlAccounts,
    SqlFactors,
    WeakPassword,
)
from storage.accounts.passwords import LONGEST, SHORTEST
from storage.audit import Audit
from storage.consents import RecordsAway
from storage.line import now_ms

BY = "operator"
_WEAK = {
    "short": f"it needs at least {SHORTEST} characters",
    "long": f"it has more than {LONGEST} characters",
    "name": "it contains the account's name",
    "plain": "it is too easy to guess",
}
_DONE = {
    "disable": "{} is disabled, and out.",
    "enable": "{} may log in again.",
    "reset-totp": "{} sets up the second code anew at the next log-in.",
    "log-out": "Everything that was logged in with {} is out.",
}


async def run_add(path: Path | None, newcomer: Newcomer, *, ask: bool) -> None:
    """`temankpj agents add`."""
    config = load(path)
    if newcomer.subject is not None:
        if config.desk.oidc is None:
            raise ConfigError("desk.oidc is not set up: --oidc needs it.")
        newcomer = msgspec.structs.replace(newcomer, subject=subject_of(config.desk.oidc, newcomer.subject))
    password = _asked() if ask else None
    async with _opened(config) as register:
        account, made = await register.add(BY, newcomer, password)
    typer.echo(f"Account {account.name} ({account.role}) is made.")
    _hand_over(made)


async def run_list(path: Path | None) -> None:
    """`temankpj agents list`."""
    config = load(path)
    async with _opened(config) as register:
        found = await register.accounts.all()
    for account in found:
        typer.echo(_line(account, config))
    if not found:
        typer.echo("There is no account yet; make one with: temankpj agents add NAME --role admin")


async def run_role(path: Path | None, name: str, role: Role) -> None:
    """`temankpj agents role`."""
    async with _opened(load(path)) as register:
        await register.set_role(BY, name, role)
    typer.echo(f"{name} is {role} from now on, and has to log in again.")


async def run_reset_password(path: Path | None, name: str, *, ask: bool) -> None:
    """`temankpj agents reset-password`."""
    password = _asked() if ask else None
    async with _opened(load(path)) as register:
        made = await register.reset_password(BY, name, password)
    typer.echo(f"{name} has a new password.")
    _hand_over(made)


async def run_change(path: Path | None, name: str, what: str) -> None:
    """`temankpj agents disable`, `enable`, `reset-totp` and `log-out`."""
    async with _opened(load(path)) as register:
        changes: dict[str, Callable[[str, str], Awaitable[None]]] = {
            "disable": register.disable,
            "enable": register.enable,
            "reset-totp": register.reset_factor,
            "log-out": register.log_out,
        }
        await changes[what](BY, name)
    typer.echo(_DONE[what].format(name))


@asynccontextmanager
async def _opened(config: Config) -> AsyncIterator[Register]:
    """The register of the configured database; what goes wrong is one sentence."""
    try:
        async with open_store(config) as store:
            engine, seal = store.engine, store.seal
            yield Register(
                SqlAccounts(engine, seal),
                SqlFactors(engine, seal),
                Passwords(),
                Attempts(store.line.redis, seal, now_ms, prefix=config.line.prefix),
                Audit(engine, seal),
                now_ms,
            )
    except NoSuchAccount as error:
        raise CannotStart(f"There is no account {error.args[0]}.") from None
    except NameTaken as error:
        raise CannotStart(f"The name {error} is taken; names are never given twice.") from None
    except BadName as error:
        raise CannotStart(f"This name cannot be used: {error}.") from None
    except WeakPassword as weak:
        raise CannotStart(f"This password cannot be used: {_WEAK[weak.why]}.") from None
    except RecordsAway:
        raise CannotStart("DATABASE_URL: the records database cannot be reached or written.") from None


def _asked() -> str:
    """A password from the terminal, unseen and twice, or else the first line of the input."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    password = getpass.getpass("Password: ")
    if password != getpass.getpass("Once more: "):
        raise CannotStart("The two passwords differ.")
    return password


def _hand_over(made: str | None) -> None:
    if made is not None:
        typer.echo(f"Its password, shown this once and to be changed at the next log-in: {made}")


def _line(account: Account, config: Config) -> str:
    zone = timezone(timedelta(hours=config.dialogue.utc_offset_hours))
    last = "never in"
    if account.last_in is not None:
        moment = datetime.fromtimestamp(account.last_in / 1000, zone)
        last = f"last in {moment.isoformat(sep=' ', timespec='minutes')}"
    state = "disabled" if account.disabled else "may log in"
    way = "password and code" if account.has_factor else "password" if account.has_password else "organisation"
    return f"{account.name:<20} {account.role:<10} {state:<10}  {way:<17}  {last}  {account.display}"
