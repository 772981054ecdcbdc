"""What the worker needs from others: the dialogue, and somebody who carries out effects."""

from collections.abc import Awaitable, Callable
from typing import Protocol

from flows.effect import Effect, Say
from flows.event import Event, Sender
from flows.session import Session

Sleep = Callable[[float], Awaitable[None]]


class Dialogue(Protocol):
    """`flows.dialogue.Dialogue`, or a tiny one in a test. Pure and quick."""

    def step(self, session: Session | None, sender: Sender, event: Event) -> tuple[Session | None, tuple[Effect, ...]]:
        """Answer one event."""

    def sorry(self, session: Session | None) -> Say:
        """What is said when `step` raised."""


class Effects(Protocol):
    """Carries out what the dialogue wants."""

    async def run(self, sender: Sender, effect_id: str, effect: Effect) -> Event | None:
        """Do it; the result, if any, is an event whose id is `effect_id`.

        Raises `TryLater`, `Unreachable` and `Refused` of `bot.channels.port`. It may be called again for the same
        `effect_id` after a crash or a failure.
        """


GaveUp = Callable[[str, Effect], Event | None]
"""What the dialogue is told (as an event with the effect's id) when an effect that it waits for went to the dead
letters."""
