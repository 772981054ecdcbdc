"""What has been proven, computed in one place from the evidence that a session holds.

0 nothing · 1 knowledge (NIK, name, birth date match) · 2 possession of the registered phone · 3 confirmed by an agent.
"""

import re
from collections.abc import Iterable
from datetime import date

from flows.member import Person
from flows.reading.names import compare_names
from flows.reading.phones import same_phone
from flows.session import Evidence
from flows.settings import Disclosure, Settings

KNOWLEDGE, PHONE, CODE, AGENT = "knowledge", "phone", "code", "agent"
LEVELS = {KNOWLEDGE: 1, PHONE: 2, CODE: 2, AGENT: 3}
FULL_KPJ = 2
E164 = re.compile(r"\+[1-9]\d{7,14}$")


def valid(evidence: Iterable[Evidence], now: int, last_at: int, settings: Settings) -> tuple[Evidence, ...]:
    """The evidence that still counts: it ends after some idle time, and at the latest after some hours.

    What an agent saw to begins when they say so, however long the user had written nothing.
    """
    idle = settings.evidence_idle if last_at else now
    lasting = (item for item in evidence if now - max(last_at, item.at) <= idle)
    return tuple(item for item in lasting if now - item.at <= settings.evidence_max)


def assurance(evidence: Iterable[Evidence], disclosure: Disclosure) -> int:
    """The level that the evidence gives, 0 to 3."""
    return max((_level(item, disclosure) for item in evidence), default=0)


def proven_person(evidence: Iterable[Evidence], level: int, disclosure: Disclosure) -> str | None:
    """Whose data may be shown: the person that evidence of at least `level` is about."""
    return next((item.person for item in evidence if _level(item, disclosure) >= level), None)


def _level(item: Evidence, disclosure: Disclosure) -> int:
    """What one piece is worth. An operator who relaxed `disclosure.kpj` lets knowledge stand for possession."""
    level = LEVELS.get(item.kind, 0)
    return FULL_KPJ if disclosure.kpj <= level < FULL_KPJ else level


def has_phone(person: Person | None, phone: str | None) -> bool:
    """Whether the proven phone is a registered one of this person."""
    if person is None or not phone:
        return False
    return phone in person.phones or any(_written_otherwise(phone, known) for known in person.phones)


def _written_otherwise(one: str, other: str) -> bool:
    """Whether two numbers of which one is not in E.164 are the same; two that are, are only if they are equal."""
    return not (E164.match(one) and E164.match(other)) and same_phone(one, other)


def knows_details(person: Person | None, name: str, birth_date: str, mother_name: str | None) -> bool:
    """Whether name and birth date (and the mother's name where it was asked for) are this person's.

    Where there is nobody, the same comparisons are made with a stand-in: a miss takes as long as a hit.
    """
    if not name or not birth_date:
        return False
    known = person if person is not None else _STAND_IN
    same_name = compare_names(known.name, name).match
    same_mother = mother_name is None or compare_names(known.mother_name or "", mother_name).match
    return _same_day(known.birth_date, birth_date) and same_name and same_mother and person is not None


def _same_day(one: str, other: str) -> bool:
    try:
        return date.fromisoformat(one) == date.fromisoformat(other)
    except ValueError:
        return False


_STAND_IN = Person("", "", "RUKMINI CONTOHWATI", "1990-08-17", "SULASTRI CONTOHWATI")
