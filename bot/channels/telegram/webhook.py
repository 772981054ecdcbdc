"""Receiving over HTTP: Telegram posts each update; it is told 200 only once the event is durable."""

import hmac
import re
from typing import Final

import structlog
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels.port import Refused, TryLater
from bot.channels.telegram.answers import Answers
from bot.channels.telegram.inbound import NotAnUpdate, Reader
from bot.channels.telegram.intake import Intake
from storage.line import LineAway

log = structlog.get_logger("bot.channels.telegram")

PATH: Final = "/webhooks/telegram"
HEADER: Final = "X-Telegram-Bot-Api-Secret-Token"
MAX_BODY: Final = 1024 * 1024  # an update has at most a few 10 kB
_SECRET: Final = re.compile(r"[A-Za-z0-9_-]{1,256}")  # what setWebhook allows


class Webhook:
    """The route that Telegram calls, guarded by the secret that `setWebhook` gave it."""

    def __init__(self, secret: str, reader: Reader, answers: Answers) -> None:
        if not _SECRET.fullmatch(secret):
            raise Refused("TELEGRAM_WEBHOOK_SECRET must be 1 to 256 of A-Z a-z 0-9 _ -", operator=True)
        self.secret = secret
        self.intake: Intake | None = None
        self.route = Route(PATH, self._receive, methods=["POST"], max_body_size=MAX_BODY)
        self._reader = reader
        self._answers = answers

    async def _receive(self, request: Request) -> Response:
        if not hmac.compare_digest(request.headers.get(HEADER, "").encode(), self.secret.encode()):
            return Response(status_code=403)
        try:
            inbound = self._reader.read(await request.body())
        except ClientDisconnect:
            return Response(status_code=400)
        except NotAnUpdate as error:
            log.warning("telegram.update_unreadable", update_id=error.update_id)
            return Response(status_code=400)
        if inbound.concerns_us:
            if self.intake is None:
                return _come_again()
            try:
                await self.intake.keep(inbound)
            except (LineAway, TryLater):
                return _come_again()
        if inbound.callback is not None:
            self._answers.answer(inbound.callback)
        return Response(status_code=200)


def _come_again() -> Response:
    return Response(status_code=503, headers={"Retry-After": "1"})
