"""The port of followers: what each place where agents work has been shown of each ticket."""

from collections.abc import Sequence
from typing import Protocol

from msgspec import Struct


class Following(Struct, frozen=True):
    """How a place keeps up. `reached_at`: when it last showed something; `failing_since`, `why`: if it cannot (ms)."""

    place: str
    reached_at: int | None
    failing_since: int | None
    why: str


class Followers(Protocol):
    """Remembers what each place has shown of each ticket. All methods raise `storage.consents.RecordsAway`."""

    async def begin(self, place: str) -> None:
        """The place is in use; what was closed before it was first used is not shown there."""

    async def behind(self, place: str) -> Sequence[int]:
        """Tickets with entries that the place has not shown."""

    async def shown(self, place: str, number: int) -> tuple[int, str | None]:
        """The last entry of a ticket that the place has shown (0: none), and what it calls the ticket."""

    async def show(self, place: str, number: int, entry: int, ref: str | None, at: int) -> None:
        """The place has shown an entry and works.

        Raises `NoSuchTicket` if the ticket has gone meanwhile; the place then has to let go of what it has shown.
        """

    async def ticket_of(self, place: str, ref: str) -> int | None:
        """The number of the ticket that the place calls so."""

    async def fails(self, place: str, at: int, why: str) -> None:
        """The place cannot be reached."""

    async def all(self) -> Sequence[Following]:
        """How every place that was ever used keeps up."""

    async def leftovers(self, place: str) -> Sequence[str]:
        """What the place called tickets that are gone, as far as it has not let go of them."""

    async def cleared(self, place: str, ref: str) -> None:
        """The place holds nothing of that any more."""
