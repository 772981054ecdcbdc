"""A small attack by people who know everything but hold no phone of their victims; the large one is a bench."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from redis.asyncio import Redis

from storage.codes import CodeRules
from tests.security.attackers import attacked, members, pieces_in
from tests.security.guessing import computed, simulated
from tests.security.stage import staged
from tests.system.people import Worker

VICTIMS, ATTACKERS = 15, 60


@pytest.mark.parametrize("mother", [False, True])
async def test_nobody_gets_a_number_or_a_hint(redis_url: str, sqlite_url: str, tmp_path: Path, *, mother: bool) -> None:
    """On all channels: no KPJ, not in part, and the same words whether the victim is a member or does not exist."""
    async with staged(redis_url, sqlite_url, tmp_path, members(VICTIMS, ATTACKERS), mother=mother) as stage:
        report = await attacked(stage, VICTIMS, ATTACKERS, mother=mother, at_once=16)
    assert report.conversations == 8 * VICTIMS
    assert report.leaks == []
    assert report.hints() == []
    assert all(report.talks.values())


def test_pieces_are_seen() -> None:
    """What would be a leak is found: the number, a part of it, with spaces too."""
    worker = Worker(4711)
    kpj = worker.kpjs[0]
    assert pieces_in(f"KPJ: {kpj}", worker)
    assert pieces_in(f"berakhiran {kpj[-5:]}", worker)
    assert pieces_in(f"{kpj[:4]} {kpj[4:]}", worker)
    assert pieces_in("Kode 6 angka, berlaku 5 menit. 22 November 2026, 10.04", worker) == []


@pytest.fixture
async def redis_client(redis_url: str) -> AsyncIterator[Redis]:
    """An empty Redis."""
    async with Redis.from_url(redis_url) as client:
        yield client


def test_guessing_is_rarer_than_one_in_a_hundred_thousand() -> None:
    """By the rules as they are by default, which the configuration can only tighten."""
    assert computed(CodeRules(), 6) < 1e-5


async def test_many_at_once_guess_no_better_than_the_rules_allow(redis_client: Redis) -> None:
    """Eight conversations per member, every hour, a day long: three codes a member, whoever asks."""
    people, digits = 15, 3
    opened, made = await simulated(redis_client, people, conversations=8, digits=digits)
    assert made == people * CodeRules().per_member
    expected = people * computed(CodeRules(), digits)
    assert opened <= expected + 5 * expected**0.5
