"""What an institution's directory may answer (docs/members-api.yaml), checked while it is decoded."""

from datetime import date
from typing import Annotated, Literal, TypeVar

from msgspec import DecodeError, Meta, Struct, ValidationError, json

from flows.member import Membership, Person
from storage.members.port import DirectoryMisconfigured, DirectoryUnavailable

Text = Annotated[str, Meta(max_length=200)]


class _Health(Struct, frozen=True):
    status: Literal["ok"]


class _Person(Struct, frozen=True):
    ref: Annotated[str, Meta(pattern="^[A-Za-z0-9_-]{1,64}$")]
    nik: Annotated[str, Meta(pattern="^[0-9]{16}$")]
    name: Annotated[str, Meta(min_length=1, max_length=200)]
    birth_date: date
    mother_name: Text | None = None
    phones: Annotated[tuple[Annotated[str, Meta(pattern=r"^\+[1-9][0-9]{6,14}$")], ...], Meta(max_length=10)] = ()
    phone_confirmed: date | None = None
    deceased: bool = False
    phone_shared_by: Annotated[int, Meta(ge=1)] = 1
    disputed: bool = False


class _FoundPerson(Struct, frozen=True):
    person: _Person | None


class _Membership(Struct, frozen=True):
    kpj: Annotated[str, Meta(pattern="^[0-9A-Z]{1,20}$")]
    segment: Literal["PU", "BPU", "JAKON", "PMI"]
    status: Literal["active", "inactive"]
    employer: Text | None = None
    employer_npp: Annotated[str, Meta(max_length=40)] | None = None
    joined: date | None = None
    left: date | None = None


class _Memberships(Struct, frozen=True):
    memberships: Annotated[tuple[_Membership, ...], Meta(max_length=200)]


Answer = TypeVar("Answer")


def read_health(body: bytes) -> None:
    """Return if the directory says that it is well; raise `DirectoryUnavailable`."""
    _decode(body, _Health)


def read_person(body: bytes, nik: str) -> Person | None:
    """The person in an answer to a search for `nik`; raise `DirectoryUnavailable`, `DirectoryMisconfigured`."""
    found = _decode(body, _FoundPerson).person
    if found is None:
        return None
    if found.nik != nik:
        raise DirectoryUnavailable("the directory answered about another person than the one asked for")
    if nik in found.ref:
        raise DirectoryMisconfigured("the directory uses the NIK as a person's reference; it has to be opaque")
    return Person(
        ref=found.ref,
        nik=found.nik,
        name=found.name,
        birth_date=found.birth_date.isoformat(),
        mother_name=found.mother_name,
        phones=found.phones,
        phone_confirmed=found.phone_confirmed.isoformat() if found.phone_confirmed else None,
        deceased=found.deceased,
        phone_shared_by=found.phone_shared_by,
        disputed=found.disputed,
    )


def read_memberships(body: bytes) -> tuple[Membership, ...]:
    """The memberships in an answer, oldest first, those without a date last; raise `DirectoryUnavailable`."""
    found = _decode(body, _Memberships).memberships
    ordered = sorted(found, key=lambda one: (one.joined is None, one.joined or date.min, one.kpj))
    return tuple(
        Membership(
            kpj=one.kpj,
            employer=one.employer,
            employer_npp=one.employer_npp,
            segment=one.segment,
            status=one.status,
            joined=one.joined.isoformat() if one.joined else None,
            left=one.left.isoformat() if one.left else None,
        )
        for one in ordered
    )


def _decode(body: bytes, kind: type[Answer]) -> Answer:
    try:
        return json.decode(body, type=kind)
    except ValidationError as error:
        # Only the place: msgspec's texts may quote a value.
        place = str(error).rpartition(" - at ")[2].strip("`") if " - at " in str(error) else "$"
        raise DirectoryUnavailable(f"the directory's answer does not follow docs/members-api.yaml at {place}") from None
    except (DecodeError, UnicodeDecodeError):
        raise DirectoryUnavailable("the directory's answer is not JSON") from None
