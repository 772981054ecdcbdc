"""Whose a ticket is and whether it is over, as agents decide it in Chatwoot.

A delivery may be older than what has been decided since. So it is looked at how the conversation stands now; and as
long as Chatwoot has yet to be told of a decision that was made elsewhere, what stands there counts for nothing.
"""

from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from typing import Final

from msgspec.structs import replace

from bot.helpdesk.chatwoot.client import Client
from bot.helpdesk.chatwoot.names import AGENT, SYSTEM, actor_of
from bot.helpdesk.chatwoot.telling import Telling
from bot.helpdesk.chatwoot.wire import Conversation, Person
from bot.helpdesk.port import Actor, Helpdesk
from storage.tickets.port import Entry, NotYours, TicketIsClosed

_DECIDES: Final = frozenset({"request", "claimed", "transferred", "closed", "reopened"})


class Deciding:
    """Does in the helpdesk what was decided in Chatwoot. `own_id` tells whose token we use: that user is no agent."""

    def __init__(self, client: Client, telling: Telling, own_id: Callable[[], Awaitable[int]]) -> None:
        self._client = client
        self._telling = telling
        self._own_id = own_id

    async def decide(
        self, number: int, stands: Conversation, told: int | None, helpdesk: Helpdesk, *, assigned: bool
    ) -> bool:
        """Follow how a conversation stands; False if it is too early to say.

        `told`: the last entry that Chatwoot had surely been told of when it said how the conversation stands, if that
        is known. `assigned`: that has just been changed.
        """
        if told is not None and any(one.kind in _DECIDES for one in await helpdesk.entries(number, told)):
            return False
        agent = stands.agent
        if agent is not None and agent.id == await self._own_id():
            agent = None
        with suppress(TicketIsClosed):
            if stands.status == "resolved":
                await self._close(number, stands, agent, helpdesk)
            elif agent is not None:
                await self._take(number, stands, agent, helpdesk, assigned=assigned)
            elif assigned:
                await self._release(number, helpdesk)
        return True

    async def _close(self, number: int, stands: Conversation, agent: Person | None, helpdesk: Helpdesk) -> None:
        actor = actor_of(agent) if agent else SYSTEM
        entries = await helpdesk.entries(number)
        once = _once(entries, "resolved")
        try:
            await helpdesk.close(replace(actor, role="agent"), number, "solved", once)
        except NotYours as error:
            if _decided_here(error.owner):
                await helpdesk.close(replace(actor, role="supervisor"), number, "solved", once)
                return
            await self._client.set_status(stands.id, "open")
            await self._refuse("not-closed", error.owner, entries, once, helpdesk)

    async def _take(
        self, number: int, stands: Conversation, agent: Person, helpdesk: Helpdesk, *, assigned: bool
    ) -> None:
        actor = actor_of(agent)
        try:
            await helpdesk.claim(actor, number)
        except NotYours as error:
            if not assigned:
                return  # it was given to them before somebody else took it
            entries = await helpdesk.entries(number)
            once = _once(entries, f"assigned:{agent.id}")
            if _decided_here(error.owner):
                await helpdesk.transfer(replace(actor, role="supervisor"), number, actor, once)
                return
            await self._client.assign(stands.id, None)
            await self._refuse("not-taken", error.owner, entries, once, helpdesk)

    async def _release(self, number: int, helpdesk: Helpdesk) -> None:
        """Put it back into the queue, if one of Chatwoot's agents has it."""
        entries = await helpdesk.entries(number)
        owner = _owner_by(entries)
        if owner is None or not owner.startswith(AGENT):
            return
        actor = Actor(owner, self._telling.owner(owner, entries))
        with suppress(NotYours):  # somebody has just taken it
            await helpdesk.transfer(actor, number, None, _once(entries, "unassigned"))

    async def _refuse(
        self, key: str, owner: str | None, entries: Sequence[Entry], once: str, helpdesk: Helpdesk
    ) -> None:
        text = self._telling.words.say(key, owner=self._telling.owner(owner, entries))
        await helpdesk.note(SYSTEM, entries[0].ticket, text, f"{once}:refused")


def _decided_here(owner: str | None) -> bool:
    """Whether Chatwoot may decide: the ticket is nobody's, or that of an agent there."""
    return owner is None or owner.startswith(AGENT)


def _once(entries: Sequence[Entry], what: str) -> str:
    """A name for something that is done once in the present state of the ticket."""
    decided = max((entry.id for entry in entries if entry.kind in _DECIDES), default=0)
    return f"cw:{what}:{decided}"


def _owner_by(entries: Sequence[Entry]) -> str | None:
    for entry in reversed(entries):
        match entry.kind:
            case "claimed":
                return entry.author
            case "transferred":
                return entry.text or None
            case "closed":
                return None
            case _:
                continue
    return None
