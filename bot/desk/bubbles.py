"""A ticket's entries as the conversation shows them: who spoke, on which side, and what became of it."""

from collections.abc import Mapping, Sequence
from datetime import tzinfo
from typing import Literal

from msgspec import Struct

from bot.desk.times import clock, day, iso
from storage.tickets.port import Delivery, Entry, FileMark

Side = Literal["user", "agent", "bot", "note", "system"]

_SIDES: Mapping[str, Side] = {"request": "user", "user": "user", "agent": "agent", "bot": "bot", "note": "note"}
PICTURES = frozenset({"image/jpeg", "image/png", "image/webp", "image/gif"})


class Shown(Struct, frozen=True):
    """A file of an entry; `picture`: it can be shown in the page."""

    mark: FileMark
    picture: bool
    size: str


class Bubble(Struct, frozen=True):
    """An entry as it is shown. `day` is set where a new day begins. `who`: a name, empty for the user and the bot."""

    id: int
    kind: str
    side: Side
    who: str
    mine: bool
    text: str
    files: tuple[Shown, ...]
    delivery: Delivery
    clock: str
    iso: str
    day: str


def bubbles(entries: Sequence[Entry], agent: str, names: Mapping[str, str], zone: tzinfo) -> list[Bubble]:
    """The entries in order, as `agent` sees them."""
    shown: list[Bubble] = []
    last = ""
    for entry in entries:
        date = day(entry.at, zone)
        shown.append(_bubble(entry, agent, names, zone, date if date != last else ""))
        last = date
    return shown


def _bubble(entry: Entry, agent: str, names: Mapping[str, str], zone: tzinfo, new_day: str) -> Bubble:
    named = entry.author not in {"user", "bot", "system"}
    return Bubble(
        entry.id,
        entry.kind,
        _SIDES.get(entry.kind, "system"),
        _author(entry, names) if named else "",
        entry.author == agent,
        _told(entry, names),
        tuple(Shown(mark, mark.media_type in PICTURES, size(mark.size)) for mark in entry.files),
        entry.delivery,
        clock(entry.at, zone),
        iso(entry.at),
        new_day,
    )


def _author(entry: Entry, names: Mapping[str, str]) -> str:
    """Whoever has no account (any more) is called as the entry says."""
    given = entry.name if entry.kind != "transferred" else ""
    return names.get(entry.author) or given or entry.author


def _told(entry: Entry, names: Mapping[str, str]) -> str:
    """What was said; of a transfer the new owner's name, empty for the queue."""
    if entry.kind == "transferred":
        return entry.text and (names.get(entry.text) or entry.name or entry.text)
    return entry.text


def size(count: int) -> str:
    """A number of bytes for people."""
    return f"{count / 1_000_000:.1f} MB" if count >= 1_000_000 else f"{max(1, round(count / 1000))} kB"
