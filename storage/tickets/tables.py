"""The tables of tickets. What was said, and whose it is, lies sealed; what lists and queues need stands in the clear.

All that belongs to a ticket goes with its row (the foreign keys cascade), whoever deletes it.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Identity,
    Index,
    Integer,
    LargeBinary,
    SmallInteger,
    String,
    Table,
    UniqueConstraint,
    text,
)

from storage.database import metadata

FIRST_NUMBER = 1001
PRIORITIES = ("high", "normal", "low")
"""As numbers, by which they sort."""

tickets = Table(
    "tickets",
    metadata,
    Column("number", Integer, Identity(start=FIRST_NUMBER), primary_key=True),
    # The effect that asked for it; the same one again gets the same number.
    Column("effect", String(80), nullable=False, unique=True),
    Column("person_hash", LargeBinary(16), nullable=False),
    Column("opened_at", BigInteger, nullable=False),
    Column("closed_at", BigInteger, nullable=True),
    Column("state", String(10), nullable=False),
    Column("topic", String(40), nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("channel", String(20), nullable=False, server_default=""),
    Column("priority", SmallInteger, nullable=False, server_default=text("1")),
    Column("owner", String(80), nullable=True),
    Column("claim", Integer, nullable=False, server_default=text("0")),
    Column("level", SmallInteger, nullable=False, server_default=text("0")),
    Column("heard_at", BigInteger, nullable=False, server_default=text("0")),
    Column("answered_at", BigInteger, nullable=True),
    Column("first_claimed_at", BigInteger, nullable=True),
    # Since when it is in its state; for waiting ones that is since when they wait.
    Column("since", BigInteger, nullable=False, server_default=text("0")),
    # When the user was asked whether they are still there, unless they have written since.
    Column("quiet_at", BigInteger, nullable=True),
    Column("reason", String(24), nullable=True),
    Column("stars", SmallInteger, nullable=True),
    Column("reopened", Integer, nullable=False, server_default=text("0")),
    Column("last_entry", Integer, nullable=False, server_default=text("0")),
    Column("sealed_person", LargeBinary, nullable=True),
    Column("sealed_rating", LargeBinary, nullable=True),
    Index("ix_tickets_person_hash", "person_hash"),
    Index("ix_tickets_state", "state", "number"),
    Index("ix_tickets_closed_at", "closed_at"),
    sqlite_autoincrement=True,
)

entries = Table(
    "ticket_entries",
    metadata,
    Column("id", Integer, Identity(start=1), primary_key=True),
    Column("ticket", Integer, ForeignKey("tickets.number", ondelete="CASCADE"), nullable=False),
    # What makes adding it again do nothing: a hash of a name that whoever adds it gave.
    Column("once", LargeBinary(16), nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("author", String(80), nullable=False),
    Column("claim", Integer, nullable=False, server_default=text("0")),
    Column("about", Integer, nullable=False, server_default=text("0")),
    Column("delivery", String(10), nullable=False),
    # The conversation has yet to be told: done right afterwards, or found here by whoever looks after what was left.
    Column("untold", Boolean, nullable=False),
    Column("sealed", LargeBinary, nullable=True),
    UniqueConstraint("ticket", "once"),
    Index("ix_ticket_entries_ticket", "ticket", "id"),
    Index("ix_ticket_entries_untold", "ticket", "id", sqlite_where=text("untold"), postgresql_where=text("untold")),
    Index(
        "ix_ticket_entries_sending",
        "at",
        sqlite_where=text("delivery = 'sending'"),
        postgresql_where=text("delivery = 'sending'"),
    ),
    sqlite_autoincrement=True,
)

ticket_kpjs = Table(
    "ticket_kpjs",
    metadata,
    Column("ticket", Integer, ForeignKey("tickets.number", ondelete="CASCADE"), primary_key=True),
    # A keyed hash: whoever knows the whole number finds the ticket by it.
    Column("kpj_hash", LargeBinary(16), primary_key=True),
    Index("ix_ticket_kpjs_kpj_hash", "kpj_hash"),
)

ticket_places = Table(
    "ticket_places",
    metadata,
    Column("place", String(40), primary_key=True),
    Column("ticket", Integer, ForeignKey("tickets.number", ondelete="CASCADE"), primary_key=True),
    # What the place calls the ticket (a topic's id), and the last entry that it has shown.
    Column("ref", String(200), nullable=True),
    Column("shown", Integer, nullable=False),
    Index("ix_ticket_places_ref", "place", "ref"),
    Index("ix_ticket_places_ticket", "ticket"),
)

place_followers = Table(
    "place_followers",
    metadata,
    Column("place", String(40), primary_key=True),
    # The last entry there was when the place was first used: what was closed before is not shown there.
    Column("began", Integer, nullable=False),
    Column("reached_at", BigInteger, nullable=True),
    Column("failing_since", BigInteger, nullable=True),
    Column("why", String(200), nullable=False, server_default=""),
)

place_leftovers = Table(
    "place_leftovers",
    metadata,
    # What a place called a ticket that is gone, until the place has let go of what it holds of it.
    Column("place", String(40), primary_key=True),
    Column("ref", String(200), primary_key=True),
)
