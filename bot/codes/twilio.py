"""Codes by Twilio: its Verify service, a plain SMS, or WhatsApp's authentication template.

Verify is given our own code (``CustomCode``), which has to be enabled for the service in Twilio's console, and wants to
be told when a code was used: https://www.twilio.com/docs/verify/api/customization-options.
"""

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Literal, cast

from twilio.rest import Client
from twilio.rest.verify.v2.service.verification import VerificationInstance

from bot.channels.port import Refused, TryLater, Unreachable
from bot.channels.twilio.errors import asked
from bot.channels.twilio.transport import DEFAULT_BASE, Transport

APPROVED = cast("VerificationInstance.Status", "approved")  # the library annotates plain words as a class

Text = Callable[[str, str], str]
"""The message of an SMS, from the code and the language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """The Twilio account that sends. `api_base_url` other than Twilio's own takes all calls there."""

    sid: str
    auth_token: str = field(repr=False)
    api_base_url: str = DEFAULT_BASE
    timeout: float = 10


class _TwilioSender:
    def __init__(self, account: Account) -> None:
        self._transport = Transport(account.api_base_url, account.timeout)
        self._client: Client = Client(  # type: ignore[no-untyped-call] # twilio annotates it not
            account.sid, account.auth_token, http_client=self._transport
        )

    async def used(self, reference: str) -> None:
        """Messages need no feedback."""

    async def close(self) -> None:
        """Close the connections."""
        await self._transport.close()


class VerifySender(_TwilioSender):
    """By Twilio Verify; `service` is ``VA…``, `way` how it reaches the phone."""

    name = "twilio_verify"

    def __init__(self, account: Account, service: str, way: Literal["sms", "whatsapp"] = "sms") -> None:
        super().__init__(account)
        self._service = self._client.verify.v2.services(service)
        self._way = way

    async def send(self, phone: str, code: str, locale: str) -> str | None:
        """Start a verification with our code."""
        begun = self._service.verifications.create_async(to=phone, channel=self._way, custom_code=code, locale=locale)
        return str((await asked(begun)).sid)

    async def used(self, reference: str) -> None:
        """Tell Verify that the code was right; it watches its routes by that."""
        with suppress(TryLater, Unreachable, Refused):
            await asked(self._service.verifications(reference).update_async(APPROVED))

    async def check(self) -> str:
        """Ask for the service."""
        found = await asked(self._service.fetch_async())
        return f"codes by Twilio Verify ({found.friendly_name})"


class SmsSender(_TwilioSender):
    """By SMS; `from_` is a number (E.164) or a messaging service (``MG…``), `text` makes the message."""

    name = "twilio_sms"

    def __init__(self, account: Account, from_: str, text: Text) -> None:
        super().__init__(account)
        self._sender = {"messaging_service_sid": from_} if from_.startswith("MG") else {"from_": from_}
        self._text = text

    async def send(self, phone: str, code: str, locale: str) -> str | None:
        """Send the message."""
        body = self._text(code, locale)
        return str((await asked(self._client.messages.create_async(to=phone, body=body, **self._sender))).sid)

    async def check(self) -> str:
        """Ask for one of the account's messages, which tells whether the credentials are right."""
        await asked(self._client.messages.list_async(limit=1))
        return "codes by SMS"


class TemplateSender(_TwilioSender):
    """By an approved WhatsApp authentication template (``HX…``), whose first variable is the code."""

    name = "whatsapp_template"

    def __init__(self, account: Account, from_: str, template: str) -> None:
        super().__init__(account)
        self._sender = {"messaging_service_sid": from_} if from_.startswith("MG") else {"from_": from_}
        self._template = template

    async def send(self, phone: str, code: str, locale: str) -> str | None:  # noqa: ARG002 - a template has one language
        """Send the template."""
        message = self._client.messages.create_async(
            to=f"whatsapp:{phone}",
            content_sid=self._template,
            content_variables=json.dumps({"1": code}),
            **self._sender,
        )
        return str((await asked(message)).sid)

    async def check(self) -> str:
        """Ask for the template."""
        found = await asked(self._client.content.v1.contents(self._template).fetch_async())
        return f"codes by WhatsApp template {found.friendly_name}"
