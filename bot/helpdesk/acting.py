"""What every action of an agent has in common: who may do it, and who is told that it was done."""

from collections.abc import Callable

from bot.helpdesk.port import Actor, NotAllowed
from bot.helpdesk.telling import Telling
from storage.tickets.news import News
from storage.tickets.port import Draft, Entry, Ticket, Tickets


class Acting:
    """Records steps, and tells of whatever was recorded. `clock` gives ms, UTC."""

    def __init__(self, tickets: Tickets, news: News, telling: Telling, clock: Callable[[], int]) -> None:
        self._tickets = tickets
        self._news = news
        self._telling = telling
        self._clock = clock

    async def step(
        self, actor: Actor, number: int, text: str, once: str, *, person: str | None = None, owned: bool = True
    ) -> Entry:
        """Record that the bot is to do something in the conversation, and have it done."""
        refuse_auditors(actor)
        now = self._clock()
        draft = Draft(
            number, once, now, "step", actor.id, text, name=actor.name, person=person, owned=owned, untold=True
        )
        entry = await self._tickets.add(draft)
        await self.happened(number)
        return entry

    async def happened(self, number: int, ticket: Ticket | None = None, only: Entry | None = None) -> None:
        """Wake whoever shows the ticket, and tell the conversation; `only`: there is nothing else to tell."""
        await self._news.ring(number)
        await self._telling.tell(number, ticket, only)


def sees_all(actor: Actor) -> bool:
    """Whether somebody may do in every ticket what an agent may in their own."""
    return actor.role in {"supervisor", "admin"}


def refuse_auditors(actor: Actor) -> None:
    """Raise `NotAllowed` for who may only read the audit."""
    if actor.role == "auditor":
        raise NotAllowed(actor.role)
