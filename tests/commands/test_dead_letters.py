"""`temankpj dead-letters`: an operator sees what failed and no more, tries it again, and is quiet again."""

import asyncio
import json
from pathlib import Path

import pytest
import typer

from bot.bootstrap import CannotStart, Store, run
from bot.channels.port import Refused
from bot.cli.sending_on import HOUR, run_drop, run_list, run_retry
from bot.config import Config
from bot.letters import why_not
from bot.metrics import Metrics
from flows.effect import Audit, Effect, FindPerson, Forget, Say
from flows.event import Event, Sender, Text
from storage.line import now_ms
from storage.line.dead import DeadLetter
from storage.line.keys import keys_of
from tests.tickets.listener import Listener

SITI = Sender("listener", "siti-0812")
WORDS = "halo min saya siti"


class Broken(Listener):
    """Refuses everything until it is mended."""

    broken = True

    async def send(self, to: Sender, say: Say, effect_id: str) -> str | None:
        """Refuse it, or hand it on."""
        if self.broken:
            raise Refused("HTTP 401", operator=True)
        return await super().send(to, say, effect_id)


async def buried(store: Store, number: int) -> None:
    """Wait until so many are there; nothing announces them."""
    async with asyncio.timeout(60):
        while (await store.line.depth()).dead != number:  # noqa: ASYNC110
            await asyncio.sleep(0.02)


async def test_what_failed_is_seen_and_sent_after_all(
    store: Store, config: Config, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Given a token that was wrong, once it is right the answer comes, without anything said in the list."""
    channel = Broken()
    async with run(config, store, [channel], Metrics()):
        assert await store.line.ingest(SITI, Text("listener:1", now_ms(), WORDS))
        await buried(store, 2)  # a greeting and a question
        await run_list(file, as_json=False)
        told = capsys.readouterr().out
        await run_list(file, as_json=True)
        for line in map(json.loads, capsys.readouterr().out.splitlines()):
            about = (line["channel"], line["kind"], line["why"], line["stays"])
            assert about == ("listener", "Say", "Say: HTTP 401", "")
            assert line["ref"] in told
        assert not any(secret in told for secret in ("siti", "Halo", "Koperasi"))
        channel.broken = False
        await run_retry(file, [], 24.0)
        assert "2 of 2 are tried again." in capsys.readouterr().out
        greeting, question = await channel.next(), await channel.next()
        assert "Koperasi Contoh" in greeting.text
        assert question.choices
        await buried(store, 0)
    await run_list(file, as_json=False)
    assert "There are no dead letters." in capsys.readouterr().out


def ref(entry: str | bytes) -> str:
    """The name of an entry of partition 2."""
    return f"2:{entry.decode() if isinstance(entry, bytes) else entry}"


async def test_old_ones_wait_until_they_are_named(store: Store, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--all` means the last hours; who names an older one gets it."""
    dead = keys_of(store.line.config.prefix, 2).dead
    words = {"from": "in", "id": "1-1", "why": "x", "u": "a", "t": "nap", "d": 1, "a": 2}
    entry = await store.line.redis.xadd(dead, {**words, "at": now_ms() - 25 * HOUR})  # type: ignore[dict-item]
    await run_retry(file, [], 24.0)
    assert "0 of 0" in capsys.readouterr().out
    await run_retry(file, [ref(entry)], None)
    assert "1 of 1" in capsys.readouterr().out


async def test_what_must_stay_stays_and_can_be_dropped(
    store: Store, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Why it stays is said; dropping takes what is named, then all; what is not there is told, with a status."""
    dead = keys_of(store.line.config.prefix, 2).dead
    refs = []
    for _ in range(3):
        entry = await store.line.redis.xadd(dead, {"from": "in", "why": "unreadable", "at": now_ms(), "b": "x"})
        refs.append(ref(entry))
    with pytest.raises(typer.Exit):
        await run_retry(file, refs[:1], None)
    assert f"{refs[0]}  ? stays: cannot be read." in capsys.readouterr().out
    await run_drop(file, refs[:1], every=False)
    assert "1 dropped." in capsys.readouterr().out
    with pytest.raises(typer.Exit):
        await run_drop(file, refs[:2], every=False)
    told = capsys.readouterr().out
    assert f"{refs[0]} is not there." in told
    assert "1 dropped." in told
    await run_drop(file, [], every=True)
    assert "1 dropped." in capsys.readouterr().out
    await buried(store, 0)


@pytest.mark.parametrize("every", [True, False])
async def test_something_has_to_be_said(file: Path, *, every: bool) -> None:
    """Neither nothing, nor names and all at once."""
    refs = ["0:1-1"] if every else []
    with pytest.raises(CannotStart, match="--all"):
        await run_drop(file, refs, every=every)
    with pytest.raises(CannotStart, match="--all"):
        await run_retry(file, refs, 24.0 if every else None)


@pytest.mark.parametrize(
    ("content", "stays"),
    [
        (Say("Halo"), ""),
        (Say("Nomor Kakak: …", protect=True), "personal"),
        (Say("Saya bantu", receipt="entry:1"), "agent"),
        (FindPerson("1", 1), "told"),
        (Audit("proof"), ""),
        (Forget(), ""),
        (Text("tg:1", 1, "halo"), ""),
        (None, "read"),
    ],
)
def test_what_is_sent_on(content: Event | Effect | None, stays: str) -> None:
    """Answers and records are; numbers, an agent's words and look-ups are not."""
    why = why_not(DeadLetter("0:1-1", "u", "telegram", content, "x", 1))
    assert stays in why
    assert bool(why) is bool(stays)
