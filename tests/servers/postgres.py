"""A real PostgreSQL server on a unix socket in a folder of its own.

`postgres_url` hands every test an empty database of its own on one server, which the first test that asks starts and
the run's end stops. `postgres_server_alone` is for tests that stop and start it. PostgreSQL refuses to run as root;
then it runs as the user ``postgres`` (or ``nobody``), to whom its folder is given.
"""

import itertools
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

START_WITHIN = 90.0
STOP_WITHIN = 60.0


class ServerDidNotStart(Exception):
    """The server is not installed, ended, or did not answer in time; the text says which and holds its log."""


def find_binaries(debian: Path = Path("/usr/lib/postgresql")) -> Path:
    """The folder of initdb, postgres and createdb: PATH first, then where Debian keeps them; newest version first."""
    on_path = shutil.which("initdb")
    if on_path is not None:
        return Path(on_path).resolve().parent
    found = sorted(debian.glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if not found:
        raise ServerDidNotStart("PostgreSQL is not installed (no initdb found); scripts/system-packages brings it")
    return found[-1].parent


class PostgresServer:
    """One server; `folder` holds its socket, log and data and must have a short path (a socket's limit)."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._binaries = find_binaries()
        self._process: subprocess.Popen[bytes] | None = None
        self._names = (f"test{number}" for number in itertools.count(1))
        self._as_user: list[str] = []
        if os.geteuid() == 0:
            user = _ordinary_user()
            os.chown(folder, user.pw_uid, user.pw_gid)
            ids = [f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups"]
            self._as_user = ["setpriv", *ids, "--pdeathsig=KILL", "--"]

    def url(self, database: str) -> str:
        """The address of a database on this server."""
        return f"postgresql://postgres@/{database}?host={self.folder}"

    def start(self) -> None:
        """Make the data folder if there is none, start, return when the server answers; raise `ServerDidNotStart`."""
        data = self.folder / "data"
        if not data.exists():
            self._run("initdb", "-D", str(data), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "-N")
        settings = {"listen_addresses": "", "unix_socket_directories": str(self.folder), "fsync": "off"}
        command = [*self._as_user, str(self._binaries / "postgres"), "-D", str(data)]
        command += [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        with (self.folder / "postgres.log").open("ab") as log:
            self._process = subprocess.Popen(command, cwd=self.folder, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        try:
            self._wait_until_ready()
        except BaseException:
            self.stop()
            raise

    def _wait_until_ready(self) -> None:
        process, deadline = self._process, time.monotonic() + START_WITHIN
        ready = [str(self._binaries / "pg_isready"), "-q", "-h", str(self.folder)]
        while process is not None and process.poll() is None and time.monotonic() < deadline:
            if subprocess.run(ready, check=False).returncode == 0:
                return
            time.sleep(0.02)  # nothing tells another process that the server is there
        raise ServerDidNotStart((self.folder / "postgres.log").read_text())

    def make_database(self) -> str:
        """The address of a new empty database."""
        name = next(self._names)
        self._run("createdb", "-h", str(self.folder), "-U", "postgres", "-T", "template0", name)
        return self.url(name)

    def fill(self, url: str, like: str) -> None:
        """Let the database at `url` be a copy of the one at `like`, to which nobody is connected."""
        name, template = _name_in(url), _name_in(like)
        make = (f"DROP DATABASE {name}", f"CREATE DATABASE {name} TEMPLATE {template}")
        words = [word for statement in make for word in ("-c", statement)]
        self._run("psql", "-h", str(self.folder), "-U", "postgres", "-q", "-v", "ON_ERROR_STOP=1", *words)

    def stop(self) -> None:
        """End it and all its connections; the data stay."""
        process, self._process = self._process, None
        if process is None:
            return
        process.send_signal(signal.SIGINT)  # PostgreSQL's "fast shutdown"
        try:
            process.wait(STOP_WITHIN)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGQUIT)
            process.wait(STOP_WITHIN)

    def _run(self, program: str, *words: str) -> None:
        command = [*self._as_user, str(self._binaries / program), *words]
        done = subprocess.run(command, cwd=self.folder, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise ServerDidNotStart(f"{program} failed: {done.stderr}")


def _name_in(url: str) -> str:
    return url.partition("@/")[2].partition("?")[0]


def _ordinary_user() -> pwd.struct_passwd:
    try:
        return pwd.getpwnam("postgres")
    except KeyError:
        return pwd.getpwnam("nobody")


def _run_server() -> Iterator[PostgresServer]:
    with tempfile.TemporaryDirectory(prefix="pg-") as folder:  # pytest's own are too long for a socket's path
        server = PostgresServer(Path(folder))
        server.start()
        try:
            yield server
        finally:
            server.stop()


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """The server that the whole test run shares; ask for `postgres_url` rather."""
    yield from _run_server()


@pytest.fixture
def postgres_url(postgres_server: PostgresServer) -> str:
    """The address of an empty database of this test's own."""
    return postgres_server.make_database()


@pytest.fixture
def postgres_server_alone() -> Iterator[PostgresServer]:
    """A server for this test alone, to stop and to start again."""
    yield from _run_server()
