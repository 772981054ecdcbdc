"""A worker as the members directory knows them. Only the look-up and the proof ever see these."""

from msgspec import Struct


class Person(Struct, frozen=True, array_like=True):
    """One person, found by NIK.

    `ref` is opaque and stable and holds no personal data. `birth_date` is ISO; `phones` are the registered ones, E.164.
    `phone_confirmed`: when somebody last made sure of the phone (ISO). `phone_shared_by`: how many people have this
    phone on record, this one included. `disputed`: under this NIK stand records of different people.
    """

    ref: str
    nik: str
    name: str
    birth_date: str
    mother_name: str | None = None
    phones: tuple[str, ...] = ()
    phone_confirmed: str | None = None
    deceased: bool = False
    phone_shared_by: int = 1
    disputed: bool = False


class Membership(Struct, frozen=True, array_like=True):
    """One membership of a person. `kpj` is an opaque string of usually 11 digits; dates are ISO."""

    kpj: str
    employer: str | None = None
    employer_npp: str | None = None
    segment: str = "PU"
    status: str = "active"
    joined: str | None = None
    left: str | None = None
