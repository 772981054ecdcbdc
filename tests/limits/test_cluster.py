"""Limits and codes on a cluster: every script stays within one slot."""

import subprocess
import tempfile
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from redis import Redis
from redis.asyncio import RedisCluster
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

from storage.codes import CodeRules, Codes
from storage.limits import LimitRules, Limits
from tests.limits.conftest import NETWORK, NIK, PHONE, SEALER
from tests.line.clock import Clock
from tests.servers.ports import free_ports
from tests.servers.redis import find_binary


@pytest.fixture
def cluster_port() -> Iterator[int]:
    """One node that holds every slot: it refuses calls across slots as three nodes would."""
    [port] = free_ports(1)
    with tempfile.TemporaryDirectory(prefix="redis-") as folder:
        options = [
            "--port",
            str(port),
            "--bind",
            "127.0.0.1",
            "--dir",
            folder,
            "--save",
            "",
            "--cluster-enabled",
            "yes",
        ]
        process = subprocess.Popen([find_binary(), *options], stdout=subprocess.DEVNULL)
        client: Any = Redis(port=port, retry=Retry(NoBackoff(), 0))
        try:
            _until(process, client.ping)
            client.execute_command("CLUSTER", "ADDSLOTSRANGE", 0, 16383)
            _until(process, lambda: b"cluster_state:ok" in client.execute_command("CLUSTER", "INFO"))
            yield port
        finally:
            client.close()
            process.kill()
            process.wait()


def _until(process: subprocess.Popen[bytes], true: Callable[[], object]) -> None:
    """Wait for what nothing announces."""
    for _ in range(6_000):
        try:
            if true():
                return
        except RedisError:
            pass
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(0.01)
    raise AssertionError("it did not come about in time")


async def test_they_work_on_a_cluster(cluster_port: int) -> None:
    """Attempts are counted, locked and taken back; codes are made, limited and right."""
    clock = Clock()
    async with RedisCluster(host="127.0.0.1", port=cluster_port) as redis:
        limits = Limits(redis, SEALER, LimitRules(usual_failures=1), clock)
        for _ in range(3):
            assert await limits.begin("c", NIK, PHONE, NETWORK) is None
        assert await limits.begin("c", NIK, PHONE, NETWORK) is not None
        assert await limits.watch() is not None
        await limits.succeeded("c")
        assert await limits.begin("c", NIK, PHONE, NETWORK) is None
        codes = Codes(redis, SEALER, CodeRules(), clock)
        code = await codes.make("c", "person", NIK, PHONE)
        assert code is not None
        assert await codes.make("c", "person", NIK, PHONE) is None
        assert await codes.check("c", code) == ("right", "person")
        await codes.forget("c")
