"""The line of one Redis: taking events in, and holding partitions.

Every process can take events in for every user. A process that holds the user's partition is handed the event in the
same round trip; otherwise the holder is woken.
"""

import asyncio
import time
from collections.abc import Callable
from hashlib import blake2b

from redis.exceptions import AuthenticationError, RedisError

from flows.event import Event, Sender
from storage.line.client import Client, Settled
from storage.line.entries import Arrived, Codec
from storage.line.errors import LineAway, LineMisconfigured
from storage.line.hold import Hold, Verdict
from storage.line.keys import Keys, LineConfig, keys_of, partition_of, user_key, wake_channel
from storage.line.lease import Leases
from storage.line.scripts import NAMES, load, pack
from storage.line.servers import AnyRedis, Servers, servers_at
from storage.line.wake import Wakes
from storage.sealing import Sealer

KNOWN_USERS = 10_000


def now_ms() -> int:
    """The wall clock in milliseconds since 1970, UTC."""
    return time.time_ns() // 1_000_000


class Place:
    """What this process knows of one partition; `hold` is set while it holds it."""

    __slots__ = ("codec", "hold", "keys")

    def __init__(self, keys: Keys, codec: Codec) -> None:
        self.keys = keys
        self.codec = codec
        self.hold: Hold | None = None


class Depth:
    """How much waits in the line: entries in all inboxes, outboxes and dead letters, and timers set."""

    __slots__ = ("dead", "inbox", "outbox", "timers")

    def __init__(self, inbox: int, outbox: int, timers: int, dead: int) -> None:
        self.inbox = inbox
        self.outbox = outbox
        self.timers = timers
        self.dead = dead


class Line:
    """Open it with `Line.open`; `close` when done. One per process and event loop."""

    def __init__(self, servers: Servers, sealer: Sealer, config: LineConfig, clock: Callable[[], int]) -> None:
        self.config = config
        self.leases = Leases(servers.redis, config)
        self.wakes = Wakes(servers.redis, wake_channel(config.prefix) + self.leases.worker)
        self._servers = servers
        self._sealer = sealer
        self._clock = clock
        self._client = Client(servers, [load(name) for name in NAMES])
        self._places = [
            Place(keys_of(config.prefix, number), Codec(sealer, number)) for number in range(config.partitions)
        ]
        self._known: dict[tuple[str, str], tuple[str, Place]] = {}
        self._ingest = load("ingest")
        self._loop = asyncio.get_running_loop()
        self._channel = wake_channel(config.prefix)
        self._seen_for = int(config.seen_for.total_seconds())

    @classmethod
    async def open(
        cls, url: str, sealer: Sealer, config: LineConfig | None = None, *, clock: Callable[[], int] = now_ms
    ) -> "Line":
        """Connect to the Redis at `url`; raise `LineMisconfigured`, or `LineAway` if it cannot be reached now."""
        servers = servers_at(url)
        try:
            await _check(servers.redis)
        except BaseException:
            await servers.close()
            raise
        line = cls(servers, sealer, config or LineConfig(), clock)
        for place in line._places:
            await line._client.wait_until_up(place.keys.lease)
        return line

    @property
    def redis(self) -> AnyRedis:
        """redis-py's own client, for what is not in a message's way."""
        return self._servers.redis

    async def close(self) -> None:
        """Close all connections. Leases that were not released run out."""
        await self.wakes.close()
        await self._client.close()

    def user_of(self, sender: Sender) -> str:
        """The key that stands for a user."""
        return self._locate(sender)[0]

    def up(self) -> bool:
        """Whether every partition can be reached now."""
        return all(self._client.is_up(place.keys.lease) for place in self._places)

    async def wait_until_up(self, partition: int) -> None:
        """Return when the partition can be reached."""
        await self._client.wait_until_up(self._places[partition].keys.lease)

    async def ingest(self, sender: Sender, event: Event) -> bool:
        """Make an event durable; False if its id was seen before. Raises `LineAway`; then it is safe to repeat."""
        user, place = self._locate(sender)
        keys, hold, blob = place.keys, place.hold, place.codec.seal_event(user, sender, event)
        token, room, known = "", 0, False
        if hold is not None and hold.direct:
            if hold.room > 0:
                token, room, known = hold.token, hold.room, hold.knows(user)
            else:
                hold.more = True
        settled: asyncio.Future[object] = self._loop.create_future()

        def answered(reply: object) -> None:
            if not settled.done():  # else the caller has gone away
                if isinstance(reply, Exception):
                    settled.set_exception(reply)
                else:
                    settled.set_result(reply)
            if hold is None or not token:
                return
            if isinstance(reply, Exception):
                hold.trouble(Verdict.AWAY)
            elif isinstance(reply, list):
                hold.handed_over(reply, Arrived(reply[0], user, sender, event), room, known=known)

        named = (keys.seen + _short(user, event.id), keys.inbox, keys.lease, keys.session + user)
        words = (self._seen_for, user, blob, token, room, self._channel, keys.partition, "y" if known else "")
        self._client.run(self._ingest, named, words, keys.lease, answered)
        return await settled != 0

    async def hold(self, partition: int) -> Hold | None:
        """Take the lease of a partition; None if another has it. Raises `LineAway`."""
        place = self._places[partition]
        token = await self.leases.acquire(partition)
        if token is None:
            return None
        place.hold = Hold(self._client, place.keys, place.codec, token, self.config, self._clock)
        return place.hold

    def forget_hold(self, partition: int) -> None:
        """The partition is no longer held here; its lease is not touched."""
        self._places[partition].hold = None

    async def let_go(self, partition: int) -> None:
        """Give a lease back, so that another can take it at once."""
        self.forget_hold(partition)
        await self.leases.release(partition)

    async def depth(self) -> Depth:
        """Count what waits; raise `LineAway`."""
        sums = [0, 0, 0, 0]
        pending: list[tuple[int, Settled]] = []
        for place in self._places:
            keys = place.keys
            counts = (("XLEN", keys.inbox), ("XLEN", keys.outbox), ("ZCARD", keys.timers), ("XLEN", keys.dead))
            for index, (command, key) in enumerate(counts):
                settled = Settled()
                self._client.ask(pack(command, key), keys.lease, settled)
                pending.append((index, settled))
        counted = await asyncio.gather(*(settled.future for _, settled in pending))  # all are heard if one fails
        for (index, _), count in zip(pending, counted, strict=True):
            sums[index] += count
        return Depth(*sums)

    def _locate(self, sender: Sender) -> tuple[str, Place]:
        address = (sender.channel, sender.address)
        found = self._known.get(address)
        if found is None:
            user = user_key(self._sealer, sender)
            found = user, self._places[partition_of(user, self.config.partitions)]
            if len(self._known) >= KNOWN_USERS:
                self._known.clear()
            self._known[address] = found
        return found


def _short(user: str, message: str) -> str:
    """A message id, made unique for its user and of one length whatever a provider sends."""
    return blake2b(f"{user}/{message}".encode(), digest_size=12).hexdigest()


async def _check(redis: AnyRedis) -> None:
    try:
        info = await redis.info("server")
    except AuthenticationError as error:
        raise LineMisconfigured(f"REDIS_URL: the server does not let us in ({error})") from None
    except (RedisError, OSError) as error:
        raise LineAway(f"Redis cannot be reached: {error}") from error
    if "redis_version" not in info:  # a cluster answers for each of its nodes
        info = next(iter(info.values()))
    if int(str(info["redis_version"]).partition(".")[0]) < 7:
        raise LineMisconfigured(f"Redis {info['redis_version']} is too old: the line needs 7.0 or newer, or Valkey")
