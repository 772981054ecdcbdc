"""The web chat: a page that posts messages and reads a stream of events; the transcript keeps what was said."""

import time
from collections.abc import Callable, Collection, Sequence

from starlette.routing import BaseRoute

from bot.channels.port import Accept, Capabilities, Document, FileGone, FileTooLarge, TryLater
from bot.channels.rendering import cut, numbered, shorten
from bot.channels.web.paths import Limits, LocaleOf, Paths
from bot.channels.web.persona import STRANGERS, Persona, with_keys
from bot.channels.web.visitor import Visitors
from bot.words import DEFAULT
from flows.effect import Choice, Say
from flows.event import Attachment, Sender
from flows.settings import Abilities
from storage.line import LineAway
from storage.sealing import Sealer
from storage.shelf import Shelf
from storage.transcript import Said, Transcript
from storage.uploads import Uploads


async def indonesian(_sender: Sender) -> str:
    """The language of a conversation where nobody tells another."""
    return DEFAULT


class WebChannel:
    """`Channel` for browsers. With `personas` it is the demo's: one can write from each of their phones."""

    name = "web"
    capabilities = Capabilities(
        max_text=4096, max_buttons=12, max_label=80, delete_user_messages=True, delete_own_messages=True
    )

    def __init__(  # noqa: PLR0913 - what the operator decides, by name
        self,
        transcript: Transcript,
        sealer: Sealer,
        *,
        operator: str,
        personas: Sequence[Persona] = (),
        allowed_origins: Collection[str] = (),
        limits: Limits | None = None,
        shelf: Shelf | None = None,
        uploads: Uploads | None = None,
        locale_of: LocaleOf = indonesian,
        now: Callable[[], int] = lambda: time.time_ns() // 1_000_000,
    ) -> None:
        roster = with_keys((*personas, *STRANGERS)) if personas else {}
        self.abilities = Abilities(delete_user_messages=True, delete_own_messages=True, proves_phone=bool(roster))
        self._transcript = transcript
        self._now = now
        self._shelf = shelf
        self._uploads = uploads
        visitors = Visitors(sealer, roster, allowed_origins)
        self._paths = Paths(
            transcript, visitors, operator, roster, limits or Limits(), now,
            shelf=shelf, uploads=uploads, locale_of=locale_of,
        )  # fmt: skip

    def routes(self) -> Sequence[BaseRoute]:
        """The page, its files, where it posts and what it listens to."""
        return self._paths.routes()

    async def start(self, accept: Accept) -> None:
        """Take messages from now on, and hear what other processes say."""
        self._paths.open(accept)
        await self._transcript.start()

    async def send(self, to: Sender, say: Say, effect_id: str) -> str | None:
        """Write to the transcript, from where every open page reads; a repeat of an effect adds nothing."""
        as_buttons = len(say.choices) <= self.capabilities.max_buttons
        text = say.text if as_buttons else numbered(say.text, say.choices)
        choices = tuple(Choice(choice.id, shorten(choice.label, self.capabilities.max_label)) for choice in say.choices)
        *before, last = cut(text, self.capabilities.max_text)
        try:
            for number, part in enumerate(before):
                said = Said("bot", part, self._now(), protect=say.protect)
                await self._transcript.append(to.address, f"{effect_id}/{number}", said)
            said = Said("bot", last, self._now(), choices if as_buttons else (), say.protect)
            return await self._transcript.append(to.address, effect_id, said)
        except LineAway as error:
            raise TryLater("the transcript cannot be reached") from error

    async def send_document(self, to: Sender, document: Document, effect_id: str) -> None:
        """Offer the file for download, to this conversation alone; without a shelf say its words."""
        if self._shelf is None:
            await self.send(to, Say(document.words, protect=True), effect_id)
            return
        try:
            token = await self._shelf.put(to.address, effect_id, document.name, document.media_type, document.content)
            said = Said("bot", document.name, self._now(), protect=True, file=(document.name, token))
            await self._transcript.append(to.address, effect_id, said)
        except LineAway as error:
            raise TryLater("the transcript cannot be reached") from error

    async def fetch(self, sender: Sender, attachment: Attachment, at_most: int) -> bytes:
        """What was uploaded in this very conversation and is still kept; raise `FileGone`, `FileTooLarge`."""
        try:
            content = await self._uploads.take(sender.address, attachment.file) if self._uploads else None
        except LineAway as error:
            raise TryLater("what was uploaded cannot be reached") from error
        if content is None:
            raise FileGone("nothing is kept under this token")
        if len(content) > at_most:
            raise FileTooLarge
        return content

    async def delete(self, to: Sender, ref: str) -> None:
        """Take a message back, the user's or ours, here and on every open page."""
        try:
            await self._transcript.remove(to.address, ref)
        except LineAway as error:
            raise TryLater("the transcript cannot be reached") from error

    async def typing(self, to: Sender) -> None:
        """Show on the open pages that an answer is coming."""
        try:
            await self._transcript.show_typing(to.address)
        except LineAway:
            return  # a sign that is lost is not worth a retry

    async def forget(self, to: Sender) -> None:
        """Delete all that was said with this user, here and on every open page."""
        try:
            await self._transcript.forget(to.address)
            if self._shelf is not None:
                await self._shelf.clear(to.address)
            if self._uploads is not None:
                await self._uploads.clear(to.address)
        except LineAway as error:
            raise TryLater("the transcript cannot be reached") from error

    async def check(self) -> str:
        """The page needs no provider; say where it is."""
        return "page at /chat, as a simulation" if self.abilities.proves_phone else "page at /chat"

    async def close(self) -> None:
        """Let all pages go; they come back by themselves when somebody serves again."""
        self._paths.close()
        await self._transcript.close()
