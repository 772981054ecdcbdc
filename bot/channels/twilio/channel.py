"""WhatsApp by Twilio, as a channel."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal
from urllib.parse import quote

from starlette.routing import BaseRoute
from twilio.rest import Client

from bot.channels.downloads import downloads
from bot.channels.port import Accept, Capabilities, Document, Refused, TryLater
from bot.channels.twilio import templates
from bot.channels.twilio.errors import asked
from bot.channels.twilio.files import Files
from bot.channels.twilio.inbound import CHANNEL, PREFIX
from bot.channels.twilio.outbound import LONGEST_BODY, Wording, compose
from bot.channels.twilio.signature import Signatures
from bot.channels.twilio.status import query_of
from bot.channels.twilio.templates import Templates, lay_out
from bot.channels.twilio.transport import DEFAULT_BASE, Transport
from bot.channels.twilio.webhooks import STATUS, OnStatus, Webhooks
from flows.effect import Say
from flows.event import Attachment, Sender
from flows.settings import HOUR, Abilities
from storage.delivery import StatusStore
from storage.line import LineAway
from storage.shelf import Shelf

# A reply is only possible for 24 hours: https://www.twilio.com/docs/whatsapp/key-concepts
ABILITIES: Final = Abilities(proves_phone=True, reply_window=24 * HOUR)
WITH_NUMBERS: Final = Capabilities(max_text=LONGEST_BODY, max_buttons=0, max_label=templates.LONGEST_BUTTON)
WITH_BUTTONS: Final = Capabilities(
    max_text=LONGEST_BODY,
    max_buttons=templates.MOST_BUTTONS,
    max_label=templates.LONGEST_BUTTON,
    max_list=templates.MOST_ROWS,
    max_row=templates.LONGEST_ROW,
    max_offered=templates.LONGEST_BODY,
)

_UNFINISHED = 1000
_FILES = "/files"
_CARRIED = frozenset({"application/pdf", "image/jpeg", "image/png"})
# https://www.twilio.com/docs/whatsapp/guidance-whatsapp-media-messages


@dataclass(frozen=True, slots=True, kw_only=True)
class TwilioSettings:
    """What the operator decides.

    `from_` is ``whatsapp:+62…`` or a messaging service (``MG…``). `public_url` is the address under which Twilio
    reaches this program; it signs with it. `buttons`: "templates" offers choices as buttons and lists where they fit,
    "numbers" always as numbered lines. `template`: the approved content template (its SID) that asks users to write
    again. `wording` holds the few words that the channel adds. `timeout` in seconds.
    """

    account_sid: str
    auth_token: str = field(repr=False)
    from_: str
    public_url: str
    api_base_url: str = DEFAULT_BASE
    buttons: Literal["numbers", "templates"] = "numbers"
    template: str = ""
    wording: Wording = field(default_factory=Wording)
    timeout: float = 10


class TwilioChannel:
    """WhatsApp by Twilio. `clock` gives ms since 1970; `on_status` is told what became of messages, for counting.

    Raises ValueError, one sentence that names the key, for a sender that cannot be one.
    """

    name = CHANNEL

    def __init__(
        self,
        settings: TwilioSettings,
        statuses: StatusStore,
        clock: Callable[[], int],
        on_status: OnStatus | None = None,
        shelf: Shelf | None = None,
    ) -> None:
        self._shelf = shelf
        self._sender = _sender_fields(settings.from_)
        signatures = Signatures(settings.auth_token, settings.public_url)
        self._webhooks = Webhooks(settings.account_sid, signatures, statuses, clock, on_status)
        self._url = signatures.url
        self._transport = Transport(settings.api_base_url, settings.timeout)
        self._client: Client = Client(  # type: ignore[no-untyped-call] # twilio annotates it not
            settings.account_sid, settings.auth_token, http_client=self._transport
        )
        self._media = Files(settings.account_sid, settings.auth_token, settings.api_base_url)
        self._templates = Templates(self._client) if settings.buttons == "templates" else None
        self._template = settings.template
        self._wording = settings.wording
        self._sent: OrderedDict[str, list[str]] = OrderedDict()
        self.abilities = ABILITIES
        self.capabilities = WITH_BUTTONS if self._templates else WITH_NUMBERS

    def routes(self) -> Sequence[BaseRoute]:
        """The webhooks for messages and for status callbacks, and where files are fetched."""
        files = [downloads(_FILES, self._shelf)] if self._shelf is not None else []
        return [*self._webhooks.routes(), *files]

    async def start(self, accept: Accept) -> None:
        """Begin to take what Twilio posts. The webhook's address is set by the operator, in Twilio's console."""
        self._webhooks.accept = accept

    async def send(self, to: Sender, say: Say, effect_id: str) -> str | None:
        """Send, in parts if need be; a repeated attempt goes on after the last part that Twilio has taken.

        A contact cannot be asked for and nothing can be protected from being forwarded. Nothing to say, nothing sent.
        """
        if self._templates is not None and effect_id not in self._sent:
            sid = await self._send_with_buttons(self._templates, to, say)
            if sid is not None:
                return sid
        bodies = compose(say.text, say.choices, self._wording.hint)
        sent = self._sent.setdefault(effect_id, [])
        while len(self._sent) > _UNFINISHED:
            self._sent.popitem(last=False)
        for body in bodies[len(sent) :]:
            sent.append(await self._create(to, say.receipt, body=body))
        self._sent.pop(effect_id, None)
        return sent[-1] if sent else None

    async def _send_with_buttons(self, known: Templates, to: Sender, say: Say) -> str | None:
        """The sent message's id, or `None` where this must go as numbered text."""
        layout = lay_out(say.text, say.choices, self._wording.open_list)
        if layout is None:
            return None
        try:
            sid = await known.sid_of(layout)
            return await self._create(to, say.receipt, content_sid=sid, content_variables=layout.filling)
        except Refused:
            known.refuse(layout)  # if not the template but the account is at fault, the numbered text says so, too
            return None

    async def _create(self, to: Sender, receipt: str | None, **content: str | list[str]) -> str:
        callback = self._url(STATUS, query_of(receipt))
        fields = {**self._sender, **content, "status_callback": callback}
        message = await asked(self._client.messages.create_async(to=to.address, **fields))
        return str(message.sid)

    async def invite(self, to: Sender, receipt: str) -> None:
        """Send the content template that WhatsApp has approved: the only thing it takes after 24 hours."""
        if not self._template:
            raise Refused("helpdesk.whatsapp_template is not set", operator=True)
        await self._create(to, receipt, content_sid=self._template)

    async def send_document(self, to: Sender, document: Document, effect_id: str) -> None:
        """Send a file that Twilio fetches from us; a link to what WhatsApp does not carry; or the words."""
        if self._shelf is None:
            await self.send(to, Say(document.words, receipt=document.receipt), effect_id)
            return
        try:
            token = await self._shelf.put(to.address, effect_id, document.name, document.media_type, document.content)
        except LineAway as error:
            raise TryLater("the shelf cannot be reached") from error
        url = self._url(f"{_FILES}/{self._shelf.place(to.address)}/{token}/{quote(document.name, safe='')}")
        if document.media_type in _CARRIED:
            await self._create(to, document.receipt, media_url=[url])
        else:
            await self._create(to, document.receipt, body=f"{document.name}: {url}")

    async def fetch(self, sender: Sender, attachment: Attachment, at_most: int) -> bytes:  # noqa: ARG002 - one account
        """Read a file from where Twilio keeps it; raise `FileGone`, `FileTooLarge` and the usual ones."""
        return await self._media.fetch(attachment.file, at_most)

    async def forget(self, to: Sender) -> None:
        """Delete this user's files."""
        if self._shelf is not None:
            try:
                await self._shelf.clear(to.address)
            except LineAway as error:
                raise TryLater("the shelf cannot be reached") from error

    async def delete(self, to: Sender, ref: str) -> None:
        """Nothing: by Twilio no message can be taken back from a user's WhatsApp."""

    async def typing(self, to: Sender) -> None:
        """Nothing: Twilio's indicator needs the id of the user's message, which is not at hand here, and is a beta."""

    async def check(self) -> str:
        """Ask for one of the account's messages, which tells whether the credentials are right."""
        await asked(self._client.messages.list_async(limit=1))
        return f"Twilio answers and knows the account; messages go out from {next(iter(self._sender.values()))}"

    async def close(self) -> None:
        """Stop taking messages and close the connections."""
        self._webhooks.accept = None
        await self._transport.close()
        await self._media.close()


def _sender_fields(from_: str) -> dict[str, str]:
    if from_.startswith("MG"):
        return {"messaging_service_sid": from_}
    if from_.startswith(PREFIX + "+") and from_.removeprefix(PREFIX + "+").isdecimal():
        return {"from_": from_}
    raise ValueError("TWILIO_WHATSAPP_FROM must be whatsapp: and a number such as whatsapp:+628…, or an MG… service")
