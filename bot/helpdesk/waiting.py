"""How long it usually takes until somebody is there, from what it took lately."""

from collections.abc import Sequence
from statistics import median

from bot.helpdesk.hours import Hours

LOOKED_AT = 500
COUNTED = 50
FEWEST = 5
"""With fewer figures than these nothing is said."""


def usual_wait(waits: Sequence[tuple[int, int]], hours: Hours, now: int) -> int | None:
    """The usual wait in seconds for who comes now; None where there are no figures.

    `waits`: when tickets were opened and taken (ms), the latest first. What came in at the same hour of the day counts,
    the median of the last `COUNTED`; what came in while nobody was there says nothing.
    """
    hour = hours.hour(now)
    alike = [taken - opened for opened, taken in waits if hours.hour(opened) == hour and hours.is_open(opened)]
    if len(alike) < FEWEST:
        return None
    return round(median(alike[:COUNTED]) / 1000)
