"""The web chat with a bot behind it, and somebody who visits."""

from collections.abc import AsyncIterator

import pytest

from tests.channels.web.served import PEOPLE, Bot, served
from tests.channels.web.visitor import Visitor, visiting


@pytest.fixture
def bot() -> Bot:
    """A bot that keeps what it hears and says nothing."""
    bot = Bot()
    bot.answers = False
    return bot


@pytest.fixture
async def visitor(redis_url: str, bot: Bot) -> AsyncIterator[Visitor]:
    """Somebody who has opened the page, outside of the demo."""
    async with served(redis_url, bot) as server, visiting(server.address) as somebody:
        yield somebody


@pytest.fixture
async def demo_visitor(redis_url: str, bot: Bot) -> AsyncIterator[Visitor]:
    """Somebody who has opened the demo's page."""
    async with served(redis_url, bot, personas=PEOPLE) as server, visiting(server.address) as somebody:
        yield somebody
