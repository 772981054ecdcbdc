"""Which tickets somebody may open: agents their own and those that wait, supervisors all, auditors none."""

from collections.abc import Sequence

from bot.helpdesk.port import Actor
from storage.tickets.port import Entry, Line

EVERYTHING = frozenset({"supervisor", "admin"})


def sees_at_once(actor: Actor, line: Line) -> bool:
    """Whether it may be opened whatever has happened in it, so that this need not be read."""
    if actor.role in EVERYTHING:
        return True
    return actor.role == "agent" and line.owner in {None, actor.id} and line.state != "closed"


def may_see(actor: Actor, line: Line, entries: Sequence[Entry], others: Sequence[Line]) -> bool:
    """Whether this ticket may be opened. `entries`: its own; `others`: all tickets of the same user.

    An agent also sees one that they had a part in, one whose agent asks for a second one's word, and what the user of
    one of their own tickets asked earlier: that is what helps without asking again.
    """
    if sees_at_once(actor, line):
        return True
    if actor.role != "agent":
        return False
    if wants_second(entries):
        return True
    took_part = any(entry.author == actor.id for entry in entries)
    return took_part or any(one.owner == actor.id and one.state != "closed" for one in others)


def wants_second(entries: Sequence[Entry]) -> bool:
    """Whether a second agent's word is asked for: since then the identity was not proven, and the ticket goes on."""
    for entry in reversed(entries):
        if entry.kind in {"proved", "closed", "transferred"}:
            return False
        if entry.kind == "asked-approval":
            return True
    return False
