"""A Twilio channel between two real servers: Twilio's API behind it, its own webhooks in front of it."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urlencode

import httpx
from starlette.applications import Starlette
from twilio.request_validator import RequestValidator

from bot.channels.port import Accept
from bot.channels.twilio.channel import TwilioChannel, TwilioSettings
from flows.event import Sender
from storage.delivery import StatusStore
from storage.shelf import Shelf
from tests.channels.twilio.memory import MemoryStatusStore
from tests.servers.asgi import serving
from tests.servers.twilio import ACCOUNT, TOKEN, TwilioServer, twilio_server

PUBLIC = "https://bot.example.org/kpj"
FROM = "whatsapp:+14155238886"
USER = "whatsapp:+6281299990002"
SENDER = Sender("whatsapp", USER, "+6281299990002")
NOW = 1_700_000_000_000
FORM = "application/x-www-form-urlencoded"


def incoming(number: int = 1, **fields: str) -> dict[str, str]:
    """The fields of a message as Twilio sends them; those given here replace or join them."""
    sid = f"SM{number:032x}"
    usual = {
        "SmsMessageSid": sid, "NumMedia": "0", "ProfileName": "Budi Contoh", "MessageType": "text", "SmsSid": sid,
        "WaId": "6281299990002", "SmsStatus": "received", "Body": "halo", "To": FROM, "NumSegments": "1",
        "ReferralNumMedia": "0", "MessageSid": sid, "AccountSid": ACCOUNT, "From": USER, "ApiVersion": "2010-04-01",
        "ExternalUserId": "whatsapp:ID.4566546130240823", "Forwarded": "false", "FrequentlyForwarded": "false",
        "ChannelMetadata": '{"type":"whatsapp","data":{"context":{"ProfileName":"Budi Contoh"}}}',
    }  # fmt: skip
    return usual | fields


def callback(sid: str, status: str, code: int | None = None, **fields: str) -> dict[str, str]:
    """The fields of a status callback as Twilio sends them."""
    usual = {
        "ChannelPrefix": "whatsapp", "ApiVersion": "2010-04-01", "MessageStatus": status, "SmsStatus": status,
        "SmsSid": sid, "MessageSid": sid, "ChannelInstallSid": "XE" + "0" * 32, "To": USER, "From": FROM,
        "AccountSid": ACCOUNT,
    }  # fmt: skip
    return usual | ({"ErrorCode": str(code)} if code else {}) | fields


def signed(path: str, fields: Mapping[str, str], token: str = TOKEN) -> str:
    """Twilio's signature of such a request."""
    validator = RequestValidator(token)  # type: ignore[no-untyped-call] # twilio annotates it not
    return str(validator.compute_signature(PUBLIC + path, dict(fields)))  # type: ignore[no-untyped-call] # the same


@dataclass
class World:
    """The channel, what it speaks to, and the way to speak to it."""

    channel: TwilioChannel
    server: TwilioServer
    statuses: StatusStore
    http: httpx.AsyncClient
    counted: list[tuple[str, int | None]] = field(default_factory=list)

    async def post(self, path: str, body: bytes, headers: Mapping[str, str]) -> httpx.Response:
        """Any request at all."""
        return await self.http.post(path, content=body, headers={"content-type": FORM, **headers})

    async def twilio_posts(self, fields: Mapping[str, str], path: str = "/webhooks/twilio") -> httpx.Response:
        """A request as Twilio makes it."""
        return await self.post(path, urlencode(fields).encode(), {"x-twilio-signature": signed(path, fields)})


@asynccontextmanager
async def world(
    accept: Accept,
    buttons: Literal["numbers", "templates"] = "numbers",
    statuses: StatusStore | None = None,
    from_: str = FROM,
    shelf: Shelf | None = None,
    template: str = "",
) -> AsyncIterator[World]:
    """Everything started, and stopped in the right order."""
    store = statuses or MemoryStatusStore()
    counted: list[tuple[str, int | None]] = []
    async with twilio_server() as server:
        settings = TwilioSettings(
            account_sid=ACCOUNT, auth_token=TOKEN, from_=from_, public_url=PUBLIC, api_base_url=server.url,
            buttons=buttons, template=template, timeout=60,
        )  # fmt: skip
        channel = TwilioChannel(
            settings, store, lambda: NOW, lambda status, code: counted.append((status, code)), shelf
        )
        await channel.start(accept)
        try:
            async with (
                serving(Starlette(routes=list(channel.routes()))) as url,
                httpx.AsyncClient(base_url=url, timeout=60) as http,
            ):
                yield World(channel, server, store, http, counted)
        finally:
            await channel.close()
