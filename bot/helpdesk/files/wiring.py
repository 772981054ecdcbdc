"""Puts the parts that deal with files together, for the service."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncEngine

from bot.channels.port import Channel
from bot.helpdesk.files.keeping import FileKeeper, LocaleOf
from bot.helpdesk.files.section import FilesSection
from bot.helpdesk.files.taking import TakesFiles
from bot.helpdesk.files.workshop import Workshop
from flows.texts import Texts
from storage.sealing import Sealer
from storage.tickets import SqlFiles


@dataclass(frozen=True)
class FileRoom:
    """Where files are kept, what takes them, and what takes those of users in a conversation."""

    files: SqlFiles
    takes: TakesFiles
    keeper: FileKeeper


def open_files(  # noqa: PLR0913 - the parts that it needs, by name
    section: FilesSection,
    *,
    engine: AsyncEngine,
    seal: Sealer,
    channels: Mapping[str, Channel],
    texts: Texts,
    locale_of: LocaleOf,
    clock: Callable[[], int],
    locale: str = "id",
) -> FileRoom:
    """As the configuration wants it; `locale` is the agents' language."""
    files = SqlFiles(engine, seal, clock, keep=timedelta(days=section.keep_days))
    takes = TakesFiles(
        channels,
        files,
        Workshop(section.limits()),
        texts,
        clock,
        rules=section.rules(),
        scanner=section.scanner(),
        locale=locale,
    )
    return FileRoom(files, takes, FileKeeper(takes, channels, locale_of))
