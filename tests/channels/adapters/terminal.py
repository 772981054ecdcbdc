"""The terminal in the contract suite, printing JSON."""

import asyncio
import io
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.channels.port import Accept, Channel
from bot.channels.terminal import TerminalChannel
from flows.event import Sender
from tests.channels.contract import Action, Case, ChannelUnderTest, Failure, File, Opens, Picks, Shown, Verdict, Writes

PHONE = "+6281299990001"


class Terminal:
    """The person at the keyboard, who looks at the screen."""

    def __init__(self) -> None:
        self._out = io.StringIO()
        self._typed: asyncio.Queue[str] = asyncio.Queue()
        self._idle = asyncio.Event()
        self.terminal = TerminalChannel(self._lines(), self._out, self._settled, phone=PHONE, look="json")
        self.channel: Channel = self.terminal
        self.sender = self.terminal.sender
        self.id_prefix = "term:"
        self.secrets: tuple[str, ...] = ()

    async def _lines(self) -> AsyncIterator[str]:
        while True:
            self._idle.set()
            yield await self._typed.get()

    async def _settled(self, sender: Sender) -> None:
        assert sender == self.sender

    async def deliver(self, action: Action, key: int) -> Verdict:  # noqa: ARG002 - nobody repeats what is typed
        """Type a line and wait for the next prompt."""
        await self._idle.wait()
        self._idle.clear()
        match action:
            case Writes(text=text):
                await self._typed.put(text)
            case Picks(choice=choice):
                await self._typed.put(choice)
            case _:
                await self._typed.put("/start")
        await self._idle.wait()
        return Verdict.KEPT

    def shown(self) -> list[Shown]:
        """What is on the screen."""
        messages = [json.loads(line) for line in self._out.getvalue().splitlines()]
        return [
            Shown(said["text"], tuple((choice["id"], choice["label"]) for choice in said["choices"]), ref=said["id"])
            for said in messages
        ]

    async def files(self) -> list[File]:
        """A terminal carries words."""
        return []

    def fetches(self) -> int:
        """There is nowhere to fetch from."""
        return 0

    def lose_files(self) -> None:
        """There are none."""

    def fail_next(self, failure: Failure, times: int = 1) -> None:
        """Nothing between the program and its terminal can fail in these ways."""

    def call_problems(self) -> list[str]:
        """There are no calls."""
        return []


@asynccontextmanager
async def open_terminal(accept: Accept) -> AsyncIterator[ChannelUnderTest]:
    """Somebody sits down at a terminal."""
    person = Terminal()
    await person.channel.start(accept)
    conversation = asyncio.create_task(person.terminal.converse())
    try:
        yield person
    finally:
        conversation.cancel()
        await asyncio.gather(conversation, return_exceptions=True)
        await person.channel.close()


CASES = {"terminal": Case(open_terminal, frozenset({Opens, Picks}))}
