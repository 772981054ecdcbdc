"""A row of the members file as it is stored: hashed for look-up, sealed as one blob, opened into domain types.

Each row keeps what that employer wrote about the person. Who the person is, is decided when they are looked up, by one
rule over all their rows, so it does not depend on the order in which files were loaded and cannot go stale.

**The rule**: the record that counts is the active membership joined last (without active ones, the one joined last).
Name, birth date, mother's name and phones all come from that one record and are never mixed: a mixture would be a
person nobody ever recorded. Above all no phone comes from older records: prepaid numbers are given to new owners, and
possession of the registered phone is what opens a KPJ.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from flows.member import Membership, Person
from flows.reading.names import compare_records
from storage.members.port import DirectoryMisconfigured
from storage.sealing import SealBroken, Sealer

HASH_BYTES = 16
MOST_PHONES = 3


class MemberRecord(msgspec.Struct, frozen=True, array_like=True):
    """One row of the members file, cleaned. Dates are ISO, phones E.164; new fields go to the end with a default."""

    kpj: str
    nik: str
    name: str
    birth_date: str
    mother_name: str | None = None
    phones: tuple[str, ...] = ()
    employer: str | None = None
    employer_npp: str | None = None
    segment: str = "PU"
    status: str = "active"
    joined: str | None = None
    left: str | None = None
    phone_confirmed: str | None = None
    deceased: bool = False


class SealedRecord(NamedTuple):
    """A record as the database sees it: keyed hashes of 16 bytes (of phones as many as there are), and an envelope."""

    kpj_hash: bytes
    nik_hash: bytes
    digest: bytes
    sealed: bytes
    phone_hash: bytes | None = None
    phone_hash_2: bytes | None = None
    phone_hash_3: bytes | None = None


def membership_place(kpj_hash: bytes, nik_hash: bytes) -> bytes:
    """What a row is sealed for: its own KPJ and NIK."""
    return b"membership:" + kpj_hash + nik_hash


class RecordSeals:
    """Turns records into rows and back. A row opens only under its own KPJ and NIK hashes."""

    def __init__(self, sealer: Sealer) -> None:
        self._sealer = sealer
        self._encode = msgspec.msgpack.Encoder().encode
        self._decode = msgspec.msgpack.Decoder(MemberRecord).decode

    def nik_hash(self, nik: str) -> bytes:
        """What stands for a NIK in the index; its hex is the person's reference."""
        return self._sealer.keyed_hash("member-nik", nik)[:HASH_BYTES]

    def kpj_hash(self, kpj: str) -> bytes:
        """What stands for a KPJ in the primary key."""
        return self._sealer.keyed_hash("member-kpj", kpj)[:HASH_BYTES]

    def phone_hash(self, phone: str) -> bytes:
        """What stands for a phone (E.164), to see who shares it."""
        return self._sealer.keyed_hash("member-phone", phone)[:HASH_BYTES]

    def seal(self, record: MemberRecord) -> SealedRecord:
        """Hash and encrypt one record."""
        plain = self._encode(record)
        kpj_hash, nik_hash = self.kpj_hash(record.kpj), self.nik_hash(record.nik)
        digest = self._sealer.keyed_hash("member-row", plain)[:HASH_BYTES]
        sealed = self._sealer.seal(plain, membership_place(kpj_hash, nik_hash))
        return SealedRecord(kpj_hash, nik_hash, digest, sealed, *map(self.phone_hash, record.phones[:MOST_PHONES]))

    def open(self, kpj_hash: bytes, nik_hash: bytes, sealed: bytes) -> MemberRecord:
        """Decrypt one row; raise `DirectoryMisconfigured` if it was altered, moved or sealed with a lost key."""
        try:
            return self._decode(self._sealer.open(sealed, membership_place(kpj_hash, nik_hash)))
        except SealBroken as error:
            raise DirectoryMisconfigured(f"a row of the members directory does not open: {error}") from error
        except msgspec.DecodeError as error:
            raise DirectoryMisconfigured("a row of the members directory was written by a newer version") from error


def person_of(ref: str, records: Sequence[MemberRecord], shared_by: Sequence[int] = ()) -> Person:
    """The person whom these records (at least one, all of one NIK) describe, by the rule above.

    Who is deceased in one of them is deceased. `shared_by`: for each record, how many people have its phones. Where
    records are not of one person (somebody's NIK was typed for another, or lent), which is whose cannot be told.
    """
    counts = max(records, key=lambda record: (record.status == "active", record.joined or "", record.kpj))
    sharing = dict(zip((record.kpj for record in records), shared_by, strict=False))
    return Person(
        ref=ref,
        nik=counts.nik,
        name=counts.name,
        birth_date=counts.birth_date,
        mother_name=counts.mother_name,
        phones=counts.phones,
        phone_confirmed=counts.phone_confirmed,
        deceased=any(record.deceased for record in records),
        phone_shared_by=max(1, sharing.get(counts.kpj, 1)),
        disputed=any(_another(record, counts) for record in records),
    )


def _another(one: MemberRecord, other: MemberRecord) -> bool:
    """Whether records of one NIK are of different people: names have nothing in common, or neither name nor date agree.

    A date or a name that was written wrongly in one of them is not enough.
    """
    if (one.name, one.birth_date) == (other.name, other.birth_date):
        return False
    names = compare_records(one.name, other.name)
    return names.score == 0 or not (names.match or one.birth_date == other.birth_date)


def memberships_of(records: Iterable[MemberRecord]) -> tuple[Membership, ...]:
    """The memberships in these records, oldest first; one without a date is never taken for the oldest."""
    ordered = sorted(records, key=lambda record: (record.joined is None, record.joined or "", record.kpj))
    return tuple(
        Membership(
            kpj=record.kpj,
            employer=record.employer,
            employer_npp=record.employer_npp,
            segment=record.segment,
            status=record.status,
            joined=record.joined,
            left=record.left,
        )
        for record in ordered
    )
