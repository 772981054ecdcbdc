"""A kept file as an answer to an agent's browser: shown or saved, never run, never kept by anything in between."""

from typing import Final

from starlette.responses import Response

from bot.channels.downloads import disposition
from storage.tickets.port import FileMark

PICTURES: Final = frozenset({"image/jpeg", "image/png"})
_HEADERS: Final = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


def as_shown(mark: FileMark, content: bytes) -> Response:
    """Pictures may stand in a page; everything else is saved. The type is the one that was found out, not claimed."""
    how = "inline" if mark.media_type in PICTURES else "attachment"
    known = mark.media_type in PICTURES | {"application/pdf"}
    headers = {**_HEADERS, "Content-Disposition": disposition(how, mark.name)}
    return Response(content, media_type=mark.media_type if known else "application/octet-stream", headers=headers)
