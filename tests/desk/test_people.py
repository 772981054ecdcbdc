"""The accounts page, for admins."""

import re

import pytest
from starlette.applications import Starlette

from bot.desk.accounts.demo import demo_accounts
from bot.desk.accounts.entrance import Entrance
from storage.accounts import Account
from storage.audit import Wanted
from tests.desk.entering import PASSWORD, SEALER, Browser, added, guess, let_in, with_factor

NEW = {"name": "budi", "display": "Budi Santoso", "role": "supervisor", "locale": "en"}


@pytest.fixture
async def admin(desk: Entrance, app: Starlette) -> Browser:
    """An admin who is in."""
    return await let_in(desk, app, await added(desk, "admin", "bayu"))


async def noted(desk: Entrance) -> list[tuple[str, str, str]]:
    """The audit: kind, actor, detail."""
    return [(entry.kind, entry.actor, entry.detail) async for entry in desk.signing.audit.show(Wanted())]


async def test_an_admin_adds_somebody(desk: Entrance, app: Starlette, admin: Browser) -> None:
    """Given a new account, its password is shown once, opens the door, and has to be changed."""
    page = await admin.post("/desk/people", NEW)
    [made] = re.findall(r'class="secret">([a-z2-9-]{19})<', page.text)
    assert made not in (await admin.get("/desk/people/budi")).text
    assert "Budi Santoso" in (await admin.get("/desk/people")).text
    assert (await guess(Browser(app), "budi", made)).headers["location"] == "/desk/me/password"
    assert ("account-added", "bayu", "account budi, role supervisor") in await noted(desk)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"name": "bayu"}, "exists"),
        ({"name": "a/b"}, "cannot be used"),
        ({"display": " "}, "cannot be used"),
        ({"role": "root"}, "cannot be used"),
        ({"locale": "xx"}, "cannot be used"),
    ],
    ids=str,
)
async def test_what_cannot_be_added(desk: Entrance, admin: Browser, change: dict[str, str], told: str) -> None:
    """Given a name that is taken or cannot be, or a role that there is not, the page says so and nothing is made."""
    page = await admin.post("/desk/people", {**NEW, **change})
    assert page.status_code == 400
    assert told in page.text
    assert len(await desk.guard.accounts.all()) == 1


async def test_an_admin_changes_an_account(desk: Entrance, app: Starlette, admin: Browser, sari: Account) -> None:
    """Given each of the changes, it is done, told and in the audit."""
    await with_factor(desk, "sari")
    for change, told in (
        ("role", "role is changed"),
        ("disable", "is disabled"),
        ("enable", "can be used again"),
        ("factor", "second code is removed"),
        ("log-out", "are logged out"),
    ):
        page = await admin.post(f"/desk/people/sari/{change}", {"role": "auditor"})
        assert page.status_code == 200
        assert told in page.text
    found = await desk.guard.accounts.get("sari")
    assert found is not None
    assert (found.role, found.disabled, found.has_factor, found.generation) == ("auditor", False, False, 6)
    assert await noted(desk) == [
        ("account-role", "bayu", "account sari, from agent to auditor"),
        ("account-disabled", "bayu", "account sari"),
        ("account-enabled", "bayu", "account sari"),
        ("factor-reset", "bayu", "account sari"),
        ("logged-out-everywhere", "bayu", "account sari"),
    ]
    assert (await guess(Browser(app), "sari", PASSWORD)).headers["location"] == "/desk/me/factor"


async def test_a_new_password_ends_a_lock(desk: Entrance, app: Starlette, admin: Browser, sari: Account) -> None:
    """Given an account that somebody locked by guessing, a new password lets its owner in at once."""
    for number in range(6):
        await guess(Browser(app, host=f"192.0.2.{number}"), "sari", "wrong")
    page = await admin.post("/desk/people/sari/password")
    [made] = re.findall(r'class="secret">([a-z2-9-]{19})<', page.text)
    assert (await guess(Browser(app), "sari", PASSWORD)).status_code == 400
    assert (await guess(Browser(app), "sari", made)).headers["location"] == "/desk/me/password"


async def test_nobody_locks_themselves_out(desk: Entrance, admin: Browser) -> None:
    """Given their own account, an admin is sent to their own page, and nothing is changed."""
    for change in ("role", "disable", "password", "factor"):
        answer = await admin.post(f"/desk/people/bayu/{change}", {"role": "agent"})
        assert answer.headers["location"] == "/desk/me"
    assert await noted(desk) == []
    assert "/desk/people/bayu/" not in (await admin.get("/desk/people/bayu")).text


@pytest.mark.parametrize("path", ["/desk/people/nobody/disable", "/desk/people/sari/delete"])
async def test_what_there_is_not(admin: Browser, sari: Account, path: str) -> None:
    """Given no such account or no such change, the answer is 404."""
    assert (await admin.post(path)).status_code == 404


async def test_the_demos_accounts_are_the_same_each_time(desk: Entrance, app: Starlette) -> None:
    """Given a demo that starts twice, there are two accounts, and the log-ins that were printed go on working."""
    first = await demo_accounts(desk.register, SEALER)
    browser = await let_in(desk, app, first[0].name)
    assert await demo_accounts(desk.register, SEALER) == first
    assert [(one.name, one.role) for one in first] == [("dewi", "agent"), ("bayu", "admin")]
    assert (await browser.get("/desk")).status_code == 200
    for one in first:
        assert (await guess(Browser(app), one.name, one.password)).headers["location"] == "/desk/me/factor"
