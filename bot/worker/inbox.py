"""Where channels hand in what happened."""

from bot.worker.measure import Measure
from flows.event import Event, Sender
from storage.line import Line


class Inbox:
    """`accept` fits `bot.channels.port.Accept`."""

    def __init__(self, line: Line, measure: Measure) -> None:
        self._line = line
        self._measure = measure

    async def accept(self, sender: Sender, event: Event) -> bool:
        """Make an event durable. True: it is new; False: its id was seen before. Raises `storage.line.LineAway`."""
        new = await self._line.ingest(sender, event)
        self._measure.count("accepted" if new else "duplicates")
        return new
