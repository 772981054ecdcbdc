"""Without possession nothing tells whether somebody is a member: not the words, not their number, not the time."""

import time
from pathlib import Path
from random import Random

import pytest

from flows.proof import knows_details
from tests.security.oracle import ALL, KINDS, NOBODY, attempts, directory, observed
from tests.security.stage import staged
from tests.security.telling import told_apart
from tests.system.people import Worker

EACH = 60

pytestmark = pytest.mark.alone


async def test_five_kinds_of_strangers_see_the_same(redis_url: str, sqlite_url: str, tmp_path: Path) -> None:
    """Texts and their number are equal byte by byte; a classifier on the times of all answers is right by chance."""
    async with staged(redis_url, sqlite_url, tmp_path, directory(EACH), mother=True) as stage:
        await observed(stage, [(NOBODY, Worker(3_000_000 + number)) for number in range(10)], 4)  # warm
        seen = await observed(stage, attempts(EACH, 1), 4)
    assert len(stage.phones.codes) > 0
    assert len({one.texts for one in seen}) == 1
    times = {kind: [one.times for one in seen if one.kind == kind] for kind in KINDS}
    for kind in KINDS[1:]:
        assert not told_apart(times[kind], times[NOBODY]).beyond_chance(), kind
    everybody_else = [row for kind in KINDS if kind != ALL for row in times[kind]]
    Random(1).shuffle(everybody_else)
    assert not told_apart(times[ALL], everybody_else).beyond_chance()


def test_the_classifier_tells_what_differs() -> None:
    """A tenth of a spread is enough for two thousand of each; what does not differ is not told apart."""
    chance = Random(2)
    same = [[chance.gauss(0, 1) for _ in range(4)] for _ in range(2_000)]
    alike = [[chance.gauss(0, 1) for _ in range(4)] for _ in range(2_000)]
    slower = [[chance.gauss(0, 1), chance.gauss(0.2, 1), chance.gauss(0, 1), chance.gauss(0, 1)] for _ in range(2_000)]
    assert not told_apart(same, alike).beyond_chance()
    assert told_apart(same, slower).beyond_chance()


def test_comparing_with_nobody_takes_as_long() -> None:
    """The comparison of details does the same work where there is nobody to compare with."""
    person = Worker(1).member().person

    def seconds(known: object) -> float:
        begun = time.perf_counter()
        for _ in range(20):
            knows_details(person if known else None, "Wahyuni Contohwati", "1990-08-17", "Sulastri")
        return time.perf_counter() - begun

    both = [(seconds(None), seconds(person)) for _ in range(60)]  # by turns, so that a busy machine slows both
    nobody, somebody = (min(column) for column in zip(*both, strict=True))
    assert 0.5 < nobody / somebody < 2.0
