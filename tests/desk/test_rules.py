"""Who may take which path: every route of the desk, every role, every stage of signing in.

The table below is written by hand and the routes are what runs. A route that is added without a line here, or with
another rule than the line says, fails.
"""

from collections.abc import Sequence

import httpx
import pytest
from redis.asyncio import Redis
from sqlalchemy.ext.asyncio import AsyncEngine
from starlette.applications import Starlette

from bot.desk.accounts.config import DeskSection, OidcSection
from bot.desk.accounts.entrance import Entrance
from bot.desk.accounts.guard import ADMINS, AUDITORS, EVERYBODY, LOGIN, STAGES, Guarded, Rule
from bot.desk.accounts.oidc import Organisation
from storage.accounts import ROLES, Role, Stage
from tests.desk.entering import Browser, added, app_of, entrance, let_in
from tests.line.clock import Clock


def at(*stages: Stage) -> Rule:
    """For everybody who is at one of these stages of signing in."""
    return Rule(stages=frozenset(stages))


def of(roles: Sequence[Role]) -> Rule:
    """For whoever is in with one of these roles."""
    return Rule(frozenset(roles), frozenset({"in"}))


ANYBODY = Rule()
RULES = {
    "GET /desk/static/{version}/{name}": ANYBODY,
    "GET /desk/login": ANYBODY,
    "POST /desk/login": ANYBODY,
    "GET /desk/oidc": ANYBODY,
    "GET /desk/oidc/callback": ANYBODY,
    "GET /desk/login/code": at("factor"),
    "POST /desk/login/code": at("factor"),
    "POST /desk/logout": at("factor", "enrol", "password", "in"),
    "GET /desk/me": of(EVERYBODY),
    "POST /desk/me/language": of(EVERYBODY),
    "POST /desk/me/log-out": of(EVERYBODY),
    "GET /desk/me/password": at("password", "in"),
    "POST /desk/me/password": at("password", "in"),
    "GET /desk/me/factor": at("enrol", "in"),
    "POST /desk/me/factor": at("enrol", "in"),
    "GET /desk/me/factor.svg": at("enrol", "in"),
    "POST /desk/me/recovery": at("in"),
    "GET /desk/people": of(ADMINS),
    "POST /desk/people": of(ADMINS),
    "GET /desk/people/{name}": of(ADMINS),
    "POST /desk/people/{name}/{change}": of(ADMINS),
    "GET /desk/audit": of(AUDITORS),
    "POST /desk/audit/verify": of(AUDITORS),
}
FILLED = {"{version}": "0", "{name}": "somebody", "{change}": "log-out"}
OIDC = OidcSection(issuer="https://login.example", client_id="kpj")


def away(_: httpx.Request) -> httpx.Response:
    """An issuer that nobody reaches."""
    raise httpx.ConnectError("away")


@pytest.fixture
def desk(engine: AsyncEngine, redis: Redis, clock: Clock) -> Entrance:
    """The entrance with everything that can be switched on."""
    organisation = Organisation(OIDC, "secret", transport=httpx.MockTransport(away))
    return entrance(engine, redis, clock, DeskSection(oidc=OIDC), organisation)


@pytest.fixture
def routes(desk: Entrance) -> Sequence[Guarded]:
    """All routes of the entrance."""
    return desk.routes()


@pytest.fixture
def app(routes: Sequence[Guarded]) -> Starlette:
    """The app with them."""
    return app_of(routes)


async def asked(browser: Browser, name: str) -> httpx.Response:
    """Take a path of the table, with all that a form of ours would carry."""
    method, _, path = name.partition(" ")
    for part, filled in FILLED.items():
        path = path.replace(part, filled)
    return await (browser.get(path) if method == "GET" else browser.post(path))


def turned_away(answer: httpx.Response, name: str, target: str) -> bool:
    """Whether the guard answered: refused, or sent elsewhere without a word to the browser's cookie."""
    elsewhere = answer.status_code == 303 and answer.headers["location"].partition("?")[0] == target
    other_path = not name.endswith(f" {target}")
    return answer.status_code == 403 or (elsewhere and other_path and "set-cookie" not in answer.headers)


def test_every_route_has_the_rule_that_is_meant(routes: Sequence[Guarded]) -> None:
    """Given all routes, their rules are those of the table, and the table names no others."""
    found = {f"{method} {route.path}": route.rule for route in routes for method in (route.methods or set()) - {"HEAD"}}
    assert found == RULES


@pytest.mark.parametrize("name", RULES)
async def test_a_stranger_takes_only_what_is_for_anybody(app: Starlette, name: str) -> None:
    """Given nobody signed in, every other path leads to the log-in, and a form does nothing before that."""
    browser = Browser(app)
    await browser.get(LOGIN)
    assert turned_away(await asked(browser, name), name, LOGIN) == (RULES[name] != ANYBODY)


@pytest.mark.parametrize("name", RULES)
async def test_a_path_is_for_its_roles_at_its_stages(desk: Entrance, app: Starlette, name: str) -> None:
    """Given each role at each stage, a path is open exactly where the table says so."""
    rule, wrong = RULES[name], []
    for role in ROLES:
        await added(desk, role)
        for stage, target in STAGES.items():
            answer = await asked(await let_in(desk, app, f"{role}.satu", stage), name)
            allowed = rule == ANYBODY or (stage in rule.stages and role in rule.roles)
            refused = answer.status_code == 403 if rule == ANYBODY else turned_away(answer, name, target)
            if refused == allowed:
                wrong.append((role, stage, answer.status_code))
    assert wrong == []
