"""What lies sealed in the tables of tickets, and what each piece is sealed for."""

from hashlib import blake2b
from typing import Any

import msgspec
from msgspec import Struct

from storage.sealing import SealBroken, Sealer
from storage.tickets.port import Draft, Entry, FileMark, Line, Request, Ticket, TicketUnreadable
from storage.tickets.tables import PRIORITIES, entries, tickets

HASH_BYTES = 16
FIRST = "request"
"""The name of the entry with which a ticket begins."""


class _Words(Struct, frozen=True, array_like=True):
    """What an entry holds."""

    text: str
    files: tuple[FileMark, ...] = ()
    name: str = ""
    person: str | None = None


_encode = msgspec.msgpack.Encoder().encode
_request = msgspec.msgpack.Decoder(Request).decode
_words = msgspec.msgpack.Decoder(_Words).decode
_text = msgspec.msgpack.Decoder(str).decode

LINE = (
    tickets.c.number, tickets.c.opened_at, tickets.c.closed_at, tickets.c.state, tickets.c.topic, tickets.c.channel,
    tickets.c.priority, tickets.c.owner, tickets.c.claim, tickets.c.level, tickets.c.heard_at, tickets.c.answered_at,
    tickets.c.first_claimed_at, tickets.c.reason, tickets.c.stars, tickets.c.reopened, tickets.c.since,
    tickets.c.quiet_at, tickets.c.last_entry,
)  # fmt: skip
TICKET = (*LINE, tickets.c.effect, tickets.c.sealed, tickets.c.sealed_person, tickets.c.sealed_rating)
ENTRY = (*entries.c, tickets.c.effect, tickets.c.sealed.label("request"))
"""Of a join with the ticket, whose request is the text of the first entry."""


def once_hash(once: str) -> bytes:
    """What stands for the name that makes adding an entry again do nothing."""
    return blake2b(once.encode(), digest_size=HASH_BYTES).digest()


def ticket_place(effect_id: str) -> bytes:
    """What a sealed request belongs to."""
    return b"ticket:" + effect_id.encode()


def person_place(effect_id: str) -> bytes:
    """What the sealed reference of a ticket's person belongs to."""
    return b"ticket-person:" + effect_id.encode()


def rating_place(effect_id: str) -> bytes:
    """What the sealed words of a rating belong to."""
    return b"ticket-rating:" + effect_id.encode()


def entry_place(ticket: int, once: bytes, kind: str, author: str) -> bytes:
    """What a sealed entry belongs to: nobody's words can be moved to another ticket, or put into another's mouth."""
    return b"ticket-entry:%d:" % ticket + once + f"{kind}:{author}".encode()


class Pieces:
    """Seals and opens them."""

    def __init__(self, sealer: Sealer) -> None:
        self._sealer = sealer

    def seal_request(self, effect_id: str, request: Request) -> bytes:
        """Whose request it is, and what they wrote."""
        return self._sealer.seal(_encode(request), ticket_place(effect_id))

    def seal_person(self, effect_id: str, person: str | None) -> bytes | None:
        """The directory's reference, if anybody was proven."""
        return None if person is None else self._sealer.seal(_encode(person), person_place(effect_id))

    def seal_rating(self, effect_id: str, words: str) -> bytes | None:
        """What was said with a rating, if anything."""
        return self._sealer.seal(_encode(words), rating_place(effect_id)) if words else None

    def seal_entry(self, draft: Draft) -> bytes:
        """What an entry says."""
        once = once_hash(draft.once)
        words = _Words(draft.text, draft.files, draft.name, draft.person)
        return self._sealer.seal(_encode(words), entry_place(draft.ticket, once, draft.kind, draft.author))

    def kpj_hash(self, kpj: str) -> bytes:
        """What stands for a KPJ in the search."""
        return self._sealer.keyed_hash("ticket-kpj", kpj)[:HASH_BYTES]

    def ticket(self, row: Any) -> Ticket:
        """A row of `TICKET`; raise `TicketUnreadable`."""
        try:
            request = _request(self._sealer.open(row.sealed, ticket_place(row.effect)))
            person = row.sealed_person and _text(self._sealer.open(row.sealed_person, person_place(row.effect)))
            rating = row.sealed_rating and _text(self._sealer.open(row.sealed_rating, rating_place(row.effect)))
        except (SealBroken, msgspec.MsgspecError) as error:
            raise TicketUnreadable(row.number) from error
        found = line(row)
        if not found.channel:  # kept before that stood in the table
            found = msgspec.structs.replace(found, channel=request.sender.channel)
        return Ticket(found, request, person or None, rating or "")

    def entry(self, row: Any) -> Entry:
        """A row of `ENTRY`; one that does not open says nothing."""
        words = self._words(row)
        return Entry(
            row.id, row.ticket, row.at, row.kind, row.author, words.text, words.files, row.delivery, row.claim,
            words.name, row.about, words.person,
        )  # fmt: skip

    def _words(self, row: Any) -> _Words:
        try:
            if row.sealed is not None:
                place = entry_place(row.ticket, bytes(row.once), row.kind, row.author)
                return _words(self._sealer.open(row.sealed, place))
            if row.kind == FIRST:
                return _Words(_request(self._sealer.open(row.request, ticket_place(row.effect))).words)
        except (SealBroken, msgspec.MsgspecError):
            pass
        return _Words("")


def line(row: Any) -> Line:
    """A row that begins with `LINE`."""
    found = Line(*row[: len(LINE)])
    return msgspec.structs.replace(found, priority=PRIORITIES[row.priority])
