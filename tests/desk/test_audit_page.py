"""The audit page: filtered, a page at a time, and verified."""

import re

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine
from starlette.applications import Starlette

from bot.desk.accounts.audit_page import A_PAGE
from bot.desk.accounts.entrance import Entrance
from tests.desk.entering import Browser, added, let_in

DAY = 24 * 60 * 60 * 1000
MIDNIGHT = 1_699_981_200_000  # 2023-11-15 in Jakarta


@pytest.fixture
async def auditor(desk: Entrance, app: Starlette) -> Browser:
    """An auditor who is in."""
    return await let_in(desk, app, await added(desk, "auditor", "tono"))


async def happened(desk: Entrance, kind: str, at: int = MIDNIGHT, actor: str = "sari", detail: str = "") -> None:
    """An entry."""
    await desk.signing.audit.add(kind, at=at, actor=actor, detail=detail, conversation="web:geheim")


def shown(page: str) -> list[int]:
    """The numbers of the entries on a page, in its order."""
    return [int(number) for number in re.findall(r"<tr><td>(\d+)</td>", page)]


async def test_the_newest_come_first_and_the_others_page_by_page(desk: Entrance, auditor: Browser) -> None:
    """Given more entries than a page has, each is on one page, and a filter goes along."""
    for number in range(A_PAGE + 3):
        await happened(desk, "look", detail=f"request {number}")
    await happened(desk, "close")
    page = (await auditor.get("/desk/audit?kind=look")).text
    assert shown(page) == list(range(A_PAGE + 3, 3, -1))
    [older] = re.findall(r'href="(/desk/audit\?[^"]+)" rel="next"', page)
    second = (await auditor.get(older.replace("&amp;", "&"))).text
    assert shown(second) == [3, 2, 1]
    assert 'rel="next"' not in second
    assert 'href="/desk/audit?kind=look"' in second


@pytest.mark.parametrize(
    ("asked", "numbers"),
    [
        ("", [4, 3, 2, 1]),
        ("kind=look", [3, 1]),
        ("actor=budi", [4]),
        ("since=2023-11-15&until=2023-11-15", [3, 2]),
        ("since=2023-11-16", [4]),
        ("until=2023-11-14", [1]),
        ("kind=look&since=2023-11-15", [3]),
        ("kind=nothing", []),
        ("since=yesterday&before=x&kind=%00", [4, 3, 2, 1]),
        ("before=99999999999999999999", [4, 3, 2, 1]),
        ("before=3", [2, 1]),
    ],
)
async def test_entries_are_filtered(desk: Entrance, auditor: Browser, asked: str, numbers: list[int]) -> None:
    """Given kind, actor and days in the operator's zone, the entries that fit are shown; nonsense filters nothing."""
    await happened(desk, "look", MIDNIGHT - 1)
    await happened(desk, "login", MIDNIGHT)
    await happened(desk, "look", MIDNIGHT + DAY - 1)
    await happened(desk, "close", MIDNIGHT + DAY, "budi")
    assert shown((await auditor.get(f"/desk/audit?{asked}")).text) == numbers


async def test_no_conversation_is_shown(desk: Entrance, auditor: Browser) -> None:
    """Given entries about a conversation, the page shows a piece of a keyed hash, and the local time."""
    await happened(desk, "look", MIDNIGHT)
    page = (await auditor.get("/desk/audit")).text
    assert "geheim" not in page
    assert "2023-11-15 00:00:00" in page


async def test_the_chain_is_verified(desk: Entrance, auditor: Browser) -> None:
    """Given a whole chain, the page says so with the anchor; handed in later it is compared."""
    await happened(desk, "look")
    page = await auditor.post("/desk/audit/verify")
    [anchor] = re.findall(r'class="secret">(1:[0-9a-f]{64})<', page.text)
    await happened(desk, "look")
    again = await auditor.post("/desk/audit/verify", {"anchor": anchor})
    assert "2 entries, all as they were written" in again.text
    other = await auditor.post("/desk/audit/verify", {"anchor": f"1:{'0' * 64}"})
    assert "broken at entry 1" in other.text
    assert (await auditor.post("/desk/audit/verify", {"anchor": "x"})).status_code == 400


async def test_an_entry_that_was_altered_is_named(desk: Entrance, auditor: Browser, engine: AsyncEngine) -> None:
    """Given somebody who writes in the database, the page names the first entry that is not as it was written."""
    for _ in range(3):
        await happened(desk, "look")
    async with engine.begin() as connection:
        await connection.execute(text("DROP TRIGGER audit_entries_stay_as_they_are"))
        await connection.execute(text("UPDATE audit_entries SET actor = 'budi' WHERE number = 2"))
    assert "broken at entry 2" in (await auditor.post("/desk/audit/verify")).text
