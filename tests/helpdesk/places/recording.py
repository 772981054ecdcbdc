"""A place in memory: it keeps what it is shown, and fails when it is told to."""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.routing import BaseRoute

from bot.channels.port import Refused, TryLater
from bot.helpdesk.port import Actor, Helpdesk, Place
from storage.tickets import NotYours, TicketIsClosed
from storage.tickets.port import Entry, Ticket
from tests.helpdesk.contract import Case, Failure


class Recording:
    """A place; `shown` holds its entries by what it calls the ticket."""

    def __init__(self, name: str = "recording") -> None:
        self.name = name
        self.place: Place = self
        self.shown: dict[str, list[Entry]] = {}
        self.failure: Failure | None = None
        self.fails_on: dict[int, Exception] = {}
        self.forgotten: list[str] = []
        self._helpdesk: Helpdesk | None = None

    def routes(self) -> Sequence[BaseRoute]:
        """None."""
        return ()

    async def start(self, helpdesk: Helpdesk) -> None:
        """Remember whom to call."""
        self._helpdesk = helpdesk

    async def show(self, entry: Entry, ticket: Ticket, ref: str | None) -> str | None:
        """Keep it, once."""
        self._fail()
        error = self.fails_on.get(entry.ticket)
        if error is not None:
            raise error
        here = self.shown.setdefault(ref or f"topic-{ticket.line.number}", [])
        if entry.id not in {known.id for known in here}:
            here.append(entry)
        return None if ref else f"topic-{ticket.line.number}"

    async def forget(self, ref: str) -> None:
        """See `bot.helpdesk.port.Forgetful`."""
        self._fail()
        self.shown.pop(ref, None)
        self.forgotten.append(ref)

    async def check(self) -> str:
        """Well, or not."""
        self._fail()
        return "recording: ready"

    async def close(self) -> None:
        """Nothing is held."""

    async def seen(self, ref: str) -> list[str]:
        """See `PlaceUnderTest`."""
        return [entry.text for entry in self.shown[ref]]

    async def write(self, ref: str, actor: Actor, text: str, message: str) -> None:
        """See `PlaceUnderTest`."""
        assert self._helpdesk is not None
        number = await self._helpdesk.ticket_of(self.name, ref)
        assert number is not None
        try:
            await self._helpdesk.say(actor, number, text, f"{self.name}:{message}")
        except (NotYours, TicketIsClosed) as error:
            self.shown[ref].append(Entry(0, number, 0, "note", "system", type(error).__name__))

    def fails(self, failure: Failure | None) -> None:
        """See `PlaceUnderTest`."""
        self.failure = failure

    def _fail(self) -> None:
        if self.failure is Failure.CREDENTIALS:
            raise Refused("who are you", operator=True)
        if self.failure is not None:
            raise TryLater(self.failure.value)


@asynccontextmanager
async def opened(helpdesk: Helpdesk, _folder: Path) -> AsyncIterator[Recording]:
    """One, started."""
    place = Recording()
    await place.start(helpdesk)
    yield place
    await place.close()


CASES: Mapping[str, Case] = {"recording": Case(opened)}
