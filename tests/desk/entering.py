"""The entrance of the desk behind an app, and browsers that are let in without the pages of signing in."""

import re
from collections.abc import Callable, Sequence
from datetime import timedelta, timezone

import httpx
import pyotp
from argon2 import PasswordHasher
from redis.asyncio import Redis
from sqlalchemy.ext.asyncio import AsyncEngine
from starlette.applications import Starlette
from starlette.routing import BaseRoute

from bot.desk.accounts.config import DeskSection
from bot.desk.accounts.cookies import PLAIN
from bot.desk.accounts.entrance import Entrance, Foundation
from bot.desk.accounts.oidc import Organisation
from bot.web.app import Health, create_app
from storage.accounts import Account, Passwords, Role, Session, Stage
from storage.accounts.factors import fresh_secret
from storage.audit import Audit
from storage.sealing import Sealer

SEALER = Sealer({1: bytes(range(32))})
JAKARTA = timezone(timedelta(hours=7))
ADDRESS = "http://127.0.0.1:8080"
SECURE = "https://desk.example"
ELSEWHERE = "https://evil.example"
PASSWORD = "gajah terbang tinggi"
_TOKEN = re.compile(r'name="token" value="([^"]+)"')


def quick_passwords() -> Passwords:
    """Passwords with parameters that cost nothing."""
    return Passwords(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


def entrance(
    engine: AsyncEngine,
    redis: Redis,
    clock: Callable[[], int],
    section: DeskSection | None = None,
    organisation: Organisation | None = None,
    passwords: Passwords | None = None,
) -> Entrance:
    """The entrance on a real database and a real Redis."""
    on = Foundation(engine, redis, SEALER, Audit(engine, SEALER), clock, "Koperasi Contoh", JAKARTA)
    return Entrance(section or DeskSection(), on, organisation=organisation, passwords=passwords or quick_passwords())


def app_of(routes: Sequence[BaseRoute]) -> Starlette:
    """The program's own app with these routes."""

    class Desk:
        def routes(self) -> Sequence[BaseRoute]:
            return routes

    return create_app([Desk()], Health({}, lambda: (b"", "text/plain")))


class Browser:
    """A browser at the desk: keeps its cookie, says where its requests come from, and sends the token of its page."""

    def __init__(self, app: Starlette, *, address: str = ADDRESS, host: str = "127.0.0.1") -> None:
        self.http = httpx.AsyncClient(transport=httpx.ASGITransport(app, client=(host, 4711)), base_url=address)
        self.origin = address
        self.token = ""

    async def get(self, path: str, **headers: str) -> httpx.Response:
        """Open a page; its token is kept for the next form."""
        answer = await self.http.get(path, headers=_dashed(headers))
        found = _TOKEN.search(answer.text)
        self.token = found[1] if found else self.token
        return answer

    async def post(self, path: str, data: dict[str, str] | None = None, **headers: str) -> httpx.Response:
        """Send a form, as our own page would."""
        given = {"Origin": self.origin, **_dashed(headers)}
        return await self.http.post(path, data={"token": self.token, **(data or {})}, headers=given)


async def added(desk: Entrance, role: Role, name: str = "", *, password: str = PASSWORD) -> Account:
    """An account that may go straight in: its password is its own, and no second factor is set up."""
    kept = await desk.signing.passwords.hash(password)
    name = name or f"{role}.satu"
    return await desk.guard.accounts.add(
        name, f"{role.title()} Satu", role, at=1, locale="en", password=kept, must_change=False
    )


async def let_in(desk: Entrance, app: Starlette, account: Account | str, stage: Stage = "in") -> Browser:
    """A browser that is signed in with this account, as it is now."""
    found = await desk.guard.accounts.get(account if isinstance(account, str) else account.name)
    assert found is not None
    browser = Browser(app)
    session_id = await desk.guard.sessions.open(Session(found.name, found.generation, stage, 0))
    browser.http.cookies.set(PLAIN, session_id, domain="127.0.0.1", path="/")
    browser.token = desk.guard.sessions.token(session_id)
    return browser


async def guess(browser: Browser, name: str, password: str, **more: str) -> httpx.Response:
    """Fill in the log-in page."""
    await browser.get("/desk/login")
    return await browser.post("/desk/login", {"name": name, "password": password, **more})


async def with_factor(desk: Entrance, name: str) -> str:
    """Set up a second factor for an account; return its secret."""
    secret = fresh_secret()
    await desk.signing.factors.set(name, secret, 0)
    return secret


def code_of(desk: Entrance, secret: str) -> str:
    """What the app on the phone shows now."""
    return pyotp.TOTP(secret).at(desk.signing.clock() // 1000)


def _dashed(headers: dict[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in headers.items()}
