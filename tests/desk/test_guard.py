"""The guard: who is let in, who is sent to sign in, and what a form has to carry."""

from collections.abc import Sequence

import pytest
from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from bot.desk.accounts.entrance import Entrance
from bot.desk.accounts.guard import AGENTS, SUPERVISORS, Guarded, SignedIn
from bot.helpdesk.port import Actor
from storage.accounts import Role
from storage.line import now_ms
from tests.desk.entering import ADDRESS, Browser, added, app_of, entrance, let_in


async def say_who(_: Request, who: SignedIn) -> Response:
    """What any page of the desk could be."""
    return PlainTextResponse(f"{who.actor.id} {who.actor.role} {who.locale}")


def routes_of(desk: Entrance) -> Sequence[Guarded]:
    """The entrance's own, and some of a desk's."""
    route = desk.guard.route
    return [
        *desk.routes(),
        route("/desk", say_who, *AGENTS),
        route("/desk/tickets/{number:int}", say_who, *AGENTS),
        route("/desk/numbers", say_who, *SUPERVISORS),
        route("/desk/do", say_who, *AGENTS, methods=["POST"]),
        route("/desk/events", say_who, *AGENTS, background=True),
    ]


@pytest.fixture
def app(desk: Entrance) -> Starlette:
    """The app with a small desk."""
    return app_of(routes_of(desk))


async def test_somebody_who_is_in_is_told_to_the_page(desk: Entrance, app: Starlette) -> None:
    """Given a session, the page gets who it is."""
    browser = await let_in(desk, app, await added(desk, "agent", "sari"))
    answer = await browser.get("/desk")
    assert (answer.status_code, answer.text) == (200, "sari agent en")


async def test_a_stranger_is_sent_to_sign_in_and_back(app: Starlette) -> None:
    """Given no session, a page sends to the log-in with where to come back to; a form without."""
    browser = Browser(app)
    assert (await browser.get("/desk/tickets/1001")).headers["location"] == "/desk/login?next=/desk/tickets/1001"
    assert (await browser.post("/desk/do")).headers["location"] == "/desk/login"


async def test_what_a_page_asks_by_itself_is_answered_without_a_redirect(app: Starlette) -> None:
    """Given HTMX or a stream of events, a stranger gets 401, and HTMX is told where to go."""
    browser = Browser(app)
    answer = await browser.get("/desk", hx_request="true", hx_current_url=f"{ADDRESS}/desk/tickets/7?x=1")
    assert (answer.status_code, answer.headers["hx-redirect"]) == (401, "/desk/login?next=/desk/tickets/7")
    assert (await browser.get("/desk/events", accept="text/event-stream")).status_code == 401


@pytest.mark.parametrize(("role", "status"), [("agent", 403), ("auditor", 403), ("supervisor", 200), ("admin", 200)])
async def test_a_page_is_for_its_roles_alone(desk: Entrance, app: Starlette, role: Role, status: int) -> None:
    """Given a page for supervisors, others are refused."""
    browser = await let_in(desk, app, await added(desk, role))
    assert (await browser.get("/desk/numbers")).status_code == status


async def test_the_token_may_come_in_a_field_or_a_header(desk: Entrance, app: Starlette) -> None:
    """Given the session's token in either, a form is taken."""
    browser = await let_in(desk, app, await added(desk, "agent"))
    assert (await browser.post("/desk/do")).status_code == 200
    by_header = await browser.http.post("/desk/do", headers={"Origin": ADDRESS, "X-CSRF-Token": browser.token})
    assert by_header.status_code == 200


async def test_an_answer_without_end_hears_that_its_reader_is_out(desk: Entrance, app: Starlette) -> None:
    """Given somebody who is logged out everywhere, `still` says so."""
    account = await added(desk, "agent", "sari")
    browser = await let_in(desk, app, account)
    session_id = browser.http.cookies["desk"]
    visit = SignedIn(Actor("sari", "Sari"), "", "id", desk.guard.sessions.mark(session_id))
    assert await desk.guard.still(visit)
    await desk.guard.accounts.log_out("sari")
    assert not await desk.guard.still(visit)


async def test_a_part_that_is_away_is_said_kindly(
    desk: Entrance, app: Starlette, redis: Redis, engine: AsyncEngine
) -> None:
    """Given a database or a Redis that is away, the page says so and to come again, and lets nobody in."""
    browser = await let_in(desk, app, await added(desk, "agent"))
    async with engine.begin() as connection:
        await connection.execute(text("ALTER TABLE accounts RENAME TO elsewhere"))
    for path in ("/desk", "/desk/me/password"):
        answer = await browser.get(path)
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
        assert "tidak bisa dihubungi" in answer.text
    away = Redis(host="127.0.0.1", port=1, retry=Retry(NoBackoff(), 0))
    other = app_of(routes_of(entrance(engine, away, now_ms)))
    assert (await Browser(other).get("/desk")).status_code == 303
    browser = Browser(other)
    browser.http.cookies.set("desk", "a" * 43, domain="127.0.0.1", path="/")
    assert (await browser.get("/desk")).status_code == 503
    await away.aclose()


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"token=%ff%00&name=\xff", "application/x-www-form-urlencoded"),
        (b"--x\r\nContent-Disposition: form-data; name=token\r\n\r\nx", "multipart/form-data; boundary=y"),
        (b"{}", "application/json"),
        (b"&" * 60_000, "application/x-www-form-urlencoded"),
    ],
    ids=["bytes", "multipart", "json", "empty fields"],
)
async def test_a_form_that_is_none_is_refused(app: Starlette, body: bytes, kind: str) -> None:
    """Given anything but a form of ours, the answer is a refusal and not a failure."""
    browser = Browser(app)
    await browser.get("/desk/login")
    headers = {"Origin": ADDRESS, "Content-Type": kind}
    answer = await browser.http.post("/desk/login", content=body, headers=headers)
    assert answer.status_code in {400, 403}


async def test_a_form_at_the_door_has_its_size(app: Starlette) -> None:
    """Given more than a log-in could hold, it is not read."""
    browser = Browser(app)
    await browser.get("/desk/login")
    assert (await browser.post("/desk/login", {"name": "x" * 70_000})).status_code == 413
