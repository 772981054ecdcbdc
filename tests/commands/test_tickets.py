"""`temankpj tickets`: an answer from the command line reaches the user, and every look is in the audit."""

from pathlib import Path

import pytest

from bot.bootstrap import CannotStart, Store, run
from bot.cli.answering import run_claim, run_close, run_list, run_note, run_reply, run_show, run_transfer
from bot.config import Config
from bot.helpdesk.service import LONGEST
from bot.metrics import Metrics
from flows.event import Sender
from flows.settings import HOUR
from storage.audit import Audit, Wanted
from storage.line import now_ms
from storage.tickets import Opening, Request, SqlTickets
from tests.tickets.listener import Listener

SITI = Sender("listener", "siti")
AYU = Sender("whatsapp", "whatsapp:+6281200009901", "+6281200009901")
WORDS = "kartu saya hilang, mohon dibantu"


async def left(store: Store, sender: Sender, at: int | None = None) -> int:
    """A request that somebody left."""
    request = Request(sender, WORDS, ("Saluran: listener",), "id")
    opening = Opening("kpj", request, at or now_ms())
    return await SqlTickets(store.engine, store.seal).open(f"fx:{sender.address}", opening)


async def audited(store: Store, kind: str) -> list[tuple[str, str]]:
    """Who did it, and to which request."""
    found = Audit(store.engine, store.seal).show(Wanted(kind=kind))
    return [(entry.actor, entry.detail) async for entry in found]


async def test_the_list_tells_nothing_that_was_said(
    store: Store, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Numbers and topics only; looking is another step, and it is in the audit."""
    await run_list(file, closed=False)
    assert "No requests wait." in capsys.readouterr().out
    number = await left(store, SITI)
    await run_list(file, closed=False)
    told = capsys.readouterr().out
    assert str(number) in told
    assert "kartu" not in told
    assert await audited(store, "look") == []
    await run_show(file, number, "ani")
    told = capsys.readouterr().out
    assert WORDS in told
    assert "Saluran: listener" in told
    assert await audited(store, "look") == [("ani", f"request {number}")]


async def test_an_answer_reaches_the_user(store: Store, config: Config, file: Path) -> None:
    """The running service says who is there and what they say, and notes that it was sent; closing says one line."""
    number = await left(store, SITI)
    channel = Listener()
    tickets = SqlTickets(store.engine, store.seal)
    async with run(config, store, [channel], Metrics()) as program:
        with program.desk.service.listen() as ear:
            await run_reply(file, number, "Silakan datang dengan KTP, Kak.", "ani")
            took, said = await channel.next(), await channel.next()
            assert "ani" in took.text
            assert "Koperasi Contoh" in took.text
            assert said.text == "ani:\nSilakan datang dengan KTP, Kak."
            while [entry.delivery for entry in await tickets.entries(number) if entry.kind == "agent"] != ["sent"]:
                await ear.wait(5)
        await run_close(file, number, "solved", "ani")
        assert str(number) in (await channel.next()).text
    assert await audited(store, "reply") == [("ani", f"request {number}")]
    assert await audited(store, "close") == [("ani", f"request {number}")]
    with pytest.raises(CannotStart, match="closed before"):
        await run_close(file, number, "solved", "ani")


async def test_a_request_goes_from_hand_to_hand(store: Store, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Claimed, noted, handed on, put back, closed with a reason: each is seen in the list and in what is shown."""
    number = await left(store, SITI)
    await run_claim(file, number, "ani")
    assert f"Request {number} is ani's now." in capsys.readouterr().out
    await run_list(file, closed=False)
    assert "agent, ani" in capsys.readouterr().out
    await run_note(file, number, "sudah ditelepon", "budi")
    with pytest.raises(CannotStart, match="is ani's"):
        await run_claim(file, number, "budi")
    with pytest.raises(CannotStart, match="is ani's"):
        await run_reply(file, number, "Halo", "budi")
    await run_transfer(file, number, "budi", "ani")
    assert f"Request {number} is budi's now." in capsys.readouterr().out
    await run_transfer(file, number, None, "budi")
    assert f"Request {number} waits again." in capsys.readouterr().out
    with pytest.raises(CannotStart, match="one of solved"):
        await run_close(file, number, "bored", "ani")
    await run_close(file, number, "no-answer-possible", "ani")
    capsys.readouterr()
    await run_list(file, closed=True)
    assert "closed" in capsys.readouterr().out
    await run_show(file, number, "ani")
    told = capsys.readouterr().out
    for line in (
        "ani: claimed:",
        "budi: note: sudah ditelepon",
        "ani: transferred: budi",
        "closed: no-answer-possible",
    ):
        assert line in told
    assert await audited(store, "transfer") == [("ani", f"request {number}"), ("budi", f"request {number}")]


async def test_nobody_is_answered_where_the_channel_takes_nothing(
    store: Store, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """On WhatsApp a day after the user's last message: told to the operator, not lost on the way."""
    number = await left(store, AYU, now_ms() - 25 * HOUR)
    with pytest.raises(CannotStart, match="24 hours"):
        await run_reply(file, number, "Halo", "ani")
    assert await audited(store, "reply") == []
    await run_close(file, number, "solved", "ani")
    assert "can no longer be told" in capsys.readouterr().out


@pytest.mark.parametrize("text", ["", "  ", "x" * (LONGEST + 1)])
async def test_an_answer_has_a_length(file: Path, text: str) -> None:
    """Nothing, and what no channel takes, is refused."""
    with pytest.raises(CannotStart, match="characters"):
        await run_reply(file, 1, text, "ani")


async def test_a_number_that_does_not_exist_is_one_sentence(store: Store, file: Path) -> None:
    """For every command."""
    del store
    for work in (
        run_show(file, 77, "ani"),
        run_claim(file, 77, "ani"),
        run_reply(file, 77, "Halo", "ani"),
        run_note(file, 77, "Halo", "ani"),
        run_transfer(file, 77, None, "ani"),
        run_close(file, 77, "solved", "ani"),
    ):
        with pytest.raises(CannotStart, match="no request 77"):
            await work
