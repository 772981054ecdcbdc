"""Entries of the directory that may lie: when the phone on record proves nothing, whoever holds it.

One table. A row that applies means that possession of the phone does not count and no code is sent to it; from outside
this looks like every other proof that failed, and a person (an agent) is the way on. Rows about the person count as
well where the operator lets knowledge stand for possession.
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from flows.member import Person
from flows.reading.days import full_years
from flows.settings import Settings

YOUNGEST = 15
"""Years of age below which a member is treated as a child, as for the date in a NIK."""


class Doubt(NamedTuple):
    """A reason not to trust the phone on record; `name` stands in the audit. `person`: nobody can prove to be them."""

    name: str
    applies: Callable[[Person, Settings, date], bool]
    person: bool = False


def _deceased(person: Person, _settings: Settings, _today: date) -> bool:
    return person.deceased


def _child(person: Person, _settings: Settings, today: date) -> bool:
    born = _day(person.birth_date)
    return born is not None and full_years(born, today) < YOUNGEST


def _disputed(person: Person, _settings: Settings, _today: date) -> bool:
    return person.disputed


def _no_phone(person: Person, _settings: Settings, _today: date) -> bool:
    return not person.phones


def _shared(person: Person, settings: Settings, _today: date) -> bool:
    return person.phone_shared_by > 1 and not settings.shared_phones


def _stale(person: Person, settings: Settings, today: date) -> bool:
    if not settings.phone_confirmed_days:
        return False
    confirmed = _day(person.phone_confirmed or "")
    return confirmed is None or today - confirmed > timedelta(days=settings.phone_confirmed_days)


DOUBTS = (
    Doubt("deceased", _deceased, person=True),
    Doubt("child", _child, person=True),
    Doubt("disputed", _disputed, person=True),
    Doubt("no-phone", _no_phone),
    Doubt("shared-phone", _shared),
    Doubt("stale-phone", _stale),
)


def doubt(person: Person, settings: Settings, today: date, *, phone: bool = True) -> str | None:
    """The first reason not to trust this person's phone, or None; without `phone`: to trust no knowledge either."""
    return next((row.name for row in DOUBTS if (phone or row.person) and row.applies(person, settings, today)), None)


def _day(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None
