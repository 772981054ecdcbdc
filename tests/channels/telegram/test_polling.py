"""Receiving by polling: one process at a time, and nothing is confirmed before it is durable."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Protocol

import pytest
from redis.asyncio import Redis
from redis.exceptions import ConnectionError as RedisAway

from bot.channels.telegram.channel import Polling, TelegramChannel
from bot.channels.telegram.polling import LOCK_SECONDS, Pace, PollingLock
from flows.event import Text
from tests.channels.adapters.telegram import NOW_MS, FreeLock, hardly
from tests.channels.contract import Inbox
from tests.servers.telegram import TelegramServer, telegram_server
from tests.servers.telegram_failures import BROKEN, BUSY, CONFLICT, DROPPED, UNAUTHORIZED


class Open(Protocol):
    """Makes a channel that polls; Telegram holds its calls open for `poll_seconds`."""

    def __call__(self, lock: PollingLock, *, poll_seconds: int = 5) -> TelegramChannel:
        """Not started."""


@pytest.fixture
async def server() -> AsyncIterator[TelegramServer]:
    """Telegram, which has nothing to complain of at the end."""
    async with telegram_server() as server:
        yield server
        assert server.problems == []


@pytest.fixture
async def channel_with(server: TelegramServer) -> AsyncIterator[Open]:
    """Make channels that poll; they are closed at the end."""
    made: list[TelegramChannel] = []

    def channel(lock: PollingLock, *, poll_seconds: int = 5) -> TelegramChannel:
        pace = Pace(poll_seconds=poll_seconds, sleep=hardly)
        made.append(
            TelegramChannel(server.token, Polling(lock), now=lambda: NOW_MS, api_base_url=server.url, pace=pace)
        )
        return made[-1]

    yield channel
    for one in made:
        await one.close()


def texts(inbox: Inbox) -> list[str]:
    """What was kept."""
    return [event.text for event in inbox.events if isinstance(event, Text)]


def confirmed(server: TelegramServer) -> int:
    """The offset of the last poll, 0 if none."""
    return max((int(call.get("offset", 0)) for call in server.called("getUpdates")), default=0)


async def test_a_webhook_of_before_is_removed_first(server: TelegramServer, channel_with: Open) -> None:
    """Given a webhook from an earlier set-up, polling removes it, keeps what waits, and asks for our kinds."""
    server.webhook = {"url": "https://kpj.example"}
    await channel_with(FreeLock()).start(Inbox().accept)
    await server.until(lambda: bool(server.called("getUpdates")))
    assert [call.method for call in server.calls] == ["getMe", "deleteWebhook", "getUpdates"]
    assert server.called("deleteWebhook") == [{}]
    assert server.called("getUpdates") == [
        {
            "timeout": 5,
            "allowed_updates": ["message", "edited_message", "callback_query", "message_reaction", "my_chat_member"],
        }
    ]


async def test_the_offset_moves_only_when_all_is_durable(server: TelegramServer, channel_with: Open) -> None:
    """Given a line that goes away in the middle of a batch, the batch comes again and each text is kept once."""
    inbox = Inbox()
    updates = [server.text(f"pesan {n}", chat=500 + n % 2) for n in range(6)]
    for update in updates:
        await server.push(update)
    refusals = iter([False, False, True])

    async def sometimes(sender: object, event: Text) -> bool:
        inbox.away = next(refusals, False)
        return await inbox.accept(sender, event)  # type: ignore[arg-type]

    await channel_with(FreeLock()).start(sometimes)  # type: ignore[arg-type]
    await server.until(lambda: confirmed(server) > updates[-1]["update_id"])
    assert sorted(texts(inbox)) == [f"pesan {n}" for n in range(6)]
    for parity in (0, 1):
        own = [text for text in texts(inbox) if int(text[-1]) % 2 == parity]
        assert own == sorted(own)
    assert inbox.offers > 6
    offsets = [call.get("offset") for call in server.called("getUpdates")]
    assert offsets[:2] == [None, None]


@pytest.mark.parametrize("trouble", [BROKEN, DROPPED, BUSY, CONFLICT, UNAUTHORIZED], ids=lambda one: str(one.status))
async def test_polling_goes_on_after_trouble(server: TelegramServer, channel_with: Open, trouble: object) -> None:
    """Given any failure of a poll, polling goes on and the message arrives."""
    inbox = Inbox()
    server.fail("getUpdates", trouble, times=3)  # type: ignore[arg-type]
    await channel_with(FreeLock()).start(inbox.accept)
    update = server.text("halo")
    await server.push(update)
    assert await server.dealt_with(update["update_id"])
    assert texts(inbox) == ["halo"]
    assert len(server.called("getUpdates")) >= 4


async def test_a_webhook_set_by_somebody_meanwhile_is_removed(server: TelegramServer, channel_with: Open) -> None:
    """Given a conflict because a webhook is set, it is removed and polling goes on."""
    inbox = Inbox()
    await channel_with(FreeLock()).start(inbox.accept)
    await server.until(lambda: bool(server.called("getUpdates")))
    server.webhook = {"url": "https://elsewhere.example"}
    first, second = server.text("satu"), server.text("dua")
    await server.push(first)
    await server.push(second)
    assert await server.dealt_with(second["update_id"])
    assert texts(inbox) == ["satu", "dua"]
    assert server.webhook is None


async def test_an_unreadable_update_is_passed_over(server: TelegramServer, channel_with: Open) -> None:
    """Given an update that cannot be read, those behind it are served and it does not come again."""
    inbox = Inbox()
    broken, good = server.message({"text": 5}), server.text("halo")
    await server.push(broken)
    await server.push(good)
    await channel_with(FreeLock()).start(inbox.accept)
    assert await server.dealt_with(good["update_id"])
    assert texts(inbox) == ["halo"]


async def test_a_press_is_answered(server: TelegramServer, channel_with: Open) -> None:
    """Given a press, it stops turning."""
    await channel_with(FreeLock()).start(Inbox().accept)
    await server.push(server.press("nav.menu"))
    await server.until(lambda: bool(server.called("answerCallbackQuery")))


async def test_our_own_mistake_does_not_end_receiving(
    server: TelegramServer, channel_with: Open, capsys: pytest.CaptureFixture[str]
) -> None:
    """Given an unexpected error behind the channel, it is seen in the log, and the message is brought again."""
    inbox = Inbox()
    mistakes = iter([ZeroDivisionError("ours")])

    async def faulty(sender: object, event: object) -> bool:
        for mistake in mistakes:
            raise mistake
        return await inbox.accept(sender, event)  # type: ignore[arg-type]

    await channel_with(FreeLock()).start(faulty)
    update = server.text("halo")
    await server.push(update)
    await server.until(lambda: confirmed(server) > update["update_id"])
    assert texts(inbox) == ["halo"]
    assert "telegram.polling_failed" in capsys.readouterr().out


async def test_only_the_holder_of_the_lock_polls(server: TelegramServer, channel_with: Open, redis_url: str) -> None:
    """Given two processes and Redis' own lock, one polls; when it goes, the other takes over at once."""
    inbox = Inbox()
    async with Redis.from_url(redis_url) as redis:
        locks = [redis.lock("telegram-polling", timeout=LOCK_SECONDS) for _ in range(2)]
        first, second = (channel_with(lock) for lock in locks)
        await first.start(inbox.accept)
        await second.start(inbox.accept)
        for number in range(5):
            update = server.text(f"pesan {number}")
            await server.push(update)
            assert await server.dealt_with(update["update_id"])
        assert [await lock.owned() for lock in locks] == [True, False]
        await first.close()
        update = server.text("terakhir")
        await server.push(update)
        assert await server.dealt_with(update["update_id"])
        assert await locks[1].owned()
        assert texts(inbox) == [*(f"pesan {number}" for number in range(5)), "terakhir"]
        await second.close()
        assert not await locks[0].locked()
    assert server.conflicts == 0


async def test_a_lost_lock_is_sought_again(server: TelegramServer, channel_with: Open, redis_url: str) -> None:
    """Given a lock that ran out, polling stops before the next call and goes on once the lock is ours again."""
    inbox = Inbox()
    async with Redis.from_url(redis_url) as redis:
        lock = redis.lock("telegram-polling", timeout=LOCK_SECONDS)
        channel = channel_with(lock)
        await channel.start(inbox.accept)
        await server.until(lambda: bool(server.called("getUpdates")))
        await redis.set("telegram-polling", "somebody else")
        update = server.text("halo")
        await server.push(update)
        async with asyncio.timeout(60):
            while not texts(inbox):  # noqa: ASYNC110  the inbox tells nobody
                await asyncio.sleep(0.01)
        assert not await server.dealt_with(update["update_id"], within=0.2)
        assert texts(inbox) == ["halo"]
        polls = len(server.called("getUpdates"))
        for _ in range(5):
            await hardly(1)
        assert len(server.called("getUpdates")) == polls
        await redis.delete("telegram-polling")
        assert await server.dealt_with(update["update_id"])
        assert texts(inbox) == ["halo"]
        await channel.close()


class MissingLock(FreeLock):
    """A lock in a Redis that is away at first."""

    tries = 0

    async def acquire(self, blocking: bool | None = None) -> bool:
        """Fail three times."""
        self.tries += 1
        if self.tries <= 3:
            raise RedisAway("away")
        return await super().acquire(blocking)


async def test_a_lock_that_is_away_is_waited_for(server: TelegramServer, channel_with: Open) -> None:
    """Given Redis away, nobody polls; once it is back, polling begins."""
    lock = MissingLock()
    await channel_with(lock).start(Inbox().accept)
    await server.until(lambda: bool(server.called("getUpdates")))
    assert lock.tries == 4


async def test_closing_gives_the_lock_back_at_once(server: TelegramServer, channel_with: Open) -> None:
    """Given a poll that Telegram holds open, closing does not wait for it."""
    lock = FreeLock()
    channel = channel_with(lock, poll_seconds=600)
    await channel.start(Inbox().accept)
    await server.until(lambda: bool(server.called("getUpdates")))
    assert lock.held
    async with asyncio.timeout(60):
        await channel.close()
    assert not lock.held


class ForgetfulLock(FreeLock):
    """A lock that forgets a cancellation, as redis-py's can on Python 3.11."""

    def __init__(self) -> None:
        self.asked = asyncio.Event()

    async def acquire(self, blocking: bool | None = None) -> bool:  # noqa: ARG002 # redis-py's signature
        """Wait for ever, once."""
        if not self.asked.is_set():
            self.asked.set()
            with suppress(asyncio.CancelledError):
                await asyncio.Event().wait()
        return False


async def test_a_forgotten_cancellation_hung_the_closing(server: TelegramServer, channel_with: Open) -> None:
    """Given a library that swallows a cancellation, closing still ends."""
    lock = ForgetfulLock()
    channel = channel_with(lock)
    await channel.start(Inbox().accept)
    await lock.asked.wait()
    async with asyncio.timeout(60):
        await channel.close()
    assert server.called("getUpdates") == []
