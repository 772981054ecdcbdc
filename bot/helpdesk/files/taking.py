"""Taking files into a ticket: fetched only now, looked at by the scanner, made harmless, and kept sealed.

What is not taken is no failure of the message that it came with: the user is told kindly why, and the agent that there
was something. Neither content nor name of a file is ever logged.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

import structlog
from msgspec import Struct

from bot.channels.port import Channel, Document, FileGone, FileTooLarge, Refused, TryLater, Unreachable
from bot.helpdesk.files.kinds import MEDIA_TYPES
from bot.helpdesk.files.names import safe_name
from bot.helpdesk.files.refusals import FileRefused
from bot.helpdesk.files.scanning import Scanner, ScannerAway
from bot.helpdesk.files.workshop import Workshop
from bot.helpdesk.port import Actor
from flows.event import Attachment, Sender
from flows.texts import DEFAULT, Texts
from storage.consents import RecordsAway
from storage.tickets.port import FileMark, Files

log = structlog.get_logger("bot.helpdesk.files")

DAY: Final = 24 * 60 * 60 * 1000


class FileRules(Struct, frozen=True):
    """How many files are taken, and whether a file waits (True) or is refused while the scanner is away."""

    per_ticket: int = 30
    per_user_a_day: int = 20
    waits_for_scanner: bool = False


class Taken(Struct, frozen=True):
    """What became of a message's files: those that are kept, what the user is told, and what the agent is told."""

    marks: tuple[FileMark, ...] = ()
    says: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


class TakesFiles:
    """Takes files of users and of agents. `clock` gives ms since 1970, UTC; `locale` is the agents' language."""

    def __init__(  # noqa: PLR0913 - the parts that it works with, each by name
        self,
        channels: Mapping[str, Channel],
        files: Files,
        workshop: Workshop,
        texts: Texts,
        clock: Callable[[], int],
        *,
        rules: FileRules | None = None,
        scanner: Scanner | None = None,
        locale: str = DEFAULT,
    ) -> None:
        self._channels = channels
        self._files = files
        self._workshop = workshop
        self._texts = texts
        self._clock = clock
        self._rules = rules or FileRules()
        self._scanner = scanner
        self._locale = locale

    async def user_files(
        self, sender: Sender, ticket: int, attachments: Sequence[Attachment], once: str, locale: str = DEFAULT
    ) -> Taken:
        """Take what a user sent, as far as it can be; `locale` is the user's language.

        The same `once` again takes nothing twice. Raises `TryLater` if something is away that will be back, and
        `NoSuchTicket`.
        """
        marks: list[FileMark] = []
        refused: list[FileRefused] = []
        for number, attachment in enumerate(attachments):
            try:
                marks.append(await self._users_file(sender, ticket, attachment, f"{once}/file/{number}"))
            except FileRefused as error:
                log.info("file_refused", reason=error.reason, by="user")
                refused.append(error)
            except ScannerAway as error:
                raise TryLater(str(error)) from error
            except RecordsAway as error:
                raise TryLater("the records database is away") from error
        says = dict.fromkeys(self._texts.say(locale, error.key, self._figures()) for error in refused)
        notes = dict.fromkeys(self._note(error) for error in refused)
        return Taken(tuple(marks), tuple(says), tuple(notes))

    async def agent_file(self, ticket: int, actor: Actor, name: str, content: bytes, once: str) -> FileMark:
        """Keep a file that an agent wants to send; raise `FileRefused`, `RecordsAway` and `NoSuchTicket`.

        Who has the ticket is asked when it is sent, not here.
        """
        known = await self._files.find(ticket, once)
        if known is not None:
            return known
        try:
            if await self._files.count(ticket) >= self._rules.per_ticket:
                raise FileRefused("many-ticket")
            return await self._keep(ticket, name, content, once)
        except ScannerAway:
            raise FileRefused("unscanned") from None
        except FileRefused as error:
            log.info("file_refused", reason=error.reason, by="agent", agent=actor.id)
            raise

    async def document(self, ticket: int, file: str, locale: str = DEFAULT) -> Document | None:
        """A kept file of just this ticket as something to send to its user; None if it is not there (any more)."""
        found = await self._files.get(ticket, file)
        if found is None:
            return None
        mark, content = found
        return Document(
            mark.name, mark.media_type, content, self._texts.say(locale, "file-instead", {"name": mark.name})
        )

    def gave_up(self) -> str:
        """For the agent: what a user sent could not be taken, however often it was tried."""
        return self._note(FileRefused("away"))

    async def _users_file(self, sender: Sender, ticket: int, attachment: Attachment, once: str) -> FileMark:
        known = await self._files.find(ticket, once)
        if known is not None:
            return known
        if await self._files.count(ticket) >= self._rules.per_ticket:
            raise FileRefused("many-ticket")
        if await self._files.count_of(sender, self._clock() - DAY) >= self._rules.per_user_a_day:
            raise FileRefused("many-day")
        return await self._keep(ticket, attachment.name, await self._fetch(sender, attachment), once)

    async def _fetch(self, sender: Sender, attachment: Attachment) -> bytes:
        channel = self._channels.get(sender.channel)
        if channel is None:
            raise FileRefused("away")
        at_most = self._workshop.limits.sent
        if attachment.size > at_most:
            raise FileRefused("large")
        try:
            return await channel.fetch(sender, attachment, at_most)
        except FileGone:
            raise FileRefused("gone") from None
        except FileTooLarge:
            raise FileRefused("large") from None
        except (Refused, Unreachable) as error:
            log.warning("file_not_fetched", channel=sender.channel, why=str(error))
            raise FileRefused("away") from None

    async def _keep(self, ticket: int, claimed: str, content: bytes, once: str) -> FileMark:
        await self._scan(content)
        clean = await self._workshop.clean(content)
        without = "foto" if clean.kind != "pdf" else "dokumen"
        name = safe_name(claimed, clean.kind, without)
        media_type = MEDIA_TYPES[clean.kind]
        mark = await self._files.put(ticket, once, name, media_type, clean.content, self._clock())
        log.info("file_kept", kind=clean.kind, kilobytes=mark.size // 1024)
        return mark

    async def _scan(self, content: bytes) -> None:
        if self._scanner is None:
            return
        try:
            harmful = await self._scanner.harmful(content)
        except ScannerAway as error:
            log.warning("scanner_away", why=str(error))
            if self._rules.waits_for_scanner:
                raise
            raise FileRefused("unscanned") from None
        if harmful:
            raise FileRefused("virus")

    def _note(self, refused: FileRefused) -> str:
        why = self._texts.say(self._locale, f"brief-{refused.key}", self._figures())
        return self._texts.say(self._locale, "brief-file-note", {"why": why})

    def _figures(self) -> dict[str, str | int]:
        rules = self._rules
        return {"pages": self._workshop.limits.pages, "files": rules.per_ticket, "a_day": rules.per_user_a_day}
