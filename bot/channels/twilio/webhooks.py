"""The two addresses that Twilio calls: a user's message, and what became of one of ours.

200 is answered only after what came is durable. The answer is an empty TwiML document, since Twilio would send any
other text to the user.
"""

import hmac
from collections.abc import Awaitable, Callable

import structlog
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels.port import Accept
from bot.channels.twilio.errors import explain
from bot.channels.twilio.form import LARGEST_BODY, Form, Malformed, parse_form
from bot.channels.twilio.inbound import NotAMessage, read_message
from bot.channels.twilio.signature import HEADER, Signatures
from bot.channels.twilio.status import RANKS, Report, read_report, receipt_of
from flows.event import Event, Sender
from storage.delivery import Delivery, StatusStore
from storage.line import LineAway

MESSAGES = "/webhooks/twilio"
STATUS = "/webhooks/twilio/status"
NOTHING_TO_SAY = '<?xml version="1.0" encoding="UTF-8"?><Response/>'

log = structlog.get_logger("bot.channels.twilio")

Handler = Callable[[Request], Awaitable[Response]]
OnStatus = Callable[[str, int | None], None]
"""Told of every status that is news, and its error code; for counting."""


class Webhooks:
    """Checks, reads and hands over what Twilio posts. `accept` is set when the channel starts; until then: 503."""

    def __init__(
        self,
        account_sid: str,
        signatures: Signatures,
        statuses: StatusStore,
        clock: Callable[[], int],
        on_status: OnStatus | None = None,
    ) -> None:
        self.accept: Accept | None = None
        self._account_sid = account_sid.encode()
        self._signatures = signatures
        self._statuses = statuses
        self._clock = clock
        self._on_status = on_status

    def routes(self) -> list[Route]:
        """Both paths, for POST alone."""
        return [
            Route(MESSAGES, _guarded(self.message), methods=["POST"], name="twilio", max_body_size=LARGEST_BODY),
            Route(STATUS, _guarded(self.status), methods=["POST"], name="twilio-status", max_body_size=LARGEST_BODY),
        ]

    async def message(self, request: Request) -> Response:
        """A user's message."""
        form = await self._genuine(request, MESSAGES)
        if isinstance(form, Response):
            return form
        sender, event = read_message(form, self._clock())
        await self._take(sender, event)
        return _taken()

    async def status(self, request: Request) -> Response:
        """A status callback. A lost message is told to the dialogue first, so that a crash between loses nothing."""
        form = await self._genuine(request, STATUS)
        if isinstance(form, Response):
            return form
        report = read_report(form)
        if report is not None:
            lost = report.loss(receipt_of(_query(request)), self._clock())
            if lost is not None and not await self._arrived(report):
                await self._take(*lost)
            happened = report.event(self._clock())
            if happened is not None:
                await self._take(*happened)
            if await self._statuses.advance(report.sid, report.rank, Delivery(report.status, report.code)):
                self._tell(report)
        return _taken()

    async def _arrived(self, report: Report) -> bool:
        """Whether a later status came before this one."""
        known = await self._statuses.furthest(report.sid)
        return known is not None and RANKS[known.status] > report.rank

    def _tell(self, report: Report) -> None:
        if self._on_status is not None:
            self._on_status(report.status, report.code)
        if report.lost:
            affair, meaning = explain(report.code)
            log.warning(
                "message_lost",
                sid=report.sid,
                status=report.status,
                code=report.code,
                meaning=meaning,
                whose=affair.value if affair else "unknown",
            )

    async def _take(self, sender: Sender, event: Event) -> None:
        if self.accept is None:
            raise LineAway("the channel has not started")
        await self.accept(sender, event)

    async def _genuine(self, request: Request, path: str) -> Form | Response:
        """The form of a request that is Twilio's and for this account, or the refusal."""
        signature = request.headers.get(HEADER, "")
        body = await request.body()
        if not signature:
            return _refused(403, "no signature")
        form = parse_form(body)
        if not self._signatures.genuine(path, _query(request), form, signature):
            return _refused(403, "wrong signature")
        if not hmac.compare_digest(form.get("AccountSid").encode(), self._account_sid):
            return _refused(403, "wrong account")
        return form


def _query(request: Request) -> str:
    return str(request.scope["query_string"].decode("latin-1"))


def _guarded(handler: Handler) -> Handler:
    """Every fault has one answer, so that neither a traceback nor anything of the request gets out."""

    async def guarded(request: Request) -> Response:
        try:
            return await handler(request)
        except Malformed as error:
            return _refused(400, f"not a form: {error}")
        except NotAMessage as error:
            return _refused(400, str(error))
        except ClientDisconnect:
            return _refused(400, "broken off")
        except LineAway:
            log.warning("webhook_not_taken", why="the line is away")
            return Response(status_code=503, headers={"retry-after": "5"})

    return guarded


def _taken() -> Response:
    return Response(NOTHING_TO_SAY, media_type="text/xml")


def _refused(status: int, why: str) -> Response:
    """A refusal. `why` is one of our own sentences: it holds nothing of the request."""
    log.info("webhook_refused", status=status, why=why)
    return Response(status_code=status)
