"""When somebody last wrote, as their session says: for who wants to answer them later."""

from flows.event import Sender
from storage.away import telling_line_away
from storage.line.entries import Codec
from storage.line.keys import keys_of, partition_of, user_key
from storage.line.servers import AnyRedis
from storage.sealing import Sealer


async def last_heard(redis: AnyRedis, sealer: Sealer, sender: Sender, *, prefix: str, partitions: int) -> int | None:
    """Milliseconds since 1970, UTC; None if nothing is known of them any more. Raises `LineAway`."""
    user = user_key(sealer, sender)
    partition = partition_of(user, partitions)
    with telling_line_away():
        stored = await redis.get(keys_of(prefix, partition).session + user)
    known = stored if isinstance(stored, bytes) else b""
    session = Codec(sealer, partition).read_session(user, known).session
    return session.last_at if session is not None and session.last_at else None
