"""Attempts without possession, of five kinds that differ only in what the directory says."""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from msgspec import Struct

from flows.event import Sender
from tests.security.stage import Answer, Stage
from tests.system.people import BORN, Worker

NOBODY, NAME, DATE, MOTHER, ALL = "nobody has the NIK", "name differs", "date differs", "mother differs", "all match"
KINDS = (NOBODY, NAME, DATE, MOTHER, ALL)
UNKNOWN = 1_000_000
"""Workers of such numbers and above are in no directory."""


@dataclass(frozen=True)
class Recorded(Worker):
    """A worker who is on record with another birth date than the one that everybody types."""

    def rows(self) -> list[str]:
        """Their lines of a members file."""
        return [row.replace(BORN, "1990-08-16") for row in super().rows()]


def script(kind: str, worker: Worker) -> list[str]:
    """What a stranger writes: the data, three guesses, another code, and all that can be asked afterwards."""
    name = "Sumarni Contohwati" if kind == NAME else "Wahyuni Contohwati"
    mother = "Kartini" if kind == MOTHER else "Sulastri"
    told = ["halo", "1", "setuju", worker.nik, name, "17 agustus 1990", mother]
    return [*told, "111111", "kirim lagi", "222222", "333333", "data berbeda", "kembali", "menu", "1"]


def attempts(each: int, seed: int) -> list[tuple[str, Worker]]:
    """So many of each kind in random order, each about a NIK of its own."""
    found = [
        (kind, (Recorded if kind == DATE else Worker)(number * len(KINDS) + at + (UNKNOWN if kind == NOBODY else 0)))
        for number in range(each)
        for at, kind in enumerate(KINDS)
    ]
    Random(seed).shuffle(found)
    return found


def directory(each: int) -> list[Worker]:
    """The members whom these attempts are about."""
    return [worker for _, worker in attempts(each, 0) if worker.number < UNKNOWN]


class Seen(Struct, frozen=True):
    """What was seen of one attempt."""

    kind: str
    answers: Sequence[Answer]

    @property
    def texts(self) -> tuple[tuple[str, ...], ...]:
        """The messages of each turn."""
        return tuple(answer.texts for answer in self.answers)

    @property
    def times(self) -> list[float]:
        """The seconds of each answer from the NIK on, until its first and its last message."""
        return [value for answer in self.answers[3:] for value in (answer.first, answer.last)]


async def observed(stage: Stage, plan: Sequence[tuple[str, Worker]], at_once: int) -> list[Seen]:
    """Carry all attempts out, each in a conversation of its own."""
    rest: Iterator[tuple[str, Worker]] = iter(plan)
    seen: list[Seen] = []

    async def stranger() -> None:
        for kind, worker in rest:
            answers = await stage.plays(Sender("web", f"stranger-{worker.number}"), script(kind, worker))
            seen.append(Seen(kind, answers))

    await asyncio.gather(*(stranger() for _ in range(at_once)))
    return seen
