"""WhatsApp by Twilio in the contract suite: with numbered choices, and with buttons from content templates."""

import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Literal
from urllib.parse import unquote

from redis.asyncio import Redis

from bot.channels.port import Accept, Channel
from flows.event import MediaKind
from storage.line import now_ms
from storage.sealing import Sealer
from storage.shelf import Shelf
from tests.channels.contract import (
    Action,
    Case,
    ChannelUnderTest,
    Failure,
    File,
    Picks,
    SendsFile,
    SendsMedia,
    SendsRaw,
    SharesPlace,
    Shown,
    Verdict,
    Writes,
)
from tests.channels.twilio.world import PUBLIC, SENDER, World, incoming, signed, world
from tests.servers.redis import RedisServer
from tests.servers.twilio import TOKEN
from tests.servers.twilio import Failure as Broken

FAILURES = {
    Failure.BUSY: Broken(429, 20429, {"retry-after": "7"}),
    Failure.BROKEN: Broken(500, 20500),
    Failure.DROPPED: Broken(0),
    Failure.BLOCKED: Broken(400, 21610),
    Failure.REFUSED: Broken(400, 21617),
    Failure.CREDENTIALS: Broken(401, 20003),
}
MEDIA: dict[MediaKind, dict[str, str]] = {
    "photo": {"MessageType": "image", "NumMedia": "1", "MediaContentType0": "image/jpeg"},
    "voice": {"MessageType": "audio", "NumMedia": "1", "MediaContentType0": "audio/ogg"},
    "video": {"MessageType": "video", "NumMedia": "1", "MediaContentType0": "video/mp4"},
    "sticker": {"MessageType": "sticker", "NumMedia": "1", "MediaContentType0": "image/webp"},
    "document": {"MessageType": "document", "NumMedia": "1", "MediaContentType0": "application/pdf"},
    "reaction": {"MessageType": "reaction", "ReactionEmoji": "👍"},
    "other": {"MessageType": "contacts", "NumMedia": "1", "MediaContentType0": "text/vcard"},
}


class Twilio:
    """The user's and Twilio's side of the suite."""

    def __init__(self, around: World) -> None:
        self.channel: Channel = around.channel
        self.sender = SENDER
        self.id_prefix = "tw:"
        self.secrets: tuple[str, ...] = (TOKEN,)
        self._around = around

    async def deliver(self, action: Action, key: int) -> Verdict:
        """Post it as Twilio does and read the answer."""
        if isinstance(action, SendsRaw):
            headers = {"x-twilio-signature": signed("/webhooks/twilio", {})}
            answer = await self._around.post("/webhooks/twilio", action.body, headers)
        else:
            fields = self._filed(action) if isinstance(action, SendsFile) else fields_of(action)
            answer = await self._around.twilio_posts(incoming(key, **fields))
        if answer.status_code == 200:
            return Verdict.KEPT
        assert answer.status_code == 503 or 400 <= answer.status_code < 500, answer.status_code
        return Verdict.REPEAT if answer.status_code == 503 else Verdict.REJECTED

    def _filed(self, sent: SendsFile) -> dict[str, str]:
        url = self._around.server.keep(sent.content)
        kind, mime = ("image", "image/jpeg") if sent.kind == "photo" else ("document", "application/pdf")
        told = {"MessageType": kind, "NumMedia": "1", "MediaUrl0": url, "MediaContentType0": sent.media_type or mime}
        return told | {"Body": ""}

    def fetches(self) -> int:
        """Both at the API and where files lie."""
        return self._around.server.downloads

    def lose_files(self) -> None:
        """As when an operator deletes them."""
        self._around.server.media.clear()

    def shown(self) -> list[Shown]:
        """What Twilio was asked to send."""
        return [Shown(sent.text, sent.choices, ref=sent.sid) for sent in self._around.server.messages]

    async def files(self) -> list[File]:
        """What Twilio, or the user by a link, fetches from us."""
        found = []
        for sent in self._around.server.messages:
            url = sent.fields.get("MediaUrl") or sent.text.rpartition(" ")[2]
            if url.startswith(PUBLIC):
                answer = await self._around.http.get(url.removeprefix(PUBLIC))
                assert answer.status_code == 200
                found.append(File(unquote(url.rpartition("/")[2]), answer.content))
        return found

    def fail_next(self, failure: Failure, times: int = 1) -> None:
        """Let Twilio answer so."""
        self._around.server.failures.extend([FAILURES[failure]] * times)

    def call_problems(self) -> list[str]:
        """What the server found wrong."""
        return self._around.server.problems


def fields_of(action: Action) -> dict[str, str]:
    """How Twilio tells of an action."""
    match action:
        case Writes(text, forwarded):
            return {"Body": text, "Forwarded": str(forwarded).lower()}
        case Picks(choice, label):
            return {"MessageType": "interactive", "Body": label, "ButtonText": label, "ButtonPayload": choice}
        case SharesPlace(latitude, longitude):
            return {"MessageType": "location", "Body": "", "Latitude": str(latitude), "Longitude": str(longitude)}
        case SendsMedia(kind, caption):
            return {"Body": caption, **MEDIA[kind]}
        case _:
            raise AssertionError(f"no {action} on WhatsApp")


def opening(
    buttons: Literal["numbers", "templates"],
) -> Callable[[Accept], AbstractAsyncContextManager[ChannelUnderTest]]:
    """A way to open the channel with choices offered so."""

    @asynccontextmanager
    async def opened(accept: Accept) -> AsyncIterator[ChannelUnderTest]:
        with tempfile.TemporaryDirectory(prefix="redis-") as folder:
            store = RedisServer(Path(folder))
            store.start()
            try:
                async with Redis.from_url(store.url) as own:
                    shelf = Shelf(own, Sealer({1: bytes(range(32))}), now_ms)
                    async with world(accept, buttons, shelf=shelf) as around:
                        yield Twilio(around)
            finally:
                store.kill()

    return opened


CASES = {
    f"twilio-{buttons}": Case(
        opening(buttons),
        can=frozenset({Picks, SharesPlace, SendsMedia, SendsFile, SendsRaw}),
        media=frozenset(MEDIA),
        failures=frozenset(FAILURES),
        repeats=True,
        forwards=True,
    )
    for buttons in ("numbers", "templates")
}
