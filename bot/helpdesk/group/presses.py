"""Presses of the buttons below a ticket's card: what an agent may do is done, the rest is answered by an alert."""

from typing import cast

from bot.channels.telegram.answers import Answers
from bot.helpdesk.group import buttons
from bot.helpdesk.group.buttons import REASONS, Pressed
from bot.helpdesk.group.identity import Identity
from bot.helpdesk.group.memory import Memory
from bot.helpdesk.group.refusals import REFUSED, Refusals
from bot.helpdesk.group.room import Room
from bot.helpdesk.group.updates import Press
from bot.helpdesk.port import Actor, Helpdesk
from bot.words import Words
from flows.event import Step
from flows.journeys.jmo_places import STEPS
from storage.tickets.port import NotYours, Reason, Ticket

Answer = tuple[str, bool]
"""What is answered to a press, and whether it stays until it is closed."""


class Presses:
    """Does what a press says."""

    def __init__(self, room: Room, memory: Memory, words: Words, answers: Answers, identity: Identity) -> None:
        self._room = room
        self._memory = memory
        self._words = words
        self._answers = answers
        self._identity = identity
        self._refusals = Refusals(room, words)

    def refuse(self, press: Press, text: str) -> None:
        """Answer with an alert."""
        self._answers.answer(press.id, text, alert=True)

    async def press(self, actor: Actor, press: Press, once: str, helpdesk: Helpdesk) -> None:
        """Do it, and answer; raises what keeps it from being done now."""
        pressed = buttons.read(press.data)
        card = press.message.message_id if press.message else 0
        if pressed is None:
            self.refuse(press, self._words.say("press-old"))
            return
        try:
            text, alert = await self._do(actor, pressed, card, once, helpdesk)
        except REFUSED as error:
            self.refuse(press, await self._refusals.why(error, "press"))
            return
        self._answers.answer(press.id, text or None, alert=alert)

    async def _do(self, actor: Actor, pressed: Pressed, card: int, once: str, helpdesk: Helpdesk) -> Answer:
        number, say = pressed.ticket, self._words.say
        match pressed.what:
            case "take":
                await helpdesk.claim(actor, number)
                return say("press-taken", number=str(number)), False
            case "release":
                await helpdesk.transfer(actor, number, None, once)
                return say("press-released"), False
            case "close":
                return await self._close(actor, pressed, once, helpdesk)
            case "step":
                return await self._step(actor, pressed, card, once, helpdesk)
            case "same" | "other":
                same = pressed.what == "same"
                return await self._identity.decide(
                    actor, pressed.argument, card, same=same, once=once, helpdesk=helpdesk
                )
            case _:
                return await self._look_in(actor, pressed, card, helpdesk)

    async def _look_in(self, actor: Actor, pressed: Pressed, card: int, helpdesk: Helpdesk) -> Answer:
        """Other buttons for whoever has the ticket, or the question for the number in a document."""
        number = pressed.ticket
        await self._refuse_others(actor, pressed, helpdesk)
        match pressed.what:
            case "identity":
                await self._identity.ask(actor, number)
                return self._words.say("press-question"), False
            case "steps":
                await self._room.show_buttons(card, buttons.steps(number, self._words))
            case "guide":
                await self._room.show_buttons(card, buttons.guide(number, self._words))
            case "done":
                await self._room.show_buttons(card, buttons.reasons(number, self._words))
            case _:
                await self._room.show_buttons(card, buttons.with_agent(number, self._words))
        return "", False

    async def _close(self, actor: Actor, pressed: Pressed, once: str, helpdesk: Helpdesk) -> Answer:
        if pressed.argument not in REASONS:
            return self._words.say("press-old"), True
        await helpdesk.close(actor, pressed.ticket, cast("Reason", pressed.argument), once)
        return self._words.say("press-done"), False

    async def _step(self, actor: Actor, pressed: Pressed, card: int, once: str, helpdesk: Helpdesk) -> Answer:
        step, _, argument = pressed.argument.partition(".")
        if step not in {"identity", "kpj", "guide"} or (step == "guide" and argument not in STEPS):
            return self._words.say("press-old"), True
        await helpdesk.ask_bot(actor, pressed.ticket, cast("Step", step), argument, once)
        await self._room.show_buttons(card, buttons.with_agent(pressed.ticket, self._words))
        return self._words.say("press-step"), False

    async def _refuse_others(self, actor: Actor, pressed: Pressed, helpdesk: Helpdesk) -> None:
        """Raise `NotYours` unless it is the actor's, a supervisor's look, or a second agent is asked for.

        The card mostly knows whose it is; only where it does not fit, the records are asked.
        """
        stand = await self._memory.stand(pressed.ticket)
        if actor.role == "supervisor" or (stand is not None and stand.owner == actor.id):
            return
        ticket = await helpdesk.look(actor, pressed.ticket)
        if ticket.line.owner == actor.id:
            return
        if pressed.what == "identity" and await _wants_second(ticket, helpdesk):
            return
        raise NotYours(ticket.line.owner)


async def _wants_second(ticket: Ticket, helpdesk: Helpdesk) -> bool:
    """Whether whoever has the ticket has asked for a second agent."""
    entries = await helpdesk.entries(ticket.line.number)
    return any(one.kind == "asked-approval" and one.claim == ticket.line.claim for one in entries)
