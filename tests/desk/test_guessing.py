"""Guessing names, passwords and codes at the log-in. None of it works."""

import asyncio
import re
from typing import Literal

import httpx
from argon2 import PasswordHasher
from redis.asyncio import Redis
from sqlalchemy.ext.asyncio import AsyncEngine
from starlette.applications import Starlette

from bot.desk.accounts.entrance import Entrance
from storage.accounts import Account, Passwords
from storage.audit import Wanted
from storage.limits import MINUTE
from tests.desk.entering import (
    PASSWORD,
    Browser,
    added,
    app_of,
    code_of,
    entrance,
    guess,
    let_in,
    with_factor,
)
from tests.line.clock import Clock


class Counting(PasswordHasher):
    """Counts how many passwords it checks."""

    checked = 0

    def verify(self, hash: str | bytes, password: str | bytes) -> Literal[True]:  # noqa: A002 - the library's word
        """Check one."""
        self.checked += 1
        return super().verify(hash, password)


def plain(answer: httpx.Response) -> str:
    """An answer without what is random in it, and without what was typed."""
    text = re.sub(r'value="[^"]*"|"X-CSRF-Token": "[^"]*"', "", answer.text)
    return f"{answer.status_code} {text}"


async def test_an_account_is_locked_and_the_right_password_too(app: Starlette, clock: Clock, sari: Account) -> None:
    """Given five wrong passwords from five places, the right one is not looked at until the lock is over."""
    for number in range(5):
        assert (await guess(Browser(app, host=f"192.0.2.{number}"), "sari", "wrong")).status_code == 400
    locked = await guess(Browser(app, host="192.0.2.99"), "sari", PASSWORD)
    assert (locked.status_code, locked.headers["retry-after"]) == (429, "60")
    clock.now += MINUTE
    assert (await guess(Browser(app), "sari", PASSWORD)).status_code == 303


async def test_at_once_no_more_get_through(desk: Entrance, app: Starlette, sari: Account) -> None:
    """Given thirty guesses at the same moment, five are looked at."""
    browsers = [Browser(app, host=f"192.0.2.{number}") for number in range(30)]
    answers = await asyncio.gather(*(guess(browser, "sari", "wrong") for browser in browsers))
    assert sorted({answer.status_code for answer in answers}) == [400, 429]
    assert sum(answer.status_code == 400 for answer in answers) == 5
    failed = [entry async for entry in desk.signing.audit.show(Wanted(kind="login-failed"))]
    assert [entry.actor for entry in failed] == ["sari"] * 5


async def test_one_password_at_many_accounts(app: Starlette) -> None:
    """Given a list of names and one password, the network is locked after twenty."""
    statuses = [(await guess(Browser(app), f"name{number}", "wrong")).status_code for number in range(22)]
    assert statuses == [400] * 20 + [429] * 2


async def test_nobody_sees_which_accounts_there_are(
    desk: Entrance, app: Starlette, clock: Clock, sari: Account
) -> None:
    """Given an account, one that is disabled, one of an organisation and none, the answers are the same."""
    await added(desk, "agent", "budi")
    await desk.guard.accounts.set_disabled("budi", disabled=True)
    await desk.guard.accounts.add("ayu", "Ayu", "agent", at=1, subject="https://login.example\n1")
    told = {plain(await guess(Browser(app), name, "wrong")) for name in ("sari", "budi", "ayu", "nobody", "?\x00'")}
    assert len(told) == 1
    assert plain(await guess(Browser(app), "budi", PASSWORD)) in told
    for number in range(4):
        for name in ("sari", "nobody"):
            await guess(Browser(app, host=f"192.0.2.{number}"), name, "wrong")
    locked = {plain(await guess(Browser(app, host="192.0.2.50"), name, "wrong")) for name in ("sari", "nobody")}
    assert [one[:3] for one in locked] == ["429"]


async def test_the_same_work_is_done_whoever_is_tried(engine: AsyncEngine, redis: Redis, clock: Clock) -> None:
    """Given the same accounts, one hash is checked and one entry written for each: the time tells nothing either."""
    hasher = Counting(time_cost=1, memory_cost=8, parallelism=1)
    desk = entrance(engine, redis, clock, passwords=Passwords(hasher))
    app = app_of(desk.routes())
    await added(desk, "agent", "sari")
    await added(desk, "agent", "budi")
    await desk.guard.accounts.set_disabled("budi", disabled=True)
    await desk.guard.accounts.add("ayu", "Ayu", "agent", at=1, subject="https://login.example\n1")
    for name, password in (
        ("sari", "wrong"),
        ("budi", PASSWORD),
        ("ayu", "wrong"),
        ("nobody", "wrong"),
        ("?", "wrong"),
    ):
        before, written = hasher.checked, len([1 async for _ in desk.signing.audit.show(Wanted())])
        await guess(Browser(app), name, password)
        assert hasher.checked == before + 1
        assert len([1 async for _ in desk.signing.audit.show(Wanted())]) == written + 1


async def test_what_was_typed_as_a_name_is_not_kept(desk: Entrance, app: Starlette) -> None:
    """Given a password typed into the wrong field, the audit does not hold it."""
    await guess(Browser(app), "rahasia-saya-sekali", "x")
    assert [(entry.actor, entry.detail) async for entry in desk.signing.audit.show(Wanted())] == [("unknown", "")]


async def test_the_second_factor_cannot_be_guessed(desk: Entrance, app: Starlette, clock: Clock, sari: Account) -> None:
    """Given the password, four codes can be tried; then not even the right one is looked at."""
    secret = await with_factor(desk, "sari")
    browser = await let_in(desk, app, sari, "factor")
    for number in range(4):
        assert (await browser.post("/desk/login/code", {"code": f"00000{number}"})).status_code == 400
    right = code_of(desk, secret)
    assert (await browser.post("/desk/login/code", {"code": right})).status_code == 429
    assert (await browser.get("/desk")).headers["location"] == "/desk/login/code"


async def test_a_code_that_was_seen_opens_nothing_again(
    desk: Entrance, app: Starlette, clock: Clock, sari: Account
) -> None:
    """Given a code that was just used, another browser that has the password is not let in with it."""
    secret = await with_factor(desk, "sari")
    seen = code_of(desk, secret)
    owner, thief = await let_in(desk, app, sari, "factor"), await let_in(desk, app, sari, "factor")
    assert (await owner.post("/desk/login/code", {"code": seen})).headers["location"] == "/desk"
    assert (await thief.post("/desk/login/code", {"code": seen})).status_code == 400
