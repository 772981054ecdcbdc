"""What the desk needs of the parts around it, as thin as it can be."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Protocol

from bot.helpdesk.port import Actor
from storage.tickets.port import FileMark


class FileRefused(Exception):
    """A file is not taken; `reason` is the key of a text that says why (``type``, ``size``, ``empty``, ``broken``)."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class FileDesk(Protocol):
    """Checks files and keeps them for a ticket. Raises `storage.consents.RecordsAway`."""

    async def take(self, ticket: int, name: str, content: bytes) -> FileMark:
        """Keep a file that an agent wants to send; raise `FileRefused`."""

    async def get(self, ticket: int, file: str) -> tuple[FileMark, bytes] | None:
        """A file of just this ticket; None if there is none (any more)."""


class Roster(Protocol):
    """Who works here. Raises `storage.consents.RecordsAway`."""

    async def agents(self) -> Sequence[Actor]:
        """Everybody who may have a ticket, by name."""


Noted = Callable[..., Awaitable[None]]
"""`storage.audit.Audit.add`."""
