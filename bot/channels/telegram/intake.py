"""Who takes what was received: the line what users do, and the agents' group what happens in it."""

from typing import Protocol, runtime_checkable

from bot.channels.port import Accept
from bot.channels.telegram.inbound import Inbound


@runtime_checkable
class AgentsGroup(Protocol):
    """A group in which the operator's people work; nothing that happens there is a user's.

    `own_bot`: it hears through a bot of its own; else the channel whose bot is in it hands on what happens there.
    """

    chat_id: int
    own_bot: bool

    async def take(self, update_id: int, raw: bytes) -> None:
        """Deal with an update of this chat.

        Returns once all that follows from it is durable. Raises `TryLater` or `LineAway` where it has to come again,
        which is safe.
        """


@runtime_checkable
class HostsGroup(Protocol):
    """A channel that can do so."""

    def host(self, group: AgentsGroup) -> None:
        """Hand on what happens in this group; to be called before the start."""


class Intake:
    """Hands on what was read; raises what they raise, and then the update has to come again."""

    def __init__(self, accept: Accept, group: AgentsGroup | None) -> None:
        self._accept = accept
        self._group = group

    async def keep(self, inbound: Inbound) -> None:
        """Make it durable, whatever it is."""
        if inbound.group is not None and self._group is not None:
            await self._group.take(inbound.update_id, inbound.group)
        elif inbound.sender is not None and inbound.event is not None:
            await self._accept(inbound.sender, inbound.event)
