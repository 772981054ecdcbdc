"""Calls to Redis that share their round trips.

All calls made within one turn of the event loop leave in one write, and further ones follow while answers are awaited.
A server answers in the order of the calls, and `done` is called in that order, inside the reader: so what one partition
is told never overtakes what it was told before. redis-py makes the connections (address, TLS, log-in, Sentinel,
cluster); only the sharing is here, because its own pipelines cost half of a message's budget.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from math import inf
from typing import Any

from redis.asyncio.connection import Connection
from redis.exceptions import (
    AskError,
    ClusterDownError,
    NoScriptError,
    OutOfMemoryError,
    ReadOnlyError,
    RedisError,
    ResponseError,
    TryAgainError,
)
from redis.exceptions import ConnectionError as BrokenConnection

from storage.ending import end
from storage.line.errors import LineAway
from storage.line.scripts import Script, Words, pack
from storage.line.servers import Servers

Done = Callable[[object], None]
"""Called once with the answer, or with the exception that stands for it (`LineAway`, or redis-py's `ResponseError`)."""

SortOut = Callable[[ResponseError], Exception]

PAUSES = (0.02, 0.05, 0.1, 0.2, 0.5, 1.0)
READ_AHEAD = 64  # answers handled before others may run, so that what follows from the first ones leaves early
MOVING = (AskError, ClusterDownError, TryAgainError)  # MovedError is an AskError
PASSING = (OutOfMemoryError, ReadOnlyError)
PASSING_CODES = ("MISCONF", "NOREPLICAS", "NOGROUP")


class Pipe:
    """One connection to one server, made anew whenever it breaks; then every call under way ends in `LineAway`.

    `sort_out` says what an error of the server means.
    """

    def __init__(
        self, servers: Servers, name: str, scripts: Sequence[Script], sort_out: SortOut, *, patience: float
    ) -> None:
        self._servers = servers
        self._scripts = scripts
        self._name = name
        self._sort_out = sort_out
        self._patience = patience
        self._outgoing: list[bytes] = []
        self._waiting: deque[tuple[Done, bytes]] = deque()
        self._answered = 0
        self._dirty = asyncio.Event()
        self.up = asyncio.Event()
        self._loop = asyncio.get_running_loop()
        self._task = self._loop.create_task(self._run())

    def send(self, command: bytes, done: Done) -> None:
        """Put a command on its way."""
        if not self.up.is_set():
            self._loop.call_soon(done, LineAway("no connection to Redis"))
            return
        self._outgoing.append(command)
        self._waiting.append((done, command))
        self._dirty.set()

    async def close(self) -> None:
        """Break the connection; calls under way end in `LineAway`."""
        await end(self._task)

    async def _run(self) -> None:
        failures = 0
        while True:
            try:
                connection = await self._servers.connect(self._name)
                await self._load(connection)
            except (RedisError, OSError, LineAway):
                await asyncio.sleep(PAUSES[min(failures, len(PAUSES) - 1)])
                failures += 1
                continue
            failures = 0
            self.up.set()
            try:
                await self._serve(connection)
            finally:
                self.up.clear()
                self._break()
                await connection.disconnect(nowait=True)

    async def _load(self, connection: Connection) -> None:
        """Make the scripts known first, so that no call has to be repeated and change its place in the order."""
        for script in self._scripts:
            await connection.send_command("SCRIPT", "LOAD", script.source, check_health=False)
            await connection.read_response()

    async def _serve(self, connection: Connection) -> None:
        sides = [self._loop.create_task(side(connection)) for side in (self._read, self._write, self._watch)]
        try:
            await asyncio.wait(sides, return_when=asyncio.FIRST_COMPLETED)
        finally:
            await end(*sides)

    async def _read(self, connection: Connection) -> None:
        waiting, read, ahead = self._waiting, connection.read_response, 0
        while True:
            reply: object
            try:
                reply = await read(timeout=inf)
            except ResponseError as error:
                reply = error
            except BrokenConnection:
                return
            self._answered += 1
            done, command = waiting.popleft()
            if isinstance(reply, ResponseError):
                self._failed(done, command, reply)
            else:
                self._tell(done, reply)
            ahead += 1
            if ahead == READ_AHEAD:
                ahead = 0
                await asyncio.sleep(0)

    def _failed(self, done: Done, command: bytes, error: ResponseError) -> None:
        if isinstance(error, NoScriptError):  # somebody made the server forget them
            for script in self._scripts:
                self.send(pack("SCRIPT", "LOAD", script.source), _ignore)
            self.send(command, done)
        else:
            self._tell(done, self._sort_out(error))

    async def _write(self, connection: Connection) -> None:
        while True:
            await self._dirty.wait()
            self._dirty.clear()
            batch, self._outgoing = self._outgoing, []
            await connection.send_packed_command(b"".join(batch), check_health=False)

    async def _watch(self, _connection: Connection) -> None:
        """Give up a connection on which nothing was answered for `patience` seconds although something should be."""
        seen = -1
        while True:
            await asyncio.sleep(self._patience)
            if self._waiting and seen == self._answered:
                return
            seen = self._answered if self._waiting else -1

    def _break(self) -> None:
        lost, self._waiting = self._waiting, deque()
        self._outgoing.clear()
        self._dirty.clear()
        for done, _ in lost:
            self._tell(done, LineAway("the connection to Redis broke"))

    def _tell(self, done: Done, reply: object) -> None:
        try:
            done(reply)
        except Exception as error:  # noqa: BLE001  a bug in one caller must not stop the answers of the others
            self._loop.call_exception_handler({"message": "an answer of Redis was not handled", "exception": error})


class Client:
    """Runs scripts and commands on the server that holds their first key."""

    def __init__(self, servers: Servers, scripts: Sequence[Script], *, patience: float = 10.0) -> None:
        self._servers = servers
        self._scripts = scripts
        self._patience = patience
        self._pipes: dict[str, Pipe] = {}
        self._by_key: dict[str, Pipe] = {}
        self._refreshing: asyncio.Task[None] | None = None

    def run(self, script: Script, keys: Words, arguments: Words, home: str, done: Done) -> None:
        """Run a script; `home` is any key of the partition, to find the server by."""
        self.ask(script.packed(keys, arguments), home, done)

    def ask(self, command: bytes, home: str, done: Done) -> None:
        """Send one packed command to the server that holds the key `home`."""
        pipe = self._by_key.get(home)
        if pipe is None:
            try:
                pipe = self._find(home)
            except LineAway as error:
                asyncio.get_running_loop().call_soon(done, error)
                return
        pipe.send(command, done)

    async def answer(self, script: Script, keys: Words, arguments: Words, home: str) -> object:
        """Run a script and wait; raise `LineAway` or redis-py's `ResponseError`."""
        settled = Settled()
        self.run(script, keys, arguments, home, settled)
        return await settled.future

    async def answer_to(self, command: bytes, home: str) -> object:
        """Send one packed command and wait; raise `LineAway` or redis-py's `ResponseError`."""
        settled = Settled()
        self.ask(command, home, settled)
        return await settled.future

    async def wait_until_up(self, home: str) -> None:
        """Return when there is a connection to the server that holds the key `home`."""
        while True:
            try:
                pipe = self._by_key.get(home) or self._find(home)
            except LineAway:
                with suppress(RedisError, OSError):
                    await self._servers.refresh()
                await asyncio.sleep(PAUSES[2])
            else:
                await pipe.up.wait()
                return

    def is_up(self, home: str) -> bool:
        """Whether there is a connection now."""
        pipe = self._by_key.get(home)
        return pipe is not None and pipe.up.is_set()

    async def close(self) -> None:
        """Close all connections."""
        await end(self._refreshing)
        await asyncio.gather(*(pipe.close() for pipe in self._pipes.values()))
        await self._servers.close()

    def _find(self, home: str) -> Pipe:
        name = self._servers.name_for(home)
        pipe = self._pipes.get(name)
        if pipe is None:
            pipe = self._pipes[name] = Pipe(
                self._servers, name, self._scripts, self._sorted_out, patience=self._patience
            )
        self._by_key[home] = pipe
        return pipe

    def _sorted_out(self, error: ResponseError) -> Exception:
        """Errors that pass by themselves count as Redis being away; all others are ours."""
        if isinstance(error, MOVING):
            self._by_key.clear()
            if self._refreshing is None or self._refreshing.done():
                self._refreshing = asyncio.get_running_loop().create_task(self._refresh())
            return LineAway("the cluster is moving this part")
        if isinstance(error, PASSING) or str(error).startswith(PASSING_CODES):
            return LineAway(f"Redis cannot serve now ({type(error).__name__})")
        return error

    async def _refresh(self) -> None:
        with suppress(RedisError, OSError):
            await self._servers.refresh()
            self._by_key.clear()


class Settled:
    """A `Done` that hands its answer to whoever awaits `future`."""

    __slots__ = ("future",)

    def __init__(self) -> None:
        self.future: asyncio.Future[Any] = asyncio.get_running_loop().create_future()

    def __call__(self, reply: object) -> None:
        """Take the answer; nobody may be waiting any more."""
        if self.future.done():
            return
        if isinstance(reply, Exception):
            self.future.set_exception(reply)
        else:
            self.future.set_result(reply)


def _ignore(_reply: object) -> None:
    """What matters is the call that follows."""
