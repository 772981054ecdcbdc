"""The chain of the audit: its tables, the hashes that hold it together, and how it is walked to verify it."""

import secrets
from collections.abc import Sequence
from typing import NamedTuple

import msgspec
from sqlalchemy import BigInteger, CheckConstraint, Column, Index, Integer, LargeBinary, String, Table

from storage.database import metadata
from storage.sealing import Sealer

audit_entries = Table(
    "audit_entries",
    metadata,
    Column("number", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False),
    Column("at", BigInteger, nullable=False),
    Column("kind", String(40), nullable=False),
    Column("actor", String(80), nullable=False),
    # Keyed hashes of the directory's reference and of the conversation.
    Column("member", LargeBinary(16)),
    Column("conversation", LargeBinary(16)),
    Column("detail", String(500), nullable=False),
    # Stands for the effect that asked for the entry; the same one again adds nothing.
    Column("once", LargeBinary(16), nullable=False, unique=True),
    Column("previous", LargeBinary(32), nullable=False),
    Column("hash", LargeBinary(32), nullable=False),
    Index("ix_audit_entries_member", "member"),
)
audit_head = Table(
    "audit_head",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("number", BigInteger, nullable=False),
    Column("hash", LargeBinary(32), nullable=False),
    # Entries up to this one were deleted because they were old enough; the first that is left follows on that hash.
    Column("cut", BigInteger, nullable=False),
    Column("cut_hash", LargeBinary(32), nullable=False),
    Column("signature", LargeBinary(32), nullable=False),
    CheckConstraint("id = 1", name="one_row"),
)

NOTHING = bytes(32)


class Head(NamedTuple):
    """The chain's end, and where it begins after a cut."""

    number: int = 0
    hash: bytes = NOTHING
    cut: int = 0
    cut_hash: bytes = NOTHING


class Link(NamedTuple):
    """An entry without its place in the chain."""

    at: int
    kind: str
    actor: str
    member: bytes | None
    conversation: bytes | None
    detail: str
    once: bytes


class ChainBroken(Exception):
    """The chain is not as it was written; `number` is the first entry that shows it."""

    def __init__(self, number: int, why: str) -> None:
        super().__init__(f"entry {number}: {why}")
        self.number = number
        self.why = why


class Chain:
    """Makes and compares the hashes."""

    def __init__(self, sealer: Sealer) -> None:
        self._sealer = sealer
        self._encode = msgspec.msgpack.Encoder().encode

    def hash(self, number: int, link: Sequence[object], previous: bytes) -> bytes:
        """The hash of an entry in its place: an HMAC over every one of its fields."""
        return self._sealer.keyed_hash("audit-chain", self._encode((number, tuple(link), previous)))

    def signature(self, head: Head) -> bytes:
        """What proves that a head was written by this program."""
        return self._sealer.keyed_hash("audit-head", self._encode(head))

    def signed(self, head: Head, signature: bytes) -> bool:
        """Whether this is the head that was written."""
        return secrets.compare_digest(self.signature(head), signature)


class Walk:
    """Goes along the chain from its beginning; `step` and `end` raise `ChainBroken`.

    `anchor`: number and hash of an entry, which is looked for on the way.
    """

    def __init__(self, chain: Chain, head: Head, anchor: tuple[int, str] | None) -> None:
        self._chain = chain
        self._head = head
        self._anchor = anchor
        self._number = head.cut
        self._hash = head.cut_hash
        self._meet_anchor()

    def step(self, row: Sequence[object]) -> None:
        """The next entry, as its row: number, the fields of a link, hash of the one before, own hash."""
        number, *link, previous, digest = row
        if number != self._number + 1:
            raise ChainBroken(self._number + 1, "missing")
        self._number += 1
        if self._number > self._head.number:
            raise ChainBroken(self._number, "put in after the end")
        if previous != self._hash:
            raise ChainBroken(self._number, "does not follow on the entry before")
        if digest != self._chain.hash(self._number, link, self._hash):
            raise ChainBroken(self._number, "altered")
        self._hash = digest
        self._meet_anchor()

    def end(self) -> None:
        """There are no further entries."""
        if self._number != self._head.number:
            raise ChainBroken(self._number + 1, "missing")
        if self._hash != self._head.hash:
            raise ChainBroken(self._number, "not the entry that the chain ended with")
        if self._anchor is not None and self._anchor[0] > self._number:
            raise ChainBroken(self._number + 1, "missing: the chain was longer when the anchor was noted")

    def _meet_anchor(self) -> None:
        if self._anchor is not None and self._anchor[0] == self._number and self._anchor[1] != self._hash.hex():
            raise ChainBroken(self._number, "not the entry that the anchor names")
