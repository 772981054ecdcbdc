"""What every place where agents work brings to the contract suite: itself, with a fake service around it.

Each place has one module in `tests/helpdesk/places/`, with

    CASES: dict[str, Case] = {"telegram-group": Case(open_group)}

where a case's `open` starts the fake service and makes the place, starts it with the helpdesk that it is given
(`await place.start(helpdesk)`), yields a `PlaceUnderTest`, and on the way out closes the place and then the service.
`test_contract.py` finds the modules by itself.
"""

from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from enum import Enum
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Protocol

from bot.helpdesk.port import Actor, Helpdesk, Place
from tests.helpdesk import places


class Failure(Enum):
    """What the place's service does with the calls that follow, until it is well again."""

    BUSY = "asks for patience"
    BROKEN = "answers with its own error (HTTP 500)"
    DROPPED = "breaks the connection off"
    CREDENTIALS = "says that we are not who we claim to be"


class PlaceUnderTest(Protocol):
    """A started place and the fake service around it."""

    place: Place

    async def seen(self, ref: str) -> list[str]:
        """What agents see there of a ticket, in order: one text for each message."""

    async def write(self, ref: str, actor: Actor, text: str, message: str) -> None:
        """An agent answers the user there; the same `message` again is the same one delivered twice.

        Returns when the place has dealt with it.
        """

    def fails(self, failure: Failure | None) -> None:
        """From now on the service fails so; None: it is well again."""


@dataclass(frozen=True)
class Case:
    """How a place is opened. `open` gets the helpdesk and a folder of the test's own."""

    open: Callable[[Helpdesk, Path], AbstractAsyncContextManager[PlaceUnderTest]]


def all_cases() -> Mapping[str, Case]:
    """The cases of all places, by name."""
    cases: dict[str, Case] = {}
    for module in iter_modules(places.__path__):
        cases |= import_module(f"{places.__name__}.{module.name}").CASES
    return cases
