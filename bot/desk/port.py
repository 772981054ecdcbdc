"""What the desk needs of the parts around it, as thin as it can be."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Protocol

from bot.helpdesk.port import Actor
from storage.tickets.port import FileMark


class FileDesk(Protocol):
    """Checks files and keeps them for a ticket. Raises `storage.consents.RecordsAway`."""

    async def agent_file(self, ticket: int, actor: Actor, name: str, content: bytes, once: str) -> FileMark:
        """Keep a file that an agent wants to send; raise `bot.helpdesk.files.refusals.FileRefused`.

        The same `once` again keeps nothing more.
        """

    async def get(self, ticket: int, file: str) -> tuple[FileMark, bytes] | None:
        """A file of just this ticket; None if there is none (any more)."""


class Roster(Protocol):
    """Who works here. Raises `storage.consents.RecordsAway`."""

    async def agents(self) -> Sequence[Actor]:
        """Everybody who may have a ticket, by name."""


Noted = Callable[..., Awaitable[None]]
"""`storage.audit.Audit.add`."""
