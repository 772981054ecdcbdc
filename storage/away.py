"""What keeps us from Redis, told as `LineAway`, for what is asked through redis-py's own client."""

from collections.abc import Iterator
from contextlib import contextmanager

from redis.exceptions import ClusterDownError, OutOfMemoryError, ReadOnlyError
from redis.exceptions import ConnectionError as Disconnected
from redis.exceptions import TimeoutError as TookTooLong

from storage.line import LineAway

_AWAY = (Disconnected, TookTooLong, ClusterDownError, ReadOnlyError, OutOfMemoryError, OSError)


@contextmanager
def telling_line_away() -> Iterator[None]:
    """Raise `LineAway` instead of whatever says that Redis cannot serve now."""
    try:
        yield
    except _AWAY as error:
        raise LineAway(type(error).__name__) from error
