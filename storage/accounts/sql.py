"""Accounts in the records database."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

from sqlalchemy import Row, func, insert, select, update
from sqlalchemy.exc import IntegrityError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage.accounts.port import Account, Locale, NameTaken, NoSuchAccount, Role, account_name, shown_name
from storage.accounts.tables import accounts, password_place
from storage.consents import RecordsAway
from storage.database import reading, writing
from storage.sealing import SealBroken, Sealer

_SHOWN = select(
    accounts.c.name,
    accounts.c.display,
    accounts.c.role,
    accounts.c.locale,
    accounts.c.disabled,
    accounts.c.must_change,
    accounts.c.password.is_not(None),
    accounts.c.factor.is_not(None),
    accounts.c.generation,
    accounts.c.last_in,
)


class SqlAccounts:
    """Keeps accounts. The engine belongs to whoever opened it. All methods raise `RecordsAway`.

    Methods that change one raise `NoSuchAccount`; all that takes away trust lets the generation grow in the same step.
    """

    def __init__(self, engine: AsyncEngine, sealer: Sealer) -> None:
        self._reading = reading(engine)
        self._writing = writing(engine)
        self._sealer = sealer

    async def add(  # noqa: PLR0913 - what an account is made of, by name
        self,
        name: str,
        display: str,
        role: Role,
        *,
        at: int,
        locale: Locale = "id",
        password: str | None = None,
        must_change: bool = True,
        subject: str | None = None,
    ) -> Account:
        """Make an account. `password` is its hash; `subject` says who it is elsewhere. Raise `NameTaken`, `BadName`."""
        name, display = account_name(name), shown_name(display)
        row = {
            "name": name, "display": display, "role": role, "locale": locale, "disabled": False,
            "must_change": must_change and password is not None, "generation": 0, "step": 0, "added_at": at,
            "password": self._sealed(name, password), "subject": self._subject(subject),
        }  # fmt: skip
        try:
            async with _telling_records_away(), self._writing.begin() as connection:
                await connection.execute(insert(accounts), row)
        except IntegrityError as error:
            raise NameTaken(name) from error
        return Account(
            name, display, role, locale, must_change=bool(row["must_change"]), has_password=password is not None
        )

    async def get(self, name: str) -> Account | None:
        """The account of this name."""
        return await self._one(_SHOWN.where(accounts.c.name == name))

    async def by_subject(self, subject: str) -> Account | None:
        """The account of whoever this is elsewhere."""
        return await self._one(_SHOWN.where(accounts.c.subject == self._subject(subject)))

    async def all(self) -> Sequence[Account]:
        """Every account, by name."""
        async with _telling_records_away(), self._reading.connect() as connection:
            return [_account(row) for row in await connection.execute(_SHOWN.order_by(accounts.c.name))]

    async def password(self, name: str) -> str | None:
        """The hash of its password; None if there is none, or none that can be opened."""
        wanted = select(accounts.c.password).where(accounts.c.name == name)
        async with _telling_records_away(), self._reading.connect() as connection:
            sealed = (await connection.execute(wanted)).scalar()
        try:
            return self._sealer.open(sealed, password_place(name)).decode() if sealed else None
        except SealBroken:
            return None

    async def set_password(self, name: str, password: str, *, must_change: bool) -> int:
        """Keep another hash; everything signed in has to sign in anew. Return the generation from now on."""
        return await self._change(name, password=self._sealed(name, password), must_change=must_change)

    async def rehash(self, name: str, password: str) -> None:
        """Keep the hash of the same password with other parameters; nobody has to sign in anew."""
        async with self._changing() as connection:
            values = {"password": self._sealed(name, password)}
            await connection.execute(update(accounts).where(accounts.c.name == name).values(values))

    async def set_role(self, name: str, role: Role) -> int:
        """Give another role."""
        return await self._change(name, role=role)

    async def set_disabled(self, name: str, *, disabled: bool) -> int:
        """Let nobody in with it, or again."""
        return await self._change(name, disabled=disabled)

    async def log_out(self, name: str) -> int:
        """End everything that is signed in."""
        return await self._change(name)

    async def set_locale(self, name: str, locale: Locale) -> None:
        """Speak another language to it."""
        async with self._changing() as connection:
            await connection.execute(update(accounts).where(accounts.c.name == name).values(locale=locale))

    async def came_in(self, name: str, at: int) -> None:
        """Note that somebody signed in."""
        async with self._changing() as connection:
            await connection.execute(update(accounts).where(accounts.c.name == name).values(last_in=at))

    async def count(self) -> int:
        """How many accounts there are."""
        async with _telling_records_away(), self._reading.connect() as connection:
            return int((await connection.execute(select(func.count()).select_from(accounts))).scalar_one())

    async def _one(self, wanted: Any) -> Account | None:
        async with _telling_records_away(), self._reading.connect() as connection:
            row = (await connection.execute(wanted)).one_or_none()
        return None if row is None else _account(row)

    async def _change(self, name: str, **values: object) -> int:
        """Change it and let the generation grow, in one statement."""
        grown = {**values, "generation": accounts.c.generation + 1}
        changing = update(accounts).where(accounts.c.name == name).values(grown).returning(accounts.c.generation)
        async with _telling_records_away(), self._writing.begin() as connection:
            generation = (await connection.execute(changing)).scalar()
        if generation is None:
            raise NoSuchAccount(name)
        return int(generation)

    @asynccontextmanager
    async def _changing(self) -> AsyncIterator[AsyncConnection]:
        async with _telling_records_away(), self._writing.begin() as connection:
            yield connection

    def _sealed(self, name: str, password: str | None) -> bytes | None:
        return None if password is None else self._sealer.seal(password.encode(), password_place(name))

    def _subject(self, subject: str | None) -> bytes | None:
        return None if subject is None else self._sealer.keyed_hash("account-subject", subject)[:16]


def _account(row: Row[Any]) -> Account:
    values: tuple[Any, ...] = tuple(row)
    return Account(*values)


@asynccontextmanager
async def _telling_records_away() -> AsyncIterator[None]:
    try:
        yield
    except IntegrityError:
        raise
    except (SQLAlchemyError, OSError) as error:
        raise RecordsAway(type(error).__name__) from error
