"""What the desk needs of the parts around it, as thin as it can be."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Protocol

from bot.helpdesk.port import Actor
from storage.tickets.port import FileMark


class FileRefused(Exception):
    """A file is not taken; `reason` is a word that says why, like ``type`` or ``large``."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class FileDesk(Protocol):
    """Checks files and keeps them for a ticket. Raises `storage.consents.RecordsAway`."""

    async def agent_file(self, ticket: int, actor: Actor, name: str, content: bytes, once: str) -> FileMark:
        """Keep a file that an agent wants to send; raise `FileRefused`. The same `once` again keeps nothing more."""

    async def get(self, ticket: int, file: str) -> tuple[FileMark, bytes] | None:
        """A file of just this ticket; None if there is none (any more)."""


class NoFiles:
    """`FileDesk` where no files are kept."""

    async def agent_file(self, ticket: int, actor: Actor, name: str, content: bytes, once: str) -> FileMark:  # noqa: ARG002 - the port's names
        """See `FileDesk`."""
        raise FileRefused("other")

    async def get(self, ticket: int, file: str) -> tuple[FileMark, bytes] | None:  # noqa: ARG002 - the same
        """See `FileDesk`."""
        return None


class Roster(Protocol):
    """Who works here. Raises `storage.consents.RecordsAway`."""

    async def agents(self) -> Sequence[Actor]:
        """Everybody who may have a ticket, by name."""


Noted = Callable[..., Awaitable[None]]
"""`storage.audit.Audit.add`."""
