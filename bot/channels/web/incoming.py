"""What the page posts, read strictly: one message with an id of the page's own making."""

import re
from typing import Annotated

import msgspec
from msgspec import Meta, Struct, field

from bot.channels.web import refusal

MAX_TEXT = 4096
MAX_BODY = 64 * 1024  # of a message: the longest text, each sign written as two escapes, and some

UUID = r"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\Z"
_CHOICE = r"^[A-Za-z0-9][A-Za-z0-9_.:/-]{0,63}\Z"
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
_VISIBLE = re.compile(r"[^\s\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")


class Incoming(Struct, frozen=True, forbid_unknown_fields=True, rename={"persona": "as"}):
    """Exactly one of `text`, `choice` (of the message `ref`) and `start`. `persona` exists in the demo only."""

    id: Annotated[str, Meta(pattern=UUID)]
    text: str | None = None
    choice: Annotated[str, Meta(pattern=_CHOICE)] | None = None
    ref: Annotated[str, Meta(max_length=64)] | None = None
    start: bool = False
    persona: Annotated[str, Meta(max_length=64)] | None = field(default=None)


_decoder = msgspec.json.Decoder(Incoming)


def read(body: bytes) -> Incoming:
    """Decode a posted message; raise `Refusal`."""
    try:
        incoming = _decoder.decode(body)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        raise refusal.malformed() from None
    if sum((incoming.text is not None, incoming.choice is not None, incoming.start)) != 1:
        raise refusal.malformed()
    if incoming.text is None:
        return incoming
    return msgspec.structs.replace(incoming, text=_clean(incoming.text))


def _clean(text: str) -> str:
    """The text with line ends of one kind and without control characters; raise `Refusal` if nothing is left."""
    cleaned = _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()
    if not _VISIBLE.search(cleaned):
        raise refusal.empty()
    if len(cleaned) > MAX_TEXT:
        raise refusal.too_long(MAX_TEXT)
    return cleaned
