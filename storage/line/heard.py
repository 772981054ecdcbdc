"""What a session tells those who are not the dialogue: when its user last wrote, and who has the floor."""

from flows.event import Sender
from flows.session import Session
from storage.away import telling_line_away
from storage.line.entries import Codec, Unreadable
from storage.line.keys import keys_of, partition_of, user_key
from storage.line.servers import AnyRedis
from storage.sealing import Sealer


async def last_heard(redis: AnyRedis, sealer: Sealer, sender: Sender, *, prefix: str, partitions: int) -> int | None:
    """Milliseconds since 1970, UTC; None if nothing is known of them any more. Raises `LineAway`."""
    session = await session_of(redis, sealer, sender, prefix=prefix, partitions=partitions)
    return session.last_at if session is not None and session.last_at else None


async def session_of(
    redis: AnyRedis, sealer: Sealer, sender: Sender, *, prefix: str, partitions: int
) -> Session | None:
    """A conversation as it stands now, for who only wants to look at it; None too if it is unreadable.

    Raises `LineAway`.
    """
    user = user_key(sealer, sender)
    partition = partition_of(user, partitions)
    with telling_line_away():
        stored = await redis.get(keys_of(prefix, partition).session + user)
    known = stored if isinstance(stored, bytes) else b""
    try:
        return Codec(sealer, partition).read_session(user, known).session
    except Unreadable:  # sealed with a key that is not configured; the dialogue will say so
        return None
