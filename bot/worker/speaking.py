"""Whether a message may still be said when it is its turn: by then somebody else may have the floor."""

from collections.abc import Awaitable, Callable

from flows.effect import Effect, Invite, Say, SendFile
from flows.event import NotSaid
from flows.session import Floor

Floors = Callable[[str], Awaitable[Floor | None]]
"""Who may speak to a user just now, besides the bot; raises `storage.line.LineAway`."""


async def nobody_speaks(_user: str) -> Floor | None:
    """Before a partition is held there is nothing to be said."""
    return None


async def overtaken(floors: Floors, user: str, effect: Effect) -> bool:
    """Whether this was decided under a floor that is another's by now; raises `storage.line.LineAway`."""
    if not isinstance(effect, Say | SendFile | Invite):
        return False
    floor = await floors(user)
    return bool(effect.claim) if floor is None else not floor.lets_say(effect.claim)


def not_said(effect: Effect, effect_id: str, at: int) -> NotSaid | None:
    """What the dialogue is told of it."""
    if isinstance(effect, Say):
        return NotSaid(effect_id, at, effect.text, effect.claim, effect.protect, effect.receipt or "")
    if isinstance(effect, Invite):
        return NotSaid(effect_id, at, "", effect.claim, receipt=effect.receipt)
    return NotSaid(effect_id, at, effect.name, effect.claim) if isinstance(effect, SendFile) else None
