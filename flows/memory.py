"""Sessions as bytes, and what becomes of those that an older version wrote.

A session is an array; fields are only added at its end. A frame names the version of its flow, and what has changed
since then is in the flow (`flows.flow.Change`). What cannot be read, or names a flow or state that is gone, never stops
a conversation: the user goes on at a sensible place and is told.
"""

from collections.abc import Mapping

import msgspec

from flows.event import Sender
from flows.flow import Ask, Call, End, Flow, State, Wait
from flows.session import Frame, Session

MENDED = "mended"

_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Session)


def write(session: Session) -> bytes:
    """A session as MessagePack."""
    return _encoder.encode(session)


def recall(raw: bytes, sender: Sender) -> Session:
    """Read a session; one that makes no sense becomes an empty one that remembers that something was lost."""
    try:
        return _decoder.decode(raw)
    except (msgspec.MsgspecError, ValueError):
        return Session(sender, greeted=True, notes={MENDED: True})


def mend(session: Session, flows: Mapping[str, Flow]) -> Session:
    """Bring a session up to this version; a note in it says that the open question has to be asked again.

    A new name for the same thing is taken as it is. Where the question that was open is gone, or is another one now,
    the user goes on at the innermost place that still makes sense.
    """
    if _sound(session, flows):
        return session
    stack: list[Frame] = []
    whole = True
    for frame in session.stack:
        now, same = _brought_up(frame, flows)
        whole = same and (not stack or _belongs(now, stack[-1], flows))
        if now is not None and (whole or not same):
            stack.append(now)
        if not whole:
            break
    while stack and isinstance(flows[stack[-1].flow].states[stack[-1].state], End):
        stack.pop()
        whole = False
    if whole and stack and isinstance(flows[stack[-1].flow].states[stack[-1].state], Ask | Wait):
        return msgspec.structs.replace(session, stack=tuple(stack))
    return msgspec.structs.replace(session, stack=tuple(stack), offered=(), notes={**session.notes, MENDED: True})


def _brought_up(frame: Frame, flows: Mapping[str, Flow]) -> tuple[Frame | None, bool]:
    """The frame as this version has it, None if its flow is gone; and whether an answer there still counts."""
    flow = flows.get(frame.flow) or next((flow for flow in flows.values() if frame.flow in flow.was), None)
    if flow is None:
        return None, False
    state, slots, same = frame.state, frame.slots, frame.version <= flow.version
    for change in flow.changes[frame.version - 1 :] if same else ():
        same = same and state not in change.moved and state not in change.anew
        state = change.renamed.get(state) or change.moved.get(state, state)
        slots = {change.slots.get(name, name): value for name, value in slots.items() if change.slots.get(name, name)}
    if state not in flow.states:
        state, same = flow.initial, False
    return Frame(flow.name, state, slots, frame.tries if same else 0, flow.version), same


def _belongs(frame: Frame | None, below: Frame, flows: Mapping[str, Flow]) -> bool:
    """Whether a flow may lie on top of the one below: over a state that calls, only what it calls today."""
    state = flows[below.flow].states[below.state]
    return frame is not None and (not isinstance(state, Call) or state.flow == frame.flow)


def _sound(session: Session, flows: Mapping[str, Flow]) -> bool:
    """Whether every frame is of this version, and the innermost one is in a state where somebody is waited for."""
    state: State | None = None
    for frame in session.stack:
        flow = flows.get(frame.flow)
        state = flow.states.get(frame.state) if flow is not None and frame.version == flow.version else None
        if state is None:
            return False
    return state is None or isinstance(state, Ask | Wait)
