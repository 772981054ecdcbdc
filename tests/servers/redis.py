"""A real Redis (or Valkey) server on a unix socket in a folder of its own.

`redis_url` hands every test an empty server that the whole run shares. `redis_server_alone` gives a test its own, with
the append-only file on, to kill and start again. Neither outlives the test process, not even when that is killed: the
kernel then ends the server (`setpriv --pdeathsig`).
"""

import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

PATIENTLY = "socket_timeout=90&socket_connect_timeout=90"
"""Clients give a server five seconds where their address says nothing else; a machine may stand still for longer."""
START_WITHIN = 90.0
STOP_WITHIN = 60.0


class ServerDidNotStart(Exception):
    """The server ended or did not answer in time; the text holds its log."""


def find_binary() -> str:
    """The server's program on PATH; raise `ServerDidNotStart`."""
    found = shutil.which("redis-server") or shutil.which("valkey-server")
    if found is None:
        raise ServerDidNotStart("neither redis-server nor valkey-server is on PATH; scripts/system-packages brings one")
    return found


class RedisServer:
    """One server process; `folder` holds its socket, log and data and must have a short path (a socket's limit)."""

    def __init__(self, folder: Path, *, durable: bool = False) -> None:
        self.folder = folder
        self.socket = folder / "redis.sock"
        self.url = f"unix://{self.socket}?{PATIENTLY}"
        self._durable = durable
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int:
        """The process id of the running server."""
        if self._process is None:
            raise RuntimeError("the server is not running")
        return self._process.pid

    def start(self) -> None:
        """Start, and return when the server answers and has loaded its data; raise `ServerDidNotStart`."""
        self.socket.unlink(missing_ok=True)
        options = {
            "port": "0",
            "unixsocket": str(self.socket),
            "dir": str(self.folder),
            "logfile": "redis.log",
            "save": "",
            "appendonly": "yes" if self._durable else "no",
        }
        command = [find_binary(), *(word for name, value in options.items() for word in (f"--{name}", value))]
        if setpriv := shutil.which("setpriv"):
            command = [setpriv, "--pdeathsig", "KILL", "--", *command]
        self._process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        try:
            self._wait_until_ready()
        except BaseException:
            self.kill()
            raise

    def _wait_until_ready(self) -> None:
        process, deadline = self._process, time.monotonic() + START_WITHIN
        while process is not None and process.poll() is None and time.monotonic() < deadline:
            try:
                with redis.Redis(unix_socket_path=str(self.socket), retry=Retry(NoBackoff(), 0)) as client:
                    client.ping()
            except (redis.ConnectionError, redis.BusyLoadingError):
                time.sleep(0.005)  # nothing tells another process that the socket is there
            else:
                return
        log = self.folder / "redis.log"
        raise ServerDidNotStart(log.read_text() if log.exists() else "it left no log")

    def stop(self) -> None:
        """End it in an orderly way, as a restart of the machine would."""
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        """End it at once (SIGKILL), as a crash would."""
        self._end(signal.SIGKILL)

    def flush(self) -> None:
        """Forget all data, functions and scripts."""
        with redis.Redis(unix_socket_path=str(self.socket)) as client:
            client.flushall()
            client.script_flush()
            client.function_flush()

    def _end(self, how: signal.Signals) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.send_signal(how)
        try:
            process.wait(STOP_WITHIN)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _run(*, durable: bool) -> Iterator[RedisServer]:
    with tempfile.TemporaryDirectory(prefix="redis-") as folder:  # pytest's own are too long for a socket's path
        server = RedisServer(Path(folder), durable=durable)
        server.start()
        try:
            yield server
        finally:
            server.kill()


@pytest.fixture(scope="session")
def redis_server() -> Iterator[RedisServer]:
    """The server that the whole test run shares; ask for `redis_url` rather, which empties it first."""
    yield from _run(durable=False)


@pytest.fixture
def redis_url(redis_server: RedisServer) -> str:
    """The address of an empty server."""
    redis_server.flush()
    return redis_server.url


@pytest.fixture
def redis_server_alone() -> Iterator[RedisServer]:
    """A server for this test alone, with its append-only file on: kill it, start it again, look into its files."""
    yield from _run(durable=True)
