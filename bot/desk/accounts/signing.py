"""Signing in, step by step: the password, the second factor, and what stands in the audit about it.

Whoever gets something wrong learns nothing: an account that is not there, one that is locked up and a wrong password
have one answer, and the same work is done for each.
"""

from collections.abc import Callable

from msgspec import Struct

from storage.accounts import Account, Attempts, BadName, Passwords, SqlAccounts, SqlFactors, Stage, account_name
from storage.audit import Audit

NOBODY = "unknown"
"""The audit's name for whoever tries an account that is not there: what they typed may be somebody's password."""

_ORDER: tuple[Stage, ...] = ("factor", "password", "enrol")


class SignIn(Struct, frozen=True):
    """What proves that somebody is who they say. `clock` gives ms since 1970, UTC.

    Raises `Locked` and `TooBusy`, and what its parts raise when they are away.
    """

    accounts: SqlAccounts
    factors: SqlFactors
    passwords: Passwords
    attempts: Attempts
    audit: Audit
    clock: Callable[[], int]
    require_factor: bool = True

    async def password(self, typed: str, password: str, network: str | None) -> Account | None:
        """The account, if name and password fit."""
        attempt = await self.attempts.password(typed.strip().lower()[:200], network)
        name = _possible(typed)
        account, kept = await self.accounts.get(name), await self.accounts.password(name)
        fits = await self.passwords.fits(kept, password)
        if account is None or account.disabled or not fits:
            await self.note("login-failed", account.name if account else NOBODY)
            return None
        await self.attempts.was_right(attempt)
        if kept is not None and self.passwords.outdated(kept):
            await self.accounts.rehash(name, await self.passwords.hash(password))
        return account

    async def factor(self, account: Account, code: str, network: str | None) -> bool:
        """Whether this is the app's code, or one of the recovery codes."""
        attempt = await self.attempts.factor(account.name, network)
        if await self.factors.use(account.name, code, self.clock()):
            await self.attempts.was_right(attempt)
            return True
        if await self.factors.use_recovery(account.name, code):
            await self.attempts.was_right(attempt)
            await self.note("recovery-used", account.name)
            return True
        await self.note("factor-failed", account.name)
        return False

    def next_stage(self, account: Account, done: Stage | None, *, elsewhere: bool = False) -> Stage:
        """What is to be done after `done`. `elsewhere`: somebody else vouches for whoever signs in."""
        wanted = {
            "factor": account.has_factor,
            "password": account.must_change,
            "enrol": self.require_factor and not account.has_factor,
        }
        left = [stage for stage in _ORDER[_ORDER.index(done) + 1 if done else 0 :] if wanted[stage]]
        return left[0] if left and not elsewhere else "in"

    async def came_in(self, account: Account, how: str) -> None:
        """Somebody is in now."""
        await self.accounts.came_in(account.name, self.clock())
        await self.note("login", account.name, how)

    async def note(self, kind: str, actor: str, detail: str = "") -> None:
        """An entry in the audit."""
        await self.audit.add(kind, at=self.clock(), actor=actor, detail=detail)


def _possible(typed: str) -> str:
    """The name if there could be an account of it, else one that nobody can have."""
    try:
        return account_name(typed)
    except BadName:
        return "-"
