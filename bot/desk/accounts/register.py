"""What an admin does with accounts, at the desk or on the command line; the audit has each before it is done."""

from collections.abc import Callable

from msgspec import Struct

from storage.accounts import (
    Account,
    Attempts,
    Locale,
    NameTaken,
    NoSuchAccount,
    Passwords,
    Role,
    SqlAccounts,
    SqlFactors,
    account_name,
    shown_name,
)
from storage.accounts.passwords import fresh_password, sensible
from storage.audit import Audit


class Newcomer(Struct, frozen=True):
    """An account to be made. `subject`: who it is for the organisation's own sign-in; then it has no password."""

    name: str
    display: str
    role: Role
    locale: Locale = "id"
    subject: str | None = None


class Register(Struct, frozen=True):
    """Adds and changes accounts. `by` is who does it. `clock` gives ms since 1970, UTC.

    Raises `NoSuchAccount`, and what its parts raise when they are away.
    """

    accounts: SqlAccounts
    factors: SqlFactors
    passwords: Passwords
    attempts: Attempts
    audit: Audit
    clock: Callable[[], int]

    async def add(self, by: str, newcomer: Newcomer, password: str | None = None) -> tuple[Account, str | None]:
        """Make an account; with it comes the password to hand over, if one was made up.

        A password that somebody else chose or saw has to be changed at the first log-in. Raises `NameTaken`, `BadName`,
        `WeakPassword`.
        """
        name, display = account_name(newcomer.name), shown_name(newcomer.display)
        if await self.accounts.get(name) is not None:
            raise NameTaken(name)
        made = fresh_password() if password is None and newcomer.subject is None else None
        chosen = made or (sensible(password, name) if password is not None else None)
        kept = await self.passwords.hash(chosen) if chosen is not None else None
        await self._note("account-added", by, f"account {name}, role {newcomer.role}")
        account = await self.accounts.add(
            name,
            display,
            newcomer.role,
            at=self.clock(),
            locale=newcomer.locale,
            password=kept,
            subject=newcomer.subject,
        )
        return account, made

    async def set_role(self, by: str, name: str, role: Role) -> None:
        """Give another role; everything signed in has to sign in anew."""
        account = await self._known(name)
        await self._note("account-role", by, f"account {name}, from {account.role} to {role}")
        await self.accounts.set_role(name, role)

    async def disable(self, by: str, name: str) -> None:
        """Let nobody in with it; whoever is in is out at once."""
        await self._known(name)
        await self._note("account-disabled", by, f"account {name}")
        await self.accounts.set_disabled(name, disabled=True)

    async def enable(self, by: str, name: str) -> None:
        """Let somebody in with it again."""
        await self._known(name)
        await self._note("account-enabled", by, f"account {name}")
        await self.accounts.set_disabled(name, disabled=False)
        await self.attempts.forget(name)

    async def reset_password(self, by: str, name: str, password: str | None = None) -> str | None:
        """Give a new password, to be changed at the next log-in, and end a lock; return it if it was made up."""
        await self._known(name)
        made = fresh_password() if password is None else None
        kept = await self.passwords.hash(made or sensible(password or "", name))
        await self._note("password-reset", by, f"account {name}")
        await self.accounts.set_password(name, kept, must_change=True)
        await self.attempts.forget(name)
        return made

    async def reset_factor(self, by: str, name: str) -> None:
        """Let them set up a second factor anew, because the phone is gone; everything signed in is out."""
        await self._known(name)
        await self._note("factor-reset", by, f"account {name}")
        await self.factors.clear(name)
        await self.accounts.log_out(name)
        await self.attempts.forget(name)

    async def log_out(self, by: str, name: str) -> None:
        """End everything that is signed in with it."""
        await self._known(name)
        await self._note("logged-out-everywhere", by, f"account {name}")
        await self.accounts.log_out(name)

    async def _known(self, name: str) -> Account:
        account = await self.accounts.get(name)
        if account is None:
            raise NoSuchAccount(name)
        return account

    async def _note(self, kind: str, by: str, detail: str) -> None:
        await self.audit.add(kind, at=self.clock(), actor=by, detail=detail)
