"""What the worker tells about itself: a port, and a twin that listens to nothing."""

from typing import Literal, Protocol

Counted = Literal[
    "accepted",  # events made durable
    "duplicates",  # events whose id was seen before
    "turns",  # events committed
    "effects",  # effects done
    "retries",  # effects tried again
    "possible_repeats",  # effects begun by an earlier holder and run again
    "held_back",  # messages not sent because somebody else had the floor when it was their turn
    "undeliverable",  # messages not sent because the user cannot be reached
    "dead_events",  # events in the dead letters: the dialogue failed on them
    "dead_effects",  # effects in the dead letters: refused, or all attempts used up
    "ambiguous",  # commits or finishes whose answer was lost
    "conflicts",  # commits against a session that had changed
    "take_overs",  # partitions taken
    "lost_leases",  # partitions lost to another worker
]
Stage = Literal["inbox", "step", "commit", "effect"]
Level = Literal["inbox", "outbox", "timers", "dead", "partitions"]


class Measure(Protocol):
    """Cheap to call: it stands in every message's way."""

    def count(self, what: Counted, amount: int = 1) -> None:
        """Something happened."""

    def took(self, stage: Stage, seconds: float) -> None:
        """A stage of the line took this long."""

    def level(self, what: Level, value: int) -> None:
        """How much there is of something now."""


class Unmeasured:
    """Takes everything and keeps nothing."""

    def count(self, what: Counted, amount: int = 1) -> None:
        """Not kept."""

    def took(self, stage: Stage, seconds: float) -> None:
        """Not kept."""

    def level(self, what: Level, value: int) -> None:
        """Not kept."""
