"""A code is right once, soon, for whom it was made; and a code for nobody cannot be told from a real one."""

import asyncio
import secrets
from typing import cast

import pytest
from redis.asyncio import Redis

from storage.codes import DAY, MINUTE, CodeRules, Codes
from storage.line import LineAway
from tests.codes.conftest import NIK, OTHER_NIK, PERSON, PHONE, SEALER, Digits
from tests.line.clock import Clock
from tests.servers.redis import RedisServer

WRONG = "999999"


async def make(codes: Codes, conversation: str = "c", nik: str = NIK) -> str:
    """A code that is to be sent."""
    code = await codes.make(conversation, PERSON, nik, PHONE)
    assert code is not None
    return code


async def test_the_right_code_proves_the_person(codes: Codes) -> None:
    """Six digits lead to the person they were made for."""
    code = await make(codes)
    assert len(code) == 6
    assert await codes.check("c", code) == ("right", PERSON)


async def test_spaces_and_words_around_it_do_not_matter(codes: Codes) -> None:
    """What is compared are the digits."""
    code = await make(codes)
    assert await codes.check("c", f"kode saya {code[:3]} {code[3:]}") == ("right", PERSON)


async def test_a_code_is_right_once(codes: Codes) -> None:
    """The second time it has gone."""
    code = await make(codes)
    await codes.check("c", code)
    assert await codes.check("c", code) == ("gone", None)


async def test_of_simultaneous_right_answers_one_is_right(redis_url: str, clock: Clock) -> None:
    """Twenty at once from four processes."""
    clients = [Redis.from_url(redis_url) for _ in range(4)]
    every = [Codes(client, SEALER, CodeRules(), clock) for client in clients]
    code = await make(every[0])
    answers = await asyncio.gather(*(every[number % 4].check("c", code) for number in range(20)))
    for client in clients:
        await client.aclose()
    assert sorted(verdict for verdict, _ in answers) == ["gone"] * 19 + ["right"]


async def test_the_third_wrong_one_was_the_last(codes: Codes) -> None:
    """Then it has gone, also for the right one."""
    code = await make(codes)
    assert [(await codes.check("c", WRONG))[0] for _ in range(3)] == ["wrong", "wrong", "gone"]
    assert await codes.check("c", code) == ("gone", None)


async def test_the_third_try_may_be_right(codes: Codes) -> None:
    """Three tries are three."""
    code = await make(codes)
    for _ in range(2):
        await codes.check("c", WRONG)
    assert await codes.check("c", code) == ("right", PERSON)


async def test_guessing_at_once_gets_three_tries(codes: Codes) -> None:
    """Simultaneous guesses do not slip past the count."""
    code = await make(codes)
    guesses = [WRONG] * 30
    await asyncio.gather(*(codes.check("c", guess) for guess in guesses))
    assert await codes.check("c", code) == ("gone", None)


async def test_a_code_expires(codes: Codes, clock: Clock) -> None:
    """After five minutes."""
    code = await make(codes)
    clock.now += 5 * MINUTE - 1
    assert (await codes.check("c", WRONG))[0] == "wrong"
    clock.now += 1
    assert await codes.check("c", code) == ("gone", None)


async def test_without_a_code_there_is_nothing_to_try(codes: Codes) -> None:
    """A conversation that asked for none."""
    assert await codes.check("c", "000001") == ("gone", None)


async def test_a_code_belongs_to_its_conversation(codes: Codes) -> None:
    """Typed into another one, where a code waits too, it is wrong."""
    code = await make(codes, "a")
    await make(codes, "b", OTHER_NIK)
    assert await codes.check("b", code) == ("wrong", None)
    assert await codes.check("a", code) == ("right", PERSON)


async def test_the_newest_code_counts(codes: Codes, clock: Clock) -> None:
    """A code that was sent again replaces the one before."""
    first = await make(codes)
    clock.now += MINUTE
    second = await make(codes)
    assert (await codes.check("c", first))[0] == "wrong"
    assert (await codes.check("c", second))[0] == "right"


async def test_not_again_before_a_minute(codes: Codes, clock: Clock) -> None:
    """Asked for too soon nothing is sent, and the code before stays valid."""
    code = await make(codes)
    clock.now += MINUTE - 1
    assert await codes.make("c", PERSON, NIK, PHONE) is None
    assert (await codes.check("c", code))[0] == "right"


@pytest.mark.parametrize("mistyped", [OTHER_NIK, NIK], ids=["nik", "name"])
async def test_who_has_mended_a_typing_error_can_ask_for_the_code(codes: Codes, clock: Clock, mistyped: str) -> None:
    """Within the minute none is sent; the next one that is asked for is for whom they typed last, not for nobody."""
    await codes.make("c", None, mistyped, None)
    clock.now += 20_000
    assert await codes.make("c", PERSON, NIK, PHONE) is None
    assert await codes.check("c", WRONG) == ("wrong", None)
    clock.now += MINUTE
    sent = await codes.again("c")
    assert sent is not None
    assert sent[1] == PHONE
    assert await codes.check("c", sent[0]) == ("right", PERSON)


async def test_a_code_does_not_stay_for_who_has_gone_on_to_another_nik(codes: Codes, clock: Clock) -> None:
    """What was sent to one's own phone is of no use where another person is asked about."""
    code = await make(codes)
    clock.now += 20_000
    assert await codes.make("c", "p-2", OTHER_NIK, "+628110000102") is None
    assert await codes.check("c", code) == ("wrong", None)


async def test_three_a_day_for_one_member(codes: Codes, clock: Clock) -> None:
    """Whichever conversations ask; the day is as much longer as a code lives, so that none reaches into the next."""
    for number in range(3):
        await make(codes, f"c{number}")
    assert await codes.make("c3", PERSON, NIK, PHONE) is None
    clock.now += DAY + 5 * MINUTE - 1
    assert await codes.make("c3", PERSON, NIK, PHONE) is None
    clock.now += 1
    await make(codes, "c3")


async def test_five_a_day_in_one_conversation(codes: Codes, clock: Clock) -> None:
    """Whomever they are for."""
    for number in range(5):
        await make(codes, nik=f"990101410790{number:04}")
        clock.now += MINUTE
    assert await codes.make("c", PERSON, NIK, PHONE) is None


async def test_what_a_conversation_may_not_have_counts_for_no_member(codes: Codes) -> None:
    """A refused one leaves the member's three, and one that the member may not have leaves the conversation's five."""
    await make(codes, "a", OTHER_NIK)
    for _ in range(5):
        assert await codes.make("a", PERSON, NIK, PHONE) is None
    for number in range(3):
        await make(codes, f"b{number}")
    assert await codes.make("d", PERSON, NIK, PHONE) is None
    await make(codes, "d", "9903030101809903")


async def test_simultaneous_requests_get_no_more(codes: Codes) -> None:
    """From thirty conversations at once: three."""
    made = await asyncio.gather(*(codes.make(f"c{number}", PERSON, NIK, PHONE) for number in range(30)))
    assert sum(code is not None for code in made) == 3


@pytest.mark.parametrize(("person", "phone"), [(None, None), (None, PHONE), (PERSON, None)])
async def test_a_code_for_nobody_fits_nothing(codes: Codes, person: str | None, phone: str | None) -> None:
    """Nothing is to be sent, and what is typed is wrong as often as it would be with a real one."""
    assert await codes.make("c", person, NIK, phone) is None
    verdicts = [await codes.check("c", f"{number:06}") for number in range(1, 5)]
    assert verdicts == [("wrong", None), ("wrong", None), ("gone", None), ("gone", None)]


async def test_codes_for_nobody_are_limited_alike(codes: Codes, clock: Clock) -> None:
    """The fourth of a day is for nobody in any case, and looks like the three before it: others' codes are no news."""
    for nik, person, phone in ((NIK, PERSON, PHONE), ("9971010203850002", None, None)):
        for conversation in ("a", "b", "c", "d"):
            code = await codes.make(conversation + nik, person, nik, phone)
            assert (code is not None) == (person is not None and conversation != "d")
            verdicts = [(await codes.check(conversation + nik, WRONG))[0] for _ in range(4)]
            assert verdicts == ["wrong", "wrong", "gone", "gone"]
            clock.now += MINUTE


class Watched:
    """A client that notes which calls are made, with the sizes of what they carry."""

    def __init__(self, redis: Redis) -> None:
        self._redis = redis
        self.calls: list[tuple[int, ...]] = []

    def register_script(self, script: bytes) -> object:
        """The script, whose calls are noted."""
        registered = self._redis.register_script(script)

        async def call(keys: list[str], args: list[bytes | str | int]) -> object:
            sizes = (len(part if isinstance(part, bytes) else str(part)) for part in [*keys, *args])
            self.calls.append((len(script), *sizes))
            return await registered(keys=keys, args=args)

        return call

    def __getattr__(self, name: str) -> object:
        """Everything else, noted by its name's length."""
        self.calls.append((len(name),))
        return getattr(self._redis, name)


async def test_a_code_for_nobody_does_the_same_work(redis: Redis, clock: Clock) -> None:
    """The same calls with the same sizes, when made and when tried."""
    done = []
    for conversation, nik, person, phone in (("a", NIK, PERSON, PHONE), ("b", OTHER_NIK, None, None)):
        watched = Watched(redis)
        codes = Codes(cast("Redis", watched), SEALER, CodeRules(), clock)
        await codes.make(conversation, person, nik, phone)
        await codes.check(conversation, "12345x")
        done.append(watched.calls)
    assert len(done[0]) >= 5
    assert done[0] == done[1]


async def test_asked_for_again_after_a_crash(codes: Codes) -> None:
    """The same effect makes a new code instead of the one that may not have been sent, and counts once."""
    first = await codes.make("c", PERSON, NIK, PHONE, once="fx:1")
    await codes.check("c", WRONG)
    again = await codes.make("c", PERSON, NIK, PHONE, once="fx:1")
    assert first != again
    assert again is not None
    assert (await codes.check("c", WRONG))[0] == "wrong"
    assert (await codes.check("c", WRONG))[0] == "gone"
    for number in (2, 3):
        assert await codes.make(f"c{number}", PERSON, NIK, PHONE) is not None


async def test_the_same_try_again_has_the_same_outcome(codes: Codes) -> None:
    """An effect that is run a second time after a crash neither uses a try up nor finds its right code gone."""
    code = await make(codes)
    for _ in range(4):
        assert await codes.check("c", WRONG, once="fx:1") == ("wrong", None)
    for _ in range(2):
        assert await codes.check("c", code, once="fx:2") == ("right", PERSON)
    assert await codes.check("c", code, once="fx:3") == ("gone", None)


async def test_a_code_that_is_moved_fits_nothing(codes: Codes, redis: Redis) -> None:
    """Copied under another conversation's name, as somebody with access to Redis could, it does not open there."""
    code = await make(codes, "a")
    await make(codes, "b", OTHER_NIK)
    names = [key async for key in redis.scan_iter("*:now:*")]
    own = [key for key in names if (await redis.hget(key, "made")) is not None]
    assert len(own) == 2
    await redis.rename(names[0], "aside")
    await redis.rename(names[1], names[0])
    await redis.rename("aside", names[1])
    for conversation in ("a", "b"):
        assert await codes.check(conversation, code) == ("wrong", None)


async def test_what_is_kept_tells_nothing(redis: Redis, clock: Clock) -> None:
    """No code, person, NIK or phone in Redis, and every key has a time to live."""
    codes = Codes(redis, SEALER, CodeRules(), clock)
    code = await make(codes)
    keys = [key async for key in redis.scan_iter()]
    dump = b"".join([key + (await redis.dump(key) or b"") for key in keys])
    for secret in (code, PERSON, NIK, PHONE):
        assert secret.encode() not in dump
    assert all([await redis.pttl(key) > 0 for key in keys])


async def test_forgetting_deletes_the_code_and_keeps_the_count(codes: Codes, clock: Clock) -> None:
    """Deleting one's data is no way to get more codes."""
    made = []
    for _ in range(3):
        made.append(await make(codes))
        clock.now += MINUTE
    await codes.forget("c")
    assert await codes.check("c", made[-1]) == ("gone", None)
    assert await codes.make("c", PERSON, NIK, PHONE) is None


async def test_digits_are_random_as_a_whole(redis: Redis, clock: Clock) -> None:
    """All six of them, leading zeros included, from the system's own source."""
    rules = CodeRules(per_conversation=2_000, per_member=2_000, resend_after=0)
    codes = Codes(redis, SEALER, rules, clock, secrets)
    made = [await make(codes) for _ in range(1_000)]
    assert len(set(made)) > 990
    for place in range(6):
        assert {code[place] for code in made} == set("0123456789")


async def test_without_redis_nothing_is_made(redis_server_alone: RedisServer, clock: Clock) -> None:
    """Neither a code nor a verdict; and it goes on afterwards."""
    async with Redis.from_url(redis_server_alone.url) as client:
        codes = Codes(client, SEALER, CodeRules(), clock, Digits())
        code = await make(codes)
        redis_server_alone.kill()
        with pytest.raises(LineAway):
            await codes.make("c", PERSON, NIK, PHONE)
        with pytest.raises(LineAway):
            await codes.check("c", code)
        redis_server_alone.start()
        assert await codes.check("c", code) == ("right", PERSON)
