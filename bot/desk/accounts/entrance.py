"""The entrance put together: what the desk's own pages are built on, and the pages of accounts."""

from collections.abc import Callable, Sequence
from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncEngine

from bot.desk.accounts.config import DeskSection
from bot.desk.accounts.cookies import Cookies
from bot.desk.accounts.guard import Guard, Guarded
from bot.desk.accounts.login import LoginPages
from bot.desk.accounts.own import OwnPages
from bot.desk.accounts.signing import SignIn
from bot.desk.templating import Link, Pages
from storage.accounts import Attempts, Passwords, Sessions, SqlAccounts, SqlFactors
from storage.audit import Audit
from storage.line.servers import AnyRedis
from storage.sealing import Sealer


class Entrance:
    """`guard` makes routes that are guarded, `pages` renders; `routes()` are those of accounts.

    Whatever else is at the desk makes its routes by `guard.route` and its links by `Link`, and hands them in there.
    """

    def __init__(  # noqa: PLR0913 - what it is made of, by name
        self,
        section: DeskSection,
        engine: AsyncEngine,
        redis: AnyRedis,
        sealer: Sealer,
        audit: Audit,
        clock: Callable[[], int],
        *,
        operator: str,
        public_url: str | None = None,
        prefix: str = "temankpj",
        links: Sequence[Link] = (),
        passwords: Passwords | None = None,
    ) -> None:
        idle, whole = timedelta(minutes=section.session_idle_minutes), timedelta(hours=section.session_hours)
        sessions = Sessions(redis, sealer, clock, prefix=prefix, idle=idle, whole=whole)
        accounts = SqlAccounts(engine, sealer)
        attempts = Attempts(redis, sealer, clock, prefix=prefix)
        self.pages = Pages(operator, links)
        self.guard = Guard(sessions, accounts, self.pages, Cookies(public_url))
        self.signing = SignIn(
            accounts,
            SqlFactors(engine, sealer),
            passwords or Passwords(),
            attempts,
            audit,
            clock,
            require_factor=section.require_totp,
        )
        self._login = LoginPages(self.guard, self.pages, self.signing)
        self._own = OwnPages(self.guard, self.pages, self.signing, operator)

    def routes(self) -> list[Guarded]:
        """The paths of signing in, of accounts, and of the files that pages need."""
        files = self.guard.open("/desk/static/{version}/{name}", self.pages.files.serve)
        return [files, *self._login.routes(), *self._own.routes()]
