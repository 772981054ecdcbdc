"""Who may speak is checked when a message is sent, not only when it was decided: on a real Redis, with real workers."""

import asyncio

from msgspec.structs import replace

from bot.channels.port import TryLater
from bot.worker.doing import Doing
from bot.worker.worker import Worker
from flows.effect import Effect, Say, SendFile
from flows.ended import Ended, keep
from flows.event import Event, NotSaid, Sender, Text
from flows.session import Floor, Session
from storage.line import Line
from tests.worker.conftest import CONFIG, SEALER
from tests.worker.kit import Measured, Sending, text, user


class Talking:
    """``bot words`` are the bot's, ``agent 2 words`` an agent's under that claim; ``take 2`` gives them the floor."""

    def __init__(self) -> None:
        self.held_back: list[NotSaid] = []

    def step(self, session: Session | None, sender: Sender, event: Event) -> tuple[Session | None, tuple[Effect, ...]]:
        """Say it, whoever has the floor."""
        session = session or Session(sender)
        session = replace(session, seq=session.seq + 1)
        if isinstance(event, NotSaid):
            self.held_back.append(event)
            return session, ()
        assert isinstance(event, Text)
        who, _, rest = event.text.partition(" ")
        if who == "take":
            return replace(session, floor=Floor(1, "agent", int(rest), "ayu")), ()
        if who == "close":
            return replace(session, floor=Floor(1, "closing", int(rest), "ayu")), ()
        if who == "over":
            notes = dict(session.notes)
            keep(notes, Ended(1, int(rest), 0))
            return replace(session, floor=None, notes=notes), ()
        if who == "file":
            return session, (SendFile(1, "f1", "surat.pdf", int(rest)),)
        if who == "agent":
            claim, _, words = rest.partition(" ")
            return session, (Say(words, claim=int(claim), receipt=f"entry:{words}"),)
        return session, (Say(rest),)

    def sorry(self, session: Session | None) -> Say:
        """Not needed."""
        del session
        return Say("sorry")


class Process:
    """A worker with a dialogue that people take part in."""

    def __init__(self, line: Line, sending: Sending) -> None:
        self.line, self.sending = line, sending
        self.dialogue, self.measured = Talking(), Measured()
        self.worker = Worker(line, self.dialogue, Doing(sending), measure=self.measured)

    async def say(self, *words: str) -> None:
        """One after the other, as events of the same user."""
        for number, one in enumerate(words, len(self.sending.tried) + 100):
            await self.line.ingest(user(1), text(user(1), number, one))
        while self.measured.counts["turns"] < len(words):  # noqa: ASYNC110  nothing announces a turn without an effect
            await asyncio.sleep(0.01)

    async def close(self) -> None:
        """End it in an orderly way; what is not sent yet is left for a successor."""
        await self.worker.stop()
        await self.line.close()

    async def drained(self) -> None:
        """Return when nothing is left in the line."""
        depth = await self.line.depth()
        while depth.inbox or depth.outbox:
            depth = await self.line.depth()


async def opened(redis_url: str, sending: Sending) -> Process:
    """A process that works."""
    process = Process(await Line.open(redis_url, SEALER, CONFIG), sending)
    await process.worker.start()
    return process


async def played(redis_url: str, *words: str) -> Process:
    """All is decided while the first message is on its way; then the provider takes it, and what may follows."""
    sending = Sending()
    sending.slow["1"] = asyncio.Event()
    process = await opened(redis_url, sending)
    try:
        await process.say(*words)
        sending.slow["1"].set()
        await process.drained()
    finally:
        await process.close()
    return process


async def test_the_bot_does_not_talk_into_an_agents_conversation(redis_url: str) -> None:
    """What it had decided before an agent took over, and not yet sent, is held back, and the dialogue is told."""
    process = await played(redis_url, "bot under way", "bot too late", "take 1", "agent 1 hello", "bot out of turn")
    assert process.sending.sent["1"] == ["under way", "hello"]
    assert [said.text for said in process.dialogue.held_back] == ["too late", "out of turn"]
    assert process.measured.counts["held_back"] == 2


async def test_two_agents_never_answer_the_same_user(redis_url: str) -> None:
    """After a transfer what the first had said, and not yet sent, is held back; files too."""
    words = ("bot first", "take 1", "agent 1 one", "file 1", "take 2", "agent 2 two", "agent 1 late")
    process = await played(redis_url, *words)
    assert process.sending.sent["1"] == ["first", "two"]
    told = [(said.text, said.claim, said.receipt) for said in process.dialogue.held_back]
    assert told == [("one", 1, "entry:one"), ("surat.pdf", 1, ""), ("late", 1, "entry:late")]


async def test_what_an_agent_said_last_still_arrives_when_they_close(redis_url: str) -> None:
    """Closing does not disturb a reply that is on its way, and the bot speaks after it."""
    process = await played(redis_url, "bot first", "take 1", "agent 1 bye", "close 1", "bot how was it")
    assert process.sending.sent["1"] == ["first", "bye", "how was it"]
    assert process.dialogue.held_back == []


async def test_what_an_agent_said_last_still_arrives_when_nothing_is_asked_after_it(redis_url: str) -> None:
    """Where no stars are asked for, the conversation is the bot's again; only who had it last is still heard."""
    process = await played(redis_url, "bot first", "take 2", "agent 2 bye", "agent 1 late", "over 2", "bot menu")
    assert process.sending.sent["1"] == ["first", "bye", "menu"]
    assert [said.text for said in process.dialogue.held_back] == ["late"]


async def test_a_successor_knows_who_may_speak(redis_url: str) -> None:
    """A process that takes a partition over reads it from the session: nothing old slips out."""
    away = Sending()

    def trouble(_sender: Sender, _effect: Effect) -> None:
        raise TryLater("the provider is away")

    away.trouble = trouble
    first = await opened(redis_url, away)
    await first.say("bot under way", "bot too late", "take 1", "agent 1 hello")
    await first.close()
    heir = await opened(redis_url, Sending())
    await heir.sending.until(lambda: heir.sending.total() == 1)
    await heir.drained()
    await heir.close()
    assert heir.sending.sent["1"] == ["hello"]
    assert [said.text for said in heir.dialogue.held_back] == ["under way", "too late"]
