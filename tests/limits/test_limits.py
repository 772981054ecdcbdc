"""Failed attempts are counted in every scope at once; too many of them lock, longer each time."""

import asyncio

import msgspec
import pytest
from redis.asyncio import Redis

from storage.limits import DAY, HOUR, MINUTE, LimitRules, Limits, Scope
from storage.line import LineAway
from tests.limits.conftest import NETWORK, NIK, OTHER_NIK, PHONE, SEALER
from tests.line.clock import Clock
from tests.servers.redis import RedisServer

WIDE = Scope(((1_000, HOUR),))


async def fail(limits: Limits, times: int, conversation: str = "c", nik: str = NIK) -> None:
    """So many attempts that are let through and never end in a proof."""
    for _ in range(times):
        assert await limits.begin(conversation, nik, None, None) is None


async def test_the_third_failure_locks(limits: Limits, clock: Clock) -> None:
    """Three go through, the fourth is told until when it is locked, and is not counted."""
    await fail(limits, 3)
    start = clock.now
    assert await limits.begin("c", NIK, None, None) == start + 15 * MINUTE
    clock.now += 15 * MINUTE - 1
    assert await limits.begin("c", OTHER_NIK, None, None) == start + 15 * MINUTE
    clock.now += 1
    assert await limits.begin("c", OTHER_NIK, None, None) is None


async def test_locks_grow(limits: Limits, clock: Clock) -> None:
    """After 3, 5 and 8 failures, and then after each one."""
    waits: list[int] = []
    for _ in range(10):
        until = await limits.begin("c", str(len(waits)), None, None)
        if until is None:
            waits.append(0)
            continue
        waits.append(until - clock.now)
        clock.now = until
        assert await limits.begin("c", str(len(waits)), None, None) is None
    assert [wait for wait in waits if wait][:3] == [15 * MINUTE, HOUR, DAY]


async def test_the_window_slides(redis: Redis, clock: Clock) -> None:
    """What is older than the window no longer counts."""
    limits = Limits(redis, SEALER, LimitRules(conversation=Scope(((3, HOUR),), DAY)), clock)
    await fail(limits, 2)
    clock.now += DAY
    await fail(limits, 2)
    clock.now += DAY - 1
    assert await limits.begin("c", OTHER_NIK, None, None) is None
    assert await limits.begin("c", OTHER_NIK, None, None) == clock.now + HOUR


@pytest.mark.parametrize("kind", ["nik", "phone", "network", "service"])
async def test_every_scope_counts_whoever_asks(redis: Redis, clock: Clock, kind: str) -> None:
    """Another conversation each time: the person looked for, the phone, the address and the service lock as well."""
    three = Scope(((3, MINUTE),))
    rules = msgspec.structs.replace(LimitRules(WIDE, WIDE, WIDE, WIDE, WIDE), **{kind: three})
    limits = Limits(redis, SEALER, rules, clock)
    for number in range(4):
        nik = NIK if kind == "nik" else f"990101410790{number:04}"
        phone = PHONE if kind == "phone" else f"+62812000099{number:02}"
        network = NETWORK if kind == "network" else f"192.0.2.{number}"
        until = await limits.begin(f"c{number}", nik, phone, network)
        assert until == (clock.now + MINUTE if number == 3 else None)


async def test_a_scope_that_is_not_known_does_not_count(redis: Redis, clock: Clock) -> None:
    """Conversations without phone and address do not share a limit."""
    limits = Limits(redis, SEALER, LimitRules(phone=Scope(((1, HOUR),)), network=Scope(((1, HOUR),))), clock)
    await fail(limits, 1, "a", NIK)
    await fail(limits, 1, "b", OTHER_NIK)


async def test_a_refused_attempt_counts_nowhere(redis: Redis, clock: Clock) -> None:
    """Where one scope is locked, the willing ones are as they were."""
    limits = Limits(redis, SEALER, LimitRules(conversation=Scope(((2, HOUR),)), nik=Scope(((2, HOUR),))), clock)
    await fail(limits, 2, "a", NIK)
    for _ in range(5):
        assert await limits.begin("b", NIK, PHONE, NETWORK) is not None
    await fail(limits, 2, "b", OTHER_NIK)


async def test_a_proof_takes_the_attempt_back(limits: Limits, clock: Clock) -> None:
    """The third attempt that succeeds leaves no lock behind, and only that one is taken back, once."""
    await fail(limits, 3)
    await limits.succeeded("c")
    await limits.succeeded("c")
    assert await limits.begin("c", NIK, None, None) is None
    assert await limits.begin("c", NIK, None, None) == clock.now + 15 * MINUTE


async def test_a_refused_attempt_is_not_the_last(limits: Limits) -> None:
    """What was refused does not stand in the way of taking back what was let through."""
    await fail(limits, 3)
    assert await limits.begin("c", NIK, None, None) is not None
    await limits.succeeded("c")
    await fail(limits, 1)


async def test_success_without_an_attempt_changes_nothing(limits: Limits) -> None:
    """A conversation that never began one."""
    await limits.succeeded("nobody")


async def test_the_same_attempt_again_counts_once(limits: Limits) -> None:
    """An effect that is run a second time after a crash is still one attempt, also when it was the one that locked."""
    for number in range(3):
        for _ in range(3):
            assert await limits.begin("c", NIK, PHONE, NETWORK, once=f"fx:{number}") is None
    assert await limits.begin("c", NIK, PHONE, NETWORK, once="fx:3") is not None


async def test_many_at_once_do_not_slip_through(redis_url: str, clock: Clock) -> None:
    """Forty simultaneous attempts in four processes: exactly three go through."""
    clients = [Redis.from_url(redis_url) for _ in range(4)]
    every = [Limits(client, SEALER, LimitRules(), clock) for client in clients]
    answers = await asyncio.gather(*(every[number % 4].begin("c", NIK, PHONE, NETWORK) for number in range(40)))
    for client in clients:
        await client.aclose()
    assert sum(answer is None for answer in answers) == 3


async def test_names_tell_nothing_and_everything_ends(limits: Limits, redis: Redis) -> None:
    """No key or value repeats what was given, and every key has a time to live."""
    for _ in range(6):
        await limits.begin("whatsapp-conversation", NIK, PHONE, NETWORK)
    await limits.watch()
    keys = [key async for key in redis.scan_iter()]
    assert len(keys) >= 6
    dump = b"".join([key + (await redis.dump(key) or b"") for key in keys])
    for secret in ("whatsapp-conversation", NIK, PHONE, NETWORK):
        assert secret.encode() not in dump
    assert all([await redis.pttl(key) > 0 for key in keys])


async def test_usual_numbers_raise_no_alarm(limits: Limits) -> None:
    """A few people who mistype."""
    for number in range(5):
        await fail(limits, 2, f"c{number}", f"990101410790{number:04}")
    assert await limits.watch() is None


async def test_many_failures_raise_an_alarm(redis: Redis, clock: Clock) -> None:
    """Above the band every process sees it, and one of them is the first; after an hour it is quiet again."""
    limits = Limits(redis, SEALER, LimitRules(usual_failures=3, conversation=WIDE, nik=WIDE), clock)
    await fail(limits, 4)
    told = await asyncio.gather(*(limits.watch() for _ in range(5)))
    assert {one.failures for one in told if one} == {4}
    assert [one.first for one in told if one].count(True) == 1
    clock.now += HOUR
    assert await limits.watch() is None


async def test_many_niks_in_few_conversations_raise_an_alarm(redis: Redis, clock: Clock) -> None:
    """Whoever tries more NIKs than people do; the same NIK again is no further one."""
    limits = Limits(redis, SEALER, LimitRules(usual_niks=2, usual_seekers=1, conversation=WIDE, nik=WIDE), clock)
    for name in ("a", "b"):
        await fail(limits, 5, name, NIK)
        await fail(limits, 1, name, OTHER_NIK)
        assert await limits.watch() is None
    for name in ("a", "b"):
        await fail(limits, 1, name, "9903030101809903")
    told = await limits.watch()
    assert told is not None
    assert told.seekers == 2


@pytest.mark.parametrize(
    "scope", [((), DAY), (((3, 1), (3, 2)), DAY), (((3, 2), (5, 1)), DAY), (((0, 1),), DAY), (((3, DAY + 1),), DAY)]
)
def test_a_rule_that_cannot_be_meant_is_refused(scope: tuple[tuple[tuple[int, int], ...], int]) -> None:
    """None at all, no growth, nothing to fail, a lock that would be forgotten before it ends."""
    with pytest.raises(ValueError, match="lock"):
        Scope(*scope)


async def test_without_redis_nothing_is_let_through(redis_server_alone: RedisServer, clock: Clock) -> None:
    """An attempt that cannot be counted is an error, not a free one; and it goes on afterwards."""
    async with Redis.from_url(redis_server_alone.url) as client:
        limits = Limits(client, SEALER, LimitRules(), clock)
        await fail(limits, 1)
        redis_server_alone.kill()
        with pytest.raises(LineAway):
            await limits.begin("c", NIK, None, None)
        with pytest.raises(LineAway):
            await limits.succeeded("c")
        redis_server_alone.start()
        await fail(limits, 2)
        assert await limits.begin("c", NIK, None, None) is not None
