"""A tiny dialogue, and somebody who carries out its effects, for tests of the worker."""

import asyncio
from collections import Counter, defaultdict
from collections.abc import Callable
from typing import cast

from msgspec.structs import replace

from bot.worker.measure import Counted, Level, Stage
from flows.effect import CancelTimer, Effect, FindPerson, Say, SetTimer
from flows.event import Event, PersonLookedUp, Sender, Text, TimerFired, Unreachable
from flows.session import Session

START = 1_700_000_000_000


def user(number: int) -> Sender:
    """One of many users."""
    return Sender("telegram", str(number))


def text(sender: Sender, number: int, words: str = "") -> Text:
    """A user's numbered message."""
    return Text(f"tg:{sender.address}.{number}", START + number, words or f"m{number}")


class Counting:
    """Answers every message with its number in the conversation and its words.

    ``two`` is answered twice, ``find`` looks a person up, ``boom`` raises, ``unwritable`` leads to a session that
    cannot be stored, ``forget`` ends it, ``wake`` sets a timer.
    """

    def step(  # noqa: C901, PLR0911  one kind of event a line
        self, session: Session | None, sender: Sender, event: Event
    ) -> tuple[Session | None, tuple[Effect, ...]]:
        """Count and echo."""
        session = session or Session(sender)
        count = session.seq + 1
        after = replace(session, seq=count)
        match event:
            case Text(text="boom"):
                raise ValueError(f"somebody wrote {event.text}")
            case Text(text="unwritable"):
                return replace(after, seq=2**70), (Say("lost"),)
            case Text(text="forget"):
                return None, (Say("forgotten"),)
            case Text(text="two"):
                return after, (Say(f"{count}:one"), Say(f"{count}:two"))
            case Text(text="find"):
                return after, (Say(f"{count}:looking"), FindPerson("1", 1))
            case Text(text="wake"):
                return after, (Say(f"{count}:wake"), SetTimer("nap", event.at), CancelTimer("other"))
            case Text():
                return after, (Say(f"{count}:{event.text}"),)
            case PersonLookedUp():
                return after, (Say(f"{count}:found"),)
            case TimerFired():
                return after, (Say(f"{count}:{event.name}"),)
            case Unreachable():
                return after, ()
            case _:
                return after, (Say(f"{count}:?"),)

    def sorry(self, session: Session | None) -> Say:  # noqa: ARG002  the port's signature
        """The apology."""
        return Say("sorry")


class Sending:
    """Remembers what was sent to whom. `trouble`, if set, may raise before a message counts as sent."""

    def __init__(self) -> None:
        self.sent: dict[str, list[str]] = defaultdict(list)
        self.tried: list[tuple[str, Effect]] = []
        self.trouble: Callable[[Sender, Effect], None] = lambda _sender, _effect: None
        self.slow: dict[str, asyncio.Event] = {}
        self._something = asyncio.Condition()

    async def run(self, sender: Sender, effect_id: str, effect: Effect) -> Event | None:
        """Send, or look up a person."""
        self.tried.append((effect_id, effect))
        if sender.address in self.slow:
            await self.slow[sender.address].wait()
        self.trouble(sender, effect)
        if isinstance(effect, FindPerson):
            return PersonLookedUp(effect_id, START, None, 1)
        self.sent[sender.address].append(cast("Say", effect).text)
        async with self._something:
            self._something.notify_all()
        return None

    async def until(self, enough: Callable[[], bool], within: float = 90.0) -> None:
        """Wait until something holds that depends on what was sent."""
        async with asyncio.timeout(within), self._something:
            await self._something.wait_for(enough)

    def total(self) -> int:
        """How many messages were sent."""
        return sum(map(len, self.sent.values()))


class Measured:
    """Keeps what it is told."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.levels: dict[str, int] = {}
        self.stages: Counter[str] = Counter()

    def count(self, what: Counted, amount: int = 1) -> None:
        """Add it up."""
        self.counts[what] += amount

    def took(self, stage: Stage, seconds: float) -> None:
        """Count the measurements."""
        assert seconds >= 0
        self.stages[stage] += 1

    def level(self, what: Level, value: int) -> None:
        """Keep the last."""
        self.levels[what] = value
