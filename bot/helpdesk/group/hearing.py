"""What agents do in the group: their words go to the user, notes to colleagues, presses to the helpdesk.

An update counts as taken once what follows from it is in the records, under the update's own number, so that it can
come again after any failure: nothing is lost, and nothing is said twice. What the bot has to say about it in the group
is an errand, which a failure of Telegram only delays.
"""

import re
from dataclasses import dataclass, replace
from typing import Final

import msgspec
import structlog

from bot.channels.port import TryLater
from bot.helpdesk.group.agents import Agents, Refusal
from bot.helpdesk.group.attachments import Attachments
from bot.helpdesk.group.errands import Card, CardState, Errands, Tell
from bot.helpdesk.group.identity import Given, Identity
from bot.helpdesk.group.memory import Memory, card_ref, topic_ref
from bot.helpdesk.group.presses import Presses
from bot.helpdesk.group.refusals import REFUSED, Refusals
from bot.helpdesk.group.room import Room
from bot.helpdesk.group.showing import Showing
from bot.helpdesk.group.troubles import log_mistake
from bot.helpdesk.group.updates import Message, Press, Update, read
from bot.helpdesk.port import Actor, Helpdesk
from bot.words import Words
from storage.consents import RecordsAway
from storage.line import LineAway
from storage.tickets.port import FileMark

log = structlog.get_logger("bot.helpdesk.group")

PLACE: Final = "telegram_group"
_COMMAND: Final = re.compile(r"/([a-z_]+)(?:@\w+)?(?:\s+(.*))?", re.DOTALL | re.IGNORECASE | re.ASCII)
_NOTE: Final = "//"


@dataclass(frozen=True)
class Said:
    """A message of an agent in a ticket. `once` names its update."""

    actor: Actor
    ticket: int
    message: int
    once: str
    text: str
    file: FileMark | None = None


@dataclass(frozen=True)
class Parts:
    """What hearing needs of the group."""

    room: Room
    memory: Memory
    agents: Agents
    words: Words
    errands: Errands
    showing: Showing
    presses: Presses
    identity: Identity
    attachments: Attachments


class Hearing:
    """Takes updates of the group. `mark`: in front of update numbers, to tell those of several bots apart."""

    def __init__(self, parts: Parts, *, mark: str = "tg") -> None:
        self._room = parts.room
        self._memory = parts.memory
        self._agents = parts.agents
        self._words = parts.words
        self._errands = parts.errands
        self._showing = parts.showing
        self._presses = parts.presses
        self._identity = parts.identity
        self._attachments = parts.attachments
        self._refusals = Refusals(parts.room, parts.words)
        self._mark = mark

    async def take(self, update_id: int, raw: bytes, helpdesk: Helpdesk) -> None:
        """See `bot.channels.telegram.intake.AgentsGroup`."""
        once = f"{self._mark}:{update_id}"
        if await self._memory.taken(once):
            return
        try:
            update = read(raw)
        except msgspec.MsgspecError:
            log.warning("telegram_group.update_unreadable", update_id=update_id)
            return
        try:
            await self._update(update, once, helpdesk)
        except RecordsAway:
            raise TryLater("the records database is away") from None
        except (TryLater, LineAway):
            raise
        except Exception as error:  # noqa: BLE001  our own bug must not keep users' messages from coming in
            log_mistake("telegram_group.update_failed", error, update_id=update_id)
            await self._own_mistake(update)
        await self._memory.take(once)

    async def _update(self, update: Update, once: str, helpdesk: Helpdesk) -> None:
        if update.callback_query is not None:
            await self._press(update.callback_query, once, helpdesk)
        elif update.my_chat_member is not None:
            self._room.changed()
            if update.my_chat_member.new_chat_member.status in {"left", "kicked"}:
                self._room.removed()
        elif update.message is not None:
            await self._message(update.message, once, helpdesk, edited=False)
        elif update.edited_message is not None:
            await self._message(update.edited_message, once, helpdesk, edited=True)

    async def _press(self, press: Press, once: str, helpdesk: Helpdesk) -> None:
        actor = self._agents.actor(press.sender)
        if isinstance(actor, str):
            self._presses.refuse(press, self._words.say(actor, id=str(press.sender.id)))
        else:
            await self._presses.press(actor, press, once, helpdesk)

    async def _message(self, message: Message, once: str, helpdesk: Helpdesk, *, edited: bool) -> None:
        if message.migrate_to_chat_id is not None:
            self._room.troubles.migrated(message.migrate_to_chat_id)
            return
        ticket = await self._ticket(message, helpdesk)
        if ticket is None or (message.text is None and not message.carries):
            return  # talk among agents, or what Telegram itself writes
        if edited and not message.words and message.file is None:
            return  # it was not sent either; a live location is edited every few seconds
        if message.topic is None:
            await self._memory.belongs(message.message_id, ticket)
        actor = self._agents.actor(message.sender, message.sender_chat)
        if actor == "bot":
            return
        given = await self._given(message, ticket, actor)
        if isinstance(actor, Actor):
            await self._acted(actor, ticket, message, given, once, helpdesk, edited=edited)
            return
        if given is not None:
            await self._identity.withdraw(given)
        refusal = self._words.say(actor, id=str(message.sender.id if message.sender else 0))
        await self._errands.add(Tell(ticket, refusal, message.message_id))

    async def _given(self, message: Message, ticket: int, actor: Actor | Refusal) -> Given | None:
        """The number from a document that a message holds, or should hold; None if it is any other message."""
        agent = actor.id if isinstance(actor, Actor) else None
        answered = message.reply_to_message.message_id if message.reply_to_message else None
        question = await self._identity.question(answered, ticket, agent, message.words)
        return Given(message.words, message.message_id, *question) if question is not None else None

    async def _acted(
        self, actor: Actor, ticket: int, message: Message, given: Given | None, once: str, helpdesk: Helpdesk,
        *, edited: bool,
    ) -> None:  # fmt: skip
        said = Said(actor, ticket, message.message_id, once, message.words)
        if given is not None:
            await self._identity.number(actor, given, helpdesk)
        elif message.text is None and not edited:
            await self._sent(said, message, helpdesk)
        else:
            await self._said(said, helpdesk, edited=edited)

    async def _sent(self, said: Said, message: Message, helpdesk: Helpdesk) -> None:
        """A photo or document, perhaps with words below it; what is for colleagues is for them as it is."""
        if said.text.startswith(_NOTE):
            return
        mark = await self._attachments.take(message, said.actor, said.ticket, said.once)
        if mark is None:
            await self._tell(said, self._words.say("unsent-file"))
        else:
            await self._say(replace(said, file=mark), helpdesk)

    async def _ticket(self, message: Message, helpdesk: Helpdesk) -> int | None:
        """The ticket whose topic or thread a message is in; the records know it even if Redis has forgotten."""
        if message.topic is not None:
            known = await self._memory.of_topic(message.topic)
            ref = topic_ref(self._room.chat_id, message.topic)
            return known if known is not None else await helpdesk.ticket_of(PLACE, ref)
        answered = message.reply_to_message.message_id if message.reply_to_message else None
        for one in (answered, message.message_thread_id):
            if one is not None:
                known = await self._memory.of_message(one)
                known = (
                    known if known is not None else await helpdesk.ticket_of(PLACE, card_ref(self._room.chat_id, one))
                )
                if known is not None:
                    return known
        return None

    async def _said(self, said: Said, helpdesk: Helpdesk, *, edited: bool) -> None:
        is_note = said.text.startswith(_NOTE)
        command = None if is_note else _COMMAND.fullmatch(said.text)
        if edited:
            if not is_note and command is None:
                await self._tell(said, self._words.say("unsent-edit"))
        elif is_note:
            await self._note(said, said.text.removeprefix(_NOTE), helpdesk)
        elif command is not None:
            await self._command(said, command[1].lower(), command[2] or "", helpdesk)
        else:
            await self._say(said, helpdesk)

    async def _say(self, said: Said, helpdesk: Helpdesk) -> None:
        try:
            entry = await helpdesk.say(said.actor, said.ticket, said.text, said.once, said.file)
        except REFUSED as error:
            await self._tell(said, await self._refusals.why(error, "unsent"))
        else:
            await self._memory.spoken(entry.id, said.message)

    async def _note(self, said: Said, text: str, helpdesk: Helpdesk) -> None:
        try:
            await helpdesk.note(said.actor, said.ticket, text.strip(), said.once)
        except REFUSED as error:
            await self._tell(said, await self._refusals.why(error, "unsent"))

    async def _command(self, said: Said, name: str, rest: str, helpdesk: Helpdesk) -> None:
        """The commands; what is not known is neither sent nor ignored."""
        actor, ticket, once = said.actor, said.ticket, said.once
        try:
            match name:
                case "catat":
                    await self._note(said, rest, helpdesk)
                case "ambil":
                    await helpdesk.claim(actor, ticket)
                case "lepas":
                    await helpdesk.transfer(actor, ticket, None, once)
                case "selesai":
                    await helpdesk.close(actor, ticket, "solved", once)
                case "identitas":
                    await self._identity.ask(actor, ticket)
                case "kartu":
                    await self._card(said, helpdesk)
                case "bantuan" | "help":
                    await self._tell(said, self._words.say("help"))
                case _:
                    await self._tell(said, self._words.say("unsent-command"))
        except REFUSED as error:
            await self._tell(said, await self._refusals.why(error, "press"))

    async def _card(self, said: Said, helpdesk: Helpdesk) -> None:
        ticket = await helpdesk.look(said.actor, said.ticket)
        line = ticket.line
        state: CardState = "closed" if line.state == "closed" else "taken" if line.owner is not None else "waiting"
        await self._errands.add(Card(said.ticket, await self._showing.card(ticket), state))

    async def _tell(self, said: Said, text: str) -> None:
        await self._errands.add(Tell(said.ticket, text, said.message))

    async def _own_mistake(self, update: Update) -> None:
        """Say so where it happened: whoever wrote must not believe that it was done."""
        if update.callback_query is not None:
            self._presses.refuse(update.callback_query, self._words.say("unsent-mistake"))
            return
        message = update.message or update.edited_message
        topic = message.topic if message else None
        ticket = await self._memory.of_topic(topic) if topic is not None else None
        if message is not None:
            await self._errands.add(Tell(ticket or 0, self._words.say("unsent-mistake"), message.message_id))
