"""The HTTP side of the web chat: the page, what it posts and what it listens to."""

import math
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from functools import partial

from msgspec import Struct
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Route

from bot.channels.downloads import as_download
from bot.channels.port import Accept
from bot.channels.web import incoming, refusal
from bot.channels.web.feed import PING, Showing, feed, outlived
from bot.channels.web.incoming import Incoming
from bot.channels.web.pace import Pace
from bot.channels.web.page import Assets, render, spoken, words_for
from bot.channels.web.persona import Persona
from bot.channels.web.seats import Seats
from bot.channels.web.uploading import Uploading
from bot.channels.web.visitor import Visitors
from bot.words import DEFAULT, LOCALES, Locale
from flows.event import Event, Picked, Sender, Started, Text
from storage.line import LineAway
from storage.shelf import Shelf
from storage.transcript import Entry, Said, Transcript
from storage.uploads import MB, Uploads

Endpoint = Callable[[Request], Awaitable[Response]]
LocaleOf = Callable[[Sender], Awaitable[str]]
"""The language that a conversation is held in now, or would begin in; raises `LineAway`."""


class Limits(Struct, frozen=True):
    """How many pages may listen, here and for one conversation; messages at once, and `seconds` for each further one.

    `ping`: seconds of silence after which a page is told that the line still stands. `upload`: bytes of a file. `idle`:
    milliseconds of silence after which a page that is opened does not show numbers any more.
    """

    pages: int = 5_000
    pages_each: int = 8
    burst: int = 30
    seconds: float = 0.5
    ping: float = PING
    upload: int = 10 * MB
    idle: int = 30 * 60_000


class Paths:
    """The endpoints under ``/chat``."""

    def __init__(  # noqa: PLR0913 - what it serves, by name
        self,
        transcript: Transcript,
        visitors: Visitors,
        operator: str,
        personas: Mapping[str, Persona],
        limits: Limits,
        now: Callable[[], int],
        *,
        shelf: Shelf | None = None,
        uploads: Uploads | None = None,
        locale_of: LocaleOf,
    ) -> None:
        self._transcript = transcript
        self._visitors = visitors
        self._assets = Assets()
        largest = limits.upload if uploads else 0
        self._pages = {locale: render(self._assets, locale, operator, personas, largest) for locale in LOCALES}
        self._locale_of = locale_of
        self._pace = Pace(time.monotonic, burst=limits.burst, seconds=limits.seconds)
        self._seats = Seats(limits.pages, limits.pages_each)
        self._ping, self._idle = limits.ping, limits.idle
        self._now = now
        self._shelf = shelf
        self._uploads = uploads
        self._largest = limits.upload
        self._uploading = Uploading(uploads, visitors, transcript, limits.upload, now) if uploads else None
        self._accept: Accept | None = None

    def open(self, accept: Accept) -> None:
        """Take messages from now on."""
        self._accept = accept

    def close(self) -> None:
        """Take no more messages, and let all listening pages go when they wake next."""
        self._accept = None
        self._seats.clear()

    def routes(self) -> Sequence[BaseRoute]:
        """All endpoints."""
        return [
            Route("/chat", self._show_page),
            Route("/chat/static/{version}/{name}", self._show_asset),
            Route("/chat/messages", _kindly(self._take_message), methods=["POST"], max_body_size=incoming.MAX_BODY),
            # what is somewhat too large is refused by ourselves, in words
            Route("/chat/uploads", _kindly(self._take_file), methods=["POST"], max_body_size=2 * self._largest),
            Route("/chat/events", _kindly(self._show_events)),
            Route("/chat/files/{token}", _kindly(self._give_file)),
            Route("/chat/leave", _kindly(self._leave), methods=["POST"], max_body_size=1024),
        ]

    async def _show_page(self, request: Request) -> Response:
        token = self._visitors.token(request)
        locale = DEFAULT
        if token is not None:  # in the demo the script changes it to the language of who is chosen
            with suppress(LineAway):
                locale = await self._language(self._visitors.sender(request, None))
        page = self._pages[locale]
        response = Response(page, media_type="text/html", headers={"Cache-Control": "no-store"})
        self._visitors.give_token(request, response, token)
        return response

    async def _language(self, sender: Sender) -> Locale:
        return spoken(await self._locale_of(sender))

    async def _show_asset(self, request: Request) -> Response:
        asset = self._assets.get(request.path_params["version"], request.path_params["name"])
        if asset is None:
            return Response("Not Found", 404, media_type="text/plain")
        headers = {"Cache-Control": "public, max-age=31536000, immutable"}
        return Response(asset.body, media_type=asset.media_type, headers=headers)

    async def _take_message(self, request: Request) -> Response:
        """Answer 200 only when the message is durable; until then the page keeps it and comes again."""
        self._visitors.require_own_page(request)
        if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
            raise refusal.not_json()
        message = incoming.read(await request.body())
        sender = self._visitors.sender(request, message.persona)
        if wait := self._pace.wait(sender.address):
            raise refusal.too_fast(math.ceil(wait))
        if self._accept is None:
            raise LineAway
        return JSONResponse({"ref": await self._take(sender, message, self._accept)})

    async def _take(self, sender: Sender, message: Incoming, accept: Accept) -> str | None:
        """Into the transcript first, so that no answer overtakes it there; both know the message again by its id."""
        event_id, at = f"web:{message.id}", self._now()
        event: Event
        ref: str | None = None
        if message.start:
            event = Started(event_id, at)
        elif message.choice is not None:
            said = Said("user", await self._label(sender, message), at, picked=message.choice)
            ref = await self._transcript.append(sender.address, event_id, said)
            event = Picked(event_id, at, message.choice, message.ref)
        else:
            text = message.text or ""
            ref = await self._transcript.append(sender.address, event_id, Said("user", text, at))
            event = Text(event_id, at, text, ref)
        await accept(sender, event)
        return ref

    async def _take_file(self, request: Request) -> Response:
        if self._uploading is None:
            raise refusal.no_uploads()
        return await self._uploading.take(request, self._accept)

    async def _label(self, sender: Sender, message: Incoming) -> str:
        """What the pressed button said, from our own message; the choice's id if that is no longer there."""
        entry = await self._transcript.get(sender.address, message.ref) if message.ref else None
        choices = entry.said.choices if entry and entry.said else ()
        return next((choice.label for choice in choices if choice.id == message.choice), message.choice or "")

    async def _show_events(self, request: Request) -> Response:
        self._visitors.require_own_page(request)
        sender = self._visitors.sender(request, request.query_params.get("as"))
        headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
        if request.method == "HEAD":
            return Response(media_type="text/event-stream", headers=headers)
        if self._accept is None or self._seats.full():
            raise refusal.too_many_pages()
        after = request.headers.get("last-event-id") or request.query_params.get("after") or None
        return StreamingResponse(self._events(sender, after), media_type="text/event-stream", headers=headers)

    async def _events(self, sender: Sender, after: str | None) -> AsyncIterator[bytes]:
        with self._seats.take(sender.address) as seat:
            showing = Showing(lambda: seat.kept, self._over, partial(self._language, sender), self._ping)
            async for chunk in feed(self._transcript, sender.address, after, showing):
                yield chunk

    def _over(self, entries: Sequence[Entry]) -> set[str]:
        return outlived(entries, self._now(), self._idle)

    async def _give_file(self, request: Request) -> Response:
        """A file, to the browser whose conversation it belongs to."""
        self._visitors.require_own_page(request)
        token = self._visitors.token(request)
        if token is None:
            raise refusal.no_cookie()
        if self._shelf is None:
            raise refusal.no_file()
        for address in self._visitors.addresses(token):
            filed = await self._shelf.take(self._shelf.place(address), request.path_params["token"])
            if filed is not None:
                return as_download(filed)
        raise refusal.no_file()

    async def _leave(self, request: Request) -> Response:
        """Delete what was said, and let the browser begin a new conversation."""
        self._visitors.require_own_page(request)
        token = self._visitors.token(request)
        if token is not None:
            for address in self._visitors.addresses(token):
                await self._transcript.forget(address)
                if self._shelf is not None:
                    await self._shelf.clear(address)
                if self._uploads is not None:
                    await self._uploads.clear(address)
        response = Response(status_code=204)
        self._visitors.give_token(request, response)
        return response


def _kindly(endpoint: Endpoint) -> Endpoint:
    """The endpoint, with every `Refusal` answered as one."""

    async def answer(request: Request) -> Response:
        try:
            return await endpoint(request)
        except refusal.Refusal as refused:
            return refused.response(words_for(request))

    return answer
