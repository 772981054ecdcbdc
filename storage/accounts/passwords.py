"""Passwords: argon2id, made and checked in threads, a few at a time, so that guessing cannot starve the rest.

Parameters after OWASP's Password Storage Cheat Sheet (argon2id with 19 MiB, two passes, one lane). A check against
nothing does the same work as one against a hash, so the time does not tell which accounts there are.
"""

import asyncio
import secrets
from collections.abc import Callable
from itertools import pairwise
from typing import TypeVar

from argon2 import PasswordHasher, Type
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST, LONGEST = 12, 200
AT_ONCE = 2
MOST_WAITING = 40

# Without the letters and digits that are taken for each other.
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
GROUPS, GROUP = 4, 4

Answer = TypeVar("Answer")


class TooBusy(Exception):
    """More passwords wait to be checked than this process can do in a moment."""


class WeakPassword(ValueError):
    """A password cannot be used. `why`: short, long, name or plain."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def owasp() -> PasswordHasher:
    """The hasher with the parameters in force."""
    return PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1, type=Type.ID)


def fresh_password() -> str:
    """A random password of 79 bits in four groups, to be given to somebody once."""
    groups = ("".join(secrets.choice(ALPHABET) for _ in range(GROUP)) for _ in range(GROUPS))
    return "-".join(groups)


def sensible(password: str, name: str) -> str:
    """The password if it can be used for the account of this name; raise `WeakPassword`."""
    if len(password) < SHORTEST:
        raise WeakPassword("short")
    if len(password) > LONGEST:
        raise WeakPassword("long")
    if name.lower() in password.lower():
        raise WeakPassword("name")
    if len(set(password.lower())) < 6 or _runs(password):
        raise WeakPassword("plain")
    return password


def _runs(password: str) -> bool:
    """Whether nearly every character follows on the one before (123456…, abcdef…) or repeats it."""
    steps = [ord(after) - ord(before) for before, after in pairwise(password)]
    return sum(step in {0, 1, -1} for step in steps) > len(steps) * 0.7


class Passwords:
    """Makes and checks hashes."""

    def __init__(self, hasher: PasswordHasher | None = None, *, at_once: int = AT_ONCE) -> None:
        self._hasher = hasher or owasp()
        self._turn = asyncio.Semaphore(at_once)
        self._waiting = 0
        self._nobody = self._hasher.hash(secrets.token_urlsafe())

    async def hash(self, password: str) -> str:
        """The hash to keep; raise `TooBusy`."""
        return await self._in_turn(lambda: self._hasher.hash(password))

    async def fits(self, kept: str | None, password: str) -> bool:
        """Whether this is the password; without a hash the same work is done, and the answer is no. Raise `TooBusy`."""
        if len(password) > LONGEST:
            password = ""  # fits nothing, and nobody makes us hash a novel
        return await self._in_turn(lambda: self._fits(kept, password))

    def outdated(self, kept: str) -> bool:
        """Whether the hash was made with other parameters than those in force."""
        return self._hasher.check_needs_rehash(kept)

    def _fits(self, kept: str | None, password: str) -> bool:
        try:
            self._hasher.verify(kept or self._nobody, password)
        except (VerificationError, InvalidHashError):
            return False
        return kept is not None

    async def _in_turn(self, work: Callable[[], Answer]) -> Answer:
        if self._waiting >= MOST_WAITING:
            raise TooBusy
        self._waiting += 1
        try:
            async with self._turn:
                return await asyncio.to_thread(work)
        finally:
            self._waiting -= 1
