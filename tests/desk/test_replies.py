"""Canned replies: kept by supervisors, read by everybody, and never more than words."""

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.desk.filling import fill, unknown
from storage.canned import NoSuchReply, Reply, ShortcutTaken, SqlCannedReplies
from tests.desk.dom import assert_harmless, read
from tests.desk.stage import Stage

FIRST = ["halo", "ktp", "layar", "rahasia", "selesai", "tunggu"]
GOOD = {"shortcut": "salam", "title": "Salam penutup", "text": "Terima kasih, {nama_petugas}", "locale": "id"}


async def test_there_are_some_to_begin_with(stage: Stage) -> None:
    """Given a new database, six replies are there, and an agent reads them without being able to change them."""
    sari = await stage.agent("sari")
    page = read((await sari.get("/desk/replies")).text)
    assert [one.text.removeprefix("/") for one in page.all("span", class_="shortcut")] == FIRST
    assert not page.all("form", class_="reply-form")
    assert_harmless(page)


async def test_a_supervisor_keeps_changes_and_deletes(stage: Stage) -> None:
    """Given a supervisor, a reply is added, changed and deleted, each with who did it in the audit."""
    boss = await stage.agent("tuti", "supervisor")
    await boss.get("/desk/replies")
    added = await boss.post("/desk/replies", GOOD)
    assert read(added.text).one("div", id="notice").text == "The reply is kept."
    kept = next(one for one in await stage.room.replies.all() if one.shortcut == "salam")
    await boss.post("/desk/replies", {**GOOD, "id": str(kept.id), "title": "Penutup", "shortcut": "/Salam"})
    changed = next(one for one in await stage.room.replies.all() if one.shortcut == "salam")
    assert (changed.id, changed.title, changed.changed_by) == (kept.id, "Penutup", "tuti")
    gone = await boss.post(f"/desk/replies/{kept.id}/delete")
    assert read(gone.text).one("div", id="notice").text == "The reply is deleted."
    again = await boss.post(f"/desk/replies/{kept.id}/delete")
    assert read(again.text).one("div", id="notice").text == "That reply is no longer there."
    assert [one.shortcut for one in await stage.room.replies.all()] == FIRST


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"shortcut": ""}, "The word"), ({"shortcut": "dua kata"}, "The word"), ({"shortcut": "x" * 31}, "The word"),
        ({"title": " "}, "The title"), ({"title": "x" * 81}, "The title"), ({"text": ""}, "The text"),
        ({"text": "x" * 1201}, "The text"), ({"text": "Halo {nama}"}, "Not known: {nama}"),
        ({"shortcut": "halo"}, "Another reply has that word."), ({"id": "4242"}, "no longer there"),
    ],
)  # fmt: skip
async def test_what_cannot_be_kept_is_said(stage: Stage, wrong: dict[str, str], told: str) -> None:
    """Given a mistake, nothing is kept, the page says what is wrong, and what was typed is there still."""
    boss = await stage.agent("tuti", "supervisor")
    answer = await boss.post("/desk/replies", {**GOOD, **wrong})
    page = read(answer.text)
    assert answer.status_code == 400
    assert told in page.one("div", id="notice").text
    if "id" not in wrong:
        assert {**GOOD, **wrong}["title"].strip() == page.one("input", id="title-new").attributes["value"]
    assert [one.shortcut for one in await stage.room.replies.all()] == FIRST


async def test_an_agent_cannot_change_them(stage: Stage) -> None:
    """Given an agent, the forms of a supervisor are refused."""
    sari = await stage.agent("sari")
    assert (await sari.post("/desk/replies", GOOD)).status_code == 403
    assert (await sari.post("/desk/replies/1/delete")).status_code == 403
    assert [one.shortcut for one in await stage.room.replies.all()] == FIRST


async def test_the_table(records: AsyncEngine) -> None:
    """Given either database, replies are kept once by shortcut, and what is gone is told."""
    replies = SqlCannedReplies(records)
    first = await replies.keep(Reply(0, "a", "A", "teks", "id", 1, "tuti"))
    assert await replies.keep(Reply(first, "b", "B", "lain", "en", 2, "tuti")) == first
    second = await replies.keep(Reply(0, "c", "C", "teks"))
    with pytest.raises(ShortcutTaken):
        await replies.keep(Reply(second, "b", "C", "teks"))
    with pytest.raises(ShortcutTaken):
        await replies.keep(Reply(0, "b", "C", "teks"))
    assert await replies.delete(second)
    assert not await replies.delete(second)
    with pytest.raises(NoSuchReply):
        await replies.keep(Reply(second, "d", "D", "teks"))
    kept = next(one for one in await replies.all() if one.id == first)
    assert kept == Reply(first, "b", "B", "lain", "en", 2, "tuti")


def test_variables() -> None:
    """Given variables, they are filled once; braces that are none stay, and a value's braces are not read again."""
    values = {"nama_petugas": "Sari {operator}", "nomor_tiket": "7", "operator": "Koperasi"}
    assert fill("{nama_petugas}, { nomor_tiket } {x} {", values) == "Sari {operator}, 7 {x} {"
    assert unknown("{operator} {nama} {nama} {nomor_tiket}") == ("nama",)
