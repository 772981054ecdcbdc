"""What agents wrote in Chatwoot, said in the helpdesk.

A delivery only rings: what was written is read from Chatwoot itself, in order, from where it was left off. So it does
no harm if deliveries are lost, doubled, late or overtake each other, and a conversation's end is never dealt with
before its last words. What was read before is read again where that is not sure; `once` makes it one.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Final
from weakref import WeakValueDictionary

from msgspec import Struct

from bot.channels.port import Refused, TryLater
from bot.helpdesk.chatwoot.attached import Attachments
from bot.helpdesk.chatwoot.client import Client, NotThere
from bot.helpdesk.chatwoot.deciding import Deciding
from bot.helpdesk.chatwoot.memory import Memory
from bot.helpdesk.chatwoot.names import PLACE, SYSTEM, actor_of, is_ours, ref_of
from bot.helpdesk.chatwoot.telling import Telling
from bot.helpdesk.chatwoot.wire import HUMAN, OUTGOING, Message
from bot.helpdesk.chatwoot.written import plain
from bot.helpdesk.files.refusals import FileRefused
from bot.helpdesk.port import Actor, Helpdesk, TooLong, WindowOver
from bot.helpdesk.service import LONGEST_NOTE
from storage.consents import RecordsAway
from storage.line import LineAway
from storage.tickets.port import FileMark, NoSuchTicket, NotYours, TicketIsClosed, TicketUnreadable

FEW: Final = 20
"""A page with fewer messages is the last one, whatever Chatwoot's version."""
FILE_TRIED_FOR: Final = 15 * 60 * 1000
"""Milliseconds after which a file that cannot be fetched is given up, with the message that it is in."""
MOST_QUOTED: Final = 1_000
"""Characters of words that were not sent, in the note that says so."""
AWAY: Final = (TryLater, Refused, RecordsAway, LineAway, NotThere)
"""What may be well again when it is tried later: Chatwoot, its set-up, the records, Redis."""
_REFUSALS: Final = (NotYours, TicketIsClosed, TooLong, WindowOver, FileRefused)
_GONE: Final = (NotThere, NoSuchTicket, TicketUnreadable)


class Ring(Struct, frozen=True):
    """Something happened in a conversation.

    `message`: one that has surely to be dealt with; `assigned`: it was given to somebody, or to nobody.
    """

    conversation: int
    message: int | None = None
    assigned: bool = False


@dataclass(frozen=True)
class Parts:
    """What hearing works with. `now` gives ms since 1970, UTC."""

    client: Client
    memory: Memory
    telling: Telling
    attachments: Attachments
    now: Callable[[], int]


class Hearing:
    """Hears one account."""

    def __init__(self, parts: Parts, account: int) -> None:
        self._client = parts.client
        self._memory = parts.memory
        self._telling = parts.telling
        self._attachments = parts.attachments
        self._now = parts.now
        self._account = account
        self._deciding = Deciding(parts.client, parts.telling, self._own_id)
        self._own: int | None = None
        self._turns: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    async def hear(self, ring: Ring, helpdesk: Helpdesk) -> bool:
        """Deal with whatever is new in a conversation; False if it has to be looked at again soon.

        Raises what is in `AWAY`; repeating is safe.
        """
        number = await helpdesk.ticket_of(PLACE, ref_of(self._account, ring.conversation))
        if number is None:
            return False  # not ours, or just begun
        turn = self._turns.setdefault(ring.conversation, asyncio.Lock())
        async with turn:
            try:
                await self._messages(number, ring, helpdesk)
                told = await self._memory.told(ring.conversation)  # before it is asked: what was told since is news
                stands = await self._client.conversation(ring.conversation)
                if stands.status == "resolved":
                    await self._messages(number, ring, helpdesk)  # what was written between the two questions
                return await self._deciding.decide(number, stands, told, helpdesk, assigned=ring.assigned)
            except _GONE:
                return True

    async def _messages(self, number: int, ring: Ring, helpdesk: Helpdesk) -> None:
        heard = await self._memory.heard(ring.conversation)
        after = heard if ring.message is None else min(heard, ring.message - 1)  # a smaller one may turn up later
        while page := await self._client.messages(ring.conversation, after=after):
            for one in page:
                await self._message(number, one, helpdesk)
            more, after = page[-1].id > after and len(page) >= FEW, page[-1].id
            await self._memory.hear(ring.conversation, max(heard, after))
            if not more:
                return

    async def _message(self, number: int, message: Message, helpdesk: Helpdesk) -> None:
        sender = message.sender
        if message.message_type != OUTGOING or sender is None or sender.type != HUMAN or is_ours(message.source_id):
            return
        if (message.content_attributes or {}).get("deleted") or sender.id == await self._own_id():
            return
        actor = actor_of(sender)
        if message.private:
            await self._note(number, actor, message, helpdesk)
        elif plain(message.content) or message.attachments:
            try:
                await self._say(number, actor, message, helpdesk)
            except _REFUSALS as error:
                await self._unsent(number, actor, message, await self._why(error, number, helpdesk), helpdesk)

    async def _say(self, number: int, actor: Actor, message: Message, helpdesk: Helpdesk) -> None:
        files = await self._files(number, actor, message)
        once = _once(message)
        await helpdesk.say(actor, number, plain(message.content), once, files[0] if files else None)
        for place, file in enumerate(files[1:], 1):
            await helpdesk.say(actor, number, "", f"{once}:{place}", file)

    async def _files(self, number: int, actor: Actor, message: Message) -> list[FileMark]:
        try:
            return await self._attachments.take(number, actor, message)
        except TryLater:
            if self._now() - message.created_at * 1000 < FILE_TRIED_FOR:
                raise
            raise FileRefused("away") from None

    async def _note(self, number: int, actor: Actor, message: Message, helpdesk: Helpdesk) -> None:
        text = " ".join(filter(None, [plain(message.content), "📎" * len(message.attachments or ())]))
        if text:
            with suppress(TicketIsClosed):
                await helpdesk.note(actor, number, text[:LONGEST_NOTE], _once(message))

    async def _unsent(self, number: int, actor: Actor, message: Message, why: str, helpdesk: Helpdesk) -> None:
        """Note that it was not sent. The note has the message's own `once`: what was refused is never sent later."""
        text = plain(message.content)
        quoted = text if len(text) <= MOST_QUOTED else text[:MOST_QUOTED] + "…"
        note = self._telling.words.say("unsent", why=why, name=actor.name, text=quoted or "📎")
        await helpdesk.note(SYSTEM, number, note, _once(message))

    async def _why(self, error: Exception, number: int, helpdesk: Helpdesk) -> str:
        say = self._telling.words.say
        match error:
            case NotYours() if error.owner is not None:
                return say("why-theirs", owner=self._telling.owner(error.owner, await helpdesk.entries(number)))
            case TicketIsClosed():
                return say("why-closed")
            case TooLong():
                return say("why-long")
            case WindowOver():
                return say("why-window")
            case FileRefused():
                return say("why-file")
            case _:
                return say("why-nobody")

    async def _own_id(self) -> int:
        if self._own is None:
            self._own = (await self._client.profile()).id
        return self._own


def _once(message: Message) -> str:
    return f"cw:{message.id}"
