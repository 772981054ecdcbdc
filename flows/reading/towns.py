"""Which town or region a text names, and the time zone there; and the zone of a place on the map.

Names and zones of provinces are general knowledge (``towns.txt``: province, zone, and names that people say). A place
on the map gets the zone of the nearest town of `ANCHORS`, which stand close together where zones meet.
"""

import functools
import re
from importlib import resources
from math import asin, cos, radians, sin, sqrt
from typing import Literal, NamedTuple, cast

from rapidfuzz import fuzz, process

from flows.reading.words import COURTESY, tokens

Zone = Literal["WIB", "WITA", "WIT"]
HOURS: dict[Zone, int] = {"WIB": 7, "WITA": 8, "WIT": 9}
"""Hours ahead of UTC."""

ANCHORS: tuple[tuple[Zone, tuple[tuple[float, float], ...]], ...] = (
    ("WIB", (
        (5.5, 95.3), (3.6, 98.7), (-0.9, 100.4), (0.5, 101.4), (1.1, 104.0), (3.9, 108.2), (-1.6, 103.6), (-3.0, 104.8),
        (-3.8, 102.3), (-5.4, 105.3), (-2.1, 106.1), (-6.2, 106.8), (-6.9, 107.6), (-7.0, 110.4), (-7.3, 112.7),
        (-8.2, 113.7), (-8.2, 114.37), (-8.14, 114.4), (-7.0, 113.9), (-7.0, 115.3), (0.0, 109.3), (0.1, 111.5),
        (0.8, 112.9), (-1.8, 110.0), (-2.7, 111.6), (-2.5, 113.0), (-2.2, 113.9), (-3.0, 114.39), (-1.7, 114.9),
        (-0.9, 114.9), (-0.6, 114.5), (-2.1, 115.2),
    )),
    ("WITA", (
        (-8.16, 114.44), (-8.36, 114.6), (-8.65, 115.2), (-8.6, 116.1), (-8.5, 117.4), (-8.5, 118.7), (-8.8, 121.6),
        (-9.6, 119.4), (-9.7, 120.3), (-10.2, 123.6), (-9.1, 124.9), (-8.2, 124.5), (-3.3, 114.6), (-3.4, 114.85),
        (-2.6, 115.4), (-2.2, 115.4), (-3.4, 116.0), (-1.3, 116.8), (-0.5, 117.1), (-0.3, 115.7), (0.6, 115.6),
        (2.2, 117.5), (3.3, 117.6), (3.6, 116.6), (2.9, 115.7), (-5.1, 119.4), (-4.0, 122.5), (-5.5, 122.6),
        (-0.9, 119.9), (-1.0, 122.8), (-1.6, 123.5), (0.5, 123.1), (1.5, 124.8), (3.6, 125.5), (4.2, 126.8),
        (-2.7, 118.9),
    )),
    ("WIT", (
        (-1.8, 124.7), (-2.0, 125.9), (0.8, 127.4), (2.1, 128.3), (-3.7, 128.2), (-3.3, 126.6), (-7.9, 126.4),
        (-8.0, 127.8), (-7.9, 131.3), (-5.6, 132.7), (-5.8, 134.2), (-0.9, 131.3), (-0.9, 134.1), (-2.9, 132.3),
        (-1.2, 136.1), (-3.4, 135.5), (-4.5, 136.9), (-4.1, 138.9), (-2.5, 140.7), (-5.5, 138.1), (-8.5, 140.4),
    )),
)  # fmt: skip
NEAR = 87
LONGEST = 12
"""Words of a text that are looked at."""

_ZONES: tuple[tuple[Zone, re.Pattern[str]], ...] = (
    ("WITA", re.compile(r"\bwita\b|\bwaktu (?:indonesia )?tengah\b|\b(?:sulawesi|bali|lombok|kalimantan timur)\b")),
    ("WIT", re.compile(r"\bwit\b|\bwaktu (?:indonesia )?timur\b|\b(?:papua|maluku|irian)\b")),
    ("WIB", re.compile(r"\bwib\b|\bwaktu (?:indonesia )?barat\b|\b(?:jawa|sumatra|sumatera|jkt|jabodetabek)\b")),
)
_FRAME = frozenset(
    """
    saya aku sy tinggal di kota kab kabupaten kotamadya dari daerah kantor cabang terdekat bpjs ketenagakerjaan bpjstk
    yang dekat ada dimana mana mau cari cariin provinsi prov lokasi posisi sekarang kerja i am in live the near nearest
    office city from alamat jamsostek kacab ini sini , . ? ! : ;
    """.split()
)


class Town(NamedTuple):
    """A place by name; `name` is empty where only a province or a zone was named."""

    name: str
    province: str
    zone: Zone


@functools.cache
def towns() -> dict[str, Town]:
    """All towns, regions and provinces by their plain name; of two with the same name the first of the table stands."""
    found: dict[str, Town] = {}
    for line in resources.files("flows.reading").joinpath("towns.txt").read_text(encoding="utf-8").splitlines():
        province, its_zone, names = line.split("|")
        zone = cast("Zone", its_zone)
        for name in names.split(", "):
            found.setdefault(plain_name(name), Town(name, province, zone))
        found.setdefault(plain_name(province), Town("", province, zone))
    return found


def read_town(text: str) -> Town | None:
    """The town, region, province or zone that a text names; None if it names none for certain.

    The longest name wins ("Lombok Timur" before "Lombok"), and a town before its province. A typing error is forgiven
    in names of five letters or more.
    """
    words = [word for word in tokens(text[:200]) if word not in COURTESY and word not in _FRAME][:LONGEST]
    known = towns()
    spans = [" ".join(words[at : at + length]) for length in (3, 2, 1) for at in range(len(words) - length + 1)]
    exact = [known[plain_name(span)] for span in spans if plain_name(span) in known]
    if exact:
        return next((town for town in exact if town.name), exact[0])
    for zone, names in _ZONES:
        if names.search(" ".join(words)):
            return Town("", "", zone)
    for span in spans if len(words) <= 3 else ():
        if len(span) >= 5:
            near = process.extract(plain_name(span), known.keys(), scorer=fuzz.ratio, score_cutoff=NEAR, limit=2)
            if near and (len(near) == 1 or near[0][1] > near[1][1]):
                return known[near[0][0]]
    return None


def zone_at(latitude: float, longitude: float) -> Zone:
    """The time zone of a place in Indonesia."""
    return min((distance(latitude, longitude, *there), zone) for zone, places in ANCHORS for there in places)[1]


def distance(latitude: float, longitude: float, to_latitude: float, to_longitude: float) -> float:
    """Kilometres between two places on the globe (haversine; degrees)."""
    up, right = radians(to_latitude - latitude) / 2, radians(to_longitude - longitude) / 2
    part = sin(up) ** 2 + cos(radians(latitude)) * cos(radians(to_latitude)) * sin(right) ** 2
    return 12742.0 * asin(min(1.0, sqrt(part)))


def plain_name(name: str) -> str:
    """A name without what offices put before it: "Kota Medan" and "medan" are one."""
    words = [word for word in re.findall(r"[a-z]+", name.lower()) if word not in {"kota", "kabupaten", "kab", "adm"}]
    return "".join(words)
