"""The second factor: codes that an app makes from a shared secret and the time, and codes for when the phone is gone.

Both are good once. A time step that was used, and every one before it, is used up (a code that was seen over a shoulder
opens nothing); a recovery code is deleted by the statement that finds it. Either is decided by the database, so of two
that try at the same moment one gets in.
"""

import re
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pyotp
from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage.accounts.passwords import ALPHABET
from storage.accounts.tables import accounts, factor_place, recovery_codes
from storage.consents import RecordsAway
from storage.database import reading, writing
from storage.sealing import SealBroken, Sealer

STEP = 30_000  # ms
DRIFT = 1  # steps that a phone's clock may be off, either way
RECOVERY_CODES, RECOVERY_LENGTH = 10, 10

_DIGITS = re.compile(r"[0-9]{6}")


def fresh_secret() -> str:
    """A secret of 160 random bits, as apps take it."""
    return pyotp.random_base32(32)


def address_for(secret: str, name: str, issuer: str) -> str:
    """What the picture for the app says (``otpauth://…``)."""
    return pyotp.TOTP(secret).provisioning_uri(name=name, issuer_name=issuer)


def step_of(secret: str, code: str, at: int) -> int | None:
    """The time step of which this is the code, around `at` (ms); None if it is of none."""
    code = "".join(code.split())
    if not _DIGITS.fullmatch(code):
        return None
    maker, now = pyotp.TOTP(secret), at // STEP
    steps = range(now - DRIFT, now + DRIFT + 1)
    return next((step for step in steps if secrets.compare_digest(maker.generate_otp(step), code)), None)


class SqlFactors:
    """Keeps and checks second factors. All methods raise `RecordsAway`."""

    def __init__(self, engine: AsyncEngine, sealer: Sealer) -> None:
        self._reading = reading(engine)
        self._writing = writing(engine)
        self._sealer = sealer

    async def set(self, name: str, secret: str, step: int, *, first: bool = False) -> int | None:
        """Use this secret from now on, of which the code of `step` was shown already; return the new generation.

        Everything signed in has to sign in anew. `first`: only if none is set up yet, else None.
        """
        here = [accounts.c.name == name, *([accounts.c.factor.is_(None)] if first else [])]
        sealed = self._sealer.seal(secret.encode(), factor_place(name))
        values = {"factor": sealed, "step": step, "generation": accounts.c.generation + 1}
        async with self._change() as connection:
            setting = update(accounts).where(*here).values(values).returning(accounts.c.generation)
            generation: int | None = (await connection.execute(setting)).scalar()
        return generation

    async def clear(self, name: str) -> None:
        """Use none from now on, until one is set up."""
        async with self._change() as connection:
            await connection.execute(update(accounts).where(accounts.c.name == name).values(factor=None, step=0))
            await connection.execute(delete(recovery_codes).where(recovery_codes.c.account == name))

    async def use(self, name: str, code: str, at: int) -> bool:
        """Whether this is the app's code now (`at`: ms, UTC), and was not used before; it is used up by that."""
        secret = await self._secret(name)
        step = step_of(secret, code, at) if secret else None
        if step is None:
            return False
        fresh = (accounts.c.name == name, accounts.c.step < step)
        async with self._change() as connection:
            return bool((await connection.execute(update(accounts).where(*fresh).values(step=step))).rowcount)

    async def use_recovery(self, name: str, code: str) -> bool:
        """Whether this is one of the recovery codes; it is used up by that."""
        here = (recovery_codes.c.account == name, recovery_codes.c.hash == self._hash(name, code))
        async with self._change() as connection:
            return bool((await connection.execute(delete(recovery_codes).where(*here))).rowcount)

    async def make_recovery(self, name: str) -> list[str]:
        """New recovery codes instead of those before; they can be told this once."""
        codes = ["".join(secrets.choice(ALPHABET) for _ in range(RECOVERY_LENGTH)) for _ in range(RECOVERY_CODES)]
        rows = [{"account": name, "hash": self._hash(name, code)} for code in codes]
        async with self._change() as connection:
            await connection.execute(delete(recovery_codes).where(recovery_codes.c.account == name))
            await connection.execute(insert(recovery_codes), rows)
        return [f"{code[:5]}-{code[5:]}" for code in codes]

    async def recovery_left(self, name: str) -> int:
        """How many recovery codes are unused."""
        count = select(func.count()).select_from(recovery_codes).where(recovery_codes.c.account == name)
        async with self._look() as connection:
            return int((await connection.execute(count)).scalar_one())

    async def _secret(self, name: str) -> str | None:
        async with self._look() as connection:
            sealed = (await connection.execute(select(accounts.c.factor).where(accounts.c.name == name))).scalar()
        try:
            return self._sealer.open(sealed, factor_place(name)).decode() if sealed else None
        except SealBroken:
            return None

    def _hash(self, name: str, code: str) -> bytes:
        plain = "".join(filter(str.isalnum, code)).lower()
        return self._sealer.keyed_hash("account-recovery", f"{name}\n{plain}")[:16]

    @asynccontextmanager
    async def _look(self) -> AsyncIterator[AsyncConnection]:
        try:
            async with self._reading.connect() as connection:
                yield connection
        except (SQLAlchemyError, OSError) as error:
            raise RecordsAway(type(error).__name__) from error

    @asynccontextmanager
    async def _change(self) -> AsyncIterator[AsyncConnection]:
        try:
            async with self._writing.begin() as connection:
                yield connection
        except (SQLAlchemyError, OSError) as error:
            raise RecordsAway(type(error).__name__) from error
