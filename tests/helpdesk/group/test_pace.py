"""Telegram's limit for groups: twenty messages in any minute, and bursts of words told in one."""

import asyncio

from bot.helpdesk.group.pace import GroupPace
from tests.helpdesk.group.world import World, running


class Time:
    """Seconds that pass only while somebody waits."""

    def __init__(self) -> None:
        self.now = 0.0
        self.waits: list[float] = []

    def __call__(self) -> float:
        """The time now."""
        return self.now

    async def sleep(self, seconds: float) -> None:
        """Let it pass."""
        self.waits.append(seconds)
        self.now += seconds
        await asyncio.sleep(0)


async def test_never_more_than_the_limit_in_any_minute() -> None:
    """Given a hundred messages asked for by ten at once, any sixty seconds hold at most twenty."""
    time = Time()
    pace = GroupPace(clock=time, sleep=time.sleep)
    sent: list[float] = []

    async def send() -> None:
        for _ in range(10):
            await pace.take()
            sent.append(time.now)
            time.now += 0.1

    await asyncio.gather(*(send() for _ in range(10)))
    assert len(sent) == 100
    assert all(late - early > 59.999 for early, late in zip(sent, sent[20:], strict=False))
    assert sent[-1] < 60 * 5 + 100 * 0.1


async def test_nobody_waits_below_the_limit() -> None:
    """Given twenty messages, none of them waits."""
    time = Time()
    pace = GroupPace(clock=time, sleep=time.sleep)
    for _ in range(20):
        await pace.take()
    assert time.waits == []
    assert await pace.free()


async def test_a_burst_is_told_in_one_message_when_behind(built: World) -> None:
    """Given more words than the limit lets through, the rest comes together, in order and each once."""
    time = Time()
    built.pace = GroupPace(6, clock=time, sleep=time.sleep)
    async with running(built) as world:
        ticket = await world.opened()
        words = [f"pesan {number}" for number in range(12)]
        for text in words:
            await world.user_says(ticket, text)
        await world.feed()
        messages = world.group.texts(world.topic(ticket))[1:]
        assert len(messages) == 5
        assert messages[-1].count("👤 Pengguna:") == 8
        assert [line.removeprefix("👤 Pengguna: ") for text in messages for line in text.split("\n\n")] == words
        assert len(time.waits) == 1


async def test_what_changes_the_ticket_is_not_passed_over_by_words(built: World) -> None:
    """Given a burst with the end of the ticket in the middle, everything is told in its order."""
    time = Time()
    built.pace = GroupPace(3, clock=time, sleep=time.sleep)
    async with running(built) as world:
        ticket = await world.opened()
        for text in ("satu", "dua", "tiga"):
            await world.user_says(ticket, text)
        await world.stage.tickets.close(ticket, "user", world.stage.clock(), by="user")
        await world.stage.tickets.reopen(ticket, "again", "empat", world.stage.clock())
        await world.user_says(ticket, "lima")
        await world.feed()
        told = "\n\n".join(world.group.texts(world.topic(ticket))[1:])
        assert [line.partition(" ")[2] for line in told.split("\n\n")] == [
            "Pengguna: satu",
            "Pengguna: dua",
            "Pengguna: tiga",
            "Tiket selesai: diakhiri pengguna.",
            "Pengguna menulis lagi, tiket dibuka kembali: empat",
            "Pengguna: lima",
        ]
        assert not world.group.topics[world.topic(ticket)].closed
