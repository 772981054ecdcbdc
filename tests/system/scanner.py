"""Looks for personal data in the clear, in every form in which it could stand in a file."""

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.system.people import BORN, NAME, Worker

MONTHS = "januari februari maret april mei juni juli agustus september oktober november desember".split()


@dataclass(frozen=True)
class Find:
    """A value that stands somewhere in the clear."""

    place: str
    what: str


def forms_of(worker: Worker) -> Iterator[tuple[str, bytes]]:
    """All that must stand nowhere: what it is, and bytes (in small letters) that would give it away."""
    yield from _number("nik", worker.nik)
    for kpj in worker.kpjs:
        yield from _number("kpj", kpj)
    for phone in {worker.phone, worker.writes_from}:
        local = phone.removeprefix("+62")
        for form in (f"62{local}", f"0{local}", f"{local[:3]}-{local[3:]}"):
            yield from _number("phone", form)
    for word in (NAME, NAME.replace(" ", "%20"), NAME.replace(" ", "+"), NAME.split()[0]):
        yield "name", word.lower().encode()
        yield "name", word.lower().encode("utf-16-le")
    year, month, day = BORN.split("-")
    dates = [f"{year}-{month}-{day}", f"{day}-{month}-{year}", f"{day}/{month}/{year}", f"{day}{month}{year}"]
    dates += [f"{day} {MONTHS[int(month) - 1]} {year}", f"{year}{month}{day}"]
    for date in dates:
        yield "birth date", date.encode()


def _number(what: str, digits: str) -> Iterator[tuple[str, bytes]]:
    yield what, digits.encode()
    yield what, digits.encode("utf-16-le")
    if digits.isdecimal():
        yield what, struct.pack("<q", int(digits))  # as Redis packs numbers in its own files


def finds_in(place: str, content: bytes, workers: Sequence[Worker], others: Sequence[str] = ()) -> set[Find]:
    """What of these people, or of `others` (tokens, keys), stands in some bytes."""
    small = content.lower()
    found = {
        Find(place, what) for worker in workers for what, form in forms_of(worker) if form in small or form in content
    }
    return found | {Find(place, "secret") for secret in others if secret.encode() in content}


def finds_below(folder: Path, workers: Sequence[Worker], others: Sequence[str] = ()) -> set[Find]:
    """The same in every file below a folder; a folder without files would prove nothing."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert files, f"there is nothing in {folder}"
    return {find for path in files for find in finds_in(path.name, path.read_bytes(), workers, others)}
