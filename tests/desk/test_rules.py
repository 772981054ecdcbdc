"""Who may take which path: every route of the desk, every role, every stage of signing in.

The table below is written by hand and the routes are what runs. A route that is added without a line here, or with
another rule than the line says, fails.
"""

from collections.abc import AsyncIterator, Sequence

import httpx
import pytest
from redis.asyncio import Redis
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.desk.accounts.config import DeskSection, OidcSection
from bot.desk.accounts.guard import ADMINS, AGENTS, AUDITORS, EVERYBODY, LOGIN, STAGES, SUPERVISORS, Guarded, Rule
from bot.desk.accounts.oidc import Organisation
from storage.accounts import ROLES, Role
from storage.accounts import Stage as Step
from tests.desk.entering import Browser, added, entrance, let_in
from tests.desk.stage import Stage, staged
from tests.line.clock import Clock


def at(*stages: Step) -> Rule:
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
    "GET /desk": of(AGENTS),
    "POST /desk/search": of(AGENTS),
    "POST /desk/claim": of(AGENTS),
    "POST /desk/presence": of(AGENTS),
    "GET /desk/live": of(AGENTS),
    "GET /desk/tickets/{number:int}": of(AGENTS),
    "GET /desk/tickets/{number:int}/now": of(AGENTS),
    "GET /desk/tickets/{number:int}/replies": of(AGENTS),
    "GET /desk/tickets/{number:int}/files/{file}": of(AGENTS),
    "POST /desk/tickets/{number:int}/claim": of(AGENTS),
    "POST /desk/tickets/{number:int}/say": of(AGENTS),
    "POST /desk/tickets/{number:int}/step": of(AGENTS),
    "POST /desk/tickets/{number:int}/transfer": of(AGENTS),
    "POST /desk/tickets/{number:int}/close": of(AGENTS),
    "POST /desk/tickets/{number:int}/member": of(AGENTS),
    "POST /desk/tickets/{number:int}/template": of(AGENTS),
    "POST /desk/tickets/{number:int}/confirm": of(AGENTS),
    "GET /desk/replies": of(AGENTS),
    "POST /desk/replies": of(SUPERVISORS),
    "POST /desk/replies/{reply:int}/delete": of(SUPERVISORS),
    "GET /desk/statistics": of(AGENTS),
    "GET /desk/statistics.csv": of(AGENTS),
}
FILLED = {
    "{version}": "0",
    "{name}": "somebody",
    "{change}": "log-out",
    "{number:int}": "1001",
    "{file}": "f1",
    "{reply:int}": "1",
}
OIDC = OidcSection(issuer="https://login.example", client_id="kpj")


def away(_: httpx.Request) -> httpx.Response:
    """An issuer that nobody reaches."""
    raise httpx.ConnectError("away")


@pytest.fixture
async def whole(engine: AsyncEngine, redis: Redis, clock: Clock) -> AsyncIterator[Stage]:
    """The whole desk with everything that can be switched on; its streams have been let go, so that they end."""
    organisation = Organisation(OIDC, "secret", transport=httpx.MockTransport(away))
    door = entrance(engine, redis, clock, DeskSection(oidc=OIDC), organisation)
    async with staged(engine, redis, clock, door=door) as stage:
        stage.desk.close()
        yield stage
    await door.close()


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


async def test_every_route_has_the_rule_that_is_meant(whole: Stage) -> None:
    """Given all routes below /desk, each is guarded, by the rule of the table, and the table names no others."""
    routes = [route for route in whole.app.routes if str(getattr(route, "path", "")).startswith("/desk")]
    guarded = [route for route in routes if isinstance(route, Guarded)]
    assert guarded == routes
    found = {f"{verb} {route.path}": route.rule for route in guarded for verb in (route.methods or set()) - {"HEAD"}}
    assert found == RULES


@pytest.mark.parametrize("name", RULES)
async def test_a_stranger_takes_only_what_is_for_anybody(whole: Stage, name: str) -> None:
    """Given nobody signed in, every other path leads to the log-in, and a form does nothing before that."""
    browser = Browser(whole.app)
    await browser.get(LOGIN)
    assert turned_away(await asked(browser, name), name, LOGIN) == (RULES[name] != ANYBODY)


@pytest.mark.parametrize("name", RULES)
async def test_a_path_is_for_its_roles_at_its_stages(whole: Stage, name: str) -> None:
    """Given each role at each stage, a path is open exactly where the table says so."""
    rule, wrong = RULES[name], []
    for role in ROLES:
        await added(whole.entrance, role)
        for stage, target in STAGES.items():
            answer = await asked(await let_in(whole.entrance, whole.app, f"{role}.satu", stage), name)
            allowed = rule == ANYBODY or (stage in rule.stages and role in rule.roles)
            sent_to = LOGIN if stage == "in" and "in" in rule.stages else target  # who is in may land at the desk
            refused = answer.status_code == 403 if rule == ANYBODY else turned_away(answer, name, sent_to)
            if refused == allowed:
                wrong.append((role, stage, answer.status_code))
    assert wrong == []
