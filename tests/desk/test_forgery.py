"""Requests in another's name, from another site's page. None of it works."""

import pytest
from starlette.applications import Starlette

from bot.desk.accounts.entrance import Entrance
from storage.accounts import Account
from tests.desk.conftest import Deeds
from tests.desk.entering import ADDRESS, ELSEWHERE, PASSWORD, Browser, added, let_in


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": ELSEWHERE},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:8081"},
        {"Origin": "https://127.0.0.1:8080"},
        {"Origin": f"{ADDRESS}.evil.example"},
        {"Origin": ADDRESS, "Sec-Fetch-Site": "cross-site"},
        {"Origin": ADDRESS, "Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
        {},
    ],
)
async def test_a_form_of_another_page(
    desk: Entrance, app: Starlette, deeds: Deeds, sari: Account, headers: dict[str, str]
) -> None:
    """Given the right cookie and even the right token, a request that is not from our page does nothing."""
    browser = await let_in(desk, app, sari)
    answer = await browser.http.post("/desk/do", data={"token": browser.token}, headers=headers)
    assert (answer.status_code, deeds.done) == (403, [])


async def test_a_form_without_the_token_or_with_anothers(
    desk: Entrance, app: Starlette, deeds: Deeds, sari: Account
) -> None:
    """Given no token, a wrong one, or that of another session, nothing is done."""
    browser, other = await let_in(desk, app, sari), await let_in(desk, app, await added(desk, "agent", "budi"))
    for given in ({}, {"token": ""}, {"token": "x" * 32}, {"token": other.token}):
        answer = await browser.http.post("/desk/do", data=given, headers={"Origin": ADDRESS})
        assert answer.status_code == 403
    header = {"Origin": ADDRESS, "X-CSRF-Token": other.token}
    assert (await browser.http.post("/desk/do", data={"token": browser.token}, headers=header)).status_code == 403
    by_address = await browser.http.post(f"/desk/do?token={browser.token}", headers={"Origin": ADDRESS})
    assert (by_address.status_code, deeds.done) == (403, [])


async def test_the_token_ends_with_the_session(desk: Entrance, app: Starlette, sari: Account) -> None:
    """Given a new session of the same account, the token of the one before is worth nothing."""
    old, new = await let_in(desk, app, sari), await let_in(desk, app, sari)
    answer = await new.http.post("/desk/do", data={"token": old.token}, headers={"Origin": ADDRESS})
    assert answer.status_code == 403


async def test_signing_somebody_in_as_oneself(app: Starlette, sari: Account) -> None:
    """Given another site's form with the attacker's own password, the victim's browser is not signed in."""
    browser = Browser(app)
    await browser.get("/desk/login")
    form = {"name": "sari", "password": PASSWORD}
    forged = await browser.http.post("/desk/login", data=form, headers={"Origin": ELSEWHERE})
    assert forged.status_code == 403
    untold = await browser.http.post("/desk/login", data=form, headers={"Origin": ADDRESS})
    assert untold.status_code == 403
    assert (await browser.get("/desk")).status_code == 303


async def test_nothing_is_changed_by_looking(desk: Entrance, app: Starlette, sari: Account) -> None:
    """Given the path of a form, a GET (an image in a message) does nothing."""
    browser = await let_in(desk, app, sari)
    for path in ("/desk/do", "/desk/logout", "/desk/me/log-out", "/desk/me/recovery"):
        assert (await browser.get(path)).status_code == 405
    assert (await browser.get("/desk")).status_code == 200
