"""Passwords: what is kept, what is refused, and that nobody can keep the process busy with them."""

import asyncio
import threading

import pytest
from argon2 import PasswordHasher, extract_parameters
from argon2.low_level import Type

from storage.accounts import Passwords, TooBusy, WeakPassword
from storage.accounts.passwords import MOST_WAITING, fresh_password, owasp, sensible

WEAK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


class Counting(PasswordHasher):
    """Counts what it is asked, and how much of it at once; holds every check until it is let go."""

    def __init__(self) -> None:
        super().__init__(time_cost=1, memory_cost=8, parallelism=1)
        self.checked: list[str] = []
        self.now = self.most = 0
        self.go = threading.Event()
        self._turn = threading.Lock()

    def verify(self, hash: str | bytes, password: str | bytes) -> bool:  # type: ignore[override]  # noqa: A002 # the library's word
        """Check when let go."""
        with self._turn:
            self.checked.append(str(hash))
            self.now += 1
            self.most = max(self.most, self.now)
        self.go.wait(90)
        try:
            return super().verify(hash, password)
        finally:
            with self._turn:
                self.now -= 1


async def test_the_parameters_are_those_of_owasp() -> None:
    """Given a password, its hash is argon2id with at least what OWASP asks for."""
    kept = await Passwords().hash("kuda laut biru")
    found = extract_parameters(kept)
    assert found.type is Type.ID
    assert (found.memory_cost, found.time_cost, found.parallelism) == (19_456, 2, 1)
    assert await Passwords().fits(kept, "kuda laut biru")
    assert not await Passwords().fits(kept, "kuda laut birU")


async def test_other_parameters_are_outdated() -> None:
    """Given a hash with weaker parameters, it fits still, and is to be made anew."""
    passwords = Passwords()
    kept = WEAK.hash("kuda laut biru")
    assert await passwords.fits(kept, "kuda laut biru")
    assert passwords.outdated(kept)
    assert not passwords.outdated(owasp().hash("kuda laut biru"))


async def test_a_check_against_nothing_does_the_same_work() -> None:
    """Given no account, a hash with the parameters in force is checked, and the answer is no."""
    hasher = Counting()
    hasher.go.set()
    passwords = Passwords(hasher)
    assert not await passwords.fits(None, "kuda laut biru")
    assert len(hasher.checked) == 1
    assert extract_parameters(hasher.checked[0]) == extract_parameters(await passwords.hash("kuda laut biru"))


async def test_a_broken_hash_fits_nothing() -> None:
    """Given a hash that is none, the answer is no."""
    assert not await Passwords(WEAK).fits("not a hash", "kuda laut biru")


async def test_checks_are_few_at_once_and_those_that_wait_are_counted() -> None:
    """Given a flood, two are checked at a time, the loop goes on, and what is too much is turned away."""
    hasher = Counting()
    passwords = Passwords(hasher)
    kept = await passwords.hash("kuda laut biru")
    flood = [asyncio.create_task(passwords.fits(kept, "kuda laut biru")) for _ in range(MOST_WAITING)]
    await asyncio.sleep(0)  # each begins
    with pytest.raises(TooBusy):
        await passwords.fits(kept, "kuda laut biru")
    async with asyncio.timeout(60):
        while hasher.now < 2:  # noqa: ASYNC110  threads tell nobody that they have begun
            await asyncio.sleep(0.01)
    hasher.go.set()
    assert await asyncio.gather(*flood) == [True] * MOST_WAITING
    assert hasher.most == 2


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("kuda laut", "short"),
        ("k" * 201, "long"),
        ("saya adalah Sari 1", "name"),
        ("aaaaaaaaaaaaaaa", "plain"),
        ("123456789012345", "plain"),
        ("abcdefghijklmno", "plain"),
        ("abababababababab", "plain"),
    ],
)
def test_weak_passwords_are_refused(password: str, why: str) -> None:
    """Given a password that is easy to guess, it says why it is not taken."""
    with pytest.raises(WeakPassword) as told:
        sensible(password, "sari")
    assert told.value.why == why


def test_made_up_passwords_differ_and_are_taken() -> None:
    """Given a thousand, no two are the same, and each would be taken."""
    made = {sensible(fresh_password(), "sari") for _ in range(1_000)}
    assert len(made) == 1_000
    assert all(len(one) == 19 for one in made)
