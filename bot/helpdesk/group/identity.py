"""Confirming who a user is: the number in their document, the masked card of that member, and the agent's word for it.

The agent's message with the number is deleted before anything else happens; the card goes as soon as it was decided
on, or after a few minutes.
"""

import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from bot.channels.port import TryLater
from bot.channels.rendering import utf16_length
from bot.helpdesk.group.agents import PREFIX
from bot.helpdesk.group.errands import Ask, Compare, Errands, Remove, Tell
from bot.helpdesk.group.memory import Asked, Candidate, Memory
from bot.helpdesk.group.refusals import REFUSED, Refusals
from bot.helpdesk.group.room import Room
from bot.helpdesk.group.telling import Telling
from bot.helpdesk.group.troubles import MayNotDelete
from bot.helpdesk.port import Actor, Helpdesk, NeedsNik, NeedsSecond
from storage.members.port import DirectoryUnavailable

LENGTHS: Final = frozenset({11, 16})
"""Digits of a KPJ and of a NIK."""
_ONLY_NUMBER: Final = re.compile(r"\s*(?:(?:nik|kpj)\s*:?\s*)?[\d\s.-]+", re.IGNORECASE | re.ASCII)


@dataclass(frozen=True)
class Given:
    """A number that an agent gave: in which message, to which question (a message of the bot's, if it is known)."""

    text: str
    message: int
    question: int
    asked: Asked


def digits_of(text: str) -> str | None:
    """A NIK or KPJ that a message holds; None if its digits are neither."""
    digits = "".join(char for char in text if char.isascii() and char.isdigit())
    return digits if len(digits) in LENGTHS else None


def is_only_number(text: str) -> bool:
    """Whether a message is nothing but such a number: nobody means to say that to a user."""
    return _ONLY_NUMBER.fullmatch(text) is not None and digits_of(text) is not None


class Identity:
    """The steps of it; each is told in the ticket's topic. `token` makes names for cards that nobody can guess."""

    def __init__(
        self, room: Room, memory: Memory, telling: Telling, errands: Errands,
        *, token: Callable[[], str] = lambda: secrets.token_urlsafe(12),
    ) -> None:  # fmt: skip
        self._room = room
        self._memory = memory
        self._telling = telling
        self._say = telling.words.say
        self._errands = errands
        self._refusals = Refusals(room, telling.words)
        self._token = token

    async def ask(self, actor: Actor, ticket: int) -> None:
        """Ask this agent for the number."""
        await self._memory.expect(Asked(ticket, actor.id))
        account = int(actor.id.removeprefix(PREFIX))
        text = self._say("ask-number", name=actor.name)
        hint = self._say("ask-number-hint")
        await self._errands.add(Ask(ticket, text, hint, actor.id, account, utf16_length(actor.name)))

    async def question(
        self, answered: int | None, ticket: int, agent: str | None, text: str
    ) -> tuple[int, Asked] | None:
        """The question that a message answers: it is a reply to it, or just a number from whom it was for."""
        if answered is not None and (asked := await self._memory.question(answered)) is not None:
            return answered, asked
        if agent is None or not is_only_number(text):
            return None
        question = await self._memory.open_question(ticket, agent)
        return (question, Asked(ticket, agent)) if question is not None else None

    async def withdraw(self, given: Given) -> None:
        """Delete the message with the number at once, or as soon as Telegram lets us."""
        remove = Remove(given.message, given.asked.ticket)
        try:
            await self._room.remove(given.message)
        except (TryLater, MayNotDelete):
            await self._errands.add(remove)

    async def number(self, actor: Actor, given: Given, helpdesk: Helpdesk) -> None:
        """Look up whose number it is, and show the masked card."""
        ticket = given.asked.ticket
        await self.withdraw(given)
        if given.question:
            await self._errands.add(Remove(given.question))
        text = await self._looked_up(actor, ticket, given.text, helpdesk)
        if text is not None:
            await self._errands.add(Tell(ticket, text))

    async def _looked_up(self, actor: Actor, ticket: int, text: str, helpdesk: Helpdesk) -> str | None:
        """Show the card, or return what is to be said instead."""
        digits = digits_of(text)
        if digits is None:
            return self._say("number-unreadable")
        try:
            member = await helpdesk.find_member(actor, ticket, digits)
        except NeedsNik:
            return self._say("number-needs-nik")
        except DirectoryUnavailable:
            return self._say("number-away")
        except REFUSED as error:
            return await self._refusals.why(error, "press")
        if member is None:
            return self._say("number-unknown")
        token = self._token()
        await self._memory.compare(token, Candidate(ticket, member.person))
        await self._errands.add(Compare(ticket, self._telling.member(member), token))
        return None

    async def decide(
        self, actor: Actor, token: str, card: int, *, same: bool, once: str, helpdesk: Helpdesk
    ) -> tuple[str, bool]:
        """The agent has compared the card (a message) with the documents; what to answer, and whether as an alert."""
        candidate = await self._memory.candidate(token)
        if candidate is None:
            await self._errands.add(Remove(card))
            return self._say("press-old"), True
        if not same:
            await self._errands.add(Remove(card))
            return self._say("press-other"), False
        try:
            await helpdesk.confirm(actor, candidate.ticket, candidate.person, once)
        except NeedsSecond:
            await self._errands.add(Remove(card))
            return self._say("press-second"), True
        except REFUSED as error:
            return await self._refusals.why(error, "press"), True
        await self._errands.add(Remove(card))
        return self._say("press-confirmed"), False
