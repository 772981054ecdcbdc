"""A real Redis or Valkey server of our own, for running complete on one machine without any set-up.

It is a child process on a unix socket in the data folder, with an append-only file. All processes on the same folder
share it: whoever comes first starts it, the last to leave stops it, and when it crashes one of them starts it again.
Two files are locked (``flock``) for that: `users`, shared, by everybody who uses the server, and `turn`, exclusively,
by whoever is starting or stopping it just now. The kernel drops the locks of a process that was killed; its server
lives on, and the next process finds it.
"""

import asyncio
import fcntl
import logging
import os
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

from storage.ending import end, to_the_end
from storage.server_binary import choose_binary

logger = logging.getLogger(__name__)

FOLDER = "redis"
SOCKET = "redis.sock"
LOG = "redis.log"
LONGEST_SOCKET_PATH = 100  # the kernel's limit is 107 on Linux and 103 on macOS
START_WITHIN = 30.0
STOP_WITHIN = 10.0
LOOK_EVERY = 0.005
AFTER_FAILURE = (0.1, 0.5, 1.0, 2.0, 5.0)

Fsync = Literal["always", "everysec", "no"]


class EmbeddedFailed(Exception):
    """The embedded server cannot run; the text is one sentence for the operator."""


async def open_embedded(data_dir: Path, *, fsync: Fsync = "always") -> "Embedded":
    """Use the server of this data folder, starting it if it does not run; raise `EmbeddedFailed`.

    With `fsync` ``always`` an answer of the server means that the data is on the disk; many answers share one write.
    """
    server = Embedded(_prepared(data_dir), fsync)
    try:
        await server.join()
    except BaseException:
        await server.close()
        raise
    return server


class Embedded:
    """A running server; `url` is its address. Call `close` when done."""

    def __init__(self, folder: Path, fsync: Fsync) -> None:
        self.folder = folder
        self._fsync = fsync
        self._alias = _short_alias(folder)
        self._socket = (Path(self._alias.name) / "d" if self._alias else folder) / SOCKET
        self.url = f"unix://{self._socket}"
        self._users: int | None = None
        self._process: asyncio.subprocess.Process | None = None
        self._guard: asyncio.Task[None] | None = None

    async def join(self) -> None:
        """Begin to use the server; from now on it is watched. Raises `EmbeddedFailed`."""
        async with _locked(self.folder / "turn"):
            self._users = _opened(self.folder / "users")
            fcntl.flock(self._users, fcntl.LOCK_SH)
            await self._ensure_running()
        self._guard = asyncio.get_running_loop().create_task(self._watch())

    async def close(self) -> None:
        """Stop using the server; the last one to do so stops it, and returns when it has ended."""
        await end(self._guard)
        if self._users is not None:
            async with _locked(self.folder / "turn"):
                await self._leave(self._users)
            self._users = None
        if self._alias is not None:
            self._alias.cleanup()
            self._alias = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def _leave(self, users: int) -> None:
        try:
            fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:  # somebody else still uses it
            return
        else:
            await self._stop()
        finally:
            os.close(users)

    async def _ensure_running(self) -> None:
        if await self._answers():
            return
        binary = await asyncio.to_thread(choose_binary, self.folder)
        options = {
            "dir": str(self.folder),
            "port": "0",
            "unixsocket": SOCKET,  # relative to `dir`, so that its length never matters
            "unixsocketperm": "700",
            "appendonly": "yes",
            "appendfsync": self._fsync,
            "aof-load-truncated": "yes",
            "save": "",
            "logfile": LOG,
            "daemonize": "no",
            "maxmemory-policy": "noeviction",
        }
        # a session of its own: Ctrl-C in our terminal must not end it before us
        self._process = await asyncio.create_subprocess_exec(
            binary,
            *(word for name, value in options.items() for word in (f"--{name}", value)),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
            start_new_session=True,
        )
        await self._wait_until_ready(self._process)

    async def _wait_until_ready(self, process: asyncio.subprocess.Process) -> None:
        try:
            async with asyncio.timeout(START_WITHIN):
                while process.returncode is None:
                    if await self._answers():
                        return
                    await asyncio.sleep(LOOK_EVERY)
        except TimeoutError:
            process.kill()
        except asyncio.CancelledError:  # nobody would know of it any more
            process.kill()
            await process.wait()
            raise
        raise EmbeddedFailed(f"the embedded server did not start in {self.folder}: {_last_words(self.folder)}")

    async def _answers(self) -> bool:
        try:
            async with self._asking() as client:
                return bool(await client.ping())
        except (RedisError, OSError):
            return False

    async def _stop(self) -> None:
        with suppress(RedisError, OSError):
            async with self._asking() as client:
                pid = int((await client.info("server"))["process_id"])
                with suppress(RedisError, OSError):  # it ends without an answer
                    await client.shutdown()
                await self._gone(pid)

    async def _gone(self, pid: int) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(STOP_WITHIN):
                if self._process is not None and self._process.pid == pid:
                    await self._process.wait()
                    return
                with suppress(ProcessLookupError):
                    while True:
                        os.kill(pid, 0)
                        await asyncio.sleep(LOOK_EVERY)

    async def _watch(self) -> None:
        """Wait on an open connection until the server ends, then see that it runs again."""
        failures = 0
        while True:
            with suppress(OSError):
                reader, writer = await asyncio.open_unix_connection(str(self._socket))
                failures = 0
                try:
                    await reader.read()
                finally:
                    writer.close()
            try:
                async with _locked(self.folder / "turn"):
                    await self._ensure_running()
            except (EmbeddedFailed, OSError) as error:
                logger.error("the embedded server ended and does not start again: %s", error)  # noqa: TRY400
                await asyncio.sleep(AFTER_FAILURE[min(failures, len(AFTER_FAILURE) - 1)])
                failures += 1

    @asynccontextmanager
    async def _asking(self) -> AsyncIterator[Redis]:
        client = Redis(unix_socket_path=str(self._socket), retry=Retry(NoBackoff(), 0), protocol=2)
        try:
            yield client
        finally:
            await to_the_end(client.aclose())


def _prepared(data_dir: Path) -> Path:
    """The server's folder inside the data folder, for us alone."""
    folder = data_dir.absolute() / FOLDER
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.chmod(0o700)
        with tempfile.TemporaryFile(dir=folder) as probe:
            probe.write(bytes(4096))
            probe.flush()
            os.fsync(probe.fileno())
    except OSError as error:
        raise EmbeddedFailed(f"data_dir: {folder} cannot be written to ({error.strerror})") from None
    return folder


def _short_alias(folder: Path) -> tempfile.TemporaryDirectory[str] | None:
    """A short way to a folder whose path is too long for a socket's address: a link in a folder of ours."""
    if len(os.fsencode(folder / SOCKET)) <= LONGEST_SOCKET_PATH:
        return None
    alias = tempfile.TemporaryDirectory(prefix="kpj-")
    (Path(alias.name) / "d").symlink_to(folder, target_is_directory=True)
    return alias


def _opened(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)


@asynccontextmanager
async def _locked(path: Path) -> AsyncIterator[None]:
    """Hold a file's lock exclusively."""
    lock = _opened(path)
    try:
        while True:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                await asyncio.sleep(LOOK_EVERY)
        yield
    finally:
        os.close(lock)


def _last_words(folder: Path) -> str:
    """The last line of the server's log that says what went wrong."""
    try:
        lines = (folder / LOG).read_text(errors="replace").splitlines()
    except OSError:
        return "it left no log"
    told = [line for line in lines if " # " in line] or lines
    return told[-1].partition(" # ")[2] or told[-1] if told else "it left no log"
