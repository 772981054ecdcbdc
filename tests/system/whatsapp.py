"""Twilio and the phones behind it: signed webhooks that are tried again until they are taken, and what came back."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from random import Random
from urllib.parse import urlencode

import httpx
from starlette.requests import Request
from starlette.types import ASGIApp
from twilio.request_validator import RequestValidator

from tests.servers.asgi import serving
from tests.servers.twilio import ACCOUNT, TOKEN, Message, TwilioServer, specs_folder
from tests.system.people import Worker, answers, without_repeats

PUBLIC = "https://bot.example.org/kpj"
PATH = "/webhooks/twilio"
FROM = "whatsapp:+14155238886"
FORM = "application/x-www-form-urlencoded"
COMES_AGAIN_AFTER = 0.05  # seconds; the real one waits longer


class Twilio(TwilioServer):
    """The fake server, which also tells when something was sent and takes its time, up to `slowness` seconds."""

    def __init__(self) -> None:
        super().__init__(specs_folder())
        self.said: dict[str, list[str]] = defaultdict(list)
        self.slowness = 0.0
        self.public = PUBLIC
        self.webhook_urls: list[str] = []
        self.retried = 0
        self._chance = Random("twilio")
        self._numbers_in = iter(range(1, 10**9))
        self._news = asyncio.Condition()
        self.http = httpx.AsyncClient(timeout=60, limits=httpx.Limits(max_connections=50, keepalive_expiry=1))
        self._sign = RequestValidator(TOKEN).compute_signature  # type: ignore[no-untyped-call] # twilio annotates it not

    async def _create_message(self, request: Request) -> ASGIApp:
        answer = await super()._create_message(request)
        async with self._news:
            self._news.notify_all()
        if self.slowness:
            await asyncio.sleep(self._chance.uniform(0, self.slowness))
        return answer

    def _shown(self, sid: str, fields: dict[str, str]) -> Message:
        message = super()._shown(sid, fields)
        self.said[message.to].append(message.text)
        return message

    async def until(self, happened: Callable[[], bool], seconds: float = 90) -> None:
        """Wait until something is true, looked at after every message of the bot."""
        async with asyncio.timeout(seconds), self._news:
            await self._news.wait_for(happened)

    async def until_said(self, address: str, count: int, seconds: float = 240) -> None:
        """Wait until somebody was told so many different things."""
        try:
            await self.until(lambda: len(without_repeats(self.said[address])) >= count, seconds)
        except TimeoutError:
            raise AssertionError(f"{count} messages were expected, these came: {self.said[address]}") from None

    def fields(self, address: str, body: str, **others: str) -> dict[str, str]:
        """A message of a user, with an id of its own, in Twilio's form."""
        sid = f"SM{next(self._numbers_in):032x}"
        usual = {
            "SmsMessageSid": sid, "NumMedia": "0", "ProfileName": "Wahyuni", "MessageType": "text", "SmsSid": sid,
            "WaId": address.removeprefix("whatsapp:+"), "SmsStatus": "received", "Body": body, "To": FROM,
            "NumSegments": "1", "MessageSid": sid, "AccountSid": ACCOUNT, "From": address, "ApiVersion": "2010-04-01",
        }  # fmt: skip
        return usual | others

    def signed(self, fields: Mapping[str, str], path: str = PATH) -> dict[str, str]:
        """The headers of a genuine request."""
        signature = str(self._sign(self.public + path, dict(fields)))  # type: ignore[no-untyped-call] # the same
        return {"content-type": FORM, "x-twilio-signature": signature}

    async def post(self, fields: Mapping[str, str], path: str = PATH, url: str = "") -> httpx.Response:
        """One genuine request."""
        target = (url or self.webhook_urls[0]) + path
        return await self.http.post(target, content=urlencode(fields).encode(), headers=self.signed(fields, path))

    async def deliver(self, fields: Mapping[str, str]) -> None:
        """Post a message until it is taken, to whichever process answers."""
        attempt = self._chance.randrange(len(self.webhook_urls))
        while True:
            url = self.webhook_urls[attempt % len(self.webhook_urls)]
            try:
                answer = await self.post(fields, url=url)
            except httpx.TransportError:
                answer = None
            if answer is not None and answer.status_code == 200:
                return
            assert answer is None or answer.status_code == 503, answer.status_code
            self.retried += 1
            attempt += 1
            await asyncio.sleep(COMES_AGAIN_AFTER)

    async def write(self, worker: Worker, body: str) -> None:
        """Let a worker write something."""
        await self.deliver(self.fields(worker.whatsapp, body))

    async def converse(self, worker: Worker, script: Sequence[str], *, patient: bool = True) -> list[str]:
        """Let a worker write all of it, waiting for the answers or not; what they were told, as it came."""
        told = 0
        for words, expected in zip(script, answers(worker, script), strict=True):
            await self.write(worker, words)
            told += len(expected)
            if patient:
                await self.until_said(worker.whatsapp, told)
        await self.until_said(worker.whatsapp, told)
        return self.said[worker.whatsapp]

    async def close(self) -> None:
        """Close the connections."""
        await self.http.aclose()


@asynccontextmanager
async def twilio() -> AsyncIterator[Twilio]:
    """A running Twilio."""
    server = Twilio()
    async with serving(server.app()) as url:
        server.url = url
        try:
            yield server
        finally:
            await server.close()


def twilio_environment(server: Twilio) -> dict[str, str]:
    """What tells the program to use it."""
    return {
        "TWILIO_ACCOUNT_SID": ACCOUNT,
        "TWILIO_AUTH_TOKEN": TOKEN,
        "TWILIO_WHATSAPP_FROM": FROM,
        "TEMANKPJ__PUBLIC_URL": PUBLIC,
        "TEMANKPJ__CHANNELS__WHATSAPP__TWILIO__API_BASE_URL": server.url,
    }
