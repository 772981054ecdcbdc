"""A place that is fed from real records, one thing after another, for tests that look at each step."""

from typing import Any

from bot.helpdesk.port import Place
from flows.event import Sender
from storage.tickets.port import Draft, Entry, Line
from tests.helpdesk.stage import SITI, Stage


class Fed:
    """What worlds of places have in common. `place` is that of the running process, which can be started anew."""

    name: str
    place: Place

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self._number = 0

    async def unfed(self, sender: Sender = SITI) -> int:
        """A user asks for somebody; the place has not been told yet."""
        self._number += 1
        return await self.stage.open(sender, f"fx:{self._number}")

    async def add(self, ticket: int, kind: Any, text: str = "", *, author: str = "system", **more: Any) -> Entry:
        """Anything that happens in a ticket."""
        self._number += 1
        draft = Draft(ticket, f"test:{self._number}", self.stage.clock(), kind, author, text, **more)
        return await self.stage.tickets.add(draft)

    async def feed(self) -> None:
        """Show what the place has not seen, as the feeder does; raises what `show` does."""
        followers, tickets = self.stage.followers, self.stage.tickets
        await followers.begin(self.name)
        for number in await followers.behind(self.name):
            shown, ref = await followers.shown(self.name, number)
            for entry in await tickets.entries(number, shown):
                ref = await self.place.show(entry, await tickets.look(number), ref)
                await followers.show(self.name, number, entry.id, ref, self.stage.clock())

    async def line(self, ticket: int) -> Line:
        """How a ticket stands in the records."""
        return await self.stage.tickets.line(ticket)

    async def kinds(self, ticket: int) -> list[str]:
        """What happened in it."""
        return [entry.kind for entry in await self.stage.tickets.entries(ticket)]

    async def said(self, ticket: int) -> list[str]:
        """What agents said to the user."""
        return [entry.text for entry in await self.stage.tickets.entries(ticket) if entry.kind == "agent"]
