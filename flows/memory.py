"""Sessions as bytes, and what becomes of those that an older version wrote.

A session is an array; fields are only added at its end. What cannot be read, or names a flow or state that is gone,
never stops a conversation: the user goes on at a sensible place and is told.
"""

from collections.abc import Mapping

import msgspec

from flows.event import Sender
from flows.flow import Ask, End, Flow, State, Wait
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
    """Replace what this version does not know; marks the session with a note if anything was."""
    if _sound(session, flows):
        return session
    stack: list[Frame] = []
    for frame in session.stack:
        flow = flows.get(frame.flow)
        if flow is None:
            break
        if frame.state not in flow.states:
            stack.append(Frame(frame.flow, flow.moved.get(frame.state, flow.initial), frame.slots))
            break
        stack.append(frame)
    while stack and isinstance(flows[stack[-1].flow].states[stack[-1].state], End):
        stack.pop()
    return msgspec.structs.replace(session, stack=tuple(stack), offered=(), notes={**session.notes, MENDED: True})


def _sound(session: Session, flows: Mapping[str, Flow]) -> bool:
    """Whether every frame is known, and the innermost one is in a state where somebody is waited for."""
    state: State | None = None
    for frame in session.stack:
        flow = flows.get(frame.flow)
        state = flow.states.get(frame.state) if flow is not None else None
        if state is None:
            return False
    return state is None or isinstance(state, Ask | Wait)
