"""Where the page sends a photo or a PDF: looked at by its first bytes, kept sealed for a while, and told as Media.

Nothing is opened here. What nobody fetches is gone by itself; what somebody fetches is opened elsewhere.
"""

import asyncio
import math
import re
import time
from collections.abc import Callable
from typing import Final

from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response

from bot.channels.fetching import CLAIMED_NAME, claimed
from bot.channels.port import Accept
from bot.channels.web import refusal
from bot.channels.web.incoming import UUID
from bot.channels.web.pace import Pace
from bot.channels.web.page import words_for
from bot.channels.web.visitor import Visitors
from bot.helpdesk.files.kinds import MEDIA_TYPES, Kind, recognised
from bot.helpdesk.files.names import safe_name
from bot.helpdesk.files.refusals import FileRefused
from flows.event import Attachment, Media, MediaKind, Sender
from storage.line import LineAway
from storage.transcript import Said, Transcript
from storage.uploads import NoRoom, Uploads

AT_ONCE: Final = 8
"""Bodies that are read at the same time in this process: each lies in memory until it is kept."""
WITHIN: Final = 60.0
"""Seconds for a body; a page on a slow line tries again."""

_ID: Final = re.compile(UUID)


class Uploading:
    """Takes what pages upload, up to `largest` bytes each. `now` gives ms since 1970, UTC."""

    def __init__(
        self, uploads: Uploads, visitors: Visitors, transcript: Transcript, largest: int, now: Callable[[], int],
        within: float = WITHIN,
    ) -> None:  # fmt: skip
        self._uploads = uploads
        self._visitors = visitors
        self._transcript = transcript
        self._largest = largest
        self._now = now
        self._within = within
        self._pace = Pace(time.monotonic, burst=8, seconds=5.0)
        self._reading = 0

    async def take(self, request: Request, accept: Accept | None) -> Response:
        """Answer 200 only when the file is kept and the event durable; the same id again is the same file."""
        self._visitors.require_own_page(request)
        asked = request.query_params
        if not _ID.match(asked.get("id", "")):
            raise refusal.malformed()
        sender = self._visitors.sender(request, asked.get("as"))
        if wait := self._pace.wait(sender.address):
            raise refusal.too_fast(math.ceil(wait))
        if accept is None:
            raise LineAway
        content = await self._body(request)
        try:
            kind = recognised(content, self._largest)
        except FileRefused as refused:
            raise refusal.no_such_file(refused.reason, self._largest) from None
        name = safe_name(claimed(asked.get("name"), CLAIMED_NAME), kind, "dokumen" if kind == "pdf" else "foto")
        ref = await self._hand_in(request, sender, kind, name, content, accept)
        return JSONResponse({"ref": ref})

    async def _hand_in(
        self, request: Request, sender: Sender, kind: Kind, name: str, content: bytes, accept: Accept
    ) -> str | None:
        event_id = f"web:{request.query_params['id']}"
        try:
            token = await self._uploads.put(sender.address, event_id, content, sender.network)
        except NoRoom as error:
            raise refusal.no_room(own=error.own) from None
        said = Said("user", words_for(request).say("attachment", name=name), self._now())
        ref = await self._transcript.append(sender.address, event_id, said)
        attachment = Attachment(token, MEDIA_TYPES[kind], name, len(content))
        what: MediaKind = "document" if kind == "pdf" else "photo"
        await accept(sender, Media(event_id, said.at, what, "", ref, (attachment,)))
        return ref

    async def _body(self, request: Request) -> bytes:
        """The whole of it, given up as soon as it is too large or too slow."""
        announced = request.headers.get("content-length", "")
        if announced.isdecimal() and int(announced[:20]) > self._largest:
            raise refusal.no_such_file("large", self._largest)
        if self._reading >= AT_ONCE:
            raise refusal.too_many_pages()
        self._reading += 1
        body = bytearray()
        try:
            async with asyncio.timeout(self._within):
                async for chunk in request.stream():
                    body += chunk
                    if len(body) > self._largest:
                        raise refusal.no_such_file("large", self._largest)
        except (TimeoutError, ClientDisconnect):
            raise refusal.too_slow() from None
        finally:
            self._reading -= 1
        return bytes(body)
