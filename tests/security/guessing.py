"""Guessing one-time codes in parallel: what the rules allow, and what comes out when many try at once."""

import asyncio
from collections.abc import Callable
from random import Random

from redis.asyncio import Redis

import storage.codes
from storage.codes import DAY, MINUTE, CodeRules, Codes
from tests.security.stage import SEALER, Foreseeable


def computed(rules: CodeRules, digits: int) -> float:
    """The chance to guess one member's code within a day: so many codes, so many different guesses at each."""
    return 1.0 - (1.0 - rules.tries / 10.0**digits) ** rules.per_member


async def simulated(redis: Redis, people: int, conversations: int, digits: int, seed: int = 1) -> tuple[int, int]:
    """Let `conversations` strangers try each of `people` all day: how many were guessed, and how many codes there were.

    With fewer `digits` than the six of real codes, so that something can be counted.
    """
    now = [10 * DAY]
    clock: Callable[[], int] = lambda: now[0]  # noqa: E731 - moved below
    codes = Codes(redis, SEALER, CodeRules(), clock, Foreseeable(seed))
    chance, made, opened = Random(f"guesses {seed}"), 0, set()

    async def attack(person: int, stranger: int) -> None:
        nonlocal made
        conversation = f"c{person}-{stranger}"
        code = await codes.make(conversation, f"p{person}", f"nik{person}", f"+62{person}")
        made += code is not None
        for guess in chance.sample(range(10**digits), 6):
            verdict, _ = await codes.check(conversation, f"{guess:0{digits}}")
            if verdict == "right":
                opened.add(person)

    usual, storage.codes.DIGITS = storage.codes.DIGITS, digits
    try:
        for _ in range(24):
            for first in range(0, people, 10):
                some = range(first, min(first + 10, people))
                await asyncio.gather(*(attack(person, other) for person in some for other in range(conversations)))
            now[0] += 60 * MINUTE
    finally:
        storage.codes.DIGITS = usual
    return len(opened), made
