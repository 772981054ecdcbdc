"""The desk's entrance on a real database and a real Redis."""

import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from redis.asyncio import Redis
from sqlalchemy.ext.asyncio import AsyncEngine
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from bot.desk.accounts.entrance import Entrance
from bot.desk.accounts.guard import AGENTS, SignedIn
from storage.accounts import Account
from storage.database import open_engine
from tests.desk.entering import added, app_of, entrance
from tests.desk.stage import Stage, staged
from tests.line.clock import Clock


@pytest.fixture
def clock() -> Clock:
    """Time that stands still until it is moved."""
    return Clock()


@pytest.fixture
async def redis(redis_url: str) -> AsyncIterator[Redis]:
    """A client of an empty server."""
    async with Redis.from_url(redis_url) as client:
        yield client


@pytest.fixture
async def engine(sqlite_with_tables: Path, tmp_path: Path) -> AsyncIterator[AsyncEngine]:
    """An empty records database."""
    path = shutil.copy(sqlite_with_tables, tmp_path / "records.db")
    engine = open_engine(f"sqlite:///{path}")
    yield engine
    await engine.dispose()


@pytest.fixture
def desk(engine: AsyncEngine, redis: Redis, clock: Clock) -> Entrance:
    """The entrance as it comes."""
    return entrance(engine, redis, clock)


@pytest.fixture
async def stage(engine: AsyncEngine, redis: Redis, clock: Clock) -> AsyncIterator[Stage]:
    """The whole desk."""
    async with staged(engine, redis, clock) as made:
        yield made


@dataclass
class Deeds:
    """What was done at the desk, by whom."""

    done: list[str]

    async def do(self, _: Request, who: SignedIn) -> Response:
        """What any page or form of the desk could be for."""
        self.done.append(who.actor.id)
        return PlainTextResponse("done")


@pytest.fixture
def deeds() -> Deeds:
    """Nothing yet."""
    return Deeds([])


@pytest.fixture
def app(desk: Entrance, deeds: Deeds) -> Starlette:
    """The app with the entrance, and a page and a form for agents."""
    route = desk.guard.route
    page, form = route("/desk", deeds.do, *AGENTS), route("/desk/do", deeds.do, *AGENTS, methods=["POST"])
    return app_of([*desk.routes(), page, form])


@pytest.fixture
async def sari(desk: Entrance) -> Account:
    """An agent who may go straight in."""
    return await added(desk, "agent", "sari")
