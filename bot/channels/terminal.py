"""A conversation in the terminal, over the same line as every channel.

With a terminal on both sides it is a chat with a prompt. Otherwise each line of the input is one message of the user,
the next is read when the bot has finished answering, and the end of the input is the end of the conversation.
"""

import asyncio
import re
import secrets
import threading
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from typing import Literal, TextIO

import msgspec
import stamina
from msgspec import Struct
from rich.console import Console
from rich.padding import Padding
from rich.text import Text as Styled
from starlette.routing import BaseRoute

from bot.channels.port import Accept, Capabilities, Document, Refused, Unreachable
from bot.channels.rendering import cut, numbered
from flows.effect import Choice, Say
from flows.event import Attachment, ContactShared, Event, Media, Picked, PlaceShared, Sender, Started, Text
from flows.settings import Abilities
from storage.line import LineAway

HELP = """\
Perintah di terminal ini:
  /start                 membuka percakapan
  menu.recover           kode pilihan dipakai langsung (seperti menekan tombol)
  :kontak [NOMOR]        membagikan kontak: nomor sendiri (dari --phone) atau nomor orang lain
  :foto  :suara          mengirim foto atau pesan suara
  :lokasi [LAT LON]      membagikan lokasi
  :bantuan               daftar ini
  Ctrl+D                 selesai"""

Look = Literal["chat", "lines", "json"]

_PICK = re.compile(r"(menu|consent|nav)\.[a-z_]{1,40}")  # the stable ids; others count once they were offered
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_PLACE = re.compile(r":lokasi\s+(-?\d{1,2}(?:\.\d+)?)[\s,]+(-?\d{1,3}(?:\.\d+)?)")
_JAKARTA = (-6.2, 106.8)
_LINE_BACK_WITHIN = 30.0  # seconds


class Printed(Struct, frozen=True):
    """One outgoing message, as ``--json`` prints it."""

    id: str
    text: str
    choices: tuple[dict[str, str], ...]
    ask_contact: str | None
    protect: bool


async def lines_of(stream: TextIO) -> AsyncIterator[str]:
    """The lines of a blocking stream without their ends. The next one is read only when it is asked for."""
    loop, asked, lines = asyncio.get_running_loop(), threading.Semaphore(0), asyncio.Queue[str | None]()

    def read() -> None:
        while True:
            asked.acquire()
            try:
                line = stream.readline()
            except (OSError, ValueError):  # the stream was closed under our hands
                line = ""
            try:
                loop.call_soon_threadsafe(lines.put_nowait, line or None)
            except RuntimeError:  # nobody is listening any more
                return
            if not line:
                return

    # A thread that waits for a terminal cannot be interrupted; as a daemon it does not keep the program alive.
    threading.Thread(target=read, name="terminal-input", daemon=True).start()
    while True:
        asked.release()
        line = await lines.get()
        if line is None:
            return
        yield line.removesuffix("\n").removesuffix("\r")


class TerminalChannel:
    """`Channel` for one person at a terminal.

    `lines`: what the user types. `settled` returns when the bot has finished answering. `phone` (E.164) counts as the
    sender's proven number. `look`: a chat for people, lines of text, or one JSON object for each message of the bot.
    `run` names this conversation; every run is a new one unless it is given. `now` gives ms, UTC.
    """

    name = "terminal"
    capabilities = Capabilities(max_text=100_000, max_buttons=100, max_label=1_000)

    def __init__(
        self,
        lines: AsyncIterator[str],
        out: TextIO,
        settled: Callable[[Sender], Awaitable[None]],
        *,
        phone: str | None = None,
        look: Look = "lines",
        run: str | None = None,
        now: Callable[[], int] = lambda: time.time_ns() // 1_000_000,
    ) -> None:
        self._run = run or secrets.token_hex(8)
        self.sender = Sender(self.name, self._run, phone)
        self.abilities = Abilities(proves_phone=phone is not None)
        self._lines = lines
        self._out = out
        self._settled = settled
        self._json = look == "json"
        self._interactive = look == "chat"
        self._now = now
        self._console = Console(file=out, markup=False, highlight=False, emoji=False, soft_wrap=not self._interactive)
        self._accept: Accept | None = None
        self._offered: set[str] = set()
        self._count = 0

    # The port

    def routes(self) -> Sequence[BaseRoute]:
        """A terminal has no paths."""
        return ()

    async def start(self, accept: Accept) -> None:
        """Remember where messages go; `converse` reads them."""
        self._accept = accept

    async def send(self, to: Sender, say: Say, effect_id: str) -> str | None:  # noqa: ARG002 - there is one user
        """Print one message; raise `Unreachable` when nobody reads any more."""
        self._offered.update(choice.id for choice in say.choices)
        *before, last = cut(say.text, self.capabilities.max_text)
        parts = [Say(part, protect=say.protect) for part in before]
        try:
            for part in (*parts, msgspec.structs.replace(say, text=last)):
                self._print(part, effect_id)
            self._out.flush()
        except (OSError, ValueError) as error:
            raise Unreachable("the output is closed") from error
        return effect_id

    async def send_document(self, to: Sender, document: Document, effect_id: str) -> None:
        """Print its words."""
        await self.send(to, Say(document.words, protect=True), effect_id)

    async def fetch(self, sender: Sender, attachment: Attachment, at_most: int) -> bytes:  # noqa: ARG002 - nothing to fetch
        """Always `Refused`: nothing but text is typed."""
        raise Refused("no file can be sent in a terminal")

    async def delete(self, to: Sender, ref: str) -> None:
        """What is printed stays."""

    async def typing(self, to: Sender) -> None:
        """Nothing to show; the answer comes at once."""

    async def check(self) -> str:
        """A terminal is always there."""
        return "terminal"

    async def close(self) -> None:
        """Take no more messages."""
        self._accept = None

    # The conversation

    async def converse(self) -> None:
        """Read, hand in and wait for the answers, until the input ends."""
        if self._interactive:
            self._console.print("Teman KPJ di terminal. :bantuan menampilkan perintah, Ctrl+D selesai.\n", style="dim")
        self._prompt()
        async for line in self._lines:
            event = self._event(line)
            if event is not None and not await self._hand_in(event):
                return
            self._prompt()

    async def _hand_in(self, event: Event) -> bool:
        """Whether the conversation goes on. While Redis is away, try for a while; then let `LineAway` through."""
        async for attempt in stamina.retry_context(on=LineAway, attempts=None, timeout=_LINE_BACK_WITHIN):
            with attempt:
                if self._accept is None:
                    return False
                await self._accept(self.sender, event)
        await self._settled(self.sender)
        return True

    def _event(self, line: str) -> Event | None:
        """What a line means, or None if it was for the terminal itself."""
        words = _CONTROLS.sub("", line).strip()
        if self._interactive and (not words or words in {":bantuan", ":help"}):
            if words:
                self._console.print(HELP, style="dim")
            return None
        self._count += 1
        event_id, at = f"term:{self._run}-{self._count}", self._now()
        if self._interactive and words.startswith(":") and (event := self._simulated(words, event_id, at)):
            return event
        if words == "/start":
            return Started(event_id, at)
        if words in self._offered or _PICK.fullmatch(words):
            return Picked(event_id, at, words)
        return Text(event_id, at, words)

    def _simulated(self, words: str, event_id: str, at: int) -> Event | None:
        command, _, rest = words.partition(" ")
        place = _PLACE.fullmatch(words)
        match command:
            case ":kontak" if rest:
                return ContactShared(event_id, at, rest.strip(), own=False)
            case ":kontak" if self.sender.phone:
                return ContactShared(event_id, at, self.sender.phone, own=True)
            case ":foto":
                return Media(event_id, at, "photo", rest)
            case ":suara":
                return Media(event_id, at, "voice")
            case ":lokasi":
                latitude, longitude = (float(place[1]), float(place[2])) if place else _JAKARTA
                return PlaceShared(event_id, at, latitude, longitude)
            case _:
                return None

    def _prompt(self) -> None:
        if self._interactive:
            self._console.print("Anda › ", style="bold green", end="")
            self._out.flush()

    def _print(self, say: Say, effect_id: str) -> None:
        if self._json:
            self._out.write(_as_json(say, effect_id) + "\n")
            return
        if not self._interactive:
            self._out.write(_CONTROLS.sub("", numbered(say.text, say.choices)) + "\n\n")
            return
        self._console.print("\nTeman KPJ", style="bold cyan")
        self._console.print(Padding(Styled(_CONTROLS.sub("", say.text)), (0, 0, 0, 2)))
        for number, choice in enumerate(say.choices, 1):
            entry = Styled.assemble((f"{number}. ", "cyan"), _CONTROLS.sub("", choice.label), (f"  {choice.id}", "dim"))
            self._console.print(Padding(entry, (0, 0, 0, 4)))
        self._console.print()


def _as_json(say: Say, effect_id: str) -> str:
    choices = tuple(_choice(choice) for choice in say.choices)
    return msgspec.json.encode(Printed(effect_id, say.text, choices, say.ask_contact, say.protect)).decode()


def _choice(choice: Choice) -> dict[str, str]:
    return {"id": choice.id, "label": choice.label}
