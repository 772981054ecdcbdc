"""What becomes of a message's files, as the conversation with a ticket uses it: the user hears of it, the agent too."""

from collections.abc import Awaitable, Callable, Mapping, Sequence

import structlog

from bot.channels.port import Channel, Refused, Unreachable
from bot.helpdesk.files.taking import TakesFiles
from flows.effect import Say
from flows.event import Attachment, Sender
from storage.tickets.port import FileMark

log = structlog.get_logger("bot.helpdesk.files")

LocaleOf = Callable[[int], Awaitable[str]]
"""The language of a ticket's user. Raises `RecordsAway` and `NoSuchTicket`."""


class FileKeeper:
    """Takes files that users send, and tells those whose file was not taken why, at once and in their language.

    That is an answer to what they did a moment ago and says nothing else, so it is given whoever has the floor.
    """

    def __init__(self, takes: TakesFiles, channels: Mapping[str, Channel], locale_of: LocaleOf) -> None:
        self._takes = takes
        self._channels = channels
        self._locale_of = locale_of

    async def keep(
        self, sender: Sender, ticket: int, once: str, files: Sequence[Attachment]
    ) -> tuple[tuple[FileMark, ...], str]:
        """Those that were taken, and for the agent why others were not (empty if none).

        Raises `TryLater` (everything may be repeated with the same `once`), `RecordsAway` and `NoSuchTicket`.
        """
        taken = await self._takes.user_files(sender, ticket, files, once, await self._locale_of(ticket))
        for number, words in enumerate(taken.says):
            await self._tell(sender, words, f"{once}/refused/{number}")
        return taken.marks, "\n".join(taken.notes)

    def gave_up(self) -> str:
        """For the agent: what was sent could not be taken, however often it was tried."""
        return self._takes.gave_up()

    async def _tell(self, sender: Sender, words: str, once: str) -> None:
        channel = self._channels.get(sender.channel)
        if channel is None:
            return
        try:
            await channel.send(sender, Say(words), once)
        except (Refused, Unreachable) as error:
            log.warning("file_refusal_not_told", channel=sender.channel, why=str(error))
