"""The template that WhatsApp takes when a user has not written for 24 hours: sent by an agent, and noted in the ticket.

It goes to the channel directly: no conversation can be in its way, since nothing else can be said then.
"""

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from bot.channels.port import Channel, Refused, TryLater, Unreachable
from bot.desk.accounts.guard import SignedIn
from bot.desk.acting import Actions, once_of
from bot.desk.port import Invites
from bot.desk.room import Notice, Room
from bot.desk.rows import WINDOWED, window_of
from bot.desk.talk import number_of
from bot.desk.times import HOUR
from flows.event import Sender
from storage.tickets.port import Entry

ONCE_IN = HOUR
"""Nobody is invited twice within this time (ms), whoever presses the button."""


@runtime_checkable
class SendsTemplates(Protocol):
    """A channel that has approved templates."""

    async def send_template(self, to: Sender, template: str) -> str:
        """Send one; return the message's id. Raises the channel port's errors."""


class ChannelTemplate:
    """`Invites` by the template that the operator has set."""

    def __init__(self, channel: SendsTemplates, template: str) -> None:
        self._channel = channel
        self._template = template

    async def invite(self, to: Sender) -> None:
        """See `Invites`."""
        await self._channel.send_template(to, self._template)


def configured_invites(channels: Sequence[Channel], template: str) -> Invites | None:
    """What the operator has set, if there is a channel that takes it."""
    for channel in channels:
        if template and channel.name in WINDOWED and isinstance(channel, SendsTemplates):
            return ChannelTemplate(channel, template)
    return None


class Inviting:
    """The button that sends it."""

    def __init__(self, room: Room, actions: Actions) -> None:
        self._room = room
        self._actions = actions

    async def send(self, request: Request, who: SignedIn) -> Response:
        """Send it, to the user of one's own ticket; one that is nobody's is taken by it."""

        async def do(form: FormData) -> Notice | None:
            return await self._send(number_of(request), who, once_of(request, form))

        return await self._actions.done(request, who, do)

    async def _send(self, number: int, who: SignedIn, once: str) -> Notice:
        room, words = self._room, self._room.words(who)
        await room.helpdesk.claim(who.actor, number)
        ticket = await room.tickets.look(number)
        window = window_of(ticket.line)
        if room.invites is None or window is None:
            return Notice(words.t("notice-no-template"), "bad")
        told = words.t("talk-invited")
        if window > room.clock() or self._lately(await room.helpdesk.entries(number), told):
            return Notice(words.t("notice-template-not-now"), "bad")
        try:
            await room.invites.invite(ticket.request.sender)
        except (TryLater, Unreachable, Refused):
            return Notice(words.t("notice-template-failed"), "bad")
        await room.helpdesk.note(who.actor, number, told, once)
        return Notice(words.t("notice-template-sent"))

    def _lately(self, entries: Sequence[Entry], told: str) -> bool:
        since = self._room.clock() - ONCE_IN
        return any(entry.kind == "note" and entry.text == told and entry.at > since for entry in entries)
