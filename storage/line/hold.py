"""A partition that this process holds: reading its inbox, committing turns, finishing effects.

Every script compares the lease with `token` before it does anything, so a holder that lost its lease can change
nothing any more; what is safe never rests on time.
"""

import asyncio
import logging
from collections.abc import Callable, Sequence
from enum import Enum
from typing import Any

from flows.effect import SetTimer
from flows.event import Event
from storage.line.client import Client, Settled
from storage.line.entries import VERSION, Arrived, Codec, Outgoing, Remembered, Turn, Unreadable
from storage.line.errors import LineAway
from storage.line.keys import Keys, LineConfig
from storage.line.scripts import Word, load, pack

logger = logging.getLogger(__name__)

CLAIM = 100
FINISH_AT_ONCE = 500
FINISH_WITHIN = 0.005  # seconds


class Verdict(Enum):
    """Why nothing was changed."""

    GONE = "gone"  # somebody has done this already
    CONFLICT = "conflict"  # the session is not the one that was read
    FENCED = "fenced"  # the lease belongs to another
    AWAY = "away"  # no answer came; it may have happened or not


BROKEN = (Verdict.FENCED, Verdict.AWAY)

Committed = list[bytes]
"""The outbox entries of the turn's effects, in order."""


class Hold:
    """One held partition.

    `receive` is called with what arrives while `room` is positive; it counts the room down by what it took. As long
    as `direct` is False nothing is handed over by `Line.ingest`. `more`: something may wait that there was no room for.
    `knows` says of which users no session need come along. `off` is told which effects are off the outbox,
    `trouble` that entries may have been handed over in an answer that was lost: the partition has to be read again.
    """

    def __init__(
        self, client: Client, keys: Keys, codec: Codec, token: str, config: LineConfig, clock: Callable[[], int]
    ) -> None:
        self.keys = keys
        self.token = token
        self.direct = False
        self.more = False
        self.room = config.backlog
        self.receive: Callable[[list[Arrived]], None] = _nobody
        self.knows: Callable[[str], bool] = _nothing_known
        self.trouble: Callable[[Verdict], None] = self._not_direct
        self.off: Callable[[list[bytes], Verdict | None], None] = _unheard
        self._over: list[bytes] = []
        self._commit = load("commit")
        self._over_since = 0.0
        self._looking = False
        self._loop = asyncio.get_running_loop()
        self._client = client
        self._codec = codec
        self._clock = clock
        self._config = config
        self._life = int(config.session_life.total_seconds())
        self._home = keys.lease

    def commit(self, turn: Turn, done: Callable[[Committed | Verdict], None]) -> None:
        """Do all of a turn, or nothing. `done` gets the outbox ids or why nothing happened.

        Raises what `msgspec` does where session or effects cannot be written; then nothing was begun.
        """
        user, codec, keys = turn.user, self._codec, self.keys
        blob: Word = b""
        if turn.session is not None:
            blob = codec.seal_session(user, turn.version + 1, turn.session)
        words: list[Word] = [
            self.token,
            turn.entry,
            turn.version.to_bytes(VERSION) if turn.version else b"",
            blob,
            self._life,
            turn.reason,
            self._clock() if turn.reason else 0,
            self._config.dead_letters,
            len(turn.effects),
            len(turn.timers),
        ]
        new: list[Word] = []
        for name, effect in turn.effects:
            new.append(user)
            new.append(codec.seal_effect(user, turn.sender, name, effect))
        for timer in turn.timers:
            new.append(f"{user}|{timer.name}")
            new.append(timer.due if isinstance(timer, SetTimer) else "")
        over, self._over = self._over, []  # from here on nothing can fail

        def answered(reply: object) -> None:
            outcome = reply if isinstance(reply, list) else _verdict(reply)
            if over:
                self.off(over, outcome if outcome in BROKEN else None)
            done(outcome)

        named = (keys.lease, keys.inbox, keys.session + user, keys.outbox, keys.timers, keys.dead)
        self._client.run(self._commit, named, (*words, len(over), *over, *new), self._home, answered)

    def finish(self, entry: bytes, *, at_once: bool = False) -> None:
        """Take an effect that is done from the outbox: with the next commit, or else within a moment.

        `off` is told when Redis has confirmed it.
        """
        if not self._over:
            self._over_since = self._loop.time()
        self._over.append(entry)
        if at_once or len(self._over) >= FINISH_AT_ONCE:
            self._finish()
        elif not self._looking:
            self._looking = True
            self._loop.call_later(FINISH_WITHIN, self._look)

    def _not_direct(self, _verdict: Verdict) -> None:
        self.direct = False

    def _look(self) -> None:
        """Finish what no commit has taken along. One timer serves many entries: setting and cancelling it costs."""
        left = self._over_since + FINISH_WITHIN - self._loop.time()
        self._looking = bool(self._over) and left > 0
        if self._looking:
            self._loop.call_later(left, self._look)
        elif self._over:
            self._finish()

    def _finish(self) -> None:
        over, self._over = self._over, []
        self._client.run(
            load("finish"), (self.keys.lease, self.keys.outbox), (self.token, *over), self._home,
            lambda reply: self.off(over, None if isinstance(reply, int) else _verdict(reply)),
        )  # fmt: skip

    def settle(
        self, effect: Outgoing, done: Callable[[Verdict | None], None], *, event: Event | None = None, why: str = ""
    ) -> None:
        """Take one effect from the outbox; `done` gets None if it was still there.

        Its result `event` goes into the inbox; with a reason `why` the effect itself goes to the dead letters.
        """
        keys, user = self.keys, effect.user
        blob = self._codec.seal_event(user, effect.sender, event) if event is not None else b""
        room = self.room if self.direct else 0

        def answered(reply: object) -> None:
            if not isinstance(reply, list):
                done(_verdict(reply))
                return
            done(None)
            if event is not None:
                self.handed_over(reply, Arrived(reply[0], user, effect.sender, event), room)

        named = (keys.lease, keys.outbox, keys.inbox, keys.session + user, keys.dead)
        words = (self.token, effect.id, user, blob, room, why, self._clock(), self._config.dead_letters)
        self._client.run(load("settle"), named, words, self._home, answered)

    def remember(self, user: str, done: Callable[[Remembered | Verdict], None]) -> None:
        """Read a session. One that cannot be read counts as none, so that its user is not stranded."""

        def answered(reply: object) -> None:
            if reply is None or isinstance(reply, bytes):
                done(self.opened(user, reply or b""))
            else:
                done(_verdict(reply))

        self._client.ask(pack("GET", self.keys.session + user), self._home, answered)

    def opened(self, user: str, stored: bytes) -> Remembered:
        """A session that came along with an entry."""
        try:
            return self._codec.read_session(user, stored)
        except Unreadable:
            return Remembered(int.from_bytes(stored[:VERSION]), None)

    async def tick(self) -> Verdict | None:
        """Move due timers into the inbox and receive what waits there; None if all is well."""
        keys, room = self.keys, self.room if self.direct else 0
        settled = Settled()

        def answered(reply: object) -> None:
            if not isinstance(reply, list):
                settled(_verdict(reply))
                return
            settled(None)
            self.more = len(reply) >= room
            if reply:
                self.receive([self._codec.read_event(entry) for entry in reply])

        words = (self.token, self._clock(), room)
        self._client.run(load("tick"), (keys.lease, keys.inbox, keys.timers), words, self._home, answered)
        verdict: Verdict | None = await settled.future
        return verdict

    async def prepare(self) -> None:
        """Make the partition's streams, where they are not there yet; raise `LineAway`."""
        await self._must("prepare", (self.keys.lease, self.keys.inbox, self.keys.outbox), (self.token,))

    async def left_over(self, *, count: bool) -> Arrived | None:
        """The oldest inbox entry that was handed out and not committed; raise `LineAway`.

        One at a time: should it end the process, it alone is counted as having been tried once more. Where it is only
        read again because Redis was away, nothing is counted.
        """
        _, entries = await self._claimed(self.keys.inbox, b"0-0", 1, count=count)
        for entry in entries:
            return self._codec.read_event(entry)._replace(deliveries=entry[2])
        return None

    async def unfinished(self) -> list[Outgoing]:
        """All effects that wait to be done, oldest first; raise `LineAway`."""
        cursor, found = b"0-0", list[Outgoing]()
        while True:
            cursor, entries = await self._claimed(self.keys.outbox, cursor, CLAIM, count=False)
            found.extend(self._codec.read_effect(entry) for entry in entries)
            if cursor == b"0-0":
                return found

    def handed_over(self, reply: Sequence[object], own: Arrived, room: int, *, known: bool = False) -> None:
        """Take in what a script gave: own id, own session, entries; at most `room` of them were asked for.

        `known`: no session was asked for.
        """
        _, stored, given = reply
        if not isinstance(given, list):
            return
        if len(given) >= room:
            self.more = True
        if not given:
            return
        codec, arrived = self._codec, []
        for entry in given:
            if len(entry) > 1:
                arrived.append(codec.read_event(entry))
            else:
                arrived.append(own if known else own._replace(stored=stored if isinstance(stored, bytes) else b""))
        self.receive(arrived)

    async def _claimed(
        self, stream: str, after: bytes, most: int, *, count: bool
    ) -> tuple[bytes, list[tuple[bytes, list[bytes], int]]]:
        words = (self.token, after, most, "y" if count else "")
        reply: Any = await self._must("claim", (self.keys.lease, stream), words)
        return reply[0], reply[1]

    async def _must(self, script: str, keys: tuple[str, ...], words: tuple[Word, ...]) -> object:
        reply = await self._client.answer(load(script), keys, words, self._home)
        if reply == b"fenced":
            raise LeaseLost(self.keys.partition)
        return reply


def _verdict(reply: object) -> Verdict:
    match reply:
        case b"gone":
            return Verdict.GONE
        case b"conflict":
            return Verdict.CONFLICT
        case b"fenced":
            return Verdict.FENCED
        case LineAway():
            return Verdict.AWAY
        case _:
            logger.error("Redis did not carry out a script: %s", str(reply)[:200])
            return Verdict.AWAY


def _nothing_known(_user: str) -> bool:
    return False


def _unheard(_entries: list[bytes], _verdict: Verdict | None) -> None:
    """Nobody waits for the effects to be over."""


def _nobody(arrived: list[Arrived]) -> None:
    raise RuntimeError(f"{len(arrived)} entries arrived before anybody was ready to receive them")


class LeaseLost(LineAway):
    """Another worker holds the partition now."""

    def __init__(self, partition: int) -> None:
        super().__init__(f"partition {partition} is held by another worker")
