"""The line that every message travels: inbox, sessions, timers, outbox and dead letters, in Redis."""

from storage.line.entries import Arrived, Outgoing, Remembered, Turn
from storage.line.errors import LineAway, LineMisconfigured
from storage.line.hold import Committed, Hold, LeaseLost, Verdict
from storage.line.keys import LineConfig
from storage.line.line import Depth, Line, now_ms

__all__ = [
    "Arrived",
    "Committed",
    "Depth",
    "Hold",
    "LeaseLost",
    "Line",
    "LineAway",
    "LineConfig",
    "LineMisconfigured",
    "Outgoing",
    "Remembered",
    "Turn",
    "Verdict",
    "now_ms",
]
