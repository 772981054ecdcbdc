"""The line that every message travels: inbox, sessions, timers, outbox and dead letters, in Redis."""

from storage.line.errors import LineAway, LineMisconfigured
from storage.line.keys import LineConfig

__all__ = ["LineAway", "LineConfig", "LineMisconfigured"]
