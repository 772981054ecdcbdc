"""Keeping to the rates that providers allow, for a channel as a whole and for each chat."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from time import monotonic

MANY_CHATS = 10_000


@dataclass(frozen=True, slots=True)
class Rate:
    """`per_second` messages in the long run, `burst` of them at once."""

    per_second: float
    burst: int = 1


@dataclass(frozen=True, slots=True)
class ChannelPace:
    """What one channel's provider allows to this process; None: no limit."""

    channel: Rate | None = None
    chat: Rate | None = None


class Bucket:
    """A bucket of tokens, kept as the moment at which it will be full again."""

    __slots__ = ("_full_at", "_room", "_step")

    def __init__(self, rate: Rate) -> None:
        self._step = 1 / rate.per_second
        self._room = (rate.burst - 1) * self._step
        self._full_at = 0.0

    def reserve(self, now: float) -> float:
        """Take a token, if need be a future one; how many seconds to wait for it."""
        begun = max(self._full_at, now)
        self._full_at = begun + self._step
        return max(0.0, begun - self._room - now)

    def full(self, now: float) -> bool:
        """Whether nothing was taken from it lately."""
        return self._full_at <= now


class Pace:
    """The buckets of all channels and chats. The clock is in seconds and only needs to go forward."""

    def __init__(self, channels: Mapping[str, ChannelPace] | None = None, *, clock: Callable[[], float] = monotonic):
        self._rates = dict(channels or {})
        self._clock = clock
        self._channels = {name: Bucket(pace.channel) for name, pace in self._rates.items() if pace.channel}
        self._chats: dict[tuple[str, str], Bucket] = {}

    def delay(self, channel: str, chat: str) -> float:
        """Reserve a place for one message; how many seconds to wait before it is sent."""
        pace = self._rates.get(channel)
        if pace is None:
            return 0.0
        now = self._clock()
        wait = self._channels[channel].reserve(now) if pace.channel else 0.0
        if pace.chat:
            bucket = self._chats.get((channel, chat))
            if bucket is None:
                self._make_room(now)
                bucket = self._chats[channel, chat] = Bucket(pace.chat)
            wait = max(wait, bucket.reserve(now))
        return wait

    def _make_room(self, now: float) -> None:
        if len(self._chats) >= MANY_CHATS:
            self._chats = {chat: bucket for chat, bucket in self._chats.items() if not bucket.full(now)}
