"""Receiving by long polling, for installations that Telegram cannot reach.

One process polls at a time, under a lock; Telegram forgets updates only when a later call asks for those after them,
and that call is made only once all of them are durable. What is handed in twice is told apart by its id.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final, Protocol
from urllib.parse import urlencode

import msgspec
import structlog
from redis.exceptions import RedisError
from telegram import Bot
from telegram.error import InvalidToken, TelegramError

from bot.channels.port import Refused, TryLater
from bot.channels.telegram.answers import Answers
from bot.channels.telegram.inbound import Inbound, NotAnUpdate, Reader
from bot.channels.telegram.intake import Intake
from bot.channels.telegram.transport import Transport, in_our_words, translated
from bot.channels.telegram.updates import ALLOWED
from storage.ending import end
from storage.line import LineAway

log = structlog.get_logger("bot.channels.telegram")

POLL_SECONDS: Final = 25  # how long Telegram holds a call open when there is nothing
LOCK_SECONDS: Final = 15.0  # the lock's life; after a crash nobody polls for so long
RENEW_SECONDS: Final = 4.0
LOCK_RETRY: Final = 5.0
LONGEST_PAUSE: Final = 30.0
_ALLOWED: Final = msgspec.json.encode(ALLOWED).decode()

Sleep = Callable[[float], Awaitable[None]]


@dataclass(frozen=True)
class Pace:
    """How long calls and pauses are; tests wait otherwise."""

    poll_seconds: int = POLL_SECONDS
    sleep: Sleep = asyncio.sleep


AS_TELEGRAM_ADVISES: Final = Pace()


class PollingLock(Protocol):
    """What is used of redis-py's `Lock(timeout=LOCK_SECONDS)`."""

    async def acquire(self, blocking: bool | None = None) -> bool:
        """Take the lock if it is free."""

    def reacquire(self) -> Awaitable[bool]:
        """Prolong it; raises a `RedisError` if it is not ours any more."""

    async def release(self) -> None:
        """Give it back; raises a `RedisError` if it is not ours any more."""


class _Page(msgspec.Struct, frozen=True):
    """Telegram's answer to getUpdates."""

    result: list[msgspec.Raw]


class Poller:
    """Fetches updates for as long as it has the lock. `sleep` is where it waits after trouble."""

    def __init__(
        self, bot: Bot, polls: Transport, reader: Reader, answers: Answers, lock: PollingLock, pace: Pace
    ) -> None:
        self._bot = bot
        self._polls = polls
        self._reader = reader
        self._answers = answers
        self._lock = lock
        self._sleep = pace.sleep
        self._poll_seconds = pace.poll_seconds
        self._offset: int | None = None
        self._decode = msgspec.json.Decoder(_Page).decode

    async def run(self, intake: Intake) -> None:
        """Poll until cancelled."""
        while True:
            try:
                if await self._lock.acquire(blocking=False):
                    await self._poll_while_ours(intake)
            except RedisError as error:
                log.warning("telegram.polling_lock_away", kind=type(error).__name__)
            except Exception:  # our own bug must be seen, and must not end receiving
                log.exception("telegram.polling_failed")
            await self._sleep(LOCK_RETRY)

    async def _poll_while_ours(self, intake: Intake) -> None:
        """Poll, and prolong the lock meanwhile; once it is lost, somebody else polls."""
        polling = asyncio.create_task(self._poll(intake))
        try:
            while True:
                done, _ = await asyncio.wait({polling}, timeout=RENEW_SECONDS)
                if done:
                    return polling.result()
                await self._lock.reacquire()
        finally:
            await end(polling)
            await self._release()

    async def _poll(self, intake: Intake) -> None:
        troubles = 0
        while True:
            await self._lock.reacquire()
            try:
                await self._round(intake)
                troubles = 0
            except (TryLater, Refused, LineAway) as trouble:
                troubles += 1
                await self._pause(trouble, troubles)

    async def _release(self) -> None:
        try:
            await self._lock.release()
        except RedisError:
            return  # lost already, or Redis is away: it ends by itself

    async def _pause(self, trouble: TryLater | Refused | LineAway, troubles: int) -> None:
        wanted = trouble.after if isinstance(trouble, TryLater) else None
        seconds = min(LONGEST_PAUSE, wanted if wanted is not None else 2.0 ** min(troubles - 1, 5))
        log.warning("telegram.polling_paused", kind=type(trouble).__name__, why=str(trouble), seconds=seconds)
        await self._sleep(seconds)

    async def _round(self, intake: Intake) -> None:
        """Fetch once, make everything durable, and only then move on."""
        updates = await self._fetch()
        inbounds = [self._read(raw) for raw in updates]
        read = [inbound for inbound in inbounds if inbound is not None]
        await _keep(read, intake)
        for inbound in read:
            self._offset = max(self._offset or 0, inbound.update_id + 1)
            if inbound.callback is not None:
                self._answers.answer(inbound.callback)
        if updates and not read:
            raise TryLater("Telegram sends updates that have no number")

    def _read(self, raw: msgspec.Raw) -> Inbound | None:
        """An unreadable update is passed over: Telegram would bring it for ever, and it blocks those behind it."""
        try:
            return self._reader.read(raw)
        except NotAnUpdate as error:
            log.warning("telegram.update_unreadable", update_id=error.update_id)
            return Inbound(error.update_id) if error.update_id is not None else None

    async def _fetch(self) -> list[msgspec.Raw]:
        query: dict[str, str | int] = {"timeout": self._poll_seconds, "allowed_updates": _ALLOWED}
        if self._offset is not None:
            query["offset"] = self._offset
        url = f"{self._bot.base_url}/getUpdates?{urlencode(query)}"
        try:
            status, payload = await self._polls.do_request(url, "GET", read_timeout=self._poll_seconds + 10)
        except TelegramError as error:
            raise translated(error) from None
        if status == HTTPStatus.OK:
            try:
                return self._decode(payload).result
            except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
                raise TryLater("Telegram's answer cannot be read") from None
        if status == HTTPStatus.CONFLICT:
            await self._end_conflict()
        if status in {HTTPStatus.UNAUTHORIZED, HTTPStatus.NOT_FOUND}:
            raise translated(InvalidToken())
        raise TryLater(f"Telegram answers {status}")

    async def _end_conflict(self) -> None:
        """A webhook is still set (remove it), or another process polls with this token (wait for our turn)."""
        with in_our_words():
            await self._bot.delete_webhook()
        raise TryLater("another process receives with this token, or a webhook was still set")


async def _keep(inbounds: Iterable[Inbound], intake: Intake) -> None:
    """Make all that happened durable: each chat's in order, chats side by side. Raises what went wrong first."""
    by_chat: dict[str, list[Inbound]] = {}
    for inbound in inbounds:
        if inbound.concerns_us:
            by_chat.setdefault(inbound.sender.address if inbound.sender else "", []).append(inbound)
    outcomes = await asyncio.gather(*(_in_order(own, intake) for own in by_chat.values()), return_exceptions=True)
    for outcome in outcomes:
        if outcome is not None:
            raise outcome


async def _in_order(inbounds: list[Inbound], intake: Intake) -> None:
    for inbound in inbounds:
        await intake.keep(inbound)
