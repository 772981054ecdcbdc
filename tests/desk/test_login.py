"""Signing in as people do: password, second code, first log-in, recovery code, and out again."""

import re

import pytest
from argon2 import PasswordHasher
from redis.asyncio import Redis
from sqlalchemy.ext.asyncio import AsyncEngine
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from bot.desk.accounts.config import DeskSection
from bot.desk.accounts.entrance import Entrance
from bot.desk.accounts.guard import AGENTS, SignedIn
from bot.desk.accounts.register import Newcomer
from storage.audit import Wanted
from tests.desk.entering import PASSWORD, Browser, added, app_of, code_of, entrance, guess, let_in, with_factor
from tests.line.clock import Clock

OTHER = "kura-kura di laut dalam"


async def say_who(_: Request, who: SignedIn) -> Response:
    """What any page of the desk could be."""
    return PlainTextResponse(who.actor.id)


@pytest.fixture
def app(desk: Entrance) -> Starlette:
    """The app with pages of the desk."""
    return app_of([*desk.routes(), *(desk.guard.route(path, say_who, *AGENTS) for path in ("/desk", "/desk/queue"))])


async def kinds(desk: Entrance) -> list[tuple[str, str]]:
    """What the audit tells: kind and actor."""
    return [(entry.kind, entry.actor) async for entry in desk.signing.audit.show(Wanted())]


async def test_password_then_code_then_where_one_wanted_to_go(desk: Entrance, app: Starlette, clock: Clock) -> None:
    """Given password and code, the browser is taken to the page it asked for, and the audit knows."""
    await added(desk, "agent", "sari")
    secret = await with_factor(desk, "sari")
    browser = Browser(app)
    await browser.get("/desk/login?next=/desk/queue")
    first = await browser.post("/desk/login", {"name": "Sari ", "password": PASSWORD, "next": "/desk/queue"})
    assert (first.status_code, first.headers["location"]) == (303, "/desk/login/code")
    assert (await browser.get("/desk")).headers["location"] == "/desk/login/code"
    assert (await browser.get("/desk/login/code")).status_code == 200
    second = await browser.post("/desk/login/code", {"code": code_of(desk, secret)})
    assert (second.status_code, second.headers["location"]) == (303, "/desk/queue")
    assert (await browser.get("/desk/queue")).text == "sari"
    assert await kinds(desk) == [("login", "sari")]
    found = await desk.guard.accounts.get("sari")
    assert found is not None
    assert found.last_in == clock.now


async def test_the_first_log_in_changes_the_password_and_sets_up_the_code(
    desk: Entrance, app: Starlette, clock: Clock
) -> None:
    """Given a password that an admin handed over, its owner chooses one, scans the picture, and keeps the codes."""
    _, made = await desk.register.add("operator", Newcomer("sari", "Sari", "agent", "en"))
    assert made is not None
    browser = Browser(app)
    await browser.get("/desk/login")
    assert (await browser.post("/desk/login", {"name": "sari", "password": made})).headers["location"] == (
        "/desk/me/password"
    )
    await browser.get("/desk/me/password")
    for fresh, again, told in (
        ("short", "short", "Too short"),
        (OTHER, OTHER + "x", "differ"),
        (made, made, "present password"),
    ):
        refused = await browser.post("/desk/me/password", {"fresh": fresh, "again": again})
        assert refused.status_code == 400
        assert told in refused.text
    changed = await browser.post("/desk/me/password", {"fresh": OTHER, "again": OTHER})
    assert changed.headers["location"] == "/desk/me/factor"
    page = await browser.get("/desk/me/factor")
    picture = await browser.get("/desk/me/factor.svg")
    assert picture.headers["content-type"] == "image/svg+xml"
    assert picture.text.startswith("<svg")
    [shown] = re.findall(r'class="secret">([A-Z2-7 ]+)<', page.text)
    secret = shown.replace(" ", "")
    wrong = await browser.post("/desk/me/factor", {"code": "000000"})
    assert wrong.status_code == 400
    assert shown in wrong.text
    done = await browser.post("/desk/me/factor", {"code": code_of(desk, secret)})
    codes = re.findall(r"<li><code>([a-z2-9]{5}-[a-z2-9]{5})</code></li>", done.text)
    assert len(codes) == 10
    assert (await browser.get("/desk")).text == "sari"
    assert [kind for kind, _ in await kinds(desk)] == ["account-added", "password-changed", "factor-set", "login"]

    again_later = Browser(app)
    await guess(again_later, "sari", OTHER)
    await again_later.get("/desk/login/code")
    used_before = await again_later.post("/desk/login/code", {"code": code_of(desk, secret)})
    assert used_before.status_code == 400
    by_recovery = await again_later.post("/desk/login/code", {"code": codes[3]})
    assert by_recovery.headers["location"] == "/desk"
    assert ("recovery-used", "sari") in await kinds(desk)


async def test_without_a_second_factor_where_none_is_required(engine: AsyncEngine, redis: Redis, clock: Clock) -> None:
    """Given `require_totp: false`, a password is enough for those who have set up nothing, and not for the others."""
    desk = entrance(engine, redis, clock, DeskSection(require_totp=False))
    app = app_of([*desk.routes(), desk.guard.route("/desk", say_who, *AGENTS)])
    await added(desk, "agent", "sari")
    await added(desk, "agent", "budi")
    await with_factor(desk, "budi")
    assert (await guess(Browser(app), "sari", PASSWORD)).headers["location"] == "/desk"
    assert (await guess(Browser(app), "budi", PASSWORD)).headers["location"] == "/desk/login/code"


async def test_logging_out_ends_the_session(desk: Entrance, app: Starlette) -> None:
    """Given a log-out, the id that the browser had opens nothing any more."""
    browser = await let_in(desk, app, await added(desk, "agent", "sari"))
    stolen = browser.http.cookies["desk"]
    gone = await browser.post("/desk/logout")
    assert gone.headers["location"] == "/desk/login"
    assert "desk" not in browser.http.cookies
    thief = Browser(app)
    thief.http.cookies.set("desk", stolen, domain="127.0.0.1", path="/")
    assert (await thief.get("/desk")).status_code == 303
    assert await kinds(desk) == [("logout", "sari")]


async def test_a_password_with_outdated_parameters_is_hashed_anew(desk: Entrance, app: Starlette) -> None:
    """Given a hash with other parameters, the next log-in replaces it, and nobody is logged out by that."""
    account = await added(desk, "agent", "sari")
    old = PasswordHasher(time_cost=2, memory_cost=16, parallelism=1).hash(PASSWORD)
    await desk.guard.accounts.rehash("sari", old)
    browser = await let_in(desk, app, account)
    await guess(Browser(app), "sari", PASSWORD)
    kept = await desk.guard.accounts.password("sari")
    assert kept is not None
    assert kept != old
    assert not desk.signing.passwords.outdated(kept)
    assert (await browser.get("/desk")).status_code == 200


async def test_an_auditor_begins_with_the_audit(desk: Entrance, app: Starlette, clock: Clock) -> None:
    """Given somebody who may see no conversation, they are not sent to a page that refuses them."""
    await added(desk, "auditor", "tono")
    secret = await with_factor(desk, "tono")
    browser = Browser(app)
    await guess(browser, "tono", PASSWORD)
    await browser.get("/desk/login/code")
    assert (await browser.post("/desk/login/code", {"code": code_of(desk, secret)})).headers[
        "location"
    ] == "/desk/audit"


async def test_the_page_speaks_the_browsers_language(app: Starlette) -> None:
    """Given an English browser, or the link to the other language, the page speaks it; Indonesian else."""
    browser = Browser(app)
    assert '<html lang="id">' in (await browser.get("/desk/login")).text
    assert '<html lang="en">' in (await browser.get("/desk/login", accept_language="en-GB,en;q=0.9")).text
    assert '<html lang="id">' in (await browser.get("/desk/login", accept_language="de,id;q=0.8,en;q=0.7")).text
    assert '<html lang="en">' in (await browser.get("/desk/login?lang=en")).text


async def test_only_over_https_or_on_this_machine(app: Starlette) -> None:
    """Given plain HTTP from elsewhere, nobody can sign in; the page says why, and gives no cookie."""
    answer = await Browser(app, address="http://desk.example").get("/desk/login")
    assert answer.status_code == 403
    assert "https://" in answer.text
    assert "set-cookie" not in answer.headers


async def test_sessions_are_shared_by_all_processes(
    desk: Entrance, app: Starlette, engine: AsyncEngine, redis: Redis, clock: Clock
) -> None:
    """Given another process on the same Redis and database, whoever is in here is in there."""
    browser = await let_in(desk, app, await added(desk, "agent", "sari"))
    other = entrance(engine, redis, clock)
    there = Browser(app_of([*other.routes(), other.guard.route("/desk", say_who, *AGENTS)]))
    there.http.cookies.set("desk", browser.http.cookies["desk"], domain="127.0.0.1", path="/")
    assert (await there.get("/desk")).text == "sari"
