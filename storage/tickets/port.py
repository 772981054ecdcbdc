"""The port of tickets: what they are, what was said in them, and who may do what with them.

A ticket is a conversation between a user and the operator's people. Everything that happens in it is an entry, in order
and for ever the same; an entry's number grows over all tickets, so whoever follows only has to remember the last one.
Entries and requests are sealed; no raw NIK, KPJ or phone stands in any of them in the clear.
"""

from collections.abc import Sequence
from typing import Protocol

from flows.event import Sender
from storage.tickets.model import (
    Added,
    Delivery,
    Draft,
    Entry,
    EntryKind,
    FileMark,
    Filter,
    KeptFile,
    Line,
    NoSuchTicket,
    NotYours,
    Opening,
    Priority,
    Reason,
    Request,
    Ticket,
    TicketChanged,
    TicketIsClosed,
    TicketState,
    TicketUnreadable,
)

__all__ = [
    "Added",
    "Delivery",
    "Draft",
    "Entry",
    "EntryKind",
    "FileMark",
    "Files",
    "Filter",
    "KeptFile",
    "Line",
    "NoSuchTicket",
    "NotYours",
    "Opening",
    "Priority",
    "Reason",
    "Request",
    "Ticket",
    "TicketChanged",
    "TicketIsClosed",
    "TicketState",
    "TicketUnreadable",
    "Tickets",
]


class Tickets(Protocol):
    """Keeps tickets. All methods raise `storage.consents.RecordsAway`; those with a number also `NoSuchTicket`.

    `once` makes a call safe to repeat: the second time it does nothing and answers as the first time. What agents do
    leaves entries that are *untold*, until the conversation was told of them (see `untold`).
    """

    async def open(self, effect_id: str, opening: Opening) -> int:
        """Keep a request, once for each effect, with its first entry; return its number."""

    async def list(self, wanted: Filter) -> Sequence[Line]:
        """Those that fit: high priority first, then oldest first; closed ones latest first."""

    async def going(self, after: int, most: int) -> Sequence[Line]:
        """Those that are not closed, from above this number on, by number: for who looks after all of them."""

    async def line(self, number: int) -> Line:
        """A ticket without what was said."""

    async def look(self, number: int) -> Ticket:
        """A ticket with what was asked; raise `NoSuchTicket` or `TicketUnreadable`."""

    async def ahead(self, number: int) -> int:
        """How many tickets that wait are before this one in the queue."""

    async def waits(self, most: int) -> Sequence[tuple[int, int]]:
        """When the tickets that agents took first lately were opened, and taken (ms); the latest first."""

    async def entries(self, number: int, after: int = 0) -> Sequence[Entry]:
        """What happened in a ticket after that entry, in order; entries that no key opens have an empty text."""

    async def entries_after(self, last: int, most: int = 200) -> Sequence[Entry]:
        """What happened in any ticket after that entry, in order: for those who follow all of them.

        An entry never turns up before a later one that was handed out already.
        """

    async def newest(self, number: int, kinds: Sequence[EntryKind], claim: int | None = None) -> Sequence[Entry]:
        """What happened of these kinds (with `claim`: under this one), the latest first."""

    async def entry(self, entry: int) -> Entry | None:
        """One entry of any ticket, None if there is none (any more)."""

    async def add(self, draft: Draft) -> Entry:
        """Add an entry and what follows from it: whose turn it is, when the user was last heard.

        Raise `TicketIsClosed` for what an agent says into a closed one, `NotYours` into one that is not theirs, and
        `TicketChanged`.
        """

    async def added(self, draft: Draft) -> Added:
        """The same as `add`, with what was seen on the way, which then need not be asked for."""

    async def delivered(self, entry: int, delivery: Delivery) -> int | None:
        """What became of an agent's words; the ticket's number if that is news.

        What was sent stays so, but for what was ``lost`` after that, and that is final.
        """

    async def undelivered(self, entry: int, delivery: Delivery, at: int) -> int | None:
        """The same for words that did not reach the user; the agents see an entry that says so."""

    async def unsent(self, before: int) -> Sequence[Entry]:
        """Agents' words from before that time (ms), told since, of which nobody knows yet what became of them."""

    async def untold(self, number: int) -> Sequence[Entry]:
        """What the conversation has yet to be told of this ticket, in order."""

    async def with_untold(self, before: int) -> Sequence[int]:
        """Tickets of whose entries from before that time (ms) the conversation has yet to be told."""

    async def told(self, number: int, last: int) -> None:
        """The conversation was told of a ticket's entries up to this one."""

    async def claim(
        self,
        number: int,
        agent: str,
        at: int,
        *,
        name: str = "",
        from_owner: str | None = None,
        by: str | None = None,
        once: str = "",
    ) -> int:
        """Give a ticket that is nobody's (with `from_owner`: that is theirs) to this agent; return the new claim.

        One of several at once wins; the others get `NotYours`. One's own again changes nothing. Raise `TicketIsClosed`.
        `by`: who does it, if it is not the agent; then it is a transfer.
        """

    async def release(
        self, number: int, agent: str, at: int, *, by: str | None = None, name: str = "", once: str = ""
    ) -> int:
        """Put an agent's ticket back into the queue; return the new claim. Raise `NotYours`, `TicketIsClosed`."""

    async def close(
        self,
        number: int,
        reason: Reason,
        at: int,
        *,
        by: str,
        once: str = "",
        owner: str | None = None,
        since: int | None = None,
    ) -> bool:
        """Close it; False if it was closed before. With `owner`: only if it is theirs, else raise `NotYours`.

        `since`: see `Draft`; raise `TicketChanged`.
        """

    async def reopen(self, number: int, once: str, words: str, at: int) -> bool:
        """Let a closed ticket wait again, with the user's new words; False if it was not closed."""

    async def rate(self, number: int, once: str, stars: int, words: str, at: int) -> None:
        """Keep the user's rating; the last one counts."""

    async def prove(self, number: int, level: int, person: str | None, kpjs: Sequence[str] = ()) -> None:
        """Keep what was proven of whom meanwhile."""

    async def of(self, sender: Sender) -> Sequence[Ticket]:
        """A user's own tickets, oldest first; those that no key opens, which nobody can read, are left out."""

    async def forget(self, sender: Sender) -> int:
        """Delete all of a user's tickets with their entries and files; return how many."""


class Files(Protocol):
    """Keeps files of tickets, sealed, for a limited time. All methods raise `storage.consents.RecordsAway`."""

    async def put(self, ticket: int, once: str, name: str, media_type: str, content: bytes, at: int) -> FileMark:
        """Keep a file; the same `once` again returns the mark of the one that is there. Raise `NoSuchTicket`."""

    async def get(self, ticket: int, file: str) -> tuple[FileMark, bytes] | None:
        """A file of just this ticket; None if there is none (any more)."""

    async def find(self, ticket: int, once: str) -> FileMark | None:
        """The mark of a file that was put under this `once`; None if none was."""

    async def of(self, ticket: int) -> Sequence[KeptFile]:
        """The marks of a ticket's files that are still there, oldest first."""

    async def count(self, ticket: int) -> int:
        """How many files a ticket has."""

    async def count_of(self, sender: Sender, since: int) -> int:
        """How many files came into all tickets of a user since then (ms, UTC)."""
