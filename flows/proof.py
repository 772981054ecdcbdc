"""What has been proven, computed in one place from the evidence that a session holds.

0 nothing · 1 knowledge (NIK, name, birth date match) · 2 possession of the registered phone · 3 confirmed by an agent.
"""

from collections.abc import Iterable
from datetime import date

from flows.member import Person
from flows.reading.names import compare_names
from flows.reading.phones import same_phone
from flows.session import Evidence
from flows.settings import Settings

KNOWLEDGE, PHONE, AGENT = "knowledge", "phone", "agent"
LEVELS = {KNOWLEDGE: 1, PHONE: 2, AGENT: 3}
FULL_KPJ = 2


def valid(evidence: Iterable[Evidence], now: int, last_at: int, settings: Settings) -> tuple[Evidence, ...]:
    """The evidence that still counts: it ends after some idle time, and at the latest after some hours."""
    if last_at and now - last_at > settings.evidence_idle:
        return ()
    return tuple(item for item in evidence if now - item.at <= settings.evidence_max)


def assurance(evidence: Iterable[Evidence]) -> int:
    """The level that the evidence gives, 0 to 3."""
    return max((LEVELS.get(item.kind, 0) for item in evidence), default=0)


def proven_person(evidence: Iterable[Evidence], level: int) -> str | None:
    """Whose data may be shown: the person that evidence of at least `level` is about."""
    for item in evidence:
        if LEVELS.get(item.kind, 0) >= level:
            return item.person
    return None


def has_phone(person: Person | None, phone: str | None) -> bool:
    """Whether the proven phone is a registered one of this person."""
    return bool(person and phone and any(same_phone(phone, known) for known in person.phones))


def knows_details(person: Person | None, name: str, birth_date: str, mother_name: str | None) -> bool:
    """Whether name and birth date (and the mother's name where it was asked for) are this person's."""
    if person is None or not name or not birth_date:
        return False
    try:
        same_day = date.fromisoformat(person.birth_date) == date.fromisoformat(birth_date)
    except ValueError:
        return False
    if mother_name is not None and not compare_names(person.mother_name or "", mother_name).match:
        return False
    return same_day and compare_names(person.name, name).match
