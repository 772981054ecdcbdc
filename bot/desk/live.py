"""The stream of server-sent events of an open page: that something has happened, never what.

The page then asks for the parts it shows, with its agent's rights; so nothing that was said travels here.
"""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from typing import TypeVar

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from bot.desk.accounts.guard import SignedIn
from bot.desk.room import Room
from bot.helpdesk.port import Ear
from storage.consents import RecordsAway
from storage.line import LineAway
from storage.tickets.port import Filter

PING = 15.0  # seconds of silence after which a page is told that the line still stands
ANY = 0  # the number that stands for any ticket
CALM = 0.5  # seconds between two words about the queue
MOST_PAGES = 500
_HEADERS = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}

Answer = TypeVar("Answer")
Still = Callable[[SignedIn], Awaitable[bool]]


class Live:
    """Streams of events; `still` says whether somebody is signed in still."""

    def __init__(self, room: Room, still: Still, *, ping: float = PING) -> None:
        self._room = room
        self._still = still
        self._ping = ping
        self._pages = 0
        self._closing = asyncio.Event()

    def close(self) -> None:
        """Let all pages go; they come back by themselves when somebody serves again."""
        self._closing.set()

    async def show(self, request: Request, who: SignedIn) -> Response:
        """The stream, for all tabs of a browser."""
        del request
        if self._pages >= MOST_PAGES or self._closing.is_set():
            return Response(status_code=503, headers={"Retry-After": "5"})
        return StreamingResponse(self._events(who), media_type="text/event-stream", headers=_HEADERS)

    async def _events(self, who: SignedIn) -> AsyncIterator[bytes]:
        self._pages += 1
        closing = asyncio.create_task(self._closing.wait())
        try:
            yield b"retry: 2000\n\n"
            async for chunk in self._told(who, closing):
                yield chunk
        except (LineAway, RecordsAway):
            yield event("away", {})
        finally:
            closing.cancel()
            self._pages -= 1

    async def _told(self, who: SignedIn, closing: asyncio.Task[object]) -> AsyncIterator[bytes]:
        """What the page is told until it leaves; news of tickets at once, of the queue at most once in `CALM`."""
        queue_at, alive_at = 0.0, 0.0  # when the next word about the queue, and the next sign of life, is due
        news = True
        with self._room.helpdesk.listen() as ear:
            yield event("ticket", {"number": ANY})  # what happened before is read now
            while not closing.done():
                now = time.monotonic()
                if now >= alive_at:
                    if not await _whole(self._alive(who)):
                        return
                    alive_at = now + self._ping
                    yield event("ping", {})
                if news and now >= queue_at:
                    yield event("queue", await _whole(self._queue(who)))
                    news, queue_at = False, now + CALM
                heard = await _either(ear, closing, min(alive_at, queue_at if news else alive_at) - now)
                for ticket in sorted(heard):
                    yield event("ticket", {"number": ticket})
                news = news or bool(heard)

    async def _alive(self, who: SignedIn) -> bool:
        """Whether they are signed in still; the open page tells that they are there."""
        if not await self._still(who):
            return False
        await self._room.presences.seen(who.actor.id)
        return True

    async def _queue(self, who: SignedIn) -> dict[str, object]:
        """How many wait, the newest of them, and which of their own wait for an answer."""
        waiting = await self._room.helpdesk.list(who.actor, Filter(states=("waiting",)))
        return {
            "waiting": len(waiting),
            "newest": max((line.number for line in waiting), default=0),
            "mine": [line.number for line in await self._room.mine(who.actor)],
        }


async def _whole(asked: Coroutine[object, object, Answer]) -> Answer:
    """Let a question to the records end by itself when the page leaves: broken off, its connection would be lost."""
    return await asyncio.shield(asked)


async def _either(ear: Ear, closing: asyncio.Task[object], seconds: float) -> frozenset[int]:
    """What is heard within this time; nothing, at once, when it is time to close."""
    listening = asyncio.create_task(ear.wait(max(seconds, 0.01)))
    try:
        await asyncio.wait({listening, closing}, return_when=asyncio.FIRST_COMPLETED)
        return listening.result() if listening.done() else frozenset()
    finally:
        listening.cancel()


def event(name: str, data: dict[str, object]) -> bytes:
    """One event on the wire. JSON has no bare line ends, so the data is always one line."""
    return f"event: {name}\ndata: {json.dumps(data)}\n\n".encode()
