"""What can only be found by trying: buttons that do nothing, and timers that send something too late.

A channel lets us write for some hours after the user's last message. From every place where users are waited for,
whatever can be chosen there is chosen, the user falls silent, and all timers ring when they are due, with the directory
there, away, or away until the hours are over.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec import structs

from bot.dialogues.conversation import START, Conversation
from bot.inspection.finding import Finding
from bot.inspection.lengths import too_many
from bot.inspection.media import Medium
from bot.inspection.reaching import Flows, way_to
from bot.inspection.ways import taken
from flows.dialogue import Dialogue
from flows.event import DirectoryAway, Event, Picked, Sender, Text
from flows.flow import Ask, Flow, State, Wait
from flows.proof import PHONE
from flows.quiet import ARMED, QUIET
from flows.session import Consent, Evidence, Frame, Session
from flows.settings import HOUR, Settings
from flows.texts import Texts

PHONE_NUMBER = "+628110000101"
AGAIN = "ulangi"
SLACK = 1_000


class Try(NamedTuple):
    """What the user does last, and when the directory is there again after it (hours; 0: it is there all the time)."""

    event: Event
    away: float = 0


def tried(flows: Flows, texts: Texts, settings: Settings, media: Sequence[Medium]) -> Iterator[Finding]:
    """Places from which something is sent too late, or that does not fit; places that cannot be asked at all."""
    for medium in {medium.name: medium for medium in reversed(media)}.values():
        if medium.abilities.reply_window:
            dialogue = Dialogue(structs.replace(settings, channels={medium.name: medium.abilities}), flows, texts)
            for flow in flows.values():
                for state in flow.states.values():
                    if isinstance(state, Ask | Wait):
                        yield from _from(dialogue, medium, flow, state)


def _from(dialogue: Dialogue, medium: Medium, flow: Flow, state: State) -> Iterator[Finding]:
    where = f"{flow.name}.{state.name}"
    sender = Sender(medium.name, f"{medium.name}:{PHONE_NUMBER}", PHONE_NUMBER)
    window = medium.abilities.reply_window
    for what in _tries(state, window / HOUR):
        conversation = Conversation(sender=sender, settings=dialogue.settings, directory_away=what.away > 0)
        conversation.dialogue = dialogue
        conversation.session = _session(dialogue, sender, flow, state)
        try:
            conversation.now, conversation.timers = START + 1000, {QUIET: START + HOUR}
            conversation.happen(what.event)
            yield from _does_not_fit(where, conversation, medium)
            after = _silence(conversation, what, window)
        except Exception as error:  # noqa: BLE001 - whatever a flow's function raises, it is that flow's mistake
            first = str(error).partition("\n")[0]
            yield Finding(where, "broken", f"asking here fails: {type(error).__name__}: {first}")
            return
        if after is not None:
            told = f"{after / HOUR:.1f} hours after the user last wrote, {medium.name} takes {window / HOUR:.0f}"
            yield Finding(where, "window", f"a timer sends something {told}")
            return


def _does_not_fit(where: str, conversation: Conversation, medium: Medium) -> Iterator[Finding]:
    """What was put together while it ran is looked at, too: where the conversation has come to by it."""
    if conversation.session is not None:
        here = conversation.session.stack[-1]
        where = f"{here.flow}.{here.state}"
    for say in conversation.says:
        length = medium.measure(say.text)
        if length > medium.capabilities.max_text:
            most = medium.capabilities.max_text
            yield Finding(where, "length", f"a message of {length} characters is said, {medium.told} takes {most}")
        if 0 < medium.most_choices < len(say.choices):
            yield too_many(where, len(say.choices), medium)


def _tries(state: State, hours: float) -> Iterator[Try]:
    if not isinstance(state, Ask):
        asked = DirectoryAway("t:1", START + 1000, 4)
        yield from (Try(asked, away) for away in (0.1, hours - 1, hours + 1, 3 * hours))
        return
    again = Text("t:1", START + 1000, AGAIN)
    yield from (Try(again, away) for away in (0, hours - 1, hours + 1))
    yield from (Try(Picked("t:1", START + 1000, choice)) for choice in state.options)


def _session(dialogue: Dialogue, sender: Sender, flow: Flow, state: State) -> Session:
    """A user who was asked here, with a proof, and nothing open below but what leads here."""
    places = [*way_to(dialogue.flows, flow.name), (flow.name, state.name)]
    frames = tuple(Frame(name, place, {"asked": 4}, 0, dialogue.flows[name].version) for name, place in places)
    offered = tuple(state.options) if isinstance(state, Ask) else ()
    evidence = (Evidence(PHONE, "p-1", START),)
    return Session(
        sender, "id", frames, 4, START, offered, evidence, Consent("2026-11", "id", START), True, {ARMED: True}
    )  # fmt: skip


def dead_buttons(flows: Flows, texts: Texts, settings: Settings, media: Sequence[Medium]) -> Iterator[Finding]:
    """Choices that a question offers when it is put, and that nothing takes."""
    for medium in media:
        dialogue = Dialogue(structs.replace(settings, channels={medium.name: medium.abilities}), flows, texts)
        for flow in flows.values():
            for state in flow.states.values():
                if isinstance(state, Ask) and callable(state.shown):
                    offered = _put(dialogue, Sender(medium.name, medium.name), flow, state)
                    for choice in sorted(offered - taken(flows, state)):
                        what = f"it offers {choice}, and nothing happens when that is chosen"
                        yield Finding(f"{flow.name}.{state.name}", "no-way", what)


def _put(dialogue: Dialogue, sender: Sender, flow: Flow, state: Ask) -> set[str]:
    """The choices of the question when it is put; none where that fails, which is told elsewhere."""
    session = _session(dialogue, sender, flow, state)
    try:
        after, _ = dialogue.step(session, sender, Text("t:1", START + 1000, AGAIN))
    except Exception:  # noqa: BLE001 - see `tried`, which tells of it
        return set()
    here = after is not None and (after.stack[-1].flow, after.stack[-1].state) == (flow.name, state.name)
    return set(after.offered) if after is not None and here else set()


def _silence(conversation: Conversation, what: Try, window: int) -> int | None:
    """How long after the last message something was sent too late (ms), if it was."""
    if what.away:
        conversation.wait(what.away * 60)
        conversation.directory_away = False
    while conversation.now < START + 4 * window and conversation.timers:
        due = min(conversation.timers.values())
        said = conversation.wait(max(due - conversation.now, 0) / 60_000)
        if said and conversation.now - START > window + SLACK:
            return conversation.now - START
    return None
