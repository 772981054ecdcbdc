"""Attackers who know NIK, name, birth date and mother's name of real members, and what they try on each channel."""

import asyncio
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from random import Random

from flows.event import Sender
from tests.security.stage import Deed, Stage
from tests.system.people import Worker

PER_NIK = 4
"""Attackers of one member: one fewer than lock the NIK, so that none is spared by another's failures."""
VICTIMS, NOBODYS = 3_141_592, 7_618_033
"""Victims have numbers from the first on; who has one from the second on is in no directory: that is the control."""
OWN_PHONES = 5_271_828
"""Members from this number on are the attackers themselves: they have a registered phone, and try others' NIKs."""

Attack = Callable[[Stage, int, Worker, Worker], tuple[Sender, list[Deed]]]


def _told(victim: Worker) -> list[Deed]:
    return [victim.nik, "Wahyuni Contohwati", "17 agustus 1990"]


def _guesses(number: int) -> list[Deed]:
    """Odd ones: the stage's codes are even, so that nobody is right by chance; how often that is, is tested apart."""
    chance = Random(number)
    return [f"{chance.randrange(1, 10**6, 2):06}" for _ in range(3)]


def by_web(stage: Stage, number: int, victim: Worker, _own: Worker) -> tuple[Sender, list[Deed]]:
    """A new browser each time."""
    return Sender("web", f"a{number}"), ["halo", stage.presses("menu.recover"), "setuju", *_told(victim)]


def by_own_whatsapp(_: Stage, number: int, victim: Worker, own: Worker) -> tuple[Sender, list[Deed]]:
    """A member with their own registered phone, who tries somebody else's NIK by the short way."""
    return Sender("whatsapp", f"whatsapp:{own.phone}#{number}", own.phone), ["cari kpj", "setuju", *_told(victim)]


def by_hidden_whatsapp(_: Stage, number: int, victim: Worker, _own: Worker) -> tuple[Sender, list[Deed]]:
    """Without a visible number."""
    return Sender("whatsapp", f"whatsapp:ID.{number}"), ["halo", "1", "setuju", *_told(victim)]


def by_forwarded_contact(stage: Stage, number: int, victim: Worker, _own: Worker) -> tuple[Sender, list[Deed]]:
    """The victim's contact, forwarded and typed."""
    shared: list[Deed] = [stage.shares(victim.phone, own=False), victim.phone, stage.presses("contact.skip")]
    start: list[Deed] = [stage.opens(), stage.presses("menu.recover"), stage.presses("consent.yes")]
    return Sender("telegram", f"{10**9 + number}"), [*start, *shared, *_told(victim)]


def by_own_contact(stage: Stage, number: int, victim: Worker, own: Worker) -> tuple[Sender, list[Deed]]:
    """The attacker's own contact, which is registered, and somebody else's NIK."""
    start: list[Deed] = [stage.opens(), stage.presses("menu.recover"), stage.presses("consent.yes")]
    return Sender("telegram", f"{2 * 10**9 + number}"), [*start, stage.shares(own.phone, own=True), *_told(victim)]


ATTACKS: dict[str, Attack] = {
    "web": by_web,
    "own registered phone, WhatsApp": by_own_whatsapp,
    "hidden number, WhatsApp": by_hidden_whatsapp,
    "forwarded contact, Telegram": by_forwarded_contact,
    "own contact, Telegram": by_own_contact,
}


@dataclass
class Report:
    """What the attackers got. `talks`: by attack and whether the victim exists, what was said and how often."""

    conversations: int = 0
    messages: int = 0
    leaks: list[str] = field(default_factory=list)
    talks: dict[tuple[str, bool], Counter[tuple[tuple[str, ...], ...]]] = field(
        default_factory=lambda: defaultdict(Counter)
    )

    def hints(self) -> list[str]:
        """The attacks that told members from nobodies by anything that was said."""
        return [name for name in ATTACKS if set(self.talks[name, True]) != set(self.talks[name, False])]


def members(victims: int, attackers: int) -> list[Worker]:
    """The directory: victims, and attackers who are members themselves."""
    return [
        *map(Worker, range(VICTIMS, VICTIMS + victims)),
        *(Worker(OWN_PHONES + number) for number in range(attackers)),
    ]


async def attacked(stage: Stage, victims: int, attackers: int, *, mother: bool, at_once: int) -> Report:
    """`PER_NIK` attacks on each victim and on as many nobodies, in random order."""
    report = Report()
    plan = [
        (victim + base, turn) for base in (VICTIMS, NOBODYS) for victim in range(victims) for turn in range(PER_NIK)
    ]
    Random(5).shuffle(plan)
    names, rest = list(ATTACKS), iter(enumerate(plan))
    own = [Worker(OWN_PHONES + number) for number in range(attackers)]

    async def one() -> None:
        for number, (target, turn) in rest:
            victim, name = (
                Worker(target),
                names[(target - (NOBODYS if target >= NOBODYS else VICTIMS) + turn) % len(names)],
            )
            sender, deeds = ATTACKS[name](stage, number, victim, own[number % attackers])
            deeds += ["Sulastri"] if mother else []
            deeds += [*_guesses(number), "data saya apa saja yang disimpan", "unduh data saya", "kembali"]
            await _play(stage, report, name, (sender, deeds), victim)

    await asyncio.gather(*(one() for _ in range(at_once)))
    return report


async def _play(stage: Stage, report: Report, name: str, part: tuple[Sender, Sequence[Deed]], victim: Worker) -> None:
    sender, deeds = part
    answers = [answer.texts for answer in await stage.plays(sender, deeds)]
    said = "\n".join(text for texts in answers for text in texts)
    files = "\n".join(stage.files.pop(f"{sender.channel}:{sender.address}", []))
    said += files.replace(sender.address, "")
    report.conversations += 1
    report.messages += len(deeds)
    report.leaks += [f"{name}: {part}" for part in pieces_in(said, victim)]
    without_times = tuple(tuple(re.sub(r"\d\d\.\d\d", "hh.mm", text) for text in texts) for texts in answers)
    report.talks[name, victim.number < NOBODYS][without_times] += 1
    stage.heard.pop(f"{sender.channel}:{sender.address}", None)


def pieces_in(said: str, victim: Worker) -> list[str]:
    """Parts of the victim's KPJ of five digits or more, and their employer's or phone's, that somebody was told."""
    digits = re.sub(r"[ .\-]", "", said)
    kpj = victim.kpjs[0]
    parts = [kpj[at : at + 5] for at in range(len(kpj) - 4)] + [victim.phone[-6:], "PT Contoh Sandang"]
    return [part for part in parts if part in digits or part in said]
