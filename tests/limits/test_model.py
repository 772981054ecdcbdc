"""The limits compared with the simplest model of them, over random histories."""

import asyncio
import itertools

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from redis.asyncio import Redis

from storage.limits import LimitRules, Limits, Scope
from tests.limits.conftest import SEALER
from tests.line.clock import Clock

HOUR = 3_600_000
"""The unit of the histories: Redis forgets by its own clock, which goes on while the test's stands still."""


def scope(locks: tuple[tuple[int, int], ...], window: int) -> Scope:
    """A rule whose times are hours."""
    return Scope(tuple((after, lock * HOUR) for after, lock in locks), window * HOUR)


RULES = LimitRules(
    conversation=scope(((2, 10), (3, 40), (5, 100)), 100),
    nik=scope(((3, 20), (4, 50)), 60),
    phone=scope(((2, 30),), 80),
    network=scope(((4, 25),), 50),
    service=scope(((7, 5), (9, 20)), 40),
)
_prefixes = (f"model{number}" for number in itertools.count())

who = st.tuples(
    st.sampled_from(["c1", "c2"]),
    st.sampled_from(["n1", "n2", "n3"]),
    st.sampled_from([None, "p1", "p2"]),
    st.sampled_from([None, "a1"]),
)
steps = st.lists(st.one_of(who, st.sampled_from(["c1", "c2"]), st.integers(0, 60)), max_size=40)


class Model:
    """Lists of what failed, and of locks with their ends."""

    def __init__(self) -> None:
        self.failed: dict[tuple[str, str], list[tuple[int, int]]] = {}
        self.locks: dict[tuple[str, str], dict[int, int]] = {}
        self.last: dict[str, int] = {}

    def begin(self, number: int, now: int, parts: tuple[str, str, str | None, str | None]) -> int | None:
        """What `Limits.begin` is to answer."""
        conversation, nik, phone, network = parts
        named = (("conversation", conversation), ("phone", phone), ("network", network), ("nik", nik))
        scopes = [(name, part) for name, part in named if part] + [("service", "")]
        for one in scopes:
            ends = [end for end in self.locks.get(one, {}).values() if end > now]
            if ends:
                return max(ends)
        for one in scopes:
            rule: Scope = getattr(RULES, one[0])
            old = [(at, attempt) for at, attempt in self.failed.get(one, []) if at > now - rule.window]
            self.failed[one] = [*old, (now, number)]
            count = len(self.failed[one])
            lock = next((lock for after, lock in rule.locks if after == count), None)
            if count > rule.locks[-1][0]:
                lock = rule.locks[-1][1]
            if lock is not None:
                self.locks.setdefault(one, {})[number] = now + lock
        self.last[parts[0]] = number
        return None

    def succeeded(self, conversation: str) -> None:
        """Take the last attempt out of everything."""
        number = self.last.get(conversation)
        for one in self.failed:
            self.failed[one] = [(at, attempt) for at, attempt in self.failed[one] if attempt != number]
        for ends in self.locks.values():
            ends.pop(number if number is not None else -1, None)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(history=steps)
def test_every_history_goes_as_in_the_model(
    redis_url: str, history: list[tuple[str, str, str | None, str | None] | str | int]
) -> None:
    """Attempts, proofs and pauses in any order: let through, or locked until the same moment."""

    async def compare() -> None:
        clock, model = Clock(), Model()
        async with Redis.from_url(redis_url) as client:
            limits = Limits(client, SEALER, RULES, clock, prefix=next(_prefixes))
            for number, step in enumerate(history):
                if isinstance(step, int):
                    clock.now += step * HOUR
                elif isinstance(step, str):
                    await limits.succeeded(step)
                    model.succeeded(step)
                else:
                    assert await limits.begin(*step) == model.begin(number, clock.now, step)

    asyncio.run(compare())
