"""Files of a ticket, for whoever may see the ticket: never as a page of ours, whatever is in them."""

from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from bot.desk.accounts.guard import SignedIn
from bot.desk.bubbles import PICTURES
from bot.desk.room import Room
from bot.desk.talk import NotForThem, TalkPages, number_of
from bot.helpdesk.files.taking import TakesFiles
from bot.helpdesk.port import Actor
from storage.tickets.port import FileMark, Files, NoSuchTicket, TicketUnreadable

SHOWN = PICTURES | {"application/pdf"}
UNKNOWN = "application/octet-stream"


class TicketFiles:
    """`FileDesk` from those who take files and those who keep them."""

    def __init__(self, takes: TakesFiles, files: Files) -> None:
        self._takes = takes
        self._files = files

    async def agent_file(self, ticket: int, actor: Actor, name: str, content: bytes, once: str) -> FileMark:
        """See `FileDesk`."""
        return await self._takes.agent_file(ticket, actor, name, content, once)

    async def get(self, ticket: int, file: str) -> tuple[FileMark, bytes] | None:
        """See `FileDesk`."""
        return await self._files.get(ticket, file)


class FilePages:
    """Hands files out."""

    def __init__(self, room: Room, pages: TalkPages) -> None:
        self._room = room
        self._pages = pages

    async def give(self, request: Request, who: SignedIn) -> Response:
        """One file of just this ticket; with ``download`` it is saved, else a picture is shown in the page."""
        room, number = self._room, number_of(request)
        try:
            await self._pages.may(request, who)
        except (NotForThem, NoSuchTicket, TicketUnreadable):
            return _none()
        found = await room.files.get(number, request.path_params["file"])
        if found is None:
            return _none()
        await room.noted("look", at=room.clock(), actor=who.actor.id, detail=f"file of ticket {number}")
        mark, content = found
        inline = mark.media_type in PICTURES and "download" not in request.query_params
        return as_file(mark, content, inline=inline)


def as_file(mark: FileMark, content: bytes, *, inline: bool) -> Response:
    """The file with all that keeps a browser from running what may be in it."""
    media_type = mark.media_type if mark.media_type in SHOWN else UNKNOWN
    headers = {
        "Content-Disposition": f"{'inline' if inline else 'attachment'}; {_named(mark.name)}",
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-store",
    }
    return Response(content, media_type=media_type, headers=headers)


def _named(name: str) -> str:
    """The name for the header (RFC 6266): nothing of it can end the header or point to another folder."""
    plain = "".join(letter if letter.isascii() and (letter.isalnum() or letter in "._- ") else "_" for letter in name)
    plain = plain.strip(" .")[:100] or "berkas"
    flat = "".join(letter for letter in name if letter.isprintable() and letter not in '/\\"')[:100] or "berkas"
    return f"filename=\"{plain}\"; filename*=UTF-8''{quote(flat, safe='', errors='replace')}"


def _none() -> Response:
    return Response("Not Found", 404, media_type="text/plain")
