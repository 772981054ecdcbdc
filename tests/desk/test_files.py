"""Files at the desk: sent with a reply, shown and saved, to whoever may see their ticket, and never run."""

import pytest

from bot.desk.files import as_file
from bot.helpdesk.files.refusals import Reason
from bot.helpdesk.port import Actor
from flows.event import AgentSaid
from storage.audit import Wanted
from storage.tickets.port import FileMark
from tests.desk.dom import read
from tests.desk.stage import Stage
from tests.desk.test_talk import notice, taken

SARI = Actor("sari", "Sari")
PDF, PNG = b"%PDF-1.7 surat", b"\x89PNG\r\n\x1a\n foto"


async def test_a_file_goes_along_with_a_reply(stage: Stage) -> None:
    """Given a file in the form, it is kept and sent with the words, or alone."""
    sari, number = await taken(stage)
    path = f"/desk/tickets/{number}/say"
    for words, once in (("Ini suratnya", "1"), ("", "2")):
        answer = await sari.http.post(
            path, data={"words": words, "once": once}, files={"file": ("surat.pdf", PDF, "text/html")},
            headers={"Origin": sari.origin, "X-CSRF-Token": sari.token},
        )  # fmt: skip
        assert answer.status_code == 200
    said = [event for event in stage.told if isinstance(event, AgentSaid)]
    assert [(event.text, event.file_name) for event in said] == [("Ini suratnya", "surat.pdf"), ("", "surat.pdf")]


async def test_a_refused_file_sends_nothing(stage: Stage) -> None:
    """Given a file that is not taken, the page says why, the words stay, and nothing is sent."""
    sari, number = await taken(stage)
    refusals: list[tuple[Reason, str]] = [
        ("active", "holds a script"), ("large", "too large"), ("gone", "cannot be taken"), ("virus", "virus check"),
    ]  # fmt: skip
    for reason, told in refusals:
        stage.files.refuse = reason
        answer = await sari.http.post(
            f"/desk/tickets/{number}/say", data={"words": "Ini suratnya", "once": reason, "token": sari.token},
            files={"file": ("surat.pdf", PDF)}, headers={"Origin": sari.origin},
        )  # fmt: skip
        assert told in notice(answer.text)
        assert read(answer.text).one("textarea", id="words").text == "Ini suratnya"
    assert not [event for event in stage.told if isinstance(event, AgentSaid)]


async def test_pictures_are_shown_and_everything_can_be_saved(stage: Stage) -> None:
    """Given a picture and a document, the page shows the one and names both; what comes is what was kept."""
    sari, number = await taken(stage)
    picture = await stage.files.agent_file(number, SARI, "foto.png", PNG, "a")
    document = await stage.files.agent_file(number, SARI, "surat.pdf", PDF, "b")
    await stage.hear(number, "ini", (picture, document))
    page = read((await sari.get(f"/desk/tickets/{number}")).text)
    assert [one.attributes["src"] for one in page.one("div", id="log").all("img")] == [
        f"/desk/tickets/{number}/files/{picture.file}"
    ]
    shown = await sari.get(f"/desk/tickets/{number}/files/{picture.file}")
    assert (shown.content, shown.headers["content-type"]) == (PNG, "image/png")
    assert shown.headers["content-disposition"].startswith("inline")
    saved = await sari.get(f"/desk/tickets/{number}/files/{document.file}")
    assert (saved.content, saved.headers["content-disposition"].split(";")[0]) == (PDF, "attachment")
    for answer in (shown, saved):
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "sandbox" in answer.headers["content-security-policy"]
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert answer.headers["cache-control"] == "no-store"


async def test_a_file_belongs_to_its_ticket(stage: Stage) -> None:
    """Given a file of another ticket, neither its id below one's own ticket nor its own path gives it."""
    sari, number = await taken(stage)
    theirs = await stage.ticket()
    await stage.room.helpdesk.claim(Actor("budi", "Budi"), theirs)
    mark = await stage.files.agent_file(theirs, Actor("budi", "Budi"), "ktp.png", PNG, "a")
    for path in (
        f"/desk/tickets/{number}/files/{mark.file}",
        f"/desk/tickets/{theirs}/files/{mark.file}",
        f"/desk/tickets/{theirs}/files/..%2f{mark.file}",
        f"/desk/tickets/4242/files/{mark.file}",
    ):
        answer = await sari.get(path)
        assert answer.status_code == 404, path
        assert PNG not in answer.content


async def test_looking_at_a_file_is_audited(stage: Stage) -> None:
    """Given a file that somebody opens, the audit has who and of which ticket."""
    sari, number = await taken(stage)
    mark = await stage.files.agent_file(number, SARI, "foto.png", PNG, "a")
    await sari.get(f"/desk/tickets/{number}/files/{mark.file}")
    found = [(entry.actor, entry.detail) async for entry in stage.audit.show(Wanted(kind="look"))]
    assert ("sari", f"file of ticket {number}") in found


@pytest.mark.parametrize(
    "name",
    ['a"; filename="b.html', "a\r\nSet-Cookie: x=1", "../../etc/passwd", "x" * 500, "", "\u202efdp.exe", "😀.png"],
)
def test_no_name_breaks_out_of_its_header(name: str) -> None:
    """Given any name, the header is one line of ASCII without a path, and says one name."""
    response = as_file(FileMark("f", name, "text/html", 3), b"<b>", inline=False)
    header = response.headers["content-disposition"]
    assert header.isascii()
    assert "\r" not in header
    assert "\n" not in header
    assert "/" not in header
    assert header.count('"') == 2
    assert header.split(";")[0] == "attachment"
    assert response.headers["content-type"] == "application/octet-stream"
