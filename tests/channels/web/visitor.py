"""A browser without a screen: keeps its cookie, posts as the page does, and reads the stream of events."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any
from uuid import UUID, uuid5

import httpx

SPACE = UUID("5e8f0b8e-0000-4000-8000-000000000000")


def message_id(key: int) -> str:
    """The id of this visitor's message number `key`."""
    return str(uuid5(SPACE, str(key)))


class Visitor:
    """One browser at `address`."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.http = httpx.AsyncClient(base_url=address, headers={"Origin": address}, timeout=60)

    async def visit(self) -> httpx.Response:
        """Open the page, which brings the cookie."""
        return await self.http.get("/chat")

    async def post(self, body: object, **headers: str) -> httpx.Response:
        """Post a message as the page does."""
        content = body if isinstance(body, bytes) else json.dumps(body)
        return await self.http.post(
            "/chat/messages", content=content, headers={"Content-Type": "application/json"} | headers
        )

    async def write(self, text: str, key: int, **more: object) -> httpx.Response:
        """Write a text."""
        return await self.post({"id": message_id(key), "text": text, **more})

    async def upload(
        self, content: bytes, key: int, name: str = "", persona: str | None = None, **headers: str
    ) -> httpx.Response:
        """Send a file as the page does."""
        query = {"id": message_id(key), "name": name} | ({"as": persona} if persona else {})
        told = {"Content-Type": "application/octet-stream"} | headers
        return await self.http.post("/chat/uploads", params=query, content=content, headers=told)

    @asynccontextmanager
    async def listening(self, **query: str) -> AsyncIterator["Page"]:
        """Read the events while the context is open."""
        async with self.http.stream("GET", "/chat/events", params=query) as answer:
            yield Page(answer)

    async def history(self, **query: str) -> list[dict[str, Any]]:
        """Everything that was said, as a page shows it after loading."""
        async with self.listening(**query) as page:
            return [data for name, data in await page.until("ready") if name == "said"]


class Page:
    """The stream of events of one open page."""

    def __init__(self, answer: httpx.Response) -> None:
        self.answer = answer
        self.last: str | None = None
        self._lines = _lines(answer)

    async def event(self) -> tuple[str, Any]:
        """The next event: its name and what it carries. Raises `StopAsyncIteration` at the end."""
        name = ""
        async with asyncio.timeout(60):
            while True:
                line = await anext(self._lines)
                field, _, value = line.partition(": ")
                if field == "event":
                    name = value
                elif field == "id":
                    self.last = value
                elif field == "data":
                    return name, json.loads(value)

    async def until(self, name: str, fits: Callable[[Any], bool] = lambda _: True) -> list[tuple[str, Any]]:
        """All events up to one of that name that fits, which is the last."""
        events: list[tuple[str, Any]] = []
        while not events or events[-1][0] != name or not fits(events[-1][1]):
            events.append(await self.event())
        return events


@asynccontextmanager
async def visiting(address: str) -> AsyncIterator[Visitor]:
    """Somebody who has opened the page at `address`."""
    visitor = Visitor(address)
    async with visitor.http:
        await visitor.visit()
        yield visitor


async def _lines(answer: httpx.Response) -> AsyncIterator[str]:
    """The lines of a stream of events, which end at line feeds only (`aiter_lines` knows more ends)."""
    rest = b""
    async for chunk in answer.aiter_bytes():
        *whole, rest = (rest + chunk).split(b"\n")
        for line in whole:
            yield line.decode()
