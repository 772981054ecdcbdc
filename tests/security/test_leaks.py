"""After a thousand mixed conversations nobody's data stand in the clear: Redis, SQL, logs, metrics, error reports."""

import asyncio
import io
import logging
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy
import structlog
from redis.asyncio import Redis

from bot.logs import _NOISY, set_up
from flows.effect import Say
from flows.event import Sender
from storage.database import engine_url, is_sqlite, open_engine
from tests.security.stage import Deed, Stage, staged
from tests.servers.redis import RedisServer
from tests.system.people import Worker
from tests.system.scanner import Find, finds_below, finds_in

PEOPLE = int(os.environ.get("TEMANKPJ_TEST_CONVERSATIONS", "1000"))


@pytest.fixture
def told() -> Iterator[io.StringIO]:
    """All that the program logs, at its most talkative."""
    out = io.StringIO()
    root = logging.getLogger()
    before, level, quiet = list(root.handlers), root.level, {name: logging.getLogger(name).level for name in _NOISY}
    set_up("debug", "json", out)
    yield out
    root.handlers[:] = before
    root.setLevel(level)
    for name, own in quiet.items():
        logging.getLogger(name).setLevel(own)
    structlog.reset_defaults()


def script(worker: Worker) -> Sequence[Deed]:
    """What they write, by number: every journey that touches data, finished and not."""
    told = [worker.nik, "Wahyuni Contohwati", "17 agustus 1990"]
    scripts: list[list[Deed]] = [
        ["halo", "1", "setuju", worker.nik, "data saya apa saja yang disimpan"],
        ["halo", "1", "setuju", *told, "111111", "unduh data saya"],
        ["halo", "1", worker.nik, "setuju", *told[:2]],
        ["cari kpj", "setuju", *told[:2], "cabut izin", "ya"],
        ["halo", "1", "setuju", *told, "hapus data saya", "ya"],
        [f"nik saya {worker.nik} nama wahyuni contohwati lahir 17-08-1990", "setuju", worker.kpjs[0], worker.phone],
    ]
    return scripts[worker.number % len(scripts)]


async def converse(stage: Stage, worker: Worker) -> None:
    """By one of the channels; some meet a mistake of ours while they are being answered."""
    channel = ("whatsapp", "telegram", "web")[worker.number % 3]
    own = worker.number % 4 == 0
    address = worker.whatsapp if channel == "whatsapp" else f"{worker.number}"
    sender = Sender(channel, address, worker.phone if channel == "whatsapp" and own else None)
    await stage.plays(sender, script(worker))


class Mistaken:
    """Effects that now and then fail with an error that quotes what it was about, once each."""

    def __init__(self, effects: object) -> None:
        self._effects = effects
        self._count = 0

    async def run(self, sender: Sender, effect_id: str, effect: object) -> object:
        """As the real ones, but for every 97th message."""
        self._count += isinstance(effect, Say)
        if isinstance(effect, Say) and self._count % 97 == 0:
            raise RuntimeError(f"{sender} {effect}")
        return await self._effects.run(sender, effect_id, effect)  # type: ignore[attr-defined]


async def dumped(redis: Any) -> bytes:
    """Every key with all that it holds, as Redis itself writes it out and as it was given."""
    parts = []
    async for key in redis.scan_iter(count=1000):
        parts += [key, await redis.dump(key) or b""]
        kind = await redis.type(key)
        if kind == b"stream":
            parts += [part for _, fields in await redis.xrange(key) for pair in fields.items() for part in pair]
        elif kind == b"hash":
            parts += [part for pair in (await redis.hgetall(key)).items() for part in pair]
        elif kind == b"zset":
            parts += await redis.zrange(key, 0, -1)
        elif kind == b"string":
            parts.append(await redis.get(key) or b"")
    return b"\n".join(parts)


async def rows_of(url: str) -> bytes:
    """Every column of every row of every table."""
    engine = open_engine(url)
    parts: list[bytes] = []
    async with engine.connect() as connection:
        names = await connection.run_sync(lambda sync: sqlalchemy.inspect(sync).get_table_names())
        for name in names:
            for row in await connection.execute(
                sqlalchemy.select(sqlalchemy.text("*")).select_from(sqlalchemy.table(name))
            ):
                parts += [bytes(cell) if isinstance(cell, bytes | memoryview) else str(cell).encode() for cell in row]
    await engine.dispose()
    assert parts
    return b"\n".join(parts)


@pytest.mark.timeout(400)
async def test_nothing_is_left_in_the_clear(
    redis_server_alone: RedisServer, database_url: str, tmp_path: Path, told: io.StringIO
) -> None:
    """All that rests or is told; and the same scan finds one value once it is planted."""
    people = [Worker(number) for number in range(PEOPLE if is_sqlite(engine_url(database_url)) else PEOPLE // 5)]
    async with staged(redis_server_alone.url, database_url, tmp_path, people[: len(people) * 2 // 3]) as stage:
        stage.effects = Mistaken(stage.effects)
        rest = iter(people)

        async def crowd() -> None:
            for worker in rest:
                await converse(stage, worker)

        await asyncio.gather(*(crowd() for _ in range(24)))
        some = [*people[:30], *people[-30:]]
        async with Redis.from_url(redis_server_alone.url) as redis:
            assert finds_in("redis", await dumped(redis), some) == set()
            folders = [redis_server_alone.folder, *([tmp_path] if database_url.startswith("sqlite") else [])]
            assert [find for folder in folders for find in finds_below(folder, some)] == []
            await redis.set("planted", people[7].phone)
            assert finds_in("redis", await dumped(redis), some) == {Find("redis", "phone")}
            await redis.delete("planted")
        metrics, _ = stage.metrics.page()
        assert b"temankpj_turns_total" in metrics
        assert finds_in("metrics", metrics, some) == set()
    log = told.getvalue().encode()
    assert b"RuntimeError" in log
    assert finds_in("log", log, some) == set()
    assert finds_in("sql", await rows_of(database_url), some) == set()
