"""The web chat in the contract suite: as it is, and as one of the demo's people."""

import tempfile
from base64 import b32encode
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import cast

import redis
from redis.asyncio import Redis

from bot.channels.downloads import disposition
from bot.channels.port import Accept, Channel
from bot.channels.web.channel import WebChannel
from bot.channels.web.paths import Limits
from bot.channels.web.persona import Persona
from bot.channels.web.visitor import COOKIE
from bot.web.app import Health, create_app
from bot.web.server import WebServer
from flows.event import Sender
from storage.line import LineAway, now_ms
from storage.sealing import Sealer
from storage.shelf import Shelf
from storage.transcript import Said, StreamTranscript
from storage.uploads import Uploads
from tests.channels.contract import (
    Action,
    Case,
    ChannelUnderTest,
    Failure,
    File,
    Opens,
    Picks,
    SendsFile,
    SendsRaw,
    Shown,
    Verdict,
    Writes,
)
from tests.channels.web.visitor import Visitor, message_id
from tests.servers.redis import RedisServer

SITI = Persona("Siti", "+6281299990001", "")
SEALER = Sealer({1: bytes(range(32))})


class BreakableTranscript(StreamTranscript):
    """A transcript whose Redis goes away for the next few words."""

    away = 0

    async def append(self, conversation: str, once: str, said: Said) -> str:
        """As ever, unless it is away."""
        if self.away:
            self.away -= 1
            raise LineAway
        return await super().append(conversation, once, said)


class CountedUploads(Uploads):
    """Uploads that count how often one was found."""

    taken = 0

    async def take(self, conversation: str, token: str) -> bytes | None:
        """As ever."""
        found = await super().take(conversation, token)
        self.taken += found is not None
        return found


class Web:
    """The browser's side of the suite."""

    def __init__(
        self,
        channel: WebChannel,
        transcript: BreakableTranscript,
        uploads: CountedUploads,
        visitor: Visitor,
        client: redis.Redis,
    ) -> None:
        self.channel: Channel = channel
        self.sender = Sender("web", "", None, "127.0.0.1")
        self.id_prefix = "web:"
        self.secrets: tuple[str, ...] = ()
        self._transcript = transcript
        self._uploads = uploads
        self._visitor = visitor
        self._redis = client
        self._persona: str | None = None
        self._last_ref: str | None = None

    async def visit(self, persona: str | None) -> None:
        """Open the page, in the demo as somebody."""
        await self._visitor.visit()
        token = self._visitor.http.cookies[COOKIE]
        self.secrets = (token,)
        digest = SEALER.keyed_hash("web-conversation", f"{token}:{persona or ''}")
        phone = SITI.phone if persona else None
        self.sender = Sender("web", b32encode(digest[:20]).decode().lower(), phone, "127.0.0.1")
        self._persona = persona

    async def deliver(self, action: Action, key: int) -> Verdict:
        """Post it as the page does."""
        if isinstance(action, SendsRaw):
            answer = await self._visitor.post(action.body)
        elif isinstance(action, SendsFile):
            answer = await self._visitor.upload(action.content, key, action.name, self._persona)
        else:
            body: dict[str, object] = {"id": message_id(key)}
            if self._persona:
                body["as"] = self._persona
            answer = await self._visitor.post(body | fields_of(action))
        if answer.status_code == 200:
            return Verdict.KEPT
        assert answer.status_code == 503 or 400 <= answer.status_code < 500, answer.status_code
        assert answer.status_code == 413 or answer.json()["error"]
        return Verdict.REPEAT if answer.status_code == 503 else Verdict.REJECTED

    def shown(self) -> list[Shown]:
        """What the bot said, as the transcript holds it."""
        name = f"temankpj:transcript:{{{self.sender.address}}}"
        found = cast("list[tuple[bytes, dict[bytes, bytes]]]", self._redis.xrange(name))
        entries = [self._transcript._entry(self.sender.address, ref, fields) for ref, fields in found]
        return [
            Shown(entry.said.text, tuple((choice.id, choice.label) for choice in entry.said.choices), ref=entry.ref)
            for entry in entries
            if entry.said and entry.said.author == "bot"
        ]

    async def files(self) -> list[File]:
        """What the page can fetch."""
        name = f"temankpj:transcript:{{{self.sender.address}}}"
        found = cast("list[tuple[bytes, dict[bytes, bytes]]]", self._redis.xrange(name))
        entries = [self._transcript._entry(self.sender.address, ref, fields) for ref, fields in found]
        files = []
        for entry in entries:
            if entry.said is not None and entry.said.file is not None:
                answer = await self._visitor.http.get(f"/chat/files/{entry.said.file[1]}")
                assert answer.headers["content-disposition"] == disposition("attachment", entry.said.file[0])
                stranger = Visitor(self._visitor.address)
                async with stranger.http:
                    await stranger.visit()
                    assert (await stranger.http.get(f"/chat/files/{entry.said.file[1]}")).status_code == 404
                files.append(File(entry.said.file[0], answer.content))
        return files

    def fetches(self) -> int:
        """How often an upload was read."""
        return self._uploads.taken

    def lose_files(self) -> None:
        """As when their time is over."""
        for name in cast("list[bytes]", self._redis.keys("{temankpj:uploads}:*")):
            self._redis.delete(name)

    def fail_next(self, failure: Failure, times: int = 1) -> None:
        """Redis can be away; nothing else stands between us and the page."""
        assert failure is Failure.DROPPED
        self._transcript.away = times

    def call_problems(self) -> list[str]:
        """There is no provider to complain."""
        return []


def fields_of(action: Action) -> dict[str, object]:
    """An action as the page posts it."""
    match action:
        case Writes(text=text):
            return {"text": text}
        case Picks(choice=choice):
            return {"choice": choice}
        case _:
            return {"start": True}


def web(persona: str | None) -> Callable[[Accept], AbstractAsyncContextManager[ChannelUnderTest]]:
    """The page outside of the demo, or opened as somebody in it."""

    @asynccontextmanager
    async def opened(accept: Accept) -> AsyncIterator[ChannelUnderTest]:
        with tempfile.TemporaryDirectory(prefix="redis-") as folder:
            store = RedisServer(Path(folder))
            store.start()
            try:
                async with Redis.from_url(store.url) as own, served(own, accept, store, persona) as under:
                    yield under
            finally:
                store.kill()

    return opened


@asynccontextmanager
async def served(own: Redis, accept: Accept, store: RedisServer, persona: str | None) -> AsyncIterator[Web]:
    """The channel on a port of its own, with a browser that has opened the page."""
    transcript = BreakableTranscript(own, SEALER)
    people = [SITI] if persona else []
    shelf, uploads = Shelf(own, SEALER, now_ms), CountedUploads(own, SEALER, now_ms)
    channel = WebChannel(
        transcript, SEALER, operator="Koperasi", personas=people, limits=Limits(burst=99), shelf=shelf, uploads=uploads
    )
    await channel.start(accept)
    app = create_app([channel], Health({}, lambda: (b"", "text/plain")))
    async with WebServer(app, "127.0.0.1", 0, closing=channel.close) as server:
        visitor = Visitor(server.address)
        with redis.Redis(unix_socket_path=str(store.socket)) as client:
            under = Web(channel, transcript, uploads, visitor, client)
            async with visitor.http:
                await under.visit(persona)
                yield under


CAN: frozenset[type[Action]] = frozenset({Opens, Picks, SendsFile, SendsRaw})
CASES = {
    "web": Case(web(None), CAN, failures=frozenset({Failure.DROPPED}), repeats=True),
    "web-demo": Case(web("siti"), CAN, failures=frozenset({Failure.DROPPED}), repeats=True),
}
