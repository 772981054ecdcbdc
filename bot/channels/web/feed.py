"""The stream of server-sent events that a page reads: what was said since it last looked, then everything as it comes.

Every event carries the transcript's ref as its id, so a page that lost its connection goes on where it stopped.
"""

from collections.abc import AsyncIterator, Callable

import msgspec

from storage.line import LineAway
from storage.transcript import Ear, Entry, Transcript

PING = 15.0  # seconds of silence after which the page is told that the line still stands

_encode = msgspec.json.Encoder().encode


def event(name: str, data: object, ref: str | None = None) -> bytes:
    """One event on the wire. JSON has no bare line ends, so the data is always one line."""
    head = f"id: {ref}\n" if ref else ""
    return f"{head}event: {name}\ndata: ".encode() + _encode(data) + b"\n\n"


def shown(entry: Entry) -> bytes:
    """An entry of the transcript as an event: `said` or `gone`."""
    if entry.said is None:
        return event("gone", {"ref": entry.gone}, entry.ref)
    said = entry.said
    body = {
        "ref": entry.ref, "once": entry.once, "author": said.author, "text": said.text, "at": said.at,
        "choices": [{"id": choice.id, "label": choice.label} for choice in said.choices], "protect": said.protect,
        "picked": said.picked,
        "file": {"name": said.file[0], "href": f"chat/files/{said.file[1]}"} if said.file else None,
    }  # fmt: skip
    return event("said", body, entry.ref)


async def feed(
    transcript: Transcript, conversation: str, after: str | None, going: Callable[[], bool], ping: float = PING
) -> AsyncIterator[bytes]:
    """Events for one page until it leaves, `going` turns false, or Redis is away (then the page comes again)."""
    try:
        with transcript.listen(conversation) as ear:
            if after is not None and await transcript.get(conversation, after) is None:
                after = None  # the transcript was deleted or has moved on: the page begins anew
            yield event("begin", {"fresh": after is None})
            async for chunk in _said(transcript, conversation, ear, after, going, ping):
                yield chunk
    except LineAway:
        yield event("away", {})
        return
    yield event("bye", {})


async def _said(
    transcript: Transcript, conversation: str, ear: Ear, after: str | None, going: Callable[[], bool], ping: float
) -> AsyncIterator[bytes]:
    first = True
    while going():
        for entry in await transcript.read(conversation, after):
            after = entry.ref
            yield shown(entry)
        if first:
            first = False
            yield event("ready", {})
        heard = await ear.wait(ping)
        if not heard:
            yield event("ping", {})
        elif heard == {"typing"}:
            yield event("typing", {})
