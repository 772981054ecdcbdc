"""Journey 8: the official contacts, and the nearest office of the operator's list. No address is invented.

A shared place or a typed town also tells the time zone, in which hours are then told. Of a place only the zone is kept.
"""

import re

from flows.event import PlaceShared, Text
from flows.flow import Answer, Ask, End, Flow, Route
from flows.offices import (
    call_centre,
    find_town,
    keep_zone,
    keep_zone_of_place,
    lines,
    nearest,
    offices_in,
    zone_of,
)
from flows.reading.towns import Town
from flows.reading.words import tokens
from flows.turn import Turn

CONTACTS = (
    "contacts-email", "contacts-website", "contacts-whatsapp", "contacts-migrants", "contacts-instagram", "contacts-x",
    "contacts-facebook",
)  # fmt: skip
BRING = re.compile(
    r"\b(?:cara ke|ke) (?:kantor )?cabang\b|\b(?:bawa|dibawa|nyandak|gawa|bring)\b|\b(?:syarat|persyaratan)\w*\b"
)
TOWN, PROVINCE = "town", "province"
MAIN_OPTIONS = ("offices.near", "offices.branch", "nav.menu")
AFTER = ("offices.near", "offices.contacts", "nav.menu")
WHERE_OPTIONS = ("offices.contacts", "nav.menu")


def place_shared(turn: Turn) -> bool:
    """The user sent a location."""
    return isinstance(turn.event, PlaceShared)


def has_list(turn: Turn) -> bool:
    """The operator has loaded a list of offices."""
    return bool(turn.settings.offices)


def read_place(turn: Turn, text: str) -> Answer | None:
    """A town, region, province or time zone; or that the way to a branch is wanted, and what to bring."""
    if BRING.search(" ".join(tokens(text))):
        return Answer("branch")
    town = find_town(turn.settings.offices, text)
    if town is None:
        return None
    keep_zone(turn, town.zone)
    if not town.name and not town.province:
        return Answer("zone")
    return Answer("found", {TOWN: town.name, PROVINCE: town.province})


def place_named(turn: Turn) -> bool:
    """The words that led here name a place, and there is a list to look in."""
    answer = _said(turn) if has_list(turn) else None
    return answer is not None and answer.trigger == "found"


def branch_asked(turn: Turn) -> bool:
    """The words that led here ask what to bring to a branch."""
    answer = _said(turn)
    return answer is not None and answer.trigger == "branch"


def _said(turn: Turn) -> Answer | None:
    return read_place(turn, turn.event.text) if isinstance(turn.event, Text) else None


def keep_named(turn: Turn) -> None:
    """The place that was named."""
    answer = _said(turn)
    if answer is not None:
        turn.frame.slots.update(answer.slots)


def keep_place(turn: Turn) -> None:
    """Of a shared place only the time zone is kept."""
    turn.frame.slots.pop(TOWN, None)
    turn.frame.slots.pop(PROVINCE, None)
    if isinstance(turn.event, PlaceShared):
        keep_zone_of_place(turn, turn.event.latitude, turn.event.longitude)


def call_line(turn: Turn) -> str:
    """The call centre, as far as it is set."""
    return call_centre(turn, "contacts-call", "contacts-call_hours")


def say_contacts(turn: Turn) -> None:
    """All official contacts that are set."""
    parts = [turn.text("offices-contacts"), call_line(turn), turn.lines(*CONTACTS), turn.text("contacts-branch")]
    if turn.settings.facts.call_centre_hours and zone_of(turn) is None:
        parts.append(turn.text("contacts-which_zone"))
    turn.question("\n".join(part for part in parts if part))


def say_near(turn: Turn) -> None:
    """The offices that are near, or how to find one if none of the list is."""
    event, offices = turn.event, turn.settings.offices
    town, province = turn.text_slot(TOWN), turn.text_slot(PROVINCE)
    told: list[str] = []
    if isinstance(event, PlaceShared):
        found = nearest(offices, event.latitude, event.longitude)
        told = list(lines(turn, [office for office, _ in found], [far for _, far in found]))
    elif town or province:
        told = list(lines(turn, offices_in(offices, Town(town, province, zone_of(turn) or "WIB"))))
    if told:
        turn.question("\n".join((turn.text("offices-near"), *told, turn.text("offices-near-close"))))
    elif not town and not province and not isinstance(event, PlaceShared):
        turn.question(turn.text("offices-where"))  # asked again: the place of a pin was not kept
    else:
        say_no_list(turn)


def say_no_list(turn: Turn) -> None:
    """How to find an office without a list."""
    parts = [turn.text("offices-no_office" if has_list(turn) else "offices-no_list"), call_line(turn)]
    turn.question("\n".join(part for part in parts if part))


OFFICES = Flow(
    "offices",
    states=(
        Route("begin"),
        Ask(
            "contacts",
            options={"offices.near": "near", "offices.branch": "branch"},
            shown=MAIN_OPTIONS,
            says=say_contacts,
            read=read_place,
            place="shared",
            rests=True,
        ),
        Ask(
            "where",
            options={"offices.contacts": "contacts"},
            shown=WHERE_OPTIONS,
            read=read_place,
            place="shared",
            rests=True,
        ),
        Ask(
            "near",
            options={"offices.near": "near", "offices.contacts": "contacts"},
            shown=AFTER,
            says=say_near,
            read=read_place,
            place="shared",
            rests=True,
        ),
        Ask(
            "branch",
            options={"offices.near": "near", "offices.contacts": "contacts"},
            shown=AFTER,
            read=read_place,
            place="shared",
            rests=True,
        ),
        End("over", outcome="done"),
    ),
    table=(
        {"trigger": "go", "source": "begin", "dest": "near", "conditions": place_shared, "after": keep_place},
        {"trigger": "go", "source": "begin", "dest": "near", "conditions": place_named, "after": keep_named},
        {"trigger": "go", "source": "begin", "dest": "branch", "conditions": branch_asked},
        {"trigger": "go", "source": "begin", "dest": "contacts"},
        {"trigger": "near", "source": ["contacts", "branch", "near"], "dest": "where"},
        {"trigger": "branch", "source": ["contacts", "where", "near", "branch"], "dest": "branch"},
        {"trigger": "contacts", "source": ["where", "near", "branch"], "dest": "contacts"},
        {"trigger": "zone", "source": ["contacts", "where", "near", "branch"], "dest": "contacts"},
        {"trigger": "found", "source": "contacts", "dest": "near", "conditions": has_list},
        {"trigger": "found", "source": "contacts", "dest": "contacts"},
        {"trigger": "found", "source": ["where", "near", "branch"], "dest": "near"},
        {
            "trigger": "shared",
            "source": ["contacts", "where", "near", "branch"],
            "dest": "near",
            "after": keep_place,
        },
        {"trigger": "back", "source": ["where", "near", "branch"], "dest": "contacts"},
        {"trigger": "back", "source": "contacts", "dest": "over"},
    ),
)
