"""The entrance put together: what the desk's own pages are built on, and the pages of accounts."""

from collections.abc import Callable, Sequence
from datetime import timedelta, tzinfo
from typing import Protocol

from msgspec import Struct
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.desk.accounts.audit_page import AuditPages
from bot.desk.accounts.config import DeskSection
from bot.desk.accounts.cookies import Cookies
from bot.desk.accounts.elsewhere import Elsewhere
from bot.desk.accounts.guard import ADMINS, AUDITORS, Guard, Guarded
from bot.desk.accounts.login import AUDIT, LoginPages
from bot.desk.accounts.oidc import Organisation
from bot.desk.accounts.own import OwnPages
from bot.desk.accounts.people import PEOPLE, PeoplePages
from bot.desk.accounts.register import Register
from bot.desk.accounts.signing import SignIn
from bot.desk.accounts.times import Times
from bot.desk.templating import Link, Pages
from storage.accounts import Attempts, Passwords, Sessions, SqlAccounts, SqlFactors
from storage.accounts.errands import Errands
from storage.audit import Audit
from storage.line.servers import AnyRedis
from storage.sealing import Sealer

LINKS = (
    Link(PEOPLE, "people-title", frozenset(ADMINS)),
    Link(AUDIT, "audit-title", frozenset(AUDITORS)),
)


class Room(Protocol):
    """A part of the desk that has paths."""

    def routes(self) -> Sequence[Guarded]:
        """All of them."""


class Foundation(Struct, frozen=True):
    """What the entrance stands on. `clock` gives ms since 1970, UTC; `public_url` is where a proxy with TLS is."""

    engine: AsyncEngine
    redis: AnyRedis
    sealer: Sealer
    audit: Audit
    clock: Callable[[], int]
    operator: str
    zone: tzinfo
    public_url: str | None = None
    prefix: str = "temankpj"


class Entrance:
    """`guard` makes routes that are guarded, `pages` renders; `routes()` are those of accounts.

    Whatever else is at the desk makes its routes by `guard.route`, and hands in places in the navigation as `links`.
    """

    def __init__(
        self,
        section: DeskSection,
        on: Foundation,
        *,
        links: Sequence[Link] = (),
        organisation: Organisation | None = None,
        passwords: Passwords | None = None,
    ) -> None:
        """`organisation` asks the issuer of `section.oidc`; without it nobody signs in elsewhere."""
        idle, whole = timedelta(minutes=section.session_idle_minutes), timedelta(hours=section.session_hours)
        accounts, factors = SqlAccounts(on.engine, on.sealer), SqlFactors(on.engine, on.sealer)
        attempts = Attempts(on.redis, on.sealer, on.clock, prefix=on.prefix)
        passwords = passwords or Passwords()
        sessions = Sessions(on.redis, on.sealer, on.clock, prefix=on.prefix, idle=idle, whole=whole)
        times = Times(on.zone, on.clock)
        self.pages = Pages(on.operator, (*links, *LINKS))
        self.guard = Guard(sessions, accounts, self.pages, Cookies(on.public_url))
        self.register = Register(accounts, factors, passwords, attempts, on.audit, on.clock)
        self.signing = SignIn(
            accounts, factors, passwords, attempts, on.audit, on.clock, require_factor=section.require_totp
        )
        self._organisation = organisation
        oidc = section.oidc if organisation is not None else None
        guard, pages = self.guard, self.pages
        login = LoginPages(guard, pages, self.signing, elsewhere=oidc.name if oidc else "")
        self._rooms: list[Room] = [
            login,
            OwnPages(guard, pages, self.signing, on.operator),
            PeoplePages(guard, pages, self.register, times, oidc),
            AuditPages(guard, pages, on.audit, times),
        ]
        if oidc is not None and organisation is not None:
            errands = Errands(on.redis, on.sealer, prefix=on.prefix)
            self._rooms.append(Elsewhere(oidc, organisation, errands, guard, self.signing, self.register, login))

    async def close(self) -> None:
        """Close the connections to the organisation's own service."""
        if self._organisation is not None:
            await self._organisation.close()

    def routes(self) -> list[Guarded]:
        """The paths of signing in, of accounts, and of the files that pages need."""
        files = self.guard.open("/desk/static/{version}/{name}", self.pages.files.serve)
        return [files, *(route for room in self._rooms for route in room.routes())]
