"""What travels on the line, as types and as the sealed bytes that rest in Redis.

Everything is sealed for its place: partition, stream and user for entries, user and version for sessions. Moved
elsewhere it does not open.
"""

from collections.abc import Sequence
from typing import Any, Literal, NamedTuple

import msgspec
from msgspec.msgpack import Decoder, Encoder

from flows.effect import CancelTimer, Effect, SetTimer
from flows.event import Event, Sender, TimerFired
from flows.memory import recall, write
from flows.session import Session
from storage.sealing import SealBroken, Sealer

VERSION = 8
AGAIN = b"r"
"""The field that tells an effect in an inbox from an event."""
UNREADABLE = (SealBroken, msgspec.DecodeError, KeyError, ValueError)

_encoder = Encoder()
_incoming = Decoder(tuple[Sender, Event])
_outgoing = Decoder(tuple[Sender, str, Effect])
_NOBODY = Sender("", "")


class Unreadable(Exception):
    """An entry or a session cannot be opened or read: another key, another version, or altered."""


class Remembered(NamedTuple):
    """A session as it was read. Version 0 and no session: there is none."""

    version: int
    session: Session | None


NOTHING = Remembered(0, None)


class Again(NamedTuple):
    """An effect that was given up and is wanted once more, under the name that it has had."""

    name: str
    effect: Effect


class Arrived(NamedTuple):
    """An inbox entry. `sender` is missing for timers: it is in the session. `event` is missing if it cannot be read.

    `stored`: the session as it rests, if it came along; empty: there is none. `deliveries`: how often the entry was
    handed out, if an earlier holder left it over.
    """

    id: bytes
    user: str
    sender: Sender | None
    event: Event | Again | None
    stored: bytes | None = None
    deliveries: int = 0


class Outgoing(NamedTuple):
    """An outbox entry: an effect that waits to be done; without `effect` it cannot be read.

    `left_over`: an earlier holder may have begun it.
    """

    id: bytes
    user: str
    sender: Sender
    effect_id: str
    effect: Effect | None
    left_over: bool = False


class Turn(NamedTuple):
    """What one event led to. Effects have names (`effect_id`).

    `reason` is set if the event itself goes to the dead letters.
    """

    entry: bytes
    user: str
    version: int
    session: Session | None
    sender: Sender
    effects: Sequence[tuple[str, Effect]] = ()
    timers: Sequence[SetTimer | CancelTimer] = ()
    reason: str = ""


def effect_id(user: str, entry: bytes, index: int) -> str:
    """Names an effect after the inbox entry that led to it, so that a repeated turn names it the same."""
    return f"fx:{user}:{entry.decode()}:{index}"


class Codec:
    """Seals and opens what one partition holds."""

    def __init__(self, sealer: Sealer, partition: int) -> None:
        self._sealer = sealer
        self._seal = sealer.seal
        self._open = sealer.open
        self._in = b"%d/in/" % partition
        self._out = b"%d/out/" % partition

    def seal_event(self, user: str, sender: Sender, event: Event) -> bytes:
        """An event for the inbox."""
        return self._seal(_encoder.encode((sender, event)), self._in + user.encode())

    def seal_effect(self, user: str, sender: Sender, name: str, effect: Effect) -> bytes:
        """An effect for the outbox."""
        return self._seal(_encoder.encode((sender, name, effect)), self._out + user.encode())

    def seal_session(self, user: str, version: int, session: Session) -> bytes:
        """A session with its version in front, in the clear for the commit's comparison."""
        head = version.to_bytes(VERSION)
        return head + self._seal(write(session), user.encode() + head)

    def renew_session(self, user: str, stored: bytes) -> bytes | None:
        """A stored session sealed with the present key, None if it is already; raise `SealBroken`."""
        head = stored[:VERSION]
        renewed = self._sealer.renew(stored[VERSION:], user.encode() + head)
        return None if renewed is None else head + renewed

    def renew_entry(self, stream: Literal["in", "out"], user: str, blob: bytes) -> bytes | None:
        """The same for the blob of an entry that came from the inbox or the outbox."""
        return self._sealer.renew(blob, (self._in if stream == "in" else self._out) + user.encode())

    def read_event(self, entry: Sequence[object]) -> Arrived:
        """An inbox entry as Redis gives it: id, and fields with their values."""
        name, fields = _taken_apart(entry)
        user = fields.get(b"u", b"").decode(errors="replace")
        try:
            if b"t" in fields:
                timer, due, now = fields[b"t"].decode(), int(float(fields[b"d"])), int(fields[b"a"])
                return Arrived(name, user, None, TimerFired(f"timer:{user}:{timer}:{due}", now, timer))
            if AGAIN in fields:
                sender, ref, effect = self._effect(user, fields[b"b"])
                return Arrived(name, user, sender, Again(ref, effect))
            sender, event = _incoming.decode(self._open(fields[b"b"], self._in + user.encode()))
        except UNREADABLE:
            return Arrived(name, user, None, None)
        return Arrived(name, user, sender, event)

    def read_effect(self, entry: Sequence[object]) -> Outgoing:
        """An outbox entry as Redis gives it."""
        name, fields = _taken_apart(entry)
        user = fields.get(b"u", b"").decode(errors="replace")
        try:
            sender, ref, effect = self._effect(user, fields[b"b"])
        except UNREADABLE:
            return Outgoing(name, user, Sender("", ""), "", None, left_over=True)
        return Outgoing(name, user, sender, ref, effect, left_over=True)

    def _effect(self, user: str, blob: bytes) -> tuple[Sender, str, Effect]:
        return _outgoing.decode(self._open(blob, self._out + user.encode()))

    def read_session(self, user: str, stored: bytes) -> Remembered:
        """A session as it rests (empty: there is none); raise `Unreadable` if it does not open.

        One that opens, but is of no version that is known, is what `flows.memory` makes of it: its user goes on and is
        told. The sender in it is nobody's until that user writes.
        """
        if not stored:
            return NOTHING
        head = stored[:VERSION]
        try:
            session = recall(self._open(stored[VERSION:], user.encode() + head), _NOBODY)
        except UNREADABLE as error:
            raise Unreadable("a session cannot be read") from error
        return Remembered(int.from_bytes(head), session)


def _taken_apart(entry: Sequence[Any]) -> tuple[bytes, dict[bytes, bytes]]:
    name, flat = entry[0], entry[1]
    return name, dict(zip(flat[::2], flat[1::2], strict=True))
