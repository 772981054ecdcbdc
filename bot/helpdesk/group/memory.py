"""What is remembered of the group, in Redis: which topic or message belongs to which ticket, and what has been shown.

Nothing that was said stands here. Who was compared with documents is sealed, and gone after a few minutes.
"""

from typing import Any, Final

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from storage.away import telling_line_away
from storage.line.servers import AnyRedis
from storage.sealing import SealBroken, Sealer

MINUTE: Final = 60
DAY: Final = 24 * 60 * MINUTE
THREADS: Final = 400 * DAY
MESSAGES: Final = 60 * DAY
TAKEN: Final = 3 * DAY
"""Telegram keeps an update that was not taken for 24 hours."""
QUESTIONS: Final = 15 * MINUTE


class Stand(Struct, frozen=True):
    """How far a ticket is in the group.

    `topic`: its forum topic, 0 where it stands in replies. `card`: the message with its buttons, 0 before there is one.
    `shown`: the last entry that was shown. `look`: what stands for the card as it looks now. `closed`: 1 if the topic
    is. `owner`: who had the ticket when the card was last written.
    """

    topic: int = 0
    card: int = 0
    shown: int = 0
    look: str = ""
    closed: int = 0
    owner: str = ""


class Asked(Struct, frozen=True):
    """A question for a number from documents: in which ticket, and who was asked (an agent's id)."""

    ticket: int
    agent: str


class Candidate(Struct, frozen=True):
    """The person whose card is being compared with documents."""

    ticket: int
    person: str


class Memory:
    """Remembers. All methods raise `LineAway`; repeating is safe."""

    def __init__(self, redis: AnyRedis, seal: Sealer, chat_id: int, *, prefix: str = "temankpj") -> None:
        self.redis: Any = redis
        self.seal = seal
        self.prefix = f"{prefix}:group:{chat_id}:"

    async def stand(self, ticket: int) -> Stand | None:
        """How far a ticket is; None if it is not known here."""
        with telling_line_away():
            found = await self.redis.hgetall(self.prefix + f"ticket:{ticket}")
        read = {name.decode(): value.decode() for name, value in found.items()}
        return msgspec.convert(read, Stand, strict=False) if read else None

    async def change(self, ticket: int, stand: Stand, **news: int | str) -> Stand:
        """Remember what has changed of it, and whose topic that is; return how it stands then."""
        changed: Stand = replace(stand, **news)
        if changed.topic and changed.topic != stand.topic:
            await self._write(f"topic:{changed.topic}", str(ticket), THREADS)
        with telling_line_away():
            await self.redis.hset(self.prefix + f"ticket:{ticket}", mapping=dict(news))
            await self.redis.expire(self.prefix + f"ticket:{ticket}", THREADS)
        return changed

    async def of_topic(self, topic: int) -> int | None:
        """The ticket of a forum topic."""
        return _number(await self._read(f"topic:{topic}"))

    async def belongs(self, message: int, ticket: int) -> None:
        """Remember that a message is part of a ticket, in a group without topics."""
        await self._write(f"message:{message}", str(ticket), MESSAGES)
        with telling_line_away():
            await self.redis.sadd(self.prefix + f"messages:{ticket}", message)
            await self.redis.expire(self.prefix + f"messages:{ticket}", MESSAGES)

    async def messages(self, ticket: int) -> list[int]:
        """The messages that belong to a ticket."""
        with telling_line_away():
            return sorted(int(one) for one in await self.redis.smembers(self.prefix + f"messages:{ticket}"))

    async def forget(self, ticket: int) -> None:
        """Forget how far a ticket is, and which messages belong to it."""
        with telling_line_away():
            for name in (f"ticket:{ticket}", f"messages:{ticket}"):
                await self.redis.delete(self.prefix + name)

    async def of_message(self, message: int) -> int | None:
        """The ticket that a message is part of."""
        return _number(await self._read(f"message:{message}"))

    async def spoken(self, entry: int, message: int) -> None:
        """Remember which message of the group became an entry."""
        await self._write(f"entry:{entry}", str(message), MESSAGES)

    async def message_of(self, entry: int) -> int | None:
        """The message of the group that became this entry."""
        return _number(await self._read(f"entry:{entry}"))

    async def taken(self, update: str) -> bool:
        """Whether an update has been dealt with."""
        return await self._read(f"taken:{update}") is not None

    async def take(self, update: str) -> None:
        """Remember that it has been."""
        await self._write(f"taken:{update}", b"1", TAKEN)

    async def expect(self, asked: Asked, message: int = 0) -> None:
        """Remember that an agent is about to give a number, and the message that asks for it once there is one.

        The answer is a reply to that, or just the number from whom it was for.
        """
        if message:
            await self._write(f"question:{message}", msgspec.msgpack.encode(asked), DAY)
        await self._write(f"asked:{asked.ticket}:{asked.agent}", str(message), QUESTIONS)

    async def question(self, message: int) -> Asked | None:
        """The question that a message is."""
        found = await self._read(f"question:{message}")
        return msgspec.msgpack.decode(found, type=Asked) if found else None

    async def open_question(self, ticket: int, agent: str) -> int | None:
        """The message that asks this agent for a number in this ticket, 0 if it is still on its way."""
        return _number(await self._read(f"asked:{ticket}:{agent}"))

    async def compare(self, token: str, candidate: Candidate) -> None:
        """Remember whose card is shown, under a token."""
        name = f"candidate:{token}"
        await self._write(name, self.seal.seal(msgspec.msgpack.encode(candidate), name.encode()), QUESTIONS)

    async def candidate(self, token: str) -> Candidate | None:
        """Whose card it is; None after a few minutes."""
        name = f"candidate:{token}"
        try:
            found = self.seal.open(await self._read(name) or b"", name.encode())
        except SealBroken:
            return None
        return msgspec.msgpack.decode(found, type=Candidate)

    async def _read(self, name: str) -> bytes | None:
        with telling_line_away():
            found: bytes | None = await self.redis.get(self.prefix + name)
            return found

    async def _write(self, name: str, value: str | bytes, seconds: int) -> None:
        with telling_line_away():
            await self.redis.set(self.prefix + name, value, ex=seconds)


def ref_of(chat_id: int, stand: Stand) -> str | None:
    """What the feeder remembers a ticket by: its topic, or its card in a group without topics."""
    if stand.topic:
        return topic_ref(chat_id, stand.topic)
    return card_ref(chat_id, stand.card) if stand.card else None


def topic_ref(chat_id: int, topic: int) -> str:
    """The ref of a ticket with this topic."""
    return f"{chat_id}/topic/{topic}"


def card_ref(chat_id: int, card: int) -> str:
    """The ref of a ticket that stands in replies to this card."""
    return f"{chat_id}/card/{card}"


def stand_of(chat_id: int, ref: str | None) -> Stand:
    """What a ref tells, should Redis have forgotten; an empty one for that of another chat."""
    chat, _, rest = (ref or "").partition("/")
    kind, _, number = rest.partition("/")
    if chat != str(chat_id) or not number.isdecimal():
        return Stand()
    return Stand(topic=int(number)) if kind == "topic" else Stand(card=int(number))


def _number(found: bytes | None) -> int | None:
    return int(found) if found else None
