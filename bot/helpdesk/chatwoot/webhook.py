"""The path that Chatwoot calls: whatever is not signed, or too old, is turned away unread.

Chatwoot does not call again. So what cannot be dealt with now is not only answered with 503, but also remembered here
to be looked at again; and after a restart everything is (`bot.helpdesk.chatwoot.catching_up`).
"""

from collections.abc import Awaitable, Callable
from typing import Any, Final

import msgspec
import structlog
from msgspec import Struct
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from bot.helpdesk.chatwoot.hearing import AWAY, Ring
from bot.helpdesk.chatwoot.names import is_ours
from bot.helpdesk.chatwoot.signature import SIGNATURE, TIMESTAMP, is_signed

log = structlog.get_logger("bot.helpdesk.chatwoot")

PATH: Final = "/webhooks/chatwoot"
MOST_BODY: Final = 2 * 1024 * 1024
"""A message has at most 150,000 characters, and the last one of a conversation comes along."""


class _Numbered(Struct, frozen=True):
    id: int = 0
    inbox_id: int | None = None


class _Delivery(Struct, frozen=True):
    """An event; of a message or of a conversation, whose number `id` is."""

    event: str
    id: int = 0
    account: _Numbered | None = None
    inbox: _Numbered | None = None
    inbox_id: int | None = None
    conversation: _Numbered | None = None
    message_type: str | int | None = None
    source_id: str | None = None
    changed_attributes: list[dict[str, Any]] | None = None


class Webhook:
    """The route. `hear` deals with a ring, or raises one of `AWAY`. `now` gives ms since 1970, UTC."""

    def __init__(
        self, secret: str, account: int, inbox: int, hear: Callable[[Ring], Awaitable[None]], now: Callable[[], int]
    ) -> None:
        self._secret = secret
        self._account = account
        self._inbox = inbox
        self._hear = hear
        self._now = now
        self.route = Route(PATH, self._receive, methods=["POST"], max_body_size=MOST_BODY)

    async def _receive(self, request: Request) -> Response:
        try:
            body = await request.body()
        except ClientDisconnect:
            return Response(status_code=400)
        headers = request.headers
        if not is_signed(self._secret, headers.get(TIMESTAMP, ""), headers.get(SIGNATURE, ""), body, self._now()):
            return Response(status_code=403)
        try:
            delivery = msgspec.json.decode(body, type=_Delivery)
        except (msgspec.MsgspecError, UnicodeDecodeError):
            log.warning("chatwoot.delivery_unreadable")
            return Response(status_code=400)
        ring = self._ring(delivery)
        if ring is not None:
            try:
                await self._hear(ring)
            except AWAY as away:
                log.warning("chatwoot.heard_later", why=type(away).__name__)
                return Response(status_code=503, headers={"Retry-After": "1"})
        return Response(status_code=200)

    def _ring(self, told: _Delivery) -> Ring | None:
        """What is to be looked at; None for what is no news to us."""
        if told.account is not None and told.account.id != self._account:
            return None
        of = told.conversation or _Numbered()
        inbox = told.inbox.id if told.inbox else told.inbox_id or of.inbox_id
        if inbox not in {None, self._inbox}:
            return None
        match told.event:
            case "message_created" if told.message_type in {"outgoing", 1} and not is_ours(told.source_id) and of.id:
                return Ring(of.id, message=told.id)
            case "conversation_status_changed" | "conversation_resolved":  # of a webhook, and of an agent bot
                return Ring(told.id)
            case "conversation_updated" if any("assignee_id" in one for one in told.changed_attributes or ()):
                return Ring(told.id, assigned=True)
            case _:
                return None
