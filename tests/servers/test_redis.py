"""The servers that tests run on are real, empty at first, and never left behind."""

import os
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import redis

from tests.servers.redis import RedisServer, ServerDidNotStart


@pytest.mark.parametrize("value", ["first", "second"])
def test_every_test_finds_an_empty_server(redis_url: str, value: str) -> None:
    """What one test writes is gone in the next."""
    with redis.Redis.from_url(redis_url) as client:
        assert client.dbsize() == 0
        client.set("left", value)


def test_a_killed_server_comes_back_with_its_data(redis_server_alone: RedisServer) -> None:
    """With the append-only file on, what was answered survives a kill."""
    with redis.Redis.from_url(redis_server_alone.url) as client:
        client.config_set("appendfsync", "always")
        client.set("kept", "yes")
    redis_server_alone.kill()
    redis_server_alone.start()
    with redis.Redis.from_url(redis_server_alone.url, decode_responses=True) as client:
        assert client.get("kept") == "yes"


def test_a_server_that_cannot_start_says_why(short_folder: Path) -> None:
    """The error carries the server's own words."""
    folder = short_folder / ("far-too-long-for-a-socket-" * 5)
    folder.mkdir()
    with pytest.raises(ServerDidNotStart, match="socket"):
        RedisServer(folder).start()


def test_the_server_dies_with_a_killed_test_process(short_folder: Path) -> None:
    """A `kill -9` of the tests leaves no server running."""
    program = (
        "import sys; from pathlib import Path; from tests.servers.redis import RedisServer\n"
        f"server = RedisServer(Path({str(short_folder)!r})); server.start(); print(server.pid, flush=True)\n"
        "sys.stdin.read()"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as tests:
        assert tests.stdout is not None
        server = os.pidfd_open(int(tests.stdout.readline()))
        tests.send_signal(signal.SIGKILL)
    try:
        ended, _, _ = select.select([server], [], [], 90)  # a process that has ended makes its descriptor readable
    finally:
        os.close(server)
    assert ended
