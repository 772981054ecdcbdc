"""The ticket that ended last: its number, its last claim, and when that was. It stands in a note of the session."""

from collections.abc import Mapping
from typing import NamedTuple

from flows.session import Floor, Session, Slot

NOTE = "ended"


class Ended(NamedTuple):
    """`at`: ms, UTC. `claim`: see `flows.event.AgentTook`; what comes with a higher one is from who took it since."""

    ticket: int
    claim: int
    at: int


def keep(notes: dict[str, Slot], ended: Ended) -> None:
    """Note that it is over."""
    notes[NOTE] = ":".join(map(str, ended))


def last(notes: Mapping[str, Slot]) -> Ended | None:
    """The one that ended last, if any did."""
    number, _, rest = str(notes.get(NOTE) or "").partition(":")
    claim, _, at = rest.partition(":")
    if not (number.isdigit() and claim.removeprefix("-").isdigit() and at.isdigit()):
        return None
    return Ended(int(number), int(claim), int(at))


def last_claim(notes: Mapping[str, Slot], ticket: int) -> int:
    """The last claim of this ticket, if it was the one that ended last; -1 if it was not."""
    ended = last(notes)
    return ended.claim if ended is not None and ended.ticket == ticket else -1


def outdate(notes: dict[str, Slot], ticket: int, claim: int) -> None:
    """Who took a ticket just before it was closed has it no more, though the conversation may hear of them later."""
    ended = last(notes)
    if ended is not None and ended.ticket == ticket and ended.claim < claim:
        keep(notes, ended._replace(claim=claim))


def floor_at_sending(session: Session | None) -> Floor | None:
    """Who may be heard by the user when a message is sent; None for the bot alone.

    Once all is over that is still who had the ticket last: what they had said before may be on its way.
    """
    if session is None or session.floor is not None:
        return session.floor if session is not None else None
    ended = last(session.notes)
    return None if ended is None else Floor(ended.ticket, "closing", ended.claim, since=ended.at)
