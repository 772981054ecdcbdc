"""Sessions that somebody planted or copied. None of it works."""

import asyncio
import re

import pytest
from starlette.applications import Starlette

from bot.desk.accounts.entrance import Entrance
from storage.accounts import Account
from tests.desk.entering import ADDRESS, PASSWORD, SECURE, Browser, added, code_of, guess, let_in, with_factor


async def test_an_id_that_was_planted_is_not_the_one_that_is_in(desk: Entrance, app: Starlette, sari: Account) -> None:
    """Given an id that somebody else knows, signing in gives another at every step."""
    secret = await with_factor(desk, "sari")
    planted = desk.guard.sessions.new_id()
    browser, attacker = Browser(app), Browser(app)
    for one in (browser, attacker):
        one.http.cookies.set("desk", planted, domain="127.0.0.1", path="/")
    await guess(browser, "sari", PASSWORD)
    half_in = browser.http.cookies["desk"]
    await browser.get("/desk/login/code")
    code = code_of(desk, secret)
    await browser.post("/desk/login/code", {"code": code})
    assert (await browser.get("/desk")).text == "done"
    assert len({planted, half_in, browser.http.cookies["desk"]}) == 3
    assert (await attacker.get("/desk")).status_code == 303
    attacker.http.cookies.set("desk", half_in, domain="127.0.0.1", path="/")
    assert (await attacker.get("/desk/login/code")).headers["location"] == "/desk/login"


@pytest.mark.parametrize("how", ["log-out", "disable", "role", "password", "factor"])
async def test_a_stolen_session_ends_with_all_others(desk: Entrance, app: Starlette, sari: Account, how: str) -> None:
    """Given a session that was copied, whatever an admin does to the account ends it at once."""
    thief = await let_in(desk, app, sari)
    assert (await thief.get("/desk")).status_code == 200
    admin = await let_in(desk, app, await added(desk, "admin", "bayu"))
    form = {"role": "supervisor"} if how == "role" else {}
    assert (await admin.post(f"/desk/people/sari/{how}", form)).status_code == 200
    assert (await thief.get("/desk")).status_code == 303
    assert (await thief.post("/desk/do")).status_code == 303


async def test_logging_out_everywhere_by_oneself(desk: Entrance, app: Starlette, sari: Account) -> None:
    """Given a session that was copied, its owner ends it from elsewhere."""
    thief, owner = await let_in(desk, app, sari), await let_in(desk, app, sari)
    await owner.post("/desk/me/log-out")
    assert [(await one.get("/desk")).status_code for one in (thief, owner)] == [303, 303]


async def test_changing_the_password_ends_the_other_sessions(desk: Entrance, app: Starlette, sari: Account) -> None:
    """Given a thief, a new password ends their session; whoever changed it stays in, under a new id."""
    thief, owner = await let_in(desk, app, sari), await let_in(desk, app, sari)
    before = owner.http.cookies["desk"]
    fresh = "kura-kura di laut dalam"
    form = {"current": PASSWORD, "fresh": fresh, "again": fresh}
    assert (await owner.post("/desk/me/password", form)).status_code == 303
    assert owner.http.cookies["desk"] != before
    assert [(await one.get("/desk")).status_code for one in (thief, owner)] == [303, 200]


@pytest.mark.parametrize("path", ["password", "factor", "recovery"])
async def test_a_thief_cannot_make_the_account_theirs(desk: Entrance, app: Starlette, sari: Account, path: str) -> None:
    """Given a stolen session without the password, what proves who somebody is cannot be changed."""
    thief = await let_in(desk, app, sari)
    page = await thief.get("/desk/me/factor")
    secret = "".join(re.findall(r'class="secret">([A-Z2-7 ]+)<', page.text)).replace(" ", "")
    code = code_of(desk, secret)
    fresh = "kura-kura di laut dalam"
    form = {"current": "guessed", "fresh": fresh, "again": fresh, "code": code}
    assert (await thief.post(f"/desk/me/{path}", form)).status_code == 400
    found = await desk.guard.accounts.get("sari")
    assert found is not None
    assert not found.has_factor
    assert await desk.signing.factors.recovery_left("sari") == 0
    assert await desk.signing.passwords.fits(await desk.guard.accounts.password("sari"), PASSWORD)


async def test_cookies_are_for_this_host_and_not_for_scripts(app: Starlette) -> None:
    """Given HTTPS, the cookie is __Host-, Secure, HttpOnly and SameSite=Lax; on this machine all but the first two."""
    for address, expected in (
        (SECURE, {"__Host-desk", "Secure", "HttpOnly", "Path=/", "SameSite=lax"}),
        (ADDRESS, {"desk", "HttpOnly", "Path=/", "SameSite=lax"}),
    ):
        given = (await Browser(app, address=address).get("/desk/login")).headers["set-cookie"]
        assert {part.partition("=")[0] if "desk=" in part else part for part in given.split("; ")} == expected


async def test_the_plain_cookie_is_nothing_over_https(desk: Entrance, app: Starlette, sari: Account) -> None:
    """Given a cookie without the prefix, which another site of the domain can plant, HTTPS does not look at it."""
    session = (await let_in(desk, app, sari)).http.cookies["desk"]
    browser = Browser(app, address=SECURE)
    browser.http.cookies.set("desk", session, domain="desk.example", path="/")
    assert (await browser.get("/desk")).status_code == 303
    browser.http.cookies.set("__Host-desk", session, domain="desk.example", path="/")
    assert (await browser.get("/desk")).status_code == 200


async def test_whoever_has_the_first_password_cannot_take_the_account_later(desk: Entrance, app: Starlette) -> None:
    """Given two who are to set up a second factor, the first one's stands, and the other is out."""
    account = await added(desk, "agent", "sari")
    thief, owner = await let_in(desk, app, account, "enrol"), await let_in(desk, app, account, "enrol")
    codes = {}
    for browser in (thief, owner):
        page = await browser.get("/desk/me/factor")
        secret = "".join(re.findall(r'class="secret">([A-Z2-7 ]+)<', page.text)).replace(" ", "")
        codes[browser] = code_of(desk, secret)
    assert (await owner.post("/desk/me/factor", {"code": codes[owner]})).status_code == 200
    assert (await thief.post("/desk/me/factor", {"code": codes[thief]})).headers["location"] == "/desk/login"
    assert (await owner.get("/desk")).status_code == 200


async def test_of_two_that_set_up_a_second_factor_at_once_one_does(desk: Entrance, app: Starlette) -> None:
    """Given both in the same moment, one is refused, whoever it is."""
    account = await added(desk, "agent", "sari")
    browsers = [await let_in(desk, app, account, "enrol") for _ in range(2)]
    forms = []
    for browser in browsers:
        page = await browser.get("/desk/me/factor")
        secret = "".join(re.findall(r'class="secret">([A-Z2-7 ]+)<', page.text)).replace(" ", "")
        forms.append(browser.post("/desk/me/factor", {"code": code_of(desk, secret)}))
    answers = await asyncio.gather(*forms)
    assert sum("<li><code>" in answer.text for answer in answers) == 1
