"""What every test may ask for."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.servers.ports import free_ports

settings.register_profile(  # on a busy machine time tells nothing
    "unhurried", parent=settings.default, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("unhurried")

pytest_plugins = ["tests.servers.postgres", "tests.servers.redis", "tests.servers.databases"]  # which uses the first


@pytest.fixture
def free_port() -> int:
    """A TCP port on 127.0.0.1 that nothing listens on."""
    [port] = free_ports(1)
    return port


@pytest.fixture
def short_folder() -> Iterator[Path]:
    """An empty folder whose path is short enough for unix sockets, which pytest's `tmp_path` often is not."""
    with tempfile.TemporaryDirectory(prefix="kpj-") as folder:
        yield Path(folder)
