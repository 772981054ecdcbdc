"""The same line on the ways in which operators run Redis: with a password, behind Sentinel, as a cluster."""

import asyncio
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from redis import Redis
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

from bot.worker.doing import Doing
from bot.worker.inbox import Inbox
from bot.worker.measure import Unmeasured
from bot.worker.worker import Worker
from storage.line import Line, LineAway, LineConfig, LineMisconfigured
from tests.servers.ports import free_ports
from tests.servers.redis import find_binary
from tests.worker.conftest import SEALER
from tests.worker.kit import Counting, Sending, text, user

ATTEMPTS = 6_000  # of 10 ms


class Server:
    """A Redis on a TCP port of 127.0.0.1, in a folder of its own."""

    def __init__(self, folder: Path, *options: str, sentinel: str | None = None, password: str | None = None) -> None:
        [self.port] = free_ports(1)
        self._password = password
        if password:
            options += ("--requirepass", password, "--masterauth", password)
        home = folder / str(self.port)
        home.mkdir()
        (home / "redis.conf").write_text(sentinel or "")
        command = [
            find_binary(), str(home / "redis.conf"), *(("--sentinel",) if sentinel else ()),
            "--port", str(self.port), "--bind", "127.0.0.1", "--dir", str(home), "--save", "", *options,
        ]  # fmt: skip
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        self.until(lambda client: client.ping())

    def client(self) -> Any:
        """A client of it."""
        return Redis(port=self.port, password=self._password, retry=Retry(NoBackoff(), 0))

    def until(self, true: Any) -> None:
        """Wait for something that nothing announces."""
        client = self.client()
        for _ in range(ATTEMPTS):
            try:
                if true(client):
                    client.close()
                    return
            except RedisError:
                pass
            signal.sigtimedwait([], 0.01)
        raise AssertionError("it did not come about in time")

    def kill(self) -> None:
        """End it at once."""
        self.process.kill()
        self.process.wait()


@pytest.fixture
def servers() -> Iterator[Any]:
    """Starts servers that end with the test."""
    with tempfile.TemporaryDirectory(prefix="redis-") as folder, ExitStack() as stack:

        def started(*options: str, **more: Any) -> Server:
            server = Server(Path(folder), *options, **more)
            stack.callback(server.kill)
            return server

        yield started


@pytest.fixture
def cluster(servers: Any) -> str:
    """Three nodes without replicas; the address."""
    nodes = [servers("--cluster-enabled", "yes", "--appendonly", "no") for _ in range(3)]
    for index, node in enumerate(nodes):
        client = node.client()
        client.execute_command("CLUSTER", "ADDSLOTSRANGE", index * 5461, 16383 if index == 2 else index * 5461 + 5460)
        for other in nodes[:index]:
            client.execute_command("CLUSTER", "MEET", "127.0.0.1", other.port)
        client.close()
    for node in nodes:
        node.until(lambda client: b"cluster_state:ok" in client.execute_command("CLUSTER", "INFO"))
        node.until(lambda client: b"cluster_known_nodes:3" in client.execute_command("CLUSTER", "INFO"))
    return f"redis+cluster://127.0.0.1:{nodes[0].port}"


async def converse(url: str, config: LineConfig) -> None:
    """Two workers answer some users; everything is answered in order and nothing is left."""
    sending = Sending()
    lines = [await Line.open(url, SEALER, config) for _ in range(2)]
    workers = [Worker(line, Counting(), Doing(sending)) for line in lines]
    for worker in workers:
        await worker.start()
    for number in range(1, 6):
        await asyncio.gather(
            *(Inbox(lines[name % 2], Unmeasured()).accept(user(name), text(user(name), number)) for name in range(40))
        )
    await sending.until(lambda: sending.total() == 200)
    assert sending.sent == {str(name): [f"{n}:m{n}" for n in range(1, 6)] for name in range(40)}
    for worker in workers:
        await worker.stop()
    depth = await lines[0].depth()
    assert (depth.inbox, depth.outbox, depth.dead) == (0, 0, 0)
    for line in lines:
        await line.close()


async def test_it_runs_on_a_cluster(cluster: str) -> None:
    """Partitions lie on different nodes, and each script touches one node only."""
    await converse(cluster, LineConfig(partitions=12, lease=30.0))


async def test_it_runs_with_a_password(servers: Any) -> None:
    """The right one lets in; a wrong one is told in one sentence that does not repeat it."""
    server = servers(password="right")
    await converse(f"redis://:right@127.0.0.1:{server.port}", LineConfig(partitions=2, lease=30.0))
    with pytest.raises(LineMisconfigured, match="REDIS_URL") as told:
        await Line.open(f"redis://:wrong@127.0.0.1:{server.port}", SEALER)
    assert "wrong@" not in str(told.value)


async def test_no_server_is_told_apart_from_a_wrong_address(free_port: int) -> None:
    """Redis may only be away just now."""
    with pytest.raises(LineAway):
        await Line.open(f"redis://127.0.0.1:{free_port}", SEALER)


async def test_it_follows_sentinel_to_the_new_master(servers: Any) -> None:
    """After the master was killed the worker goes on by itself on the one that took its place."""
    master = servers(password="secret")
    replica = servers("--replicaof", f"127.0.0.1 {master.port}", password="secret")
    replica.until(lambda client: client.info("replication")["master_link_status"] == "up")
    sentinel = servers(
        sentinel=f"sentinel monitor main 127.0.0.1 {master.port} 1\nsentinel down-after-milliseconds main 3000\n"
        "sentinel failover-timeout main 2000\nsentinel auth-pass main secret\n"
    )
    sentinel.until(lambda client: client.sentinel_slaves("main"))
    url = f"redis+sentinel://:secret@127.0.0.1:{sentinel.port}/main"
    await converse(url, LineConfig(prefix="before", partitions=2, lease=30.0))

    sending = Sending()
    line = await Line.open(url, SEALER, LineConfig(partitions=2, lease=30.0))
    worker = Worker(line, Counting(), Doing(sending))
    await worker.start()
    inbox = Inbox(line, Unmeasured())
    await inbox.accept(user(1), text(user(1), 1))
    await sending.until(lambda: sending.total() == 1)
    await line.depth()  # the replica is asked to have all of it
    await asyncio.to_thread(master.until, lambda client: client.wait(1, 1_000) == 1)
    master.kill()
    async with asyncio.timeout(120):  # a Sentinel that stood still for a while decides nothing for half a minute
        while True:
            try:
                await inbox.accept(user(1), text(user(1), 2))
                break
            except LineAway:
                assert sending.total() == 1
                await asyncio.sleep(0.05)
    await sending.until(lambda: sending.total() >= 2)
    assert sending.sent["1"][-1] == "2:m2"
    await worker.stop()
    await line.close()
