"""Which offices of the operator's list are near, and when the call centre is open where the user is."""

import re
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz, process

from flows.reading.towns import HOURS, NEAR, Town, Zone, distance, plain_name, read_town, zone_at
from flows.settings import Office
from flows.turn import Turn

MOST = 3
"""Offices that are told at once."""
ZONE = "zone"
"""The note that keeps the user's time zone."""

_HOURS = re.compile(r"^(\d\d?)[.:](\d\d) ?- ?(\d\d?)[.:](\d\d) (WIB|WITA|WIT)$")


def nearest(offices: Sequence[Office], latitude: float, longitude: float) -> list[tuple[Office, float]]:
    """The nearest offices whose place is known, with the distance in kilometres."""
    placed = [
        (office, distance(latitude, longitude, office.latitude, office.longitude))
        for office in offices
        if office.latitude is not None and office.longitude is not None
    ]
    return sorted(placed, key=lambda pair: pair[1])[:MOST]


def offices_in(offices: Sequence[Office], town: Town) -> list[Office]:
    """The offices of a town, or of its province if the town has none."""
    if town.name:
        here = plain_name(town.name)
        same = [office for office in offices if _begin_alike(plain_name(office.city), here)]
        if same:
            return same[:MOST]
    if not town.province:
        return []
    province = plain_name(town.province)
    return [office for office in offices if plain_name(office.province) == province][:MOST]


def find_town(offices: Sequence[Office], text: str) -> Town | None:
    """The town that a text names: a known one, or one of the list."""
    town = read_town(text)
    if town is not None or not offices or len(text) > 60:
        return town
    cities = {plain_name(office.city): office for office in offices}
    near = process.extractOne(plain_name(text), cities.keys(), scorer=fuzz.ratio, score_cutoff=NEAR)
    if near is None:
        return None
    office = cities[near[0]]
    there = read_town(office.province)
    return Town(office.city, office.province, there.zone if there is not None else "WIB")


def keep_zone(turn: Turn, zone: Zone) -> None:
    """Remember in which zone the user is, to tell hours in it."""
    turn.notes[ZONE] = zone


def zone_of(turn: Turn) -> Zone | None:
    """The user's time zone, as far as it is known."""
    kept = turn.notes.get(ZONE)
    return next((zone for zone in HOURS if zone == kept), None)


def keep_zone_of_place(turn: Turn, latitude: float, longitude: float) -> None:
    """Remember the zone of a shared place; the place itself is not kept."""
    keep_zone(turn, zone_at(latitude, longitude))


def local_hours(hours: str, zone: Zone | None) -> str:
    """Opening hours told in a zone; as they are where they do not say their own, or the zone is not known."""
    found = _HOURS.match(hours.strip())
    if found is None or zone is None:
        return hours
    ahead = next(shift for name, shift in HOURS.items() if name == found[5])
    opens, closes = (_shift(found[at], HOURS[zone] - ahead) for at in (1, 3))
    return f"{opens}.{found[2]}-{closes}.{found[4]} {zone}"


def call_centre(turn: Turn, key: str, key_with_hours: str) -> str:
    """The call centre with its hours in the user's zone, without hours, or nothing: as far as the facts are set."""
    facts = turn.settings.facts
    if not facts.call_centre:
        return ""
    if not facts.call_centre_hours:
        return turn.text(key)
    hours = local_hours(facts.call_centre_hours, zone_of(turn))
    return turn.texts.keep(turn.locale, key_with_hours, hours=hours, call_centre_hours=hours)


def email(turn: Turn) -> str:
    """The address, with the days that an answer takes if they are set; nothing if it is not set."""
    return turn.lines("way-email") or turn.lines("way-email-plain")


def _shift(hour: str, by: int) -> str:
    return f"{(int(hour) + by) % 24:02}"


def _begin_alike(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def lines(turn: Turn, offices: Sequence[Office], kilometres: Sequence[float] = ()) -> Iterator[str]:
    """Each office as people need it: name, address, phone, and how far it is."""
    for at, office in enumerate(offices):
        parts = [f"• {office.name}", f"{office.address}, {office.city}"]
        if office.phone:
            parts.append(turn.text("offices-phone", phone=office.phone))
        if at < len(kilometres):
            parts.append(turn.text("offices-distance", distance=_round(kilometres[at])))
        yield "\n".join(parts)


def _round(kilometres: float) -> str:
    return f"{kilometres:.0f}" if kilometres >= 10 else f"{kilometres:.1f}".replace(".", ",")
