"""The stream of server-sent events that a page reads: what was said since it last looked, then everything as it comes.

Every event carries the transcript's ref as its id, so a page that lost its connection goes on where it stopped.

A proof ends after some silence, and what it opened is not shown any longer, on an open page neither: the browser may
stand in an office or belong to a family.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass

import msgspec
from msgspec.structs import replace

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


def outlived(entries: Sequence[Entry], now: int, idle: int) -> set[str]:
    """The refs of protected messages after which the user was silent for longer than `idle` (ms) at any time."""
    refs: set[str] = set()
    broken, heard = False, now
    for entry in reversed(entries):
        said = entry.said
        if said is None:
            continue
        silent = broken or heard - said.at > idle
        if said.protect and silent:
            refs.add(entry.ref)
        if said.author == "user":
            broken, heard = silent, said.at
    return refs


def hidden(entry: Entry) -> bytes:
    """A message that is not shown any more, at its place."""
    said = replace(entry.said, text="", choices=(), protect=False, file=None) if entry.said else None
    return shown(replace(entry, said=said)) + event("gone", {"ref": entry.ref}, entry.ref)


class Open:
    """The protected messages that a page shows, and what came after them; `over` tells which are to be hidden now."""

    def __init__(self, over: Callable[[Sequence[Entry]], set[str]]) -> None:
        self._over = over
        self._entries: list[Entry] = []

    def note(self, entry: Entry) -> None:
        """The page shows this."""
        if entry.said is not None and (entry.said.protect or self._entries):
            self._entries.append(replace(entry, said=replace(entry.said, text="", choices=())))

    def go_on(self, entries: Sequence[Entry], after: str) -> None:
        """The page shows all up to that ref still, since before its connection was lost."""
        for entry in entries:
            self.note(entry)
            if entry.ref == after:
                return

    def events(self, entries: Sequence[Entry]) -> Iterator[bytes]:
        """Tells what is new, and hides what has to be hidden now, old or new."""
        for entry in entries:
            self.note(entry)
        hides = self.ended()
        for entry in entries:
            yield hidden(entry) if entry.ref in hides else shown(entry)
            hides.discard(entry.ref)
        for ref in hides:
            yield event("gone", {"ref": ref})

    def ended(self) -> set[str]:
        """The refs that are to be hidden, told once."""
        refs = self._over(self._entries) if self._entries else set()
        if refs:
            left = [entry for entry in self._entries if entry.ref not in refs]
            self._entries = left if any(entry.said and entry.said.protect for entry in left) else []
        return refs


@dataclass(frozen=True)
class Showing:
    """How one page is shown a conversation, until it leaves or `going` turns false.

    `over`: of what was said, the refs of what is not shown any more. `language`: the page's for
    the one that the conversation is held in now; it is told when that changes. `ping`: seconds.
    """

    going: Callable[[], bool]
    over: Callable[[Sequence[Entry]], set[str]]
    language: Callable[[], Awaitable[str]]
    ping: float = PING


async def feed(transcript: Transcript, conversation: str, after: str | None, showing: Showing) -> AsyncIterator[bytes]:
    """Events for one page; while Redis is away they end, and the page comes again."""
    try:
        with transcript.listen(conversation) as ear:
            if after is not None and await transcript.get(conversation, after) is None:
                after = None  # the transcript was deleted or has moved on: the page begins anew
            locale = await showing.language()
            yield event("begin", {"fresh": after is None, "locale": locale})
            async for chunk in _said(transcript, conversation, ear, after, showing, locale):
                yield chunk
    except LineAway:
        yield event("away", {})
        return
    yield event("bye", {})


async def _said(
    transcript: Transcript, conversation: str, ear: Ear, after: str | None, showing: Showing, locale: str
) -> AsyncIterator[bytes]:
    first, numbers = True, Open(showing.over)
    if after is not None:
        numbers.go_on(await transcript.read(conversation), after)
    while showing.going():
        entries = await transcript.read(conversation, after)
        if not first and any(entry.said and entry.said.author == "bot" for entry in entries):
            before, locale = locale, await showing.language()
            if locale != before:
                yield event("language", {"locale": locale})
        for chunk in numbers.events(entries):
            yield chunk
        after = entries[-1].ref if entries else after
        if first:
            first = False
            yield event("ready", {})
        heard = await ear.wait(showing.ping)
        if not heard:
            yield event("ping", {})
        elif heard == {"typing"}:
            yield event("typing", {})
