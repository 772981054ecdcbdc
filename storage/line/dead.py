"""Dead letters: what was given up, or met a mistake of ours. They can be looked through, sent on again, and dropped.

Nobody waits for them, so redis-py's own client is asked.
"""

from collections.abc import AsyncIterator, Callable, Mapping
from typing import Any, Final, NamedTuple

from msgspec.structs import replace

from flows.effect import Effect
from flows.event import Event, Sender
from storage.away import telling_line_away
from storage.line import now_ms
from storage.line.entries import AGAIN, Again, Codec
from storage.line.keys import LineConfig, keys_of, partition_of, user_key
from storage.line.servers import AnyRedis
from storage.sealing import Sealer

AT_ONCE: Final = 500
_ABOUT: Final = frozenset({b"from", b"id", b"why", b"at"})
"""What the line adds to an entry that it buries."""

_SEND_ON = """
if redis.call('XDEL', KEYS[1], ARGV[1]) == 0 then return 0 end
redis.call('XADD', KEYS[2], '*', unpack(ARGV, 2))
return 1
"""

Fields = Mapping[bytes, bytes]


class DeadLetter(NamedTuple):
    """One of them. `ref` names it for people: its partition and its entry. `at`: when it was given up (ms, UTC).

    `channel` is empty, and `content` None, if it cannot be read; a timer's channel is not known either. `why` holds no
    personal data.
    """

    ref: str
    user: str
    channel: str
    content: Event | Effect | None
    why: str
    at: int


class DeadLetters:
    """Those of one line. All methods raise `LineAway`; whatever was asked for may be asked for again.

    `clock` gives ms, UTC.
    """

    def __init__(self, redis: AnyRedis, sealer: Sealer, config: LineConfig, clock: Callable[[], int] = now_ms) -> None:
        self._redis: Any = redis
        self._sealer = sealer
        self._clock = clock
        self._config = config
        self._codecs = [Codec(sealer, number) for number in range(config.partitions)]
        self._send_on = self._redis.register_script(_SEND_ON)

    async def all(self) -> AsyncIterator[DeadLetter]:
        """All of them, partition by partition, the oldest first."""
        for partition, codec in enumerate(self._codecs):
            async for entry, fields in self._entries(partition):
                yield _letter(partition, codec, entry, fields)

    async def send_on(self, ref: str) -> bool:
        """Put it where it was: an event before the dialogue, an effect behind what its user is being sent.

        An event happens now: what was proven when it was written may have ended since. False if it is not there (any
        more). Whoever was forgotten meanwhile is sent nothing.
        """
        partition, entry = self._place(ref)
        keys = keys_of(self._config.prefix, partition)
        with telling_line_away():
            found = await self._redis.xrange(keys.dead, entry, entry)
            if not found:
                return False
            fields: Fields = found[0][1]
            kept = {name: word for name, word in fields.items() if name not in _ABOUT}
            kept |= {AGAIN: b""} if is_effect(fields) else self._today(partition, entry, kept)
            return bool(await self._send_on(keys=[keys.dead, keys.inbox], args=[entry, *_flat(kept)]))

    def _today(self, partition: int, entry: str, fields: Fields) -> dict[bytes, bytes]:
        """What changes in an event's fields if it happens now; nothing in one that cannot be read."""
        if b"a" in fields:
            return {b"a": b"%d" % self._clock()}
        codec = self._codecs[partition]
        arrived = codec.read_event((entry.encode(), _flat(fields)))
        if arrived.sender is None or arrived.event is None or isinstance(arrived.event, Again):
            return {}
        return {b"b": codec.seal_event(arrived.user, arrived.sender, replace(arrived.event, at=self._clock()))}

    async def drop(self, ref: str) -> bool:
        """Delete it; False if it is not there."""
        partition, entry = self._place(ref)
        with telling_line_away():
            return bool(await self._redis.xdel(keys_of(self._config.prefix, partition).dead, entry))

    async def forget(self, sender: Sender) -> int:
        """Delete all of one user's; how many there were."""
        user = user_key(self._sealer, sender)
        partition = partition_of(user, self._config.partitions)
        theirs = [entry async for entry, fields in self._entries(partition) if fields.get(b"u") == user.encode()]
        if not theirs:
            return 0
        with telling_line_away():
            return int(await self._redis.xdel(keys_of(self._config.prefix, partition).dead, *theirs))

    async def forget_before(self, at: int) -> int:
        """Delete all that were given up before (ms, UTC); how many there were."""
        gone = 0
        with telling_line_away():
            for partition in range(self._config.partitions):
                stream = keys_of(self._config.prefix, partition).dead
                gone += await self._redis.xtrim(stream, minid=at, approximate=False)
        return gone

    async def _entries(self, partition: int) -> AsyncIterator[tuple[bytes, Fields]]:
        stream, start = keys_of(self._config.prefix, partition).dead, "-"
        while True:
            with telling_line_away():
                page = await self._redis.xrange(stream, start, "+", count=AT_ONCE)
            for entry, fields in page:
                yield entry, fields
            if len(page) < AT_ONCE:
                return
            start = f"({page[-1][0].decode()}"

    def _place(self, ref: str) -> tuple[int, str]:
        number, _, entry = ref.partition(":")
        if not (number.isdecimal() and int(number) < len(self._codecs)):
            raise ValueError(f"no dead letter is called {ref}")
        milliseconds, _, sequence = entry.partition("-")
        if not (milliseconds.isdecimal() and sequence.isdecimal()):
            raise ValueError(f"no dead letter is called {ref}")
        return int(number), entry


def is_effect(fields: Fields) -> bool:
    """Whether a dead letter's fields hold an effect, not an event."""
    return fields[b"from"] == b"out" or AGAIN in fields


def _flat(fields: Fields) -> list[bytes]:
    return [word for pair in fields.items() for word in pair]


def _letter(partition: int, codec: Codec, entry: bytes, fields: Fields) -> DeadLetter:
    user, why = (fields.get(name, b"").decode(errors="replace") for name in (b"u", b"why"))
    flat = _flat(fields)
    content: Event | Effect | None
    if is_effect(fields):
        outgoing = codec.read_effect((entry, flat))
        channel, content = outgoing.sender.channel, outgoing.effect
    else:
        arrived = codec.read_event((entry, flat))
        channel = arrived.sender.channel if arrived.sender is not None else ""
        content = None if isinstance(arrived.event, Again) else arrived.event
    return DeadLetter(f"{partition}:{entry.decode()}", user, channel, content, why, int(fields[b"at"]))
