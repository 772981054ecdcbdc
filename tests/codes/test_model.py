"""The codes compared with the simplest model of them, over random histories; and how far guessing gets."""

import asyncio
import itertools
from dataclasses import dataclass

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from redis.asyncio import Redis

from storage.codes import DAY, MINUTE, CodeRules, Codes
from tests.codes.conftest import NIK, PERSON, PHONE, SEALER, Digits
from tests.line.clock import Clock

RULES = CodeRules(valid=10 * MINUTE, tries=2, resend_after=3 * MINUTE, per_member=2, per_conversation=3)
"""In minutes: Redis forgets by its own clock, which goes on while the test's stands still."""
_prefixes = (f"model{number}" for number in itertools.count())

conversation = st.sampled_from(["a", "b", "c"])
steps = st.lists(
    st.one_of(
        st.tuples(st.just("make"), conversation, st.sampled_from(["n1", "n2"]), st.booleans()),
        st.tuples(st.just("check"), conversation, st.booleans(), st.none()),
        st.tuples(
            st.just("wait"), st.sampled_from([MINUTE, 2 * MINUTE, 5 * MINUTE, 9 * MINUTE, DAY]), st.none(), st.none()
        ),
    ),
    max_size=40,
)


@dataclass
class Held:
    """A conversation's code in the model; `code` is None for one that fits nothing."""

    code: str | None
    until: int
    about: tuple[str, bool]
    tries: int = 2


class Model:
    """When codes were made, and the one that each conversation has."""

    def __init__(self) -> None:
        self.made: list[tuple[int, str, str]] = []
        self.held: dict[str, Held] = {}

    def may_make(self, now: int, conversation: str, nik: str) -> bool:
        """Whether the limits allow another one."""
        recent = [one for one in self.made if one[0] > now - DAY - RULES.valid]
        own = [at for at, name, _ in recent if name == conversation]
        return (
            len(own) < 3
            and (not own or own[-1] + RULES.resend_after <= now)
            and sum(one[2] == nik for one in recent) < 2
        )

    def verdict(self, now: int, conversation: str, typed: str) -> str:
        """What a try is to be told."""
        held = self.held.get(conversation)
        if held is None or held.until <= now or held.tries == 0:
            return "gone"
        if typed == held.code:
            held.tries = 0
            return "right"
        held.tries -= 1
        return "wrong" if held.tries else "gone"


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(history=steps)
def test_every_history_goes_as_in_the_model(redis_url: str, history: list[tuple[str, str | int, object, bool]]) -> None:
    """Codes made, for somebody or nobody, tried right and wrong, with pauses, in any order."""

    async def compare() -> None:
        clock, model = Clock(), Model()
        async with Redis.from_url(redis_url) as client:
            codes = Codes(client, SEALER, RULES, clock, Digits(), prefix=next(_prefixes))
            for kind, name, what, somebody in history:
                if kind == "wait":
                    clock.now += int(name)
                elif kind == "make":
                    allowed = model.may_make(clock.now, str(name), str(what))
                    code = await codes.make(str(name), PERSON if somebody else None, str(what), PHONE)
                    assert (code is not None) == (allowed and somebody)
                    if allowed:
                        model.made.append((clock.now, str(name), str(what)))
                    about = (str(what), somebody)
                    if allowed or str(name) not in model.held or model.held[str(name)].about != about:
                        model.held[str(name)] = Held(code, clock.now + RULES.valid, about)
                else:
                    held = model.held.get(str(name))
                    typed = held.code if held and held.code and what else "x"
                    expected = model.verdict(clock.now, str(name), typed)
                    assert await codes.check(str(name), typed) == (expected, PERSON if expected == "right" else None)

    asyncio.run(compare())


async def test_parallel_guessing_gets_nine_tries_a_day(redis: Redis) -> None:
    """Fifty conversations ask for codes of one member and guess all the time: in no 24 hours more than nine tries.

    Nine tries of 10^6 are 0.9 in 100,000 a day and member; the goal is below 1 in 100,000.
    """
    clock = Clock()
    codes = Codes(redis, SEALER, CodeRules(), clock, Digits())
    tries: list[int] = []
    for step in range(3 * 24 * 12):
        clock.now += 5 * MINUTE - 1
        for name in (f"c{step % 50}", f"c{(step + 25) % 50}"):
            code = await codes.make(name, PERSON, NIK, PHONE)
            held = await redis.hgetall(codes._key(name))
            if code is not None and int(held[b"until"]) > clock.now:
                tries += [clock.now] * int(held[b"tries"])
            for _ in range(4):
                await codes.check(name, "999999")
    assert len(tries) >= 20
    most = max(sum(start <= at < start + DAY for at in tries) for start in tries)
    assert most / 10**6 < 1 / 100_000
