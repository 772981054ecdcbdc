"""A Telegram with a group in it, and the place at work."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.sections import TelegramGroupSection
from tests.helpdesk.group.world import World, running
from tests.helpdesk.stage import Stage
from tests.servers.telegram import TelegramServer, telegram_server


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """One database is enough: what differs between the two is tested beside the helpdesk."""
    return sqlite_url


@pytest.fixture
async def server() -> AsyncIterator[TelegramServer]:
    """Telegram."""
    async with telegram_server() as server:
        yield server


@pytest.fixture
def built(server: TelegramServer, stage: Stage, redis: Any) -> World:
    """Everything but the group itself, not started."""
    return World(server, stage, redis, TelegramGroupSection())


@pytest.fixture
async def world(built: World) -> AsyncIterator[World]:
    """A group with topics, at work."""
    async with running(built) as world:
        yield world


@pytest.fixture
async def plain(built: World) -> AsyncIterator[World]:
    """A group without topics, at work."""
    async with running(built, forum=False) as world:
        yield world
