"""Shows in the group what happens in tickets: a topic and a card for each, then what is said, in order.

What was shown is remembered right after Telegram took it, so that a repeated call after a crash shows nothing twice
but for the one message that was just going out.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from hashlib import blake2b
from typing import Final

from msgspec.structs import replace

from bot.channels.port import Document
from bot.channels.rendering import cut, utf16_length
from bot.helpdesk.group import buttons
from bot.helpdesk.group.memory import Memory, Stand, ref_of, stand_of
from bot.helpdesk.group.room import Message, Room
from bot.helpdesk.group.telling import LOUD, PLAIN, PRIVATE, Telling, title, written_here
from bot.helpdesk.group.troubles import TopicGone
from bot.helpdesk.port import Helpdesk
from storage.tickets.port import Entry, Files, Ticket

MOST_PIECE: Final = 4_000
"""UTF-16 units of one message; the ticket's number may come in front."""
MOST_HISTORY: Final = 3
"""Messages in which an earlier conversation is told; what is older is read on the desk."""
_OPENS: Final = frozenset({"request", "reopened"})


class Showing:
    """Shows entries. `files`: where kept files are, if the group is to see them."""

    def __init__(self, room: Room, memory: Memory, telling: Telling, files: Files | None) -> None:
        self._room = room
        self._memory = memory
        self._telling = telling
        self._files = files

    async def show(self, entry: Entry, ticket: Ticket, ref: str | None, helpdesk: Helpdesk) -> str | None:
        """See `bot.helpdesk.port.Place`."""
        await self._room.about()
        self._learn(entry)
        number = ticket.line.number
        stand = await self._memory.stand(number) or stand_of(self._room.chat_id, ref)
        try:
            if stand.card == 0:
                stand = await self._begin(entry, ticket, stand, helpdesk)
            elif entry.id > stand.shown:
                stand = await self._go_on(entry, ticket, stand, helpdesk)
        except TopicGone:
            stand = await self._begin(entry, ticket, Stand(), helpdesk)
        if entry.kind == "closed" and not stand.closed:
            stand = await self._close(number, stand)
        return ref_of(self._room.chat_id, stand)

    async def card(self, ticket: Ticket) -> str:
        """What the ticket's card says now."""
        return self._first(ticket, await self._owner(ticket))[0]

    async def _begin(self, entry: Entry, ticket: Ticket, stand: Stand, helpdesk: Helpdesk) -> Stand:
        """The topic, the card, and all that happened up to this entry."""
        number = ticket.line.number
        topic = stand.topic or await self._room.begin_topic(title(ticket.line, self._telling.words))
        stand = await self._memory.change(number, Stand(), topic=topic, card=0, shown=0, closed=0)
        before = [one for one in await helpdesk.entries(number) if one.id <= entry.id]
        text, rest = self._first(ticket, await self._owner(ticket))
        if len(before) > 1 or entry.kind != "request":
            rest += await self._history(before, ticket)
        stand = await self._send_card(ticket, stand, text)
        for piece in rest:
            await self._room.send(number, stand, Message(piece, protect=True, silent=True))
        return await self._memory.change(number, stand, shown=entry.id)

    async def _history(self, entries: Sequence[Entry], ticket: Ticket) -> list[str]:
        """What was said before, for a topic that begins in the middle; the request stands in the card."""
        name = await self._names(entries)
        told = [self._telling.entry(one, name, ticket.line, again=True) for one in entries if one.kind != "request"]
        text = "\n".join(filter(None, told))
        if not text:
            return []
        return cut(f"{self._telling.words.say('card-before')}\n{text}", MOST_PIECE, utf16_length)[-MOST_HISTORY:]

    async def _go_on(self, entry: Entry, ticket: Ticket, stand: Stand, helpdesk: Helpdesk) -> Stand:
        number = ticket.line.number
        if entry.kind in _OPENS and stand.topic:
            await self._room.reopen_topic(stand.topic)
            stand = await self._memory.change(number, stand, closed=0)
        if entry.kind not in PLAIN:
            stand = await self._renew_card(ticket, stand)
        batch = [entry]
        if entry.kind in PLAIN and not written_here(entry) and await self._room.pace.free():
            batch = await self._ahead(entry, number, helpdesk)
        await self._tell(batch, ticket, stand, helpdesk)
        return await self._memory.change(number, stand, shown=batch[-1].id)

    async def _ahead(self, entry: Entry, number: int, helpdesk: Helpdesk) -> list[Entry]:
        """What has come meanwhile and fits into one message with this; the rest is shown in its turn."""
        batch = [entry]
        size = utf16_length(entry.text)
        for one in await helpdesk.entries(number, entry.id):
            size += utf16_length(one.text) + 100
            if one.kind not in PLAIN or size > MOST_PIECE:
                break
            batch.append(one)
        return batch

    async def _tell(self, batch: Sequence[Entry], ticket: Ticket, stand: Stand, helpdesk: Helpdesk) -> None:
        number = ticket.line.number
        if batch[0].kind == "undelivered":
            await self._room.send(number, stand, await self._undelivered(batch[0], helpdesk))
            return
        name = await self._names(batch)
        text = "\n\n".join(filter(None, (self._telling.entry(one, name, ticket.line) for one in batch)))
        kinds = {one.kind for one in batch}
        for piece in cut(text, MOST_PIECE, utf16_length) if text else []:
            message = Message(piece, silent=kinds.isdisjoint(LOUD), protect=not kinds.isdisjoint(PRIVATE))
            await self._room.send(number, stand, message)
        for one in batch:
            await self._send_files(one, stand)

    async def _undelivered(self, entry: Entry, helpdesk: Helpdesk) -> Message:
        """That an agent's words were not sent: below them, or with them where they were not written here."""
        what = self._telling.words.say("unsent-failed" if entry.text == "failed" else "unsent-held-back")
        message = await self._memory.message_of(entry.about)
        if message is None:
            after = await helpdesk.entries(entry.ticket, entry.about - 1)
            said = [one.text for one in after if one.id == entry.about and one.kind == "agent"]
            what = "\n".join([what, *(self._telling.words.say("unsent-text", text=text) for text in said)])
        return Message(what, reply_to=message, protect=True)

    async def _send_files(self, entry: Entry, stand: Stand) -> None:
        """Bring the user's files into the group, where the operator wants that."""
        if self._files is None or entry.kind != "user":
            return
        for mark in entry.files:
            found = await self._files.get(entry.ticket, mark.file)
            if found is None:
                gone = self._telling.words.say("entry-file-gone", name=mark.name)
                await self._room.send(entry.ticket, stand, Message(gone, silent=True))
            else:
                document = Document(mark.name or "file", mark.media_type, found[1], "")
                await self._room.send_file(entry.ticket, stand, document)

    async def _close(self, number: int, stand: Stand) -> Stand:
        if stand.topic:
            with suppress(TopicGone):  # somebody deleted it, which is as good
                await self._room.close_topic(stand.topic)
        return await self._memory.change(number, stand, closed=1)

    async def _renew_card(self, ticket: Ticket, stand: Stand) -> Stand:
        """Let the card and its buttons say how the ticket is now."""
        text, line = await self.card(ticket), ticket.line
        look = _look(text, ticket)
        if look == stand.look:
            return stand
        if await self._room.edit(stand.card, text, buttons.below_card(line, self._telling.words)):
            return await self._memory.change(line.number, stand, look=look, owner=line.owner or "")
        return await self._send_card(ticket, stand, text)

    async def _send_card(self, ticket: Ticket, stand: Stand, text: str) -> Stand:
        line = ticket.line
        message = Message(text, buttons.below_card(line, self._telling.words), protect=True)
        card = await self._room.send(line.number, replace(stand, card=0), message)
        return await self._memory.change(
            line.number, stand, card=card, look=_look(text, ticket), owner=line.owner or ""
        )

    def _first(self, ticket: Ticket, owner: str | None) -> tuple[str, list[str]]:
        return self._telling.first(ticket, owner, ticket.request.words)

    async def _owner(self, ticket: Ticket) -> str | None:
        return await self._room.name(ticket.line.owner)

    def _learn(self, entry: Entry) -> None:
        """An entry has the name of its agent; that of a transfer, the new owner's."""
        if entry.name:
            self._room.agents.learn(entry.text if entry.kind == "transferred" else entry.author, entry.name)

    async def _names(self, entries: Sequence[Entry]) -> Callable[[str], str]:
        """What the people in these entries are called."""
        say = self._telling.words.say
        names = {"user": say("user"), "bot": say("bot"), "system": say("system")}
        for entry in entries:
            self._learn(entry)
        wanted = {entry.author for entry in entries} | {entry.text for entry in entries if entry.kind == "transferred"}
        for one in wanted - names.keys() - {""}:
            names[one] = await self._room.name(one) or say("somebody")
        return lambda one: names.get(one, one)


def _look(text: str, ticket: Ticket) -> str:
    """What stands for the card: its text, and what decides on its buttons."""
    line = ticket.line
    return blake2b(f"{line.state == 'closed'}|{line.owner}|{text}".encode(), digest_size=12).hexdigest()
