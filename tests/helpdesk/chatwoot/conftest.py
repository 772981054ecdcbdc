"""A Chatwoot with an inbox, and the place at work in it."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.helpdesk.chatwoot.world import World
from tests.helpdesk.stage import Stage
from tests.servers.chatwoot import ChatwootServer, chatwoot_server


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """One database is enough: what differs between the two is tested beside the helpdesk."""
    return sqlite_url


@pytest.fixture
async def server(stage: Stage) -> AsyncIterator[ChatwootServer]:
    """Chatwoot, in which nothing unwanted happens."""
    async with chatwoot_server(stage.clock) as server:
        yield server
    assert not server.problems, server.problems


@pytest.fixture
async def idle(server: ChatwootServer, stage: Stage, redis: Any) -> AsyncIterator[World]:
    """Everything, with a process that has not been started."""
    world = World(server, stage, redis)
    yield world
    await world.stop()


@pytest.fixture
async def world(idle: World) -> World:
    """Everything, at work."""
    await idle.start()
    return idle
