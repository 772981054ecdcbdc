"""What is remembered of Chatwoot, in Redis: numbers only. If it is lost, Chatwoot is asked instead."""

from typing import Any, Final

from storage.away import telling_line_away
from storage.line.servers import AnyRedis

DAYS: Final = 60
_LIFE: Final = DAYS * 24 * 60 * 60


class Memory:
    """Remembers for one account. All methods raise `LineAway`; repeating is safe."""

    def __init__(self, redis: AnyRedis, account: int, *, prefix: str = "temankpj") -> None:
        self._redis: Any = redis
        self._prefix = f"{prefix}:chatwoot:{account}:"

    async def first_try(self, conversation: int, entry: int) -> bool:
        """Whether an entry is surely shown for the first time: another one was tried before it."""
        with telling_line_away():
            before = await self._redis.set(self._prefix + f"tried:{conversation}", entry, ex=_LIFE, get=True)
        return before is not None and int(before) < entry

    async def told(self, conversation: int) -> int | None:
        """The last entry that stands there with all that follows from it; None if that is not known."""
        with telling_line_away():
            found = await self._redis.get(self._prefix + f"told:{conversation}")
        return None if found is None else int(found)

    async def tell(self, conversation: int, entry: int) -> None:
        """An entry stands there."""
        with telling_line_away():
            await self._redis.set(self._prefix + f"told:{conversation}", entry, ex=_LIFE)

    async def heard(self, conversation: int) -> int:
        """The last message of a conversation up to which all were dealt with; 0 if nothing is known."""
        with telling_line_away():
            return int(await self._redis.get(self._prefix + f"heard:{conversation}") or 0)

    async def hear(self, conversation: int, message: int) -> None:
        """All messages up to this one were dealt with."""
        with telling_line_away():
            await self._redis.set(self._prefix + f"heard:{conversation}", message, ex=_LIFE)

    async def forget(self, conversation: int) -> None:
        """Forget a conversation."""
        with telling_line_away():
            for kind in ("tried", "told", "heard"):  # one by one: in a cluster they may lie apart
                await self._redis.delete(self._prefix + f"{kind}:{conversation}")
