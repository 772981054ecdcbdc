"""The server that comes along, run for real in a temporary folder."""

import asyncio
import gc
import os
import shutil
import signal
import stat
import sys
import textwrap
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from redis.asyncio import Redis
from redis.exceptions import RedisError

from storage.embedded import Embedded, EmbeddedFailed, open_embedded
from storage.server_binary import choose_binary


async def pid_of(server: Embedded) -> int:
    """The process id of the server."""
    async with Redis.from_url(server.url) as client:
        return int((await client.info("server"))["process_id"])


async def value_of(server: Embedded, key: str) -> bytes | None:
    """Read a key, waiting until the server answers."""
    async with asyncio.timeout(90):
        while True:
            try:
                async with Redis.from_url(server.url) as client:
                    found = await client.get(key)
                    assert found is None or isinstance(found, bytes)
                    return found
            except (RedisError, OSError):
                await asyncio.sleep(0.01)


async def put(server: Embedded, key: str, value: str) -> None:
    """Write a key."""
    async with Redis.from_url(server.url) as client:
        await client.set(key, value)


def alive(pid: int) -> bool:
    """Whether a process exists and has not ended."""
    try:
        return "Z" not in Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False


@pytest.fixture
async def server(short_folder: Path) -> AsyncIterator[Embedded]:
    """A server in a folder of its own."""
    async with await open_embedded(short_folder) as opened:
        yield opened


async def test_it_keeps_what_it_was_given(short_folder: Path) -> None:
    """Stopped and started again it still knows everything, and while closed no process is left."""
    async with await open_embedded(short_folder) as server:
        pid = await pid_of(server)
        await put(server, "a", "1")
    assert not alive(pid)
    async with await open_embedded(short_folder) as server:
        assert await value_of(server, "a") == b"1"


async def test_only_its_owner_can_reach_it(server: Embedded) -> None:
    """The folder and the socket are closed to others, and it listens on no port."""
    assert stat.S_IMODE(server.folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((server.folder / "redis.sock").stat().st_mode) == 0o700
    async with Redis.from_url(server.url) as client:
        assert (await client.config_get("port"))["port"] == "0"


async def test_a_second_process_uses_the_running_server(server: Embedded, short_folder: Path) -> None:
    """It is not started twice, and stays until the last one has left."""
    pid = await pid_of(server)
    async with await open_embedded(short_folder) as second:
        assert await pid_of(second) == pid
    assert alive(pid)


async def test_many_that_start_at_once_share_one_server(short_folder: Path) -> None:
    """Whoever comes first starts it; the others wait."""
    servers = await asyncio.gather(*(open_embedded(short_folder) for _ in range(5)))
    pids = {await pid_of(server) for server in servers}
    assert len(pids) == 1
    await asyncio.gather(*(server.close() for server in servers))
    assert not alive(pids.pop())


async def test_after_a_crash_it_is_started_again_once(server: Embedded, short_folder: Path) -> None:
    """All who use it see to that, and only one of them does it; nothing that was answered is lost."""
    async with await open_embedded(short_folder) as second:
        for round_ in range(3):
            await put(server, "a", str(round_))
            pid = await pid_of(server)
            os.kill(pid, signal.SIGKILL)
            assert await value_of(server, "a") == str(round_).encode()
            assert await pid_of(second) == await pid_of(server) != pid


async def test_leaving_while_it_is_started_again_leaves_no_server_behind(short_folder: Path) -> None:
    """Closed at any moment of a restart after a crash, no process remains."""
    for pause in (0.0, 0.002, 0.005, 0.01, 0.02):
        async with await open_embedded(short_folder) as server:
            os.kill(await pid_of(server), signal.SIGKILL)
            await asyncio.sleep(pause)
        assert working_in(short_folder / "redis") == []


def working_in(folder: Path) -> list[Path]:
    """The processes whose folder this is."""
    return [path for path in Path("/proc").glob("[0-9]*/cwd") if folder_of(path) == folder]


def folder_of(link: Path) -> Path | None:
    """Where a process works; None if it has ended."""
    try:
        return link.readlink()
    except OSError:
        return None


async def test_whoever_stops_asking_leaves_no_connection_open(server: Embedded) -> None:
    """Cancelled at any moment, also while the connection is being closed: a leaving process leaves nothing behind."""
    for turns in range(80):
        asking = asyncio.create_task(server._answers())
        for _ in range(turns):
            await asyncio.sleep(0)
        asking.cancel()
        await asyncio.wait({asking})
    gc.collect()  # an open one complains


async def test_a_torn_end_of_the_file_is_mended(short_folder: Path) -> None:
    """Half a write at the end, as a power cut leaves it, costs only that write."""
    async with await open_embedded(short_folder) as server:
        await put(server, "a", "1")
    [log] = (short_folder / "redis" / "appendonlydir").glob("*.incr.aof")
    with log.open("ab") as file:
        file.write(b"*3\r\n$3\r\nSET\r\n$1\r\nb\r\n$100\r\nhalf")
    async with await open_embedded(short_folder) as server:
        assert await value_of(server, "a") == b"1"
        assert await value_of(server, "b") is None


async def test_the_server_of_a_killed_process_is_found_again(short_folder: Path) -> None:
    """Killed with no time to say goodbye, a process leaves its server to the next one, which stops it at the end."""
    program = textwrap.dedent("""
        import asyncio, sys
        from pathlib import Path
        from storage.embedded import open_embedded
        async def main():
            server = await open_embedded(Path(sys.argv[1]))
            print(server.url, flush=True)
            await asyncio.Event().wait()
        asyncio.run(main())
    """)
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-c", program, str(short_folder), stdout=asyncio.subprocess.PIPE
    )
    assert child.stdout is not None
    assert (await child.stdout.readline()).startswith(b"unix://")
    child.kill()
    await child.wait()
    async with await open_embedded(short_folder) as server:
        pid = await pid_of(server)
        assert (await value_of(server, "a")) is None
    assert not alive(pid)


async def test_a_long_path_is_no_obstacle(short_folder: Path) -> None:
    """Sockets have short names, folders need not."""
    deep = short_folder / ("long" * 30) / ("longer" * 20)
    async with await open_embedded(deep) as server:
        await put(server, "a", "1")
        assert (deep / "redis" / "redis.sock").exists()
        assert await value_of(server, "a") == b"1"


async def test_a_folder_that_is_a_file_is_told_in_one_sentence(short_folder: Path) -> None:
    """The sentence names the key of the configuration."""
    (short_folder / "var").write_text("")
    with pytest.raises(EmbeddedFailed, match=r"^data_dir: .*/var/redis cannot be written to"):
        await open_embedded(short_folder / "var")


async def test_a_server_that_cannot_start_is_told_in_one_sentence(short_folder: Path) -> None:
    """Spoilt data does not start silently empty: the server's own last words are in the sentence."""
    async with await open_embedded(short_folder) as server:
        await put(server, "a", "1")
    [log] = (short_folder / "redis" / "appendonlydir").glob("*.incr.aof")
    log.write_bytes(b"this is no log\n" * 10)
    with pytest.raises(EmbeddedFailed, match=r"did not start in .*: .*Bad file format"):
        await open_embedded(short_folder)


async def test_the_bundled_server_is_used_where_none_is_installed(
    short_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without one on PATH the packaged Valkey runs, and the folder stays with it afterwards."""
    path = os.environ["PATH"]
    monkeypatch.setenv("PATH", "")
    async with await open_embedded(short_folder) as server:
        await put(server, "a", "1")
        async with Redis.from_url(server.url) as client:
            assert (await client.info("server"))["server_name"] == "valkey"
    monkeypatch.setenv("PATH", path)
    async with await open_embedded(short_folder) as server:
        assert await value_of(server, "a") == b"1"


def test_a_server_that_is_too_old_is_passed_over(short_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A redis-server 6 on PATH is not used."""
    old = short_folder / "redis-server"
    old.write_text("#!/bin/sh\necho 'Redis server v=6.0.16 sha=00000000:0'\n")
    old.chmod(0o755)
    monkeypatch.setenv("PATH", f"{short_folder}:{Path(shutil.which('sh') or '/bin/sh').parent}")
    if shutil.which("valkey-server") is None:
        assert choose_binary(short_folder).endswith("valkey-server")
    assert choose_binary(short_folder) != str(old)
