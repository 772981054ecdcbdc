"""The template that WhatsApp takes when a user has not written for 24 hours: the button that sends it."""

from collections.abc import Sequence

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from bot.channels.port import Channel, Invites
from bot.desk.accounts.guard import SignedIn
from bot.desk.acting import Actions
from bot.desk.room import Notice, Room
from bot.desk.rows import WINDOWED, window_of
from bot.desk.talk import number_of


def invites(channels: Sequence[Channel], template: str) -> bool:
    """Whether the operator has set a template, and a channel that takes it."""
    return bool(template) and any(channel.name in WINDOWED and isinstance(channel, Invites) for channel in channels)


class Inviting:
    """The button."""

    def __init__(self, room: Room, actions: Actions) -> None:
        self._room = room
        self._actions = actions

    async def send(self, request: Request, who: SignedIn) -> Response:
        """Let it be sent, to the user of one's own ticket; one that is nobody's is taken by it."""

        async def do(_: FormData) -> Notice | None:
            return await self._send(number_of(request), who)

        return await self._actions.done(request, who, do)

    async def _send(self, number: int, who: SignedIn) -> Notice:
        room, words = self._room, self._room.words(who)
        window = window_of(await room.tickets.line(number))
        if not room.invites or window is None:
            return Notice(words.t("notice-no-template"), "bad")
        if window > room.clock() or await room.helpdesk.invite(who.actor, number) is None:
            return Notice(words.t("notice-template-not-now"), "bad")
        return Notice(words.t("notice-template-sent"))
