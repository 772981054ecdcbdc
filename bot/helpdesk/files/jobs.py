"""What goes into the process that opens a file, and what comes out of it."""

from typing import Literal

from msgspec import Struct

from bot.helpdesk.files.kinds import Kind
from bot.helpdesk.files.limits import FileLimits
from bot.helpdesk.files.refusals import Reason


class Job(Struct, frozen=True, array_like=True):
    """A file to be opened."""

    kind: Kind
    content: bytes
    limits: FileLimits


class Outcome(Struct, frozen=True, array_like=True):
    """What became of it: either `refused`, or a harmless file."""

    refused: Reason | None = None
    kind: Literal["jpeg", "png", "pdf"] = "pdf"
    content: bytes = b""
