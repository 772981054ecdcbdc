"""What the bot has to say or delete in the group besides showing entries: kept in Redis until it is done.

An agent who is not told that their words were not sent would believe that they were, and a message with a NIK has to
go even if Telegram is away just then. So such errands outlast a crash. What they hold is sealed.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any, Final, Literal
from uuid import uuid4

import msgspec
import structlog
from msgspec import Struct
from msgspec.structs import replace
from redis.asyncio.lock import Lock
from redis.exceptions import LockError, RedisError
from telegram import ForceReply

from bot.channels.port import Refused, TryLater, Unreachable
from bot.helpdesk.group import buttons
from bot.helpdesk.group.memory import Asked, Memory, Stand
from bot.helpdesk.group.room import Message, Room
from bot.helpdesk.group.troubles import MayNotDelete, MessageGone, NoTopics, TopicGone, log_mistake
from bot.words import Words
from storage.away import telling_line_away
from storage.ending import end
from storage.line import LineAway
from storage.sealing import SealBroken

log = structlog.get_logger("bot.helpdesk.group")

LOOK: Final = 5.0
"""Seconds between looks for what another process has left."""
LOST: Final = 60.0
"""Seconds after which a group that the operator has to mend is tried again."""
LOCK_SECONDS: Final = 120.0
"""Longer than the pace lets anybody wait."""
AGAIN: Final = 5.0
"""Seconds after which it is tried again where Telegram does not say when."""
OLD: Final = 2 * 24 * 3600 * 1000
"""Milliseconds after which an errand is given up; Telegram lets nobody delete older messages either."""
COMPARED_FOR: Final = 10 * 60 * 1000
"""How long a member's card stays in the group."""


CardState = Literal["waiting", "taken", "closed"]


class Tell(Struct, frozen=True, array_like=True, tag="tell"):
    """Say something in a ticket's topic. `reply_to`: the message that it is about."""

    ticket: int
    text: str
    reply_to: int = 0


class Card(Struct, frozen=True, array_like=True, tag="card"):
    """Write a ticket's card anew, at the end. `state`: whose it is, as the buttons need it."""

    ticket: int
    text: str
    state: CardState


class Ask(Struct, frozen=True, array_like=True, tag="ask"):
    """Ask an agent for the number in a document. `account` and `name`: whom, as Telegram knows them."""

    ticket: int
    text: str
    hint: str
    agent: str
    account: int
    name_length: int


class Compare(Struct, frozen=True, array_like=True, tag="compare"):
    """Show a member's card for a while, to be compared with documents. `token`: see `Memory.compare`."""

    ticket: int
    text: str
    token: str


class Remove(Struct, frozen=True, array_like=True, tag="remove"):
    """Delete a message. `ticket`: where to say so if it cannot be deleted, 0 for nowhere."""

    message: int
    ticket: int = 0


Errand = Tell | Card | Ask | Compare | Remove


class _Kept(Struct, frozen=True, array_like=True):
    """An errand with the time (ms) since when it waits."""

    since: int
    errand: Errand


class Errands:
    """Does errands, one process at a time. `clock` gives ms, UTC; `sleep` is where it waits for more."""

    def __init__(
        self, room: Room, memory: Memory, words: Words, clock: Callable[[], int],
        *, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:  # fmt: skip
        self._room = room
        self._memory = memory
        self._words = words
        self._clock = clock
        self._sleep = sleep
        self._redis: Any = memory.redis
        self._key = memory.prefix + "errands"
        self._news = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._token = uuid4().hex
        self._lock: Lock | None = None  # from when it is asked for until it is given back
        self._decode = msgspec.msgpack.Decoder(_Kept).decode

    async def add(self, errand: Errand, *, after: int = 0) -> None:
        """Keep an errand, to be done at once or `after` so many ms; raise `LineAway`."""
        now = self._clock()
        plain = msgspec.msgpack.encode(_Kept(now, errand))
        with telling_line_away():
            await self._redis.zadd(self._key, {self._memory.seal.seal(plain, self._key.encode()): now + after})
        self._news.set()

    def start(self) -> None:
        """Begin to do them, also those that were left by others."""
        if self._task is None:
            self._task = asyncio.create_task(self._keep_doing(), name="group-errands")

    async def close(self) -> None:
        """Stop; what is left is done later, by the next process at once."""
        task, self._task = self._task, None
        await end(task)
        with suppress(RedisError, OSError):
            await self._give_back()

    async def _give_back(self) -> None:
        """Let go of a lock of which we never heard whether we got it, or whether it was released."""
        if self._lock is not None:
            with suppress(LockError):
                await self._lock.do_release(self._token.encode())
            self._lock = None

    async def _keep_doing(self) -> None:
        while True:
            self._news.clear()
            try:
                await self._sleep(await self._do_all())
            except (LineAway, RedisError, OSError) as error:
                log.warning("telegram_group.errands_away", kind=type(error).__name__)
                await self._sleep(1.0)
            except Exception as error:  # noqa: BLE001  our own bug must not end the errands
                log_mistake("telegram_group.errands_failed", error)
                await self._sleep(LOOK)
            seconds = await self._until_next()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._news.wait(), seconds)

    async def _until_next(self) -> float:
        """Seconds until the next errand is due, at most `LOOK`."""
        try:
            first = await self._redis.zrange(self._key, 0, 0, withscores=True)
        except (RedisError, OSError):
            return LOOK
        return min(LOOK, max(0.05, (first[0][1] - self._clock()) / 1000)) if first else LOOK

    async def _do_all(self) -> float:
        """Do what is due, unless another process is at it; return for how many seconds Telegram wants to be left."""
        if not await self._redis.exists(self._key):
            return 0.0
        await self._give_back()
        lock = self._lock = Lock(self._redis, self._key + ":lock", timeout=LOCK_SECONDS, thread_local=False)
        if not await lock.acquire(blocking=False, token=self._token):
            self._lock = None
            return 0.0
        try:
            while (sealed := await self._first()) is not None and await lock.reacquire():
                await self._do_one(sealed)
        except TryLater as trouble:
            return AGAIN if trouble.after is None else trouble.after
        except Refused:  # by what the operator has to mend
            return LOST
        finally:
            with suppress(LockError):
                await lock.release()
            self._lock = None
        return 0.0

    async def _first(self) -> bytes | None:
        with telling_line_away():
            found = await self._redis.zrangebyscore(self._key, "-inf", self._clock(), start=0, num=1)
        return found[0] if found else None

    async def _do_one(self, sealed: bytes) -> None:
        try:
            kept = self._decode(self._memory.seal.open(sealed, self._key.encode()))
        except (SealBroken, msgspec.MsgspecError):
            log.warning("telegram_group.errand_unreadable")
            await self._done(sealed)
            return
        try:
            await self._do(kept.errand)
        except (TryLater, Refused) as trouble:
            mendable = isinstance(trouble, TryLater) or trouble.operator
            if mendable and self._clock() - kept.since < OLD:
                raise
            log.warning("telegram_group.errand_given_up", kind=type(kept.errand).__name__, why=trouble.why)
        except (Unreachable, TopicGone, MessageGone, NoTopics) as trouble:
            log.warning("telegram_group.errand_refused", kind=type(kept.errand).__name__, why=str(trouble))
        await self._done(sealed)

    async def _done(self, sealed: bytes) -> None:
        with telling_line_away():
            await self._redis.zrem(self._key, sealed)

    async def _do(self, errand: Errand) -> None:
        match errand:
            case Tell():
                stand = await self._stand(errand.ticket)
                await self._room.send(errand.ticket, stand, Message(errand.text, reply_to=errand.reply_to or None))
            case Card():
                await self._card(errand)
            case Ask():
                await self._ask(errand)
            case Compare():
                keyboard = buttons.comparing(errand.ticket, errand.token, self._words)
                message = Message(errand.text, keyboard, protect=True)
                sent = await self._room.send(errand.ticket, await self._stand(errand.ticket), message)
                await self.add(Remove(sent), after=COMPARED_FOR)
            case Remove():
                await self._remove(errand)

    async def _card(self, errand: Card) -> None:
        """The buttons of the card before this one go."""
        stand = await self._stand(errand.ticket)
        if stand.card:
            await self._room.show_buttons(stand.card, None)
        keyboard = None
        if errand.state != "closed":
            below = buttons.with_agent if errand.state == "taken" else buttons.waiting
            keyboard = below(errand.ticket, self._words)
        message = Message(errand.text, keyboard, protect=True)
        sent = await self._room.send(errand.ticket, replace(stand, card=0), message)
        await self._memory.change(errand.ticket, stand, card=sent, look="")

    async def _ask(self, errand: Ask) -> None:
        keyboard = ForceReply(selective=True, input_field_placeholder=errand.hint)
        message = Message(errand.text, keyboard, mention=errand.account, length=errand.name_length)
        sent = await self._room.send(errand.ticket, await self._stand(errand.ticket), message)
        await self._memory.expect(Asked(errand.ticket, errand.agent), sent)

    async def _remove(self, errand: Remove) -> None:
        try:
            await self._room.remove(errand.message)
        except MayNotDelete:
            if errand.ticket:
                stays = Message(self._words.say("number-stays"), reply_to=errand.message)
                await self._room.send(errand.ticket, await self._stand(errand.ticket), stays)

    async def _stand(self, ticket: int) -> Stand:
        return await self._memory.stand(ticket) or Stand()
