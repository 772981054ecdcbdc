"""The terminal: lines in, answers out, one after the other."""

import asyncio
import io
import json
import os
from collections.abc import AsyncIterator, Sequence

import pytest
import stamina

from bot.channels.port import Unreachable
from bot.channels.terminal import HELP, Look, TerminalChannel, lines_of
from flows.effect import Choice, Say
from flows.event import ContactShared, Event, Media, Picked, PlaceShared, Sender, Started, Text
from storage.line import LineAway

ASK = Say("Setuju?", (Choice("consent.yes", "SETUJU"), Choice("person.2", "Orang kedua")))


class Conversation:
    """A terminal with a bot that answers every event a moment later, as the worker does."""

    def __init__(self, lines: Sequence[str], look: Look = "lines", phone: str | None = None) -> None:
        self.out = io.StringIO()
        self.events: list[Event] = []
        self.away = 0
        self._answered = asyncio.Event()
        self.channel = TerminalChannel(
            self._typed(lines), self.out, self._settled, phone=phone, look=look, now=lambda: 7
        )

    async def _typed(self, lines: Sequence[str]) -> AsyncIterator[str]:
        for line in lines:
            yield line

    async def _settled(self, _: Sender) -> None:
        await self._answered.wait()
        self._answered.clear()

    async def _accept(self, sender: Sender, event: Event) -> bool:
        if self.away:
            self.away -= 1
            raise LineAway
        self.events.append(event)
        asyncio.get_running_loop().call_soon(lambda: asyncio.ensure_future(self._answer(sender, event)))
        return True

    async def _answer(self, sender: Sender, event: Event) -> None:
        said = event.text if isinstance(event, Text) else type(event).__name__
        await self.channel.send(sender, Say(f"dua kali: {said}"), f"{event.id}a")
        await self.channel.send(sender, ASK, f"{event.id}b")
        self._answered.set()

    async def run(self) -> str:
        """Have the whole conversation; return what stands on the screen."""
        await self.channel.start(self._accept)
        await self.channel.converse()
        await self.channel.close()
        return self.out.getvalue()


async def test_each_line_is_answered_before_the_next_is_read() -> None:
    """Given three lines, question and answers alternate, and the end of the input ends it."""
    talk = Conversation(["halo", "apa kabar", "sudah"])
    screen = await talk.run()
    heard = [part for part in screen.split("\n\n") if part.startswith("dua kali")]
    assert heard == ["dua kali: halo", "dua kali: apa kabar", "dua kali: sudah"]
    assert "1. SETUJU\n2. Orang kedua" in screen
    assert len({event.id for event in talk.events}) == 3


async def test_json_is_one_object_for_each_message() -> None:
    """Given --json, each message is one line that a program can read, with its choices."""
    screen = await Conversation(["halo"], "json").run()
    first, second = [json.loads(line) for line in screen.splitlines()]
    assert (first["text"], first["choices"]) == ("dua kali: halo", [])
    assert second["text"] == "Setuju?"
    assert second["choices"] == [
        {"id": "consent.yes", "label": "SETUJU"},
        {"id": "person.2", "label": "Orang kedua"},
    ]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("menu.recover", Picked),
        ("consent.yes", Picked),
        ("nav.cancel", Picked),
        ("person.2", Text),
        ("www.contoh.id", Text),
        ("/start", Started),
        ("1", Text),
        ("", Text),
        (":foto", Text),
    ],
)
async def test_what_a_line_means(line: str, kind: type[Event]) -> None:
    """Given a line that is a stable choice id or /start, it counts as such; everything else is text."""
    talk = Conversation([line])
    await talk.run()
    assert [type(event) for event in talk.events] == [kind]


async def test_an_offered_choice_can_be_typed_by_its_id() -> None:
    """Given a choice that was offered, its id picks it from then on."""
    talk = Conversation(["halo", "person.2"])
    await talk.run()
    picked = talk.events[1]
    assert isinstance(picked, Picked)
    assert picked.choice == "person.2"


async def test_a_chat_has_commands_and_a_prompt() -> None:
    """Given a person at a terminal, events without words can be made, help is there, and empty lines are nothing."""
    lines = [":bantuan", "", ":kontak", ":kontak 0812-3456-7890", ":foto", ":suara", ":lokasi -7.25 112.75", ":apa"]
    talk = Conversation(lines, "chat", phone="+6281299990001")
    screen = await talk.run()
    own, other, photo, voice, place, unknown = talk.events
    assert isinstance(own, ContactShared)
    assert isinstance(other, ContactShared)
    assert (own.phone, own.own, other.own) == ("+6281299990001", True, False)
    assert isinstance(photo, Media)
    assert isinstance(voice, Media)
    assert (photo.kind, voice.kind) == ("photo", "voice")
    assert isinstance(place, PlaceShared)
    assert (place.latitude, place.longitude) == (-7.25, 112.75)
    assert isinstance(unknown, Text)
    assert HELP.splitlines()[0] in screen
    assert screen.count("Anda ›") == len(lines) + 1
    assert "1. SETUJU  consent.yes" in screen


async def test_a_phone_counts_as_proven_only_if_given() -> None:
    """Given --phone, the sender has that number; without it there is none."""
    assert Conversation([], phone="+6281299990001").channel.sender.phone == "+6281299990001"
    assert Conversation([]).channel.sender.phone is None
    assert not Conversation([]).channel.abilities.proves_phone


async def test_two_runs_are_two_conversations() -> None:
    """Given two runs, neither their users nor their message ids are the same."""
    one, two = Conversation(["halo"]), Conversation(["halo"])
    await one.run()
    await two.run()
    assert one.channel.sender != two.channel.sender
    assert one.events[0].id != two.events[0].id


@pytest.mark.parametrize("look", ["lines", "chat"])
async def test_what_others_wrote_cannot_command_the_terminal(look: Look) -> None:
    """Given a text with escape sequences, none reaches the screen."""
    talk = Conversation([], look)
    await talk.channel.send(talk.channel.sender, Say("\x1b[2J\x1b]0;x\x07[bold]\u202eaman", ()), "e1")
    screen = talk.out.getvalue()
    assert "[bold]" in screen
    assert "aman" in screen
    assert not any(sign in screen for sign in ("\x1b]", "\x1b[2J", "\x07", "\u202e"))


async def test_redis_away_for_a_moment_loses_nothing() -> None:
    """Given a line that is away twice, the message is handed in again."""
    talk = Conversation(["halo"])
    talk.away = 2
    with stamina.set_testing(True, attempts=5):
        await talk.run()
    assert len(talk.events) == 1


async def test_nobody_reading_is_unreachable() -> None:
    """Given a closed output, the sender is told apart from our bugs."""
    talk = Conversation([])
    talk.out.close()
    with pytest.raises(Unreachable):
        await talk.channel.send(talk.channel.sender, ASK, "e1")


async def test_lines_are_read_from_a_pipe_one_at_a_time() -> None:
    """Given a pipe, its lines come without their ends, the last one too if it has none, and bad bytes do no harm."""
    end_in, end_out = os.pipe()
    with os.fdopen(end_out, "wb") as writer:
        writer.write(b"halo\r\n\n \xff\nakhir")
    with os.fdopen(end_in, encoding="utf-8", errors="replace", newline="\n") as reader:
        lines = [line async for line in lines_of(reader)]
    assert lines == ["halo", "", " \ufffd", "akhir"]
